import { groupsGuide, guide, model, note } from './sources.ts';

const GROUPS = guide('Host resource groups in AWS License Manager');

/** How host resource groups behave where nothing is refused. */
export const groupNotes = {
  'hrg-purpose': note({
    statement: 'Groups part hosts by what they are for: development and production, units, licences.',
    source: GROUPS,
    basis: 'stated',
  }),
  'hrg-optimise-guidance': note({
    statement: 'Naming license configurations suits costly licences; allowing any uses the hosts best.',
    source: guide('Create a host resource group'),
    basis: 'stated',
  }),
  'hrg-create-fields': note({
    statement:
      'A group has a name, a description, three automatic settings (off where not given), families, license configurations (or any), and tags.',
    source: guide('Create a host resource group'),
    basis: 'stated',
  }),
  'hrg-arn-format': note({
    statement: 'The ARN of a group is arn:PARTITION:resource-groups:REGION:ACCOUNT:group/NAME.',
    source: model('GetGroup', 'GroupArn'),
    basis: 'model',
  }),
  'hrg-modify-any-time': note({
    statement: 'The settings of a group can be changed at any time, also while an earlier change is being applied.',
    source: guide('Modify a host resource group'),
    basis: 'stated',
  }),
  'hrg-update-asynchronous': note({
    statement:
      'New settings show as proposed while the group is UPDATING, then apply (UPDATE_COMPLETE) or fail with a reason (UPDATE_FAILED). Here that takes 30 seconds.',
    source: model('GetGroupConfiguration', 'Status'),
    basis: 'model',
  }),
  'hrg-add-host-delay': note({
    statement: 'A host that was added is PENDING, and a member one to two minutes later. Here that takes 90 seconds.',
    source: guide('Adding Dedicated Hosts to a host resource group'),
    basis: 'stated',
  }),
  'hrg-remove-host-instances-stay': note({
    statement:
      'When a host leaves a group, its machines stay on it and go on running; those placed through the group still name it.',
    source: guide('Removing Dedicated Hosts from a host resource group'),
    basis: 'stated',
  }),
  'hrg-remove-host-search': note({
    statement: 'The hosts of a group can be searched by id, type, state and Availability Zone.',
    source: guide('Removing Dedicated Hosts from a host resource group'),
    basis: 'stated',
  }),
  'hrg-host-flag': note({
    statement: 'DescribeHosts says of a member that it is in a service-linked resource group.',
    source: model('DescribeHosts', 'MemberOfServiceLinkedResourceGroup'),
    basis: 'model',
  }),
  'hrg-setting-values': note({
    statement: 'Automatic allocation, release and recovery are off where the group does not switch them on.',
    source: groupsGuide('Service configurations for resource groups'),
    basis: 'reading',
  }),
};
