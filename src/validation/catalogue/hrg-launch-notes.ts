import { guide, note } from './sources.ts';

const GROUPS = guide('Host resource groups in AWS License Manager');

/** What happens in a host resource group where nothing is refused. */
export const hrgLaunchNotes = {
  'hrg-launch-host-choice': note({
    statement:
      'A launch into a group goes to a member host that takes the type and has room; only if none has is a new host allocated. The sandbox packs: first hosts that need no new licences, then the fullest.',
    source: GROUPS,
    basis: 'stated',
  }),
  'hrg-setting-auto-release': note({
    statement:
      'With automatic release, a host of the group is released when the last running machine leaves it. Licences that affinity ties to it stay taken.',
    source: GROUPS,
    basis: 'stated',
  }),
  'hrg-share-ownership': note({
    statement:
      "In a shared group new hosts belong to the group's owner, machines to the account that launches them, and the licences come from the configuration's owner.",
    source: guide('Share a host resource group'),
    basis: 'stated',
  }),
};
