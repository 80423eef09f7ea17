import { AMIS, guide, LICENSE_RULES, model, note } from './sources.ts';

/** How AMIs and configurations go together where nothing is refused. */
export const amiNotes = {
  'ami-owned-scope-choice': note({
    statement: 'An AMI of your own is associated for all accounts or for your own.',
    source: AMIS,
    basis: 'stated',
  }),
  'ami-mixed-selection': note({
    statement:
      'Among AMIs attached together, the chosen scope holds for your own; shared ones are associated for your account.',
    source: AMIS,
    basis: 'stated',
  }),
  'ami-cross-account-tracking': note({
    statement: 'A cross-account association tracks launches in every account that can launch the AMI, from one pool.',
    source: AMIS,
    basis: 'stated',
  }),
  'ami-current-account-tracking': note({
    statement: 'An association for the own account tracks its own launches only.',
    source: AMIS,
    basis: 'stated',
  }),
  'ami-multi-select': note({
    statement: 'Several AMIs can be associated in one step.',
    source: AMIS,
    basis: 'stated',
  }),
  'ami-association-scope-shown': note({
    statement: 'The association of a cross-account AMI shows its scope.',
    source: model('ListAssociationsForLicenseConfiguration', 'AmiAssociationScope'),
    basis: 'model',
  }),
  'ami-disassociate': note({
    statement: 'A registered AMI can be disassociated at any time; machines launched from it keep their associations.',
    source: guide('Disassociating license configurations and AMIs'),
    basis: 'reading',
  }),
  'ami-deregistered-sweep': note({
    statement: 'Every 8 hours the associations of deregistered AMIs are removed.',
    source: guide('Disassociating license configurations and AMIs'),
    basis: 'stated',
  }),
  'ami-deregistered-lingers': note({
    statement: 'Until then a deregistered AMI still shows among the associations.',
    source: guide('Apparent persistence of a de-registered AMI'),
    basis: 'stated',
  }),
  'ami-pipeline-attach': note({
    statement: 'A pipeline that builds AMIs can attach the configuration to each new one.',
    source: LICENSE_RULES,
    basis: 'stated',
  }),
};
