import { type NounManifest, verb } from '../types.ts';
import { accept, create as createAccount, invite, list as listAccounts, remove, status } from './declare-account.ts';
import { allFeatures, create, disband, leave, show } from './declare-org.ts';
import { disable, enable, list as listTrusted } from './declare-trusted.ts';

export const manifest: NounManifest = {
  verbs: [
    verb(show, () => import('./show.ts')),
    verb(create, () => import('./create.ts')),
    verb(allFeatures, () => import('./enable-all-features.ts')),
    verb(leave, () => import('./leave.ts')),
    verb(disband, () => import('./delete.ts')),
    verb(listAccounts, () => import('./account-list.ts')),
    verb(createAccount, () => import('./account-create.ts')),
    verb(status, () => import('./account-status.ts')),
    verb(invite, () => import('./account-invite.ts')),
    verb(accept, () => import('./account-accept.ts')),
    verb(remove, () => import('./account-remove.ts')),
    verb(listTrusted, () => import('./trusted-access-list.ts')),
    verb(enable, () => import('./trusted-access-enable.ts')),
    verb(disable, () => import('./trusted-access-disable.ts')),
  ],
};
