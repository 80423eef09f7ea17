import { row } from '../../contract/constraint.ts';
import { EXIT } from '../../contract/exit.ts';
import { CORE_ROLE, MANAGEMENT_ROLE, SERVICE_ROLES } from '../service-roles.ts';
import { counted } from '../words.ts';
import { guide, model, when } from './sources.ts';

const ROLES = guide('Using service-linked roles for AWS License Manager');
const ORGANIZATIONS = {
  document: 'AWS Organizations User Guide',
  section: 'AWS Organizations and service-linked roles',
};
const BLOCK = { severity: 'block', exit: EXIT.conflict } as const;
const DELETE = { ...BLOCK, fault: 'DeleteConflict', operations: ['iam:DeleteServiceLinkedRole'] } as const;

/** What stands between a service-linked role and its creation or deletion. IAM tells the latter as the outcome of the deletion's task. */
export const slrRows = {
  'slr-service-unknown': row({
    ...BLOCK,
    statement: 'A service-linked role is made for a service, by its principal; its name follows from that.',
    source: model('CreateServiceLinkedRole', 'AWSServiceName'),
    basis: 'model',
    exit: EXIT.refused,
    fault: 'InvalidInput',
    operations: ['iam:CreateServiceLinkedRole'],
    message: (a) => `${a.service} is no service whose role this program knows`,
    fix: () => [`use one of ${SERVICE_ROLES.map(({ principal }) => principal).join(', ')}`],
    check: (s: { readonly service: string }) =>
      when(!SERVICE_ROLES.some(({ principal }) => principal === s.service), { service: s.service }),
  }),
  'slr-role-exists': row({
    ...BLOCK,
    statement: 'A service has one such role in an account.',
    source: model('CreateServiceLinkedRole', 'InvalidInputException'),
    basis: 'model',
    fault: 'InvalidInput',
    operations: ['iam:CreateServiceLinkedRole'],
    message: (a) => `the role ${a.role} exists in this account already`,
    fix: () => ['nothing needs to be done'],
    check: (s: { readonly role: string; readonly present: boolean }) => when(s.present, { role: s.role }),
  }),
  'slr-role-not-found': row({
    ...BLOCK,
    statement: 'A role that is named exists in the account.',
    source: model('GetRole', 'NoSuchEntityException'),
    basis: 'model',
    exit: EXIT.notFound,
    fault: 'NoSuchEntity',
    operations: ['iam:GetRole', 'iam:DeleteServiceLinkedRole'],
    message: (a) => `there is no role ${a.role} in this account`,
    fix: () => ['the roles of services: aws iam list-roles --path-prefix /aws-service-role/'],
    check: (s: { readonly role: string; readonly present: boolean }) => when(!s.present, { role: s.role }),
  }),
  'slr-deletion-task-not-found': row({
    ...BLOCK,
    statement: 'The outcome of a deletion is asked by the task id that DeleteServiceLinkedRole gave.',
    source: model('GetServiceLinkedRoleDeletionStatus', 'NoSuchEntityException'),
    basis: 'model',
    exit: EXIT.notFound,
    fault: 'NoSuchEntity',
    operations: ['iam:GetServiceLinkedRoleDeletionStatus'],
    message: (a) => `this account has no deletion task ${a.task}`,
    fix: () => ['use the DeletionTaskId that DeleteServiceLinkedRole answered'],
    check: (s: { readonly task: string; readonly found: boolean }) => when(!s.found, { task: s.task }),
  }),
  'slr-delete-after-resources': row({
    ...DELETE,
    statement:
      'The core role can be deleted only after what it serves is gone: every license configuration disassociated and deleted.',
    source: ROLES,
    basis: 'stated',
    message: (a) => `${counted(a.configurations.length, 'license configuration')} left: ${a.configurations.join(', ')}`,
    fix: () => ['lm config list shows them; lm config delete NAME --detach deletes one'],
    check: (s: { readonly role: string; readonly configurations: readonly string[] }) =>
      when(s.role === CORE_ROLE && s.configurations.length > 0, { configurations: s.configurations }),
  }),
  'slr-delete-order': row({
    ...DELETE,
    statement: 'The roles of the management account and of member accounts are deleted before the core role.',
    source: guide('Manually delete the service-linked role (core role)'),
    basis: 'stated',
    message: (a) => `the role ${a.present.join(' and ')} is still there`,
    fix: (a) => a.present.map((role) => `aws iam delete-service-linked-role --role-name ${role}`),
    check: (s: { readonly role: string; readonly present: readonly string[] }) =>
      when(s.role === CORE_ROLE && s.present.length > 0, { present: s.present }),
  }),
  'trusted-access-role-deletion': row({
    ...DELETE,
    statement:
      "License Manager's role of the management account can be deleted only after trusted access is disabled or the account has left the organization.",
    source: {
      document: 'AWS Organizations User Guide',
      section: 'Service-linked roles created when you enable integration',
    },
    basis: 'stated',
    message: (a) => `organization ${a.organization} trusts License Manager, which needs the role`,
    fix: () => ['end that first: lm org trusted-access disable'],
    check: (s: { readonly role: string; readonly trustedBy: string | undefined }) =>
      when(s.role === MANAGEMENT_ROLE && s.trustedBy !== undefined, { organization: s.trustedBy ?? '' }),
  }),
  'org-slr-undeletable': row({
    ...DELETE,
    statement: 'In an organization with all features its role cannot be deleted from any account.',
    source: ORGANIZATIONS,
    basis: 'stated',
    message: (a) => `organization ${a.organization} has all features, which need the role`,
    fix: () => ['keep it; only an account that has left the organization can delete it'],
    check: (s: { readonly isOrganizationsRole: boolean; readonly allFeaturesOf: string | undefined }) =>
      when(s.isOrganizationsRole && s.allFeaturesOf !== undefined, { organization: s.allFeaturesOf ?? '' }),
  }),
  'org-slr-needed-for-all-features': row({
    ...BLOCK,
    statement: "On the way to all features every account has Organizations' role again, where it was deleted.",
    source: ORGANIZATIONS,
    basis: 'stated',
    fault: 'ConstraintViolationException',
    operations: ['organizations:EnableAllFeatures'],
    message: (a) => `the role AWSServiceRoleForOrganizations is missing in ${a.accounts.join(', ')}`,
    fix: () => [
      'make it in each of them: aws iam create-service-linked-role --aws-service-name organizations.amazonaws.com',
    ],
    check: (s: { readonly accounts: readonly string[] }) => when(s.accounts.length > 0, { accounts: s.accounts }),
  }),
};
