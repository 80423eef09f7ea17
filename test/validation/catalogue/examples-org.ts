import type { orgRows } from '../../../src/validation/catalogue/org.ts';
import type { handshakeRows } from '../../../src/validation/catalogue/org-handshake.ts';
import type { trustedRows } from '../../../src/validation/catalogue/trusted.ts';
import type { Examples } from './example.ts';

const MANAGER = '111122223333';
const MEMBER = '222233334444';
const AS_MEMBER = { account: MEMBER, managementAccount: MANAGER };
const AS_MANAGER = { account: MANAGER, managementAccount: MANAGER };
const ONLY_MANAGER = `account ${MEMBER} is a member; account ${MANAGER} manages the organization`;

export const orgExamples: Examples<typeof orgRows> = {
  'org-needed': {
    breaks: { account: MANAGER, organization: undefined },
    says: `account ${MANAGER} is in no organization`,
    holds: { account: MANAGER, organization: 'o-1' },
  },
  'org-already-member': {
    breaks: { account: MANAGER, organization: 'o-1' },
    says: `account ${MANAGER} is in organization o-1 already`,
    holds: { account: MANAGER, organization: undefined },
  },
  'org-management-only': { breaks: AS_MEMBER, says: ONLY_MANAGER, holds: AS_MANAGER },
  'org-account-not-found': {
    breaks: { account: MEMBER, organization: 'o-1', found: false },
    says: `account ${MEMBER} is not in organization o-1`,
    holds: { account: MEMBER, organization: 'o-1', found: true },
  },
  'org-management-cannot-leave': {
    breaks: AS_MANAGER,
    says: `account ${MANAGER} manages the organization and cannot leave it`,
    holds: AS_MEMBER,
  },
  'org-not-empty': {
    breaks: { members: [MEMBER, '333344445555'] },
    says: `2 member accounts left in the organization: ${MEMBER}, 333344445555`,
    holds: { members: [] },
  },
  'org-account-request-not-found': {
    breaks: { id: 'car-1', found: false },
    says: 'this organization has no request car-1 for an account',
    holds: { id: 'car-1', found: true },
  },
  'org-parent-not-found': {
    breaks: { parent: 'ou-1', organization: 'o-1', root: 'r-1', found: false },
    says: 'there is no root or organizational unit ou-1 in organization o-1',
    holds: { parent: 'r-1', organization: 'o-1', root: 'r-1', found: true },
  },
  'org-move-source': {
    breaks: { account: MEMBER, parent: 'r-1', source: 'ou-1' },
    says: `account ${MEMBER} stands in r-1, not in ou-1`,
    holds: { account: MEMBER, parent: 'r-1', source: 'r-1' },
  },
  'org-move-destination': {
    breaks: { destination: 'ou-2', organization: 'o-1', root: 'r-1', found: false },
    says: 'there is no root or organizational unit ou-2 in organization o-1',
    holds: { destination: 'r-1', organization: 'o-1', root: 'r-1', found: true },
  },
  'org-unit-name-in-use': {
    breaks: { parent: 'r-1', name: 'prod', taken: true },
    says: 'r-1 has an organizational unit prod already',
    holds: { parent: 'r-1', name: 'prod', taken: false },
  },
};

export const handshakeExamples: Examples<typeof handshakeRows> = {
  'org-invite-target': {
    breaks: { id: '22223333444', type: 'ACCOUNT' },
    says: '"22223333444" of type ACCOUNT is no account that can be invited',
    holds: { id: MEMBER, type: 'ACCOUNT' },
  },
  'org-invite-in-organization': {
    breaks: { account: MEMBER, organization: 'o-1' },
    says: `account ${MEMBER} is in organization o-1 already`,
    holds: { account: MEMBER, organization: undefined },
  },
  'org-invite-duplicate': {
    breaks: { target: MEMBER, open: { id: 'h-1', until: '2026-12-06T03:00:00.000Z' } },
    says: `${MEMBER} is invited already, until 2026-12-06T03:00:00.000Z: h-1`,
    holds: { target: MEMBER, open: undefined },
  },
  'org-invite-during-all-features': {
    breaks: { pending: 'h-1' },
    says: 'the organization is on its way to all features (h-1)',
    holds: { pending: undefined },
  },
  'org-has-all-features': {
    breaks: { organization: 'o-1', features: 'ALL' },
    says: 'organization o-1 has all features already',
    holds: { organization: 'o-1', features: 'CONSOLIDATED_BILLING' },
  },
  'org-all-features-pending': {
    breaks: { pending: 'h-1' },
    says: 'the organization is on its way to all features already (h-1)',
    holds: { pending: undefined },
  },
  'org-handshake-not-found': {
    breaks: { handshake: 'h-1', found: false },
    says: 'there is no handshake h-1',
    holds: { handshake: 'h-1', found: true },
  },
  'org-handshake-of-another': {
    breaks: { handshake: 'h-1', account: MANAGER, target: MEMBER },
    says: `handshake h-1 asks ${MEMBER}, not account ${MANAGER}`,
    holds: { handshake: 'h-1', account: MEMBER, target: MEMBER },
  },
  'org-handshake-accepted': {
    breaks: { handshake: 'h-1', state: 'ACCEPTED' },
    says: 'handshake h-1 was accepted before',
    holds: { handshake: 'h-1', state: 'OPEN' },
  },
  'org-handshake-not-open': {
    breaks: { handshake: 'h-1', state: 'REQUESTED', waitsFor: [MEMBER] },
    says: `handshake h-1 is REQUESTED: waiting for ${MEMBER}`,
    holds: { handshake: 'h-1', state: 'OPEN', waitsFor: [] },
  },
};

export const trustedExamples: Examples<typeof trustedRows> = {
  'trusted-access-principal': {
    breaks: { principal: 'licence-manager.amazonaws.com' },
    says: '"licence-manager.amazonaws.com" is no service that this program knows',
    holds: { principal: 'license-manager.amazonaws.com' },
  },
  'trusted-access-management-only': { breaks: AS_MEMBER, says: ONLY_MANAGER, holds: AS_MANAGER },
  'trusted-access-all-features': {
    breaks: { organization: 'o-1', features: 'CONSOLIDATED_BILLING' },
    says: 'organization o-1 has consolidated billing only',
    holds: { organization: 'o-1', features: 'ALL' },
  },
  'trusted-access-via-lm': {
    breaks: { principal: 'license-manager.amazonaws.com', linked: false },
    says: 'trusted access is on, but License Manager is not linked to the organization yet',
    holds: { principal: 'ram.amazonaws.com', linked: false },
  },
};
