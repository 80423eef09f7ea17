import { guide, model, note, TERMS } from './sources.ts';

/** What happens as time passes, and where. */
export const timeRows = {
  'time-virtual-clock': note({
    statement: 'Everything that comes due follows one clock, which a sandbox can move forward.',
    source: guide('License reporting in License Manager'),
    basis: 'reading',
  }),
  'time-ami-sweep': note({
    statement: 'The clean-up of deregistered AMIs runs every 8 hours.',
    source: guide('Disassociating license configurations and AMIs'),
    basis: 'stated',
  }),
  'time-affinity-release': note({
    statement: 'Licences tied to a host come back within 24 hours after their days.',
    source: TERMS,
    basis: 'stated',
  }),
  'time-host-add': note({
    statement:
      'A host becomes a member of a host resource group one to two minutes after it was added; here 90 seconds.',
    source: guide('Adding Dedicated Hosts to a host resource group'),
    basis: 'stated',
  }),
  'time-order': note({
    statement: 'What comes due together happens in the order of time.',
    source: guide('License reporting in License Manager'),
    basis: 'reading',
  }),
  'time-utc': note({
    statement: 'All times are UTC.',
    source: model('ListUsageForLicenseConfiguration', 'AssociationTime'),
    basis: 'model',
  }),
  'region-partition': note({
    statement: 'ARNs carry the partition of their Region: aws, aws-cn or aws-us-gov.',
    source: guide('Settings'),
    basis: 'stated',
  }),
};
