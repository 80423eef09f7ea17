import { describe, expect, test } from 'vitest';
import type { Input } from '../../../../src/contract/operations.ts';
import { ACCOUNT } from '../../../support/sandbox.ts';
import { OTHER, refusal } from '../ec2/support.ts';
import { ABSENT, shares, THIRD } from './support.ts';

type Create = Partial<Input<'ram:CreateResourceShare'>>;

describe('CreateResourceShare refuses, and lets the near miss pass', () => {
  const ORG = `arn:aws:organizations::${ACCOUNT}:organization/o-abcdefghij`;
  const UNIT = `arn:aws:organizations::${ACCOUNT}:ou/o-abcdefghij/ou-abcd-12345678`;
  const LICENCE = 'arn:aws:ram::aws:permission/AWSRAMDefaultPermissionLicenseConfiguration';
  const tags = (count: number) => Array.from({ length: count }, (_, n) => ({ key: `k${n}`, value: 'v' }));

  test.each<[id: string, code: string, refused: Create, passes: Create]>([
    ['share-client-token', 'InvalidClientTokenException', { clientToken: '' }, { clientToken: 'x' }],
    ['tag-limit-50', 'TagLimitExceededException', { tags: tags(51) }, { tags: tags(50) }],
    ['tag-reserved-prefix', 'InvalidParameterException', { tags: [{ key: 'aws:a' }] }, { tags: [{ key: 'aws-a' }] }],
    [
      'share-permission-unknown',
      'UnknownResourceException',
      { permissionArns: [`${LICENCE}s`] },
      { permissionArns: [LICENCE] },
    ],
    ['share-no-sources', 'InvalidParameterException', { sources: [ACCOUNT] }, { sources: [] }],
    ['share-arn-malformed', 'MalformedArnException', { resourceArns: ['win-dc'] }, {}],
    ['share-resource-type', 'InvalidParameterException', { resourceArns: ['arn:aws:s3:::bucket'] }, {}],
    [
      'share-principal-malformed',
      'InvalidParameterException',
      { principals: ['o-abcdefghij'] },
      { principals: [OTHER.account] },
    ],
    [
      'share-principal-malformed',
      'InvalidParameterException',
      { principals: ['4444'] },
      { principals: [OTHER.account] },
    ],
    ['share-organization-unknown', 'UnknownResourceException', { principals: [ORG] }, {}],
    ['share-organization-unknown', 'UnknownResourceException', { principals: [UNIT] }, {}],
    [
      'share-organization-only',
      'OperationNotPermittedException',
      { principals: [OTHER.account], allowExternalPrincipals: false },
      { principals: [OTHER.account], allowExternalPrincipals: true },
    ],
  ])('%s', async (id, code, refused, passes) => {
    const { share } = shares();
    await expect(share(refused)).rejects.toEqual(refusal(id, code));
    await expect(share(passes)).resolves.toMatch(/^arn:aws:ram:us-east-1:111122223333:resource-share\/[0-9a-f-]{36}$/);
  });

  test('share-resource-unknown, share-resource-owner: what is shared exists here and is the own', async () => {
    const { share, config, group } = shares();
    const arn = await config('win-dc');
    const away = { account: ACCOUNT, region: 'eu-west-1' };
    const unknown = refusal('share-resource-unknown', 'UnknownResourceException');
    await expect(share({ resourceArns: [arn.replace(/.$/, 'x')] })).rejects.toEqual(
      refusal('share-resource-type', 'InvalidParameterException'),
    );
    await expect(share({ resourceArns: [`${arn.slice(0, -4)}ffff`] })).rejects.toEqual(unknown);
    await expect(share({ resourceArns: [arn] }, away)).rejects.toEqual(unknown);
    await expect(share({ resourceArns: [`${group('sql')}s`] })).rejects.toEqual(unknown);
    await expect(share({ resourceArns: [arn] }, OTHER)).rejects.toEqual(
      refusal('share-resource-owner', 'OperationNotPermittedException'),
    );
    await expect(share({ resourceArns: [arn, arn] })).resolves.toMatch(/^arn:/);
  });

  test('client-token-mismatch: one token stands for one share', async () => {
    const { share } = shares();
    const first = await share({ clientToken: 't' });
    await expect(share({ clientToken: 't' })).resolves.toBe(first);
    await expect(share({ clientToken: 't', name: 'other' })).rejects.toEqual(
      refusal('client-token-mismatch', 'IdempotentParameterMismatchException'),
    );
  });
});

describe('host resource groups stay within the organization (hrg-share-org)', () => {
  const only = refusal('share-organization-only', 'OperationNotPermittedException');

  test('an account outside is refused, whichever comes first', async () => {
    const { share, group, call } = shares();
    const resourceArns = [group('sql')];
    await expect(share({ resourceArns, principals: [OTHER.account] })).rejects.toEqual(only);
    const resourceShareArn = await share({ resourceArns });
    await expect(call('ram:AssociateResourceShare', { resourceShareArn, principals: [OTHER.account] })).rejects.toEqual(
      only,
    );
    const invited = await share({ principals: [OTHER.account] });
    await expect(call('ram:AssociateResourceShare', { resourceShareArn: invited, resourceArns })).rejects.toEqual(only);
  });

  test('a member is refused while sharing is not switched on, and then let in', async () => {
    const { share, group, organization, enable } = shares();
    organization([ACCOUNT, OTHER.account]);
    const input = { resourceArns: [group('sql')], principals: [OTHER.account] };
    await expect(share(input)).rejects.toEqual(only);
    await enable();
    await expect(share(input)).resolves.toMatch(/^arn:/);
    await expect(share({ ...input, principals: [THIRD.account] })).rejects.toEqual(only);
  });
});

describe('a share that is named', () => {
  test('share-arn-malformed, share-not-found: exists, and is the own', async () => {
    const { share, call } = shares();
    const resourceShareArn = await share({});
    const missing = refusal('share-not-found', 'UnknownResourceException');
    for (const operation of [
      'ram:DeleteResourceShare',
      'ram:UpdateResourceShare',
      'ram:AssociateResourceShare',
      'ram:DisassociateResourceShare',
    ] as const) {
      await expect(call(operation, { resourceShareArn: 'win-dc' })).rejects.toEqual(
        refusal('share-arn-malformed', 'MalformedArnException'),
      );
      await expect(call(operation, { resourceShareArn: ABSENT })).rejects.toEqual(missing);
      await expect(call(operation, { resourceShareArn }, OTHER)).rejects.toEqual(missing);
    }
    const own = { resourceOwner: 'SELF' as const, resourceShareArns: [resourceShareArn] };
    await expect(call('ram:GetResourceShares', own, OTHER)).rejects.toEqual(missing);
    await expect(call('ram:GetResourceShares', { ...own, resourceShareArns: ['x'] })).rejects.toEqual(
      refusal('share-arn-malformed', 'MalformedArnException'),
    );
    await expect(call('ram:GetResourceShares', own)).resolves.toMatchObject({ resourceShares: [{ status: 'ACTIVE' }] });
  });

  test('share-deleted: is shown as deleted for two hours, and cannot be changed', async () => {
    const { share, call, tick } = shares();
    const resourceShareArn = await share({});
    await call('ram:DeleteResourceShare', { resourceShareArn });
    const gone = refusal('share-deleted', 'InvalidStateTransitionException');
    await expect(call('ram:UpdateResourceShare', { resourceShareArn, name: 'b' })).rejects.toEqual(gone);
    await expect(call('ram:DeleteResourceShare', { resourceShareArn })).rejects.toEqual(gone);
    tick(2 * 3_600_000 - 1);
    await expect(call('ram:GetResourceShares', { resourceOwner: 'SELF' })).resolves.toMatchObject({
      resourceShares: [{ status: 'DELETED' }],
    });
    tick(1);
    await expect(call('ram:GetResourceShares', { resourceOwner: 'SELF' })).resolves.toMatchObject({
      resourceShares: [],
    });
  });

  test('share-update-empty, share-organization-only: what an update says', async () => {
    const { share, call } = shares();
    const resourceShareArn = await share({ principals: [OTHER.account] });
    const update = (input: object) => call('ram:UpdateResourceShare', { resourceShareArn, ...input });
    await expect(update({})).rejects.toEqual(refusal('share-update-empty', 'MissingRequiredParameterException'));
    await expect(update({ allowExternalPrincipals: false })).rejects.toEqual(
      refusal('share-organization-only', 'OperationNotPermittedException'),
    );
    await expect(update({ name: 'b' })).resolves.toMatchObject({
      resourceShare: { name: 'b', allowExternalPrincipals: true },
    });
    await call('ram:DisassociateResourceShare', { resourceShareArn, principals: [OTHER.account] });
    await expect(update({ allowExternalPrincipals: false })).resolves.toMatchObject({
      resourceShare: { name: 'b', allowExternalPrincipals: false },
    });
  });

  test('share-entities-empty, share-entity-unknown: what is added or taken', async () => {
    const { share, call, principals } = shares();
    const resourceShareArn = await share({});
    const empty = refusal('share-entities-empty', 'InvalidParameterException');
    await expect(call('ram:AssociateResourceShare', { resourceShareArn })).rejects.toEqual(empty);
    await expect(call('ram:DisassociateResourceShare', { resourceShareArn, principals: [] })).rejects.toEqual(empty);
    const take = { resourceShareArn, principals: [OTHER.account] };
    await expect(call('ram:DisassociateResourceShare', take)).rejects.toEqual(
      refusal('share-entity-unknown', 'UnknownResourceException'),
    );
    await call('ram:AssociateResourceShare', take);
    await expect(call('ram:DisassociateResourceShare', take)).resolves.toMatchObject({
      resourceShareAssociations: [{ associatedEntity: OTHER.account, status: 'DISASSOCIATING' }],
    });
    expect(await principals(resourceShareArn)).toEqual([`${OTHER.account} DISASSOCIATED external`]);
  });
});

describe('invitations', () => {
  test('share-invitation-not-found: are answered by who received them', async () => {
    const { share, call, invitation } = shares();
    await share({ principals: [OTHER.account] });
    const resourceShareInvitationArn = await invitation();
    const missing = refusal('share-invitation-not-found', 'ResourceShareInvitationArnNotFoundException');
    await expect(call('ram:AcceptResourceShareInvitation', { resourceShareInvitationArn }, THIRD)).rejects.toEqual(
      missing,
    );
    await expect(
      call('ram:AcceptResourceShareInvitation', { resourceShareInvitationArn }, { ...OTHER, region: 'eu-west-1' }),
    ).rejects.toEqual(missing);
    await expect(
      call('ram:GetResourceShareInvitations', { resourceShareInvitationArns: [resourceShareInvitationArn] }),
    ).rejects.toEqual(missing);
    await expect(
      call('ram:RejectResourceShareInvitation', { resourceShareInvitationArn: ABSENT }, OTHER),
    ).rejects.toEqual(refusal('share-arn-malformed', 'MalformedArnException'));
  });

  test('share-invitation-accepted, share-invitation-rejected: are answered once', async () => {
    const { share, call, invitation } = shares();
    await share({ principals: [OTHER.account] });
    const accepted = { resourceShareInvitationArn: await invitation() };
    await call('ram:AcceptResourceShareInvitation', accepted, OTHER);
    const already = refusal('share-invitation-accepted', 'ResourceShareInvitationAlreadyAcceptedException');
    await expect(call('ram:AcceptResourceShareInvitation', accepted, OTHER)).rejects.toEqual(already);
    await expect(call('ram:RejectResourceShareInvitation', accepted, OTHER)).rejects.toEqual(already);
    await share({ principals: [OTHER.account] });
    const rejected = { resourceShareInvitationArn: await invitation() };
    await call('ram:RejectResourceShareInvitation', rejected, OTHER);
    await expect(call('ram:AcceptResourceShareInvitation', rejected, OTHER)).rejects.toEqual(
      refusal('share-invitation-rejected', 'ResourceShareInvitationAlreadyRejectedException'),
    );
  });

  test('share-invitation-expired: for seven days', async () => {
    const { share, call, invitation, principals, tick } = shares();
    const first = await share({ principals: [OTHER.account] });
    const second = await share({ principals: [OTHER.account] });
    const { resourceShareInvitations: [one] = [] } = await call(
      'ram:GetResourceShareInvitations',
      { resourceShareArns: [first] },
      OTHER,
    );
    tick(7 * 86_400_000 - 1);
    await call(
      'ram:AcceptResourceShareInvitation',
      { resourceShareInvitationArn: one?.resourceShareInvitationArn },
      OTHER,
    );
    tick(1);
    await expect(
      call('ram:AcceptResourceShareInvitation', { resourceShareInvitationArn: await invitation() }, OTHER),
    ).rejects.toEqual(refusal('share-invitation-expired', 'ResourceShareInvitationExpiredException'));
    expect(await principals(second)).toEqual([`${OTHER.account} DISASSOCIATED external`]);
    expect(await principals(first)).toEqual([`${OTHER.account} ASSOCIATED external`]);
  });
});

describe('EnableSharingWithAwsOrganization (share-enable-management)', () => {
  const refused = refusal('share-enable-management', 'OperationNotPermittedException');

  test('is for management accounts', async () => {
    const { enable, organization } = shares();
    await expect(enable()).rejects.toEqual(refused);
    organization([ACCOUNT, OTHER.account]);
    await expect(enable(OTHER)).rejects.toEqual(refused);
    await expect(enable()).resolves.toEqual({ returnValue: true });
    await expect(enable()).resolves.toEqual({ returnValue: true });
  });

  test('needs all features', async () => {
    const { enable, organization } = shares();
    organization([ACCOUNT], 'CONSOLIDATED_BILLING');
    await expect(enable()).rejects.toEqual(refused);
  });
});

describe('listings', () => {
  test('share-association-filter, share-list-type, page-token-invalid', async () => {
    const { call } = shares();
    const resourceArn = 'arn:aws:resource-groups:us-east-1:111122223333:group/sql';
    const wrong = refusal('share-association-filter', 'InvalidParameterException');
    await expect(
      call('ram:GetResourceShareAssociations', { associationType: 'PRINCIPAL', resourceArn }),
    ).rejects.toEqual(wrong);
    await expect(
      call('ram:GetResourceShareAssociations', { associationType: 'RESOURCE', principal: ACCOUNT }),
    ).rejects.toEqual(wrong);
    await expect(
      call('ram:GetResourceShareAssociations', { associationType: 'RESOURCE', resourceArn }),
    ).resolves.toMatchObject({
      resourceShareAssociations: [],
    });
    for (const operation of ['ram:ListResources', 'ram:ListPrincipals'] as const) {
      await expect(call(operation, { resourceOwner: 'SELF', resourceType: 'ec2:Subnet' })).rejects.toEqual(
        refusal('share-list-type', 'InvalidResourceTypeException'),
      );
      await call(operation, { resourceOwner: 'SELF', resourceType: 'resource-groups:Group' });
      await expect(call(operation, { resourceOwner: 'SELF', nextToken: 'x' })).rejects.toEqual(
        refusal('page-token-invalid', 'InvalidNextTokenException'),
      );
    }
  });
});
