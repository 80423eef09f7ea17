import type { Source } from '../../contract/constraint.ts';
import { guide, model, note } from './sources.ts';

const ORGANIZATIONS = (section: string): Source => ({ document: 'AWS Organizations User Guide', section });

/** How organizations and trusted access behave where nothing is refused. */
export const orgNotes = {
  'org-account-removed': note({
    statement:
      'An account that leaves loses the configurations that were shared with its organization, and can no longer be looked into.',
    source: guide('Troubleshooting License Manager'),
    basis: 'stated',
  }),
  'org-scp-scope': note({
    statement: 'Service control policies bind member accounts, never the management account.',
    source: ORGANIZATIONS('Permissions required to disable trusted access'),
    basis: 'stated',
  }),
  'org-all-features-created': note({
    statement:
      'An account that was made in the organization need not agree to all features; its management account does.',
    source: ORGANIZATIONS('AWS Organizations and service-linked roles'),
    basis: 'stated',
  }),
  'trusted-access-no-output': note({
    statement: 'Switching trusted access answers with nothing when it succeeds.',
    source: ORGANIZATIONS('Enabling trusted access with License Manager'),
    basis: 'stated',
  }),
  'trusted-access-flag-spelling': note({
    statement:
      "The option of the aws command is --service-principal; the guide's --service-principle is a slip. Here the service is simply named.",
    source: ORGANIZATIONS('Enabling trusted access with License Manager'),
    basis: 'reading',
  }),
  'trusted-access-console-confirm': note({
    statement:
      'The console asks for the word enable or disable before it switches trusted access; lm asks before it disables.',
    source: ORGANIZATIONS('How to enable or disable trusted access'),
    basis: 'stated',
  }),
  'trusted-access-enable-effect': note({
    statement:
      'With trusted access License Manager may make its roles in the accounts of the organization, as it needs them, and act there.',
    source: ORGANIZATIONS('Using AWS Organizations with other AWS services'),
    basis: 'stated',
  }),
  'trusted-access-async-roles': note({
    statement: 'Roles are made where they are needed, not everywhere at once.',
    source: ORGANIZATIONS('AWS Organizations and service-linked roles'),
    basis: 'stated',
  }),
  'trusted-access-list': note({
    statement: 'The services that are trusted are listed with the date since when.',
    source: model('ListAWSServiceAccessForOrganization', 'EnabledServicePrincipal'),
    basis: 'model',
  }),
  'trusted-access-disable-route': note({
    statement: 'License Manager has no switch that takes trusted access away: Organizations has it.',
    source: ORGANIZATIONS('Disabling trusted access with License Manager'),
    basis: 'stated',
  }),
  'trusted-access-disable-new-roles': note({
    statement: 'After trusted access is disabled no new roles are made, so accounts that join later cannot be managed.',
    source: ORGANIZATIONS('Using AWS Organizations with other AWS services'),
    basis: 'stated',
  }),
  'trusted-access-disable-old-accounts': note({
    statement: 'Accounts that were managed may still be until the service has cleaned up.',
    source: ORGANIZATIONS('Using AWS Organizations with other AWS services'),
    basis: 'stated',
  }),
  'trusted-access-disable-tasks': note({
    statement: 'After that the service can no longer act in member accounts.',
    source: ORGANIZATIONS('Using AWS Organizations with other AWS services'),
    basis: 'stated',
  }),
  'trusted-access-disable-not-a-block': note({
    statement: 'Everybody can go on using License Manager in an account of their own.',
    source: ORGANIZATIONS('Permissions required to disable trusted access'),
    basis: 'stated',
  }),
  'trusted-access-disable-order': note({
    statement:
      "Disable a service's use of the organization in the service first, so that it can clean up, and then its trusted access.",
    source: ORGANIZATIONS('Permissions required to disable trusted access'),
    basis: 'stated',
  }),
  'trusted-access-two-people': note({
    statement:
      'Where two people run the organization and License Manager, the first enables before the second begins, and disables after the second has finished.',
    source: ORGANIZATIONS('Permissions required to enable trusted access'),
    basis: 'stated',
  }),
  'trusted-access-idempotent': note({
    statement: 'Enabling what is enabled, or disabling what is not, changes nothing and succeeds.',
    source: model('EnableAWSServiceAccess', 'ServicePrincipal'),
    basis: 'reading',
  }),
  'trusted-access-user-permissions-unchanged': note({
    statement: 'Trusted access gives users nothing; only the service gains rights.',
    source: ORGANIZATIONS('Using AWS Organizations with other AWS services'),
    basis: 'stated',
  }),
};
