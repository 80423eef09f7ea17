import { guide, LICENSE_RULES, model, note, TERMS } from './sources.ts';

/** How license configurations behave where nothing is refused. */
export const configNotes = {
  'config-description-optional': note({
    statement: 'A description may be left out, and changed later.',
    source: guide('Create a license configuration'),
    basis: 'stated',
  }),
  'config-count-optional': note({
    statement: 'The number of licences may be left out: use is then counted without a limit.',
    source: TERMS,
    basis: 'stated',
  }),
  'config-hard-limit-default-soft': note({
    statement: 'A limit is soft unless it is said to be hard.',
    source: TERMS,
    basis: 'stated',
  }),
  'config-tags-optional': note({
    statement: 'A configuration can have tags, from the beginning or later.',
    source: guide('Create a license configuration'),
    basis: 'stated',
  }),
  'config-arn-format': note({
    statement: 'An ARN ends in license-configuration:lic- and hexadecimal digits, with a colon before the id.',
    source: model('TagResource', 'ResourceArn'),
    basis: 'stated',
  }),
  'config-status-values': note({
    statement: 'A configuration is AVAILABLE, as it begins, or DISABLED, which is deactivated.',
    source: TERMS,
    basis: 'stated',
  }),
  'config-edit-console-fields': note({
    statement: 'The console edits the name, the description, the number of licences and whether the limit is hard.',
    source: guide('Edit a license configuration'),
    basis: 'stated',
  }),
  'config-edit-api-fields': note({
    statement:
      'The API also changes the status, the product information, the affinity rule, the expiry and whether uninstalled software stops being tracked.',
    source: model('UpdateLicenseConfiguration', 'UpdateLicenseConfigurationRequest'),
    basis: 'stated',
  }),
  'config-edit-soft-to-hard': note({
    statement: 'Making a limit hard changes later launches only: what runs keeps running.',
    source: TERMS,
    basis: 'reading',
  }),
  'config-get-shape': note({
    statement:
      'Reading a configuration shows its terms, its status, its owner, what is used by kind of resource and what is associated.',
    source: model('GetLicenseConfiguration', 'GetLicenseConfigurationResponse'),
    basis: 'model',
  }),
  'config-list-pagination': note({
    statement: 'Listings come in pages; the last one has no NextToken.',
    source: model('ListLicenseConfigurations', 'NextToken'),
    basis: 'model',
  }),
  'config-deactivate-how': note({
    statement: 'Deactivating is an update of the status to DISABLED.',
    source: guide('Deactivate a license configuration'),
    basis: 'stated',
  }),
  'config-deactivate-keeps-existing': note({
    statement: 'Deactivating leaves associations as they are.',
    source: guide('Deactivate a license configuration'),
    basis: 'stated',
  }),
  'config-deactivate-ami-launch-allowed': note({
    statement:
      'An AMI of a deactivated configuration can be launched: nothing is checked, counted or associated for that configuration.',
    source: guide('Deactivate a license configuration'),
    basis: 'stated',
  }),
  'config-deactivate-stops-tracking': note({
    statement:
      'While a configuration is deactivated, launches, starts and stops change nothing in what it has counted.',
    source: guide('Deactivate a license configuration'),
    basis: 'stated',
  }),
  'config-reactivate': note({
    statement:
      'Activating again counts what runs and is associated from that moment, even above a hard limit: the excess is flagged and nothing is stopped.',
    source: guide('Deactivate a license configuration'),
    basis: 'reading',
  }),
  'config-delete-permanent': note({
    statement: 'A deleted configuration is gone: its ARN is unknown afterwards, and its place in the quota is free.',
    source: guide('Delete a license configuration'),
    basis: 'stated',
  }),
  'config-change-terms-workflow': note({
    statement: 'New terms: disassociate, delete, create anew, associate again. lm config recreate does it as one step.',
    source: guide('Delete a license configuration'),
    basis: 'stated',
  }),
  'config-associate-one-by-one-or-bulk': note({
    statement: 'One call changes one resource: several configurations can be added and removed together, all or none.',
    source: model('UpdateLicenseSpecificationsForResource', 'AddLicenseSpecifications'),
    basis: 'model',
  }),
  'config-share-on-associate': note({
    statement:
      'What is put on a resource can be shared with every account of the organization in the same step: lm config attach NAME RESOURCE --share-organization, and the same with lm ami attach. Sharing within the organization must be switched on (lm share enable-organization).',
    source: guide('Associating a license configuration with discovered inventory'),
    basis: 'stated',
  }),
  'config-associate-resource-types': note({
    statement: 'Associated resources are EC2_INSTANCE, EC2_HOST, EC2_AMI, RDS or SYSTEMS_MANAGER_MANAGED_INSTANCE.',
    source: model('ListAssociationsForLicenseConfiguration', 'ResourceType'),
    basis: 'model',
  }),
  'config-associate-duplicate': note({
    statement: 'Adding what is there already changes nothing; the time of the first association stays.',
    source: model('UpdateLicenseSpecificationsForResource', 'AddLicenseSpecifications'),
    basis: 'reading',
  }),
  'config-associate-conflict': note({
    statement:
      'AWS may refuse one of two changes of the same resource or configuration that arrive together (ConflictException): send it again. A sandbox takes calls one after the other, so there it never happens.',
    source: model('UpdateLicenseSpecificationsForResource', 'ConflictException'),
    basis: 'model',
  }),
  'config-disassociate-releases': note({
    statement:
      'Taking a configuration off a machine gives its licences back at once, unless an affinity period holds them.',
    source: LICENSE_RULES,
    basis: 'reading',
  }),
  'config-association-time': note({
    statement: 'Each association keeps the time when it was made.',
    source: model('ListAssociationsForLicenseConfiguration', 'AssociationTime'),
    basis: 'model',
  }),
  'config-usage-record': note({
    statement:
      'Usage is one row for each machine and each charged host: what it is, its state, its owner, since when, and how many licences. AMIs take none and have no row: lm config associations lists them.',
    source: model('ListUsageForLicenseConfiguration', 'LicenseConfigurationUsage'),
    basis: 'model',
  }),
  'config-failure-log': note({
    statement: 'What discovery tried and could not do is kept as a list of failures.',
    source: model('ListFailuresForLicenseConfigurationOperations', 'LicenseOperationFailure'),
    basis: 'model',
  }),
  'config-expiry-optional': note({
    statement: 'A configuration may have an expiry, in seconds since 1970. It is shown and blocks nothing.',
    source: model('CreateLicenseConfiguration', 'LicenseExpiry'),
    basis: 'model',
  }),
  'config-compliance-disclaimer': note({
    statement:
      'The rules capture your own reading of a licence agreement. AWS takes no part in audits, and keeping the agreement stays with you.',
    source: LICENSE_RULES,
    basis: 'stated',
  }),
  'config-terminology': note({
    statement:
      'A license configuration is also called customer managed license and, in later guides, self-managed license.',
    source: guide('Automated discovery of resource inventory'),
    basis: 'stated',
  }),
};
