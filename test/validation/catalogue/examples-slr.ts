import type { slrRows } from '../../../src/validation/catalogue/slr.ts';
import { CORE_ROLE, MANAGEMENT_ROLE, ORGANIZATIONS_ROLE } from '../../../src/validation/service-roles.ts';
import type { Examples } from './example.ts';

const CONFIGURATION = 'arn:aws:license-manager:us-east-1:111122223333:license-configuration:lic-1';

/** The roles that services make for themselves. */
export const slrExamples: Examples<typeof slrRows> = {
  'slr-service-unknown': {
    breaks: { service: 'ec2.amazonaws.com' },
    says: 'ec2.amazonaws.com is no service whose role this program knows',
    holds: { service: 'license-manager.amazonaws.com' },
  },
  'slr-role-exists': {
    breaks: { role: CORE_ROLE, present: true },
    says: `the role ${CORE_ROLE} exists in this account already`,
    holds: { role: CORE_ROLE, present: false },
  },
  'slr-role-not-found': {
    breaks: { role: CORE_ROLE, present: false },
    says: `there is no role ${CORE_ROLE} in this account`,
    holds: { role: CORE_ROLE, present: true },
  },
  'slr-deletion-task-not-found': {
    breaks: { task: 'task/1', found: false },
    says: 'this account has no deletion task task/1',
    holds: { task: 'task/1', found: true },
  },
  'slr-delete-after-resources': {
    breaks: { role: CORE_ROLE, configurations: [CONFIGURATION] },
    says: `1 license configuration left: ${CONFIGURATION}`,
    holds: { role: CORE_ROLE, configurations: [] },
  },
  'slr-delete-order': {
    breaks: { role: CORE_ROLE, present: [MANAGEMENT_ROLE] },
    says: `the role ${MANAGEMENT_ROLE} is still there`,
    holds: { role: MANAGEMENT_ROLE, present: [MANAGEMENT_ROLE] },
  },
  'trusted-access-role-deletion': {
    breaks: { role: MANAGEMENT_ROLE, trustedBy: 'o-1' },
    says: 'organization o-1 trusts License Manager, which needs the role',
    holds: { role: MANAGEMENT_ROLE, trustedBy: undefined },
  },
  'org-slr-undeletable': {
    breaks: { isOrganizationsRole: true, allFeaturesOf: 'o-1' },
    says: 'organization o-1 has all features, which need the role',
    holds: { isOrganizationsRole: true, allFeaturesOf: undefined },
  },
  'org-slr-needed-for-all-features': {
    breaks: { accounts: ['222233334444'] },
    says: `the role ${ORGANIZATIONS_ROLE} is missing in 222233334444`,
    holds: { accounts: [] },
  },
};
