import { type NounManifest, verb } from '../types.ts';
import { share } from './declare-share.ts';
import { activate, deactivate, remove } from './declare-state.ts';
import { create, recreate, update } from './declare-terms.ts';
import { associations, attach, detach, failures, usage } from './declare-use.ts';
import { list, show, tag, untag } from './everyday.ts';

/** The noun `config`: its declarations stand in declare-*.ts, what they do in one file a verb. */
export const manifest: NounManifest = {
  verbs: [
    verb(
      create,
      () => import('./create.ts'),
      () => import('./wizard/index.ts'),
    ),
    list,
    show,
    verb(update, () => import('./update.ts')),
    verb(recreate, () => import('./recreate.ts')),
    verb(activate, () => import('./activate.ts')),
    verb(deactivate, () => import('./deactivate.ts')),
    verb(remove, () => import('./delete.ts')),
    verb(attach, () => import('./attach.ts')),
    verb(detach, () => import('./detach.ts')),
    verb(usage, () => import('./usage.ts')),
    verb(associations, () => import('./associations.ts')),
    verb(failures, () => import('./failures.ts')),
    verb(share, () => import('./share.ts')),
    tag,
    untag,
  ],
};
