import { type NounManifest, verb } from '../types.ts';
import { capture, copy, importImage, register } from './declare-make.ts';
import { attach, deregister, detach, list, share, show } from './declare-use.ts';

/** The noun `ami`: its declarations stand in declare-*.ts, what they do in one file a verb. */
export const manifest: NounManifest = {
  verbs: [
    verb(register, () => import('./register.ts')),
    verb(importImage, () => import('./import.ts')),
    verb(copy, () => import('./copy.ts')),
    verb(capture, () => import('./capture.ts')),
    verb(list, () => import('./list.ts')),
    verb(show, () => import('./show.ts')),
    verb(attach, () => import('./attach.ts')),
    verb(detach, () => import('./detach.ts')),
    verb(share, () => import('./share.ts')),
    verb(deregister, () => import('./deregister.ts')),
  ],
};
