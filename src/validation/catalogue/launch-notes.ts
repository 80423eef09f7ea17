import { guide, LICENSE_RULES, model, note, TERMS } from './sources.ts';

/** What a launch does for licences where nothing is refused. */
export const launchNotes = {
  'launch-mechanisms': note({
    statement:
      'A launch falls under a configuration through its AMI, a launch template, a stack template, or by naming it.',
    source: LICENSE_RULES,
    basis: 'stated',
  }),
  'launch-ami-automatic': note({
    statement: 'A launch from an associated AMI is tracked without anyone doing anything.',
    source: LICENSE_RULES,
    basis: 'stated',
  }),
  'launch-union': note({
    statement: 'Configurations of the AMI and of the launch itself are put together; the same one counts once.',
    source: LICENSE_RULES,
    basis: 'reading',
  }),
  'launch-record': note({
    statement: 'An instance shows its configurations, and each configuration shows the instance.',
    source: model('ListLicenseSpecificationsForResource', 'LicenseSpecifications'),
    basis: 'model',
  }),
  'launch-marketplace-byol': note({
    statement: 'Marketplace AMIs with a licence of your own get their configurations through templates.',
    source: guide('Licensing for AWS Marketplace products'),
    basis: 'stated',
  }),
  'launch-marketplace-key': note({
    statement: 'Tracking does not activate marketplace software: the key of the seller is entered afterwards.',
    source: guide('Licensing for AWS Marketplace products'),
    basis: 'stated',
  }),
  'launch-atomic': note({
    statement: 'A launch that is refused leaves nothing behind.',
    source: TERMS,
    basis: 'reading',
  }),
  'launch-inventory-untracked': note({
    statement: 'Launches from AMIs without a configuration are not tracked until they are found.',
    source: guide('Resource inventory in License Manager'),
    basis: 'stated',
  }),
  'launch-first-steps': note({
    statement: 'The first steps: grant permissions, create a configuration, attach it, launch, watch.',
    source: guide('Getting started with AWS License Manager'),
    basis: 'stated',
  }),
};
