import { row } from '../../contract/constraint.ts';
import { EXIT } from '../../contract/exit.ts';
import { nearest } from '../nearest.ts';
import { didYouMean } from '../words.ts';
import { notManagement } from './org.ts';
import { model, when } from './sources.ts';

const SWITCH = ['organizations:EnableAWSServiceAccess', 'organizations:DisableAWSServiceAccess'] as const;
const LICENSE_MANAGER = 'license-manager.amazonaws.com';

/** The services that this program has to do with, by what they are called in trusted access. */
export const PRINCIPALS: readonly string[] = [
  LICENSE_MANAGER,
  'license-manager-linux-subscriptions.amazonaws.com',
  'license-manager.member-account.amazonaws.com',
  'ram.amazonaws.com',
  'auditmanager.amazonaws.com',
  'ssm.amazonaws.com',
  'cloudtrail.amazonaws.com',
];

/** The switch by which an organization lets a service act in its accounts. */
export const trustedRows = {
  'trusted-access-principal': row({
    statement: `Trusted access is switched for a service by its principal; License Manager's is ${LICENSE_MANAGER}.`,
    source: { document: 'AWS Organizations User Guide', section: 'Enabling trusted access with License Manager' },
    basis: 'stated',
    severity: 'block',
    exit: EXIT.refused,
    fault: 'InvalidInputException',
    operations: SWITCH,
    message: (a) => `"${a.principal}" is no service that this program knows`,
    fix: (a) => [...didYouMean(a.nearest), `License Manager is ${LICENSE_MANAGER}`],
    check: (s: { readonly principal: string }) =>
      when(!PRINCIPALS.includes(s.principal), {
        principal: s.principal,
        nearest: nearest(s.principal, PRINCIPALS),
      }),
  }),
  'trusted-access-management-only': row({
    statement: 'Only the management account switches trusted access.',
    source: { document: 'AWS Organizations User Guide', section: 'How to enable or disable trusted access' },
    basis: 'stated',
    severity: 'block',
    exit: EXIT.denied,
    fault: 'AccessDeniedException',
    operations: [...SWITCH, 'organizations:ListAWSServiceAccessForOrganization'],
    message: (a) => `account ${a.account} is a member; account ${a.managementAccount} manages the organization`,
    fix: (a) => [`act as the management account: --account ${a.managementAccount}`],
    check: notManagement,
  }),
  'trusted-access-all-features': row({
    statement: 'Trusted access needs an organization with all features.',
    source: model('EnableAWSServiceAccess', 'ORGANIZATION_NOT_IN_ALL_FEATURES_MODE'),
    basis: 'model',
    severity: 'block',
    exit: EXIT.conflict,
    fault: 'ConstraintViolationException',
    operations: ['organizations:EnableAWSServiceAccess'],
    message: (a) => `organization ${a.organization} has consolidated billing only`,
    fix: () => ['enable all features: lm org enable-all-features'],
    check: (s: { readonly organization: string; readonly features: string }) =>
      when(s.features !== 'ALL', { organization: s.organization }),
  }),
  'trusted-access-via-lm': row({
    statement:
      "Trusted access is best enabled in License Manager's own settings, which also set up its roles; enabled in Organizations alone, that is left to do.",
    source: { document: 'AWS Organizations User Guide', section: 'Enabling trusted access with License Manager' },
    basis: 'stated',
    severity: 'warn',
    exit: EXIT.refused,
    fault: 'ConstraintViolationException',
    operations: ['organizations:EnableAWSServiceAccess'],
    message: () => 'trusted access is on, but License Manager is not linked to the organization yet',
    fix: () => ['finish the set-up in the settings of License Manager: link the organization there'],
    check: (s: { readonly principal: string; readonly linked: boolean }) =>
      when(s.principal === LICENSE_MANAGER && !s.linked, {}),
  }),
};
