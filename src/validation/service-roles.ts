/** A role that a service of AWS makes for itself in an account. */
export interface ServiceRole {
  readonly name: string;
  /** The service that may assume it, and that names it when it is made. */
  readonly principal: string;
  /** AWS's own policy of what it may do. */
  readonly policy: string;
  /** Four letters that tell its id from those of the others. */
  readonly mark: string;
}

export const CORE_ROLE = 'AWSServiceRoleForAWSLicenseManagerRole';
export const MANAGEMENT_ROLE = 'AWSServiceRoleForAWSLicenseManagerMasterAccountRole';
export const MEMBER_ROLE = 'AWSServiceRoleForAWSLicenseManagerMemberAccountRole';
export const ORGANIZATIONS_ROLE = 'AWSServiceRoleForOrganizations';

/** The roles that License Manager and Organizations make (slr-three-roles, org-service-linked-role-organizations). */
export const SERVICE_ROLES: readonly ServiceRole[] = [
  {
    name: CORE_ROLE,
    principal: 'license-manager.amazonaws.com',
    policy: 'AWSLicenseManagerServiceRolePolicy',
    mark: 'CORE',
  },
  {
    name: MANAGEMENT_ROLE,
    principal: 'license-manager.master-account.amazonaws.com',
    policy: 'AWSLicenseManagerMasterAccountRolePolicy',
    mark: 'MGMT',
  },
  {
    name: MEMBER_ROLE,
    principal: 'license-manager.member-account.amazonaws.com',
    policy: 'AWSLicenseManagerMemberAccountRolePolicy',
    mark: 'MEMB',
  },
  {
    name: ORGANIZATIONS_ROLE,
    principal: 'organizations.amazonaws.com',
    policy: 'AWSOrganizationsServiceTrustPolicy',
    mark: 'ORGS',
  },
];

/** A role by its name in any letter case, as IAM finds roles; also by the names without "ServiceRoleFor" of an older guide. */
export const serviceRole = (name: string): ServiceRole | undefined =>
  SERVICE_ROLES.find((role) => [role.name, olderName(role.name)].includes(name) || same(role.name, name));

const olderName = (name: string): string => name.replace('AWSServiceRoleForAWS', 'AWS');
const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
