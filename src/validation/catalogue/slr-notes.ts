import type { Source } from '../../contract/constraint.ts';
import { guide, note } from './sources.ts';

const ROLES = guide('Using service-linked roles for AWS License Manager');
const ORGANIZATIONS: Source = {
  document: 'AWS Organizations User Guide',
  section: 'AWS Organizations and service-linked roles',
};

/** What service-linked roles are, where nothing is refused. */
export const slrNotes = {
  'slr-three-roles': note({
    statement:
      'License Manager has three roles: the core role in every account, one for the management account and one for member accounts.',
    source: ROLES,
    basis: 'stated',
  }),
  'slr-core-name-trust': note({
    statement:
      'The core role is AWSServiceRoleForAWSLicenseManagerRole; license-manager.amazonaws.com alone may assume it, and its policy is AWSLicenseManagerServiceRolePolicy.',
    source: guide('License Manager-Core role'),
    basis: 'stated',
  }),
  'slr-management-name-trust': note({
    statement:
      'The role of the management account is AWSServiceRoleForAWSLicenseManagerMasterAccountRole; license-manager.master-account.amazonaws.com alone may assume it.',
    source: guide('License Manager-Management account role'),
    basis: 'stated',
  }),
  'slr-member-name-trust': note({
    statement:
      'The role of a member account is AWSServiceRoleForAWSLicenseManagerMemberAccountRole; license-manager.member-account.amazonaws.com alone may assume it.',
    source: guide('License Manager-Member account role'),
    basis: 'stated',
  }),
  'slr-core-created-first-run': note({
    statement: "The core role is made when License Manager is first used. A sandbox's accounts have it from the start.",
    source: guide('License Manager-Core role'),
    basis: 'stated',
  }),
  'slr-recreate': note({
    statement: 'A deleted role can be made again.',
    source: ROLES,
    basis: 'stated',
  }),
  'slr-no-rename': note({
    statement: 'Such a role cannot be renamed or edited, but for its description.',
    source: guide('Edit a service-linked role for License Manager'),
    basis: 'stated',
  }),
  'slr-delete-busy': note({
    statement: 'A deletion attempted while the role is in use may fail; it is tried again some minutes later.',
    source: guide('Clean up a service-linked role'),
    basis: 'stated',
  }),
  'slr-delete-section-error': note({
    statement: "The guide's section on deleting the core role names another role; it means the core role.",
    source: guide('Manually delete the service-linked role (core role)'),
    basis: 'reading',
  }),
  'slr-core-permissions': note({
    statement:
      'The core role may make the roles of Marketplace and of member accounts, use buckets and topics that begin with aws-license-manager-service-, and read instances, images, hosts, inventory and the organization.',
    source: guide('Permissions for the core role'),
    basis: 'stated',
  }),
  'slr-creator-permission': note({
    statement:
      'Making, editing or deleting these roles needs IAM permission for service-linked roles. A sandbox has no users.',
    source: guide('License Manager-Core role'),
    basis: 'stated',
  }),
  'trusted-access-principals-of-roles': note({
    statement:
      'The roles trust license-manager.amazonaws.com, license-manager.master-account.amazonaws.com and license-manager.member-account.amazonaws.com.',
    source: guide('License Manager-Member account role'),
    basis: 'stated',
  }),
  'org-service-linked-role-organizations': note({
    statement:
      'Every account of an organization has the role AWSServiceRoleForOrganizations, which Organizations alone may assume, from the moment it is made or joins.',
    source: ORGANIZATIONS,
    basis: 'stated',
  }),
};
