import type { shareRows } from '../../../src/validation/catalogue/share.ts';
import type { shareRequestRows } from '../../../src/validation/catalogue/share-request.ts';
import type { shareUseRows } from '../../../src/validation/catalogue/share-use.ts';
import type { Examples } from './example.ts';

const UUID = '00000000-0000-4000-8000-000000000000';
const SHARE = `arn:aws:ram:us-east-1:111122223333:resource-share/${UUID}`;
const INVITATION = `arn:aws:ram:us-east-1:111122223333:resource-share-invitation/${UUID}`;
const CONFIGURATION =
  'arn:aws:license-manager:us-east-1:111122223333:license-configuration:lic-0123456789abcdef0123456789abcdef';
const BUCKET = 'arn:aws:s3:::bucket';
const WITHIN = {
  organization: 'o-abcdefghij',
  management: '111122223333',
  account: '444455556666',
  member: true,
  sharing: true,
  unitFound: true,
} as const;
const PERMISSION = 'arn:aws:ram::aws:permission/AWSRAMDefaultPermissionLicenseConfiguration';

export const shareExamples: Examples<typeof shareRows> = {
  'share-arn-malformed': {
    breaks: { arn: 'win-dc', what: 'a resource share', valid: false },
    says: '"win-dc" is not the ARN of a resource share',
    holds: { arn: SHARE, what: 'a resource share', valid: true },
  },
  'share-not-found': {
    breaks: { arn: SHARE, account: '444455556666', found: false },
    says: `account 444455556666 has no resource share ${SHARE}`,
    holds: { arn: SHARE, account: '111122223333', found: true },
  },
  'share-deleted': {
    breaks: { share: 'win-dc', status: 'DELETED' },
    says: 'the resource share win-dc is deleted',
    holds: { share: 'win-dc', status: 'ACTIVE' },
  },
  'share-resource-type': {
    breaks: { arn: BUCKET, shareable: false },
    says: `${BUCKET} is neither a license configuration nor a host resource group`,
    holds: { arn: CONFIGURATION, shareable: true },
  },
  'share-resource-unknown': {
    breaks: { arn: CONFIGURATION, region: 'eu-west-1', found: false },
    says: `there is no ${CONFIGURATION} in eu-west-1`,
    holds: { arn: CONFIGURATION, region: 'us-east-1', found: true },
  },
  'share-resource-owner': {
    breaks: { arn: CONFIGURATION, ownerId: '111122223333', accountId: '444455556666' },
    says: `${CONFIGURATION} belongs to account 111122223333; account 444455556666 cannot share it`,
    holds: { arn: CONFIGURATION, ownerId: '111122223333', accountId: '111122223333' },
  },
  'share-principal-malformed': {
    breaks: { principal: 'o-abcdefghij', valid: false },
    says: 'Principal ID o-abcdefghij is malformed',
    holds: { principal: '444455556666', valid: true },
  },
  'share-organization-unknown': {
    breaks: { ...WITHIN, sharing: false },
    says: 'Organization o-abcdefghij could not be found: sharing with RAM is not switched on in it',
    holds: WITHIN,
  },
  'share-organization-only': {
    breaks: { what: 'the host resource group sql', outside: ['777788889999'] },
    says: 'the host resource group sql can be shared within the organization only, not with 777788889999',
    holds: { what: 'the host resource group sql', outside: [] },
  },
  'share-entity-unknown': {
    breaks: { share: 'win-dc', entity: '444455556666', found: false },
    says: '444455556666 is not in the share win-dc',
    holds: { share: 'win-dc', entity: '444455556666', found: true },
  },
};

export const shareRequestExamples: Examples<typeof shareRequestRows> = {
  'share-permission-unknown': {
    breaks: { permissionArns: ['arn:aws:ram::aws:permission/Other'], allowed: [PERMISSION] },
    says: 'there is no permission arn:aws:ram::aws:permission/Other for what is shared here',
    holds: { permissionArns: [PERMISSION], allowed: [PERMISSION] },
  },
  'share-no-sources': {
    breaks: { sources: ['444455556666'] },
    says: 'sources were given (444455556666), but no service principal',
    holds: { sources: [] },
  },
  'share-client-token': {
    breaks: { clientToken: 'x'.repeat(65) },
    says: 'the client token has 65 characters, allowed 1 to 64',
    holds: { clientToken: 'x'.repeat(64) },
  },
  'share-update-empty': {
    breaks: {},
    says: 'neither a name nor allowExternalPrincipals was given',
    holds: { allowExternalPrincipals: false },
  },
  'share-entities-empty': {
    breaks: { resourceArns: [] },
    says: 'neither resources nor principals were given',
    holds: { principals: ['444455556666'] },
  },
  'share-association-filter': {
    breaks: { associationType: 'PRINCIPAL', resourceArn: CONFIGURATION },
    says: 'resourceArn cannot be given with the association type PRINCIPAL',
    holds: { associationType: 'RESOURCE', resourceArn: CONFIGURATION },
  },
  'share-list-type': {
    breaks: { resourceType: 'ec2:Subnet', allowed: ['resource-groups:Group'] },
    says: 'ec2:Subnet is not a resource type that is shared here',
    holds: { resourceType: 'resource-groups:Group', allowed: ['resource-groups:Group'] },
  },
};

export const shareUseExamples: Examples<typeof shareUseRows> = {
  'config-share-use-precondition': {
    breaks: { configuration: 'win-dc', ownerId: '111122223333', accountId: '444455556666', accessible: false },
    says: 'win-dc belongs to account 111122223333 and is not shared with account 444455556666',
    holds: { configuration: 'win-dc', ownerId: '111122223333', accountId: '444455556666', accessible: true },
  },
  'hrg-remove-host-shared': {
    breaks: { hostId: 'h-1', group: 'sql', consumer: '444455556666', machines: ['i-1', 'i-2'], deadline: 0 },
    says: 'h-1 has left the shared group sql: account 444455556666 has until 1970-01-01T00:00:00.000Z to move i-1 and i-2 off it',
    holds: { hostId: 'h-1', group: 'sql', consumer: '444455556666', machines: [], deadline: 0 },
  },
  'time-eviction-15d': {
    breaks: { instanceId: 'i-1', hostId: 'h-1', ownerId: '111122223333', deadline: 1, now: 1 },
    says: 'i-1 is still on h-1 of account 111122223333, which it had to leave by 1970-01-01T00:00:00.001Z',
    holds: { instanceId: 'i-1', hostId: 'h-1', ownerId: '111122223333', deadline: 1, now: 0 },
  },
  'share-holds-more': {
    breaks: { share: 'all', principal: '444455556666', resource: 'win-dc', alone: false },
    says: '444455556666 has win-dc by the share all, which holds other things too',
    holds: { share: 'win-dc', principal: '444455556666', resource: 'win-dc', alone: true },
  },
  'share-enable-management': {
    breaks: { accountId: '444455556666', management: '111122223333', features: 'ALL' },
    says: 'account 444455556666 is not the management account, which is 111122223333',
    holds: { accountId: '111122223333', management: '111122223333', features: 'ALL' },
  },
  'share-invitation-not-found': {
    breaks: { arn: INVITATION, account: '777788889999', found: false },
    says: `account 777788889999 has no invitation ${INVITATION}`,
    holds: { arn: INVITATION, account: '444455556666', found: true },
  },
  'share-invitation-accepted': {
    breaks: { share: 'win-dc', status: 'ACCEPTED' },
    says: 'the invitation to win-dc was accepted already',
    holds: { share: 'win-dc', status: 'PENDING' },
  },
  'share-invitation-rejected': {
    breaks: { share: 'win-dc', status: 'REJECTED' },
    says: 'the invitation to win-dc was rejected already',
    holds: { share: 'win-dc', status: 'PENDING' },
  },
  'share-invitation-expired': {
    breaks: { share: 'win-dc', status: 'EXPIRED' },
    says: 'the invitation to win-dc has expired',
    holds: { share: 'win-dc', status: 'PENDING' },
  },
};
