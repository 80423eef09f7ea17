import { type NounManifest, verb } from '../types.ts';
import * as declared from './declare-everyday.ts';

export const list = verb(declared.list, () => import('./list.ts'));
export const show = verb(declared.show, () => import('./show.ts'));
export const tag = verb(declared.tag, () => import('./tag.ts'));
export const untag = verb(declared.untag, () => import('./untag.ts'));

/** The verbs of `config` that are typed all day: a line of theirs loads none of the others. */
export const everyday: NounManifest = { verbs: [list, show, tag, untag] };
