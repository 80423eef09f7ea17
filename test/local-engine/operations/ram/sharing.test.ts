import { describe, expect, test } from 'vitest';
import { ACCOUNT } from '../../../support/sandbox.ts';
import { OTHER, refusal } from '../ec2/support.ts';
import { shares, THIRD } from './support.ts';

describe('an account outside the organization', () => {
  test('is invited, and uses the configuration once it has accepted', async () => {
    const { share, config, call, invitation, principals, sees } = shares();
    const arn = await share({ resourceArns: [await config('win-dc')], principals: [OTHER.account] });
    expect(await principals(arn)).toEqual([`${OTHER.account} ASSOCIATING external`]);
    expect(await sees()).toEqual([]);
    const resourceShareInvitationArn = await invitation();
    await expect(
      call('ram:AcceptResourceShareInvitation', { resourceShareInvitationArn }, OTHER),
    ).resolves.toMatchObject({
      resourceShareInvitation: { senderAccountId: ACCOUNT, receiverAccountId: OTHER.account, status: 'ACCEPTED' },
    });
    expect(await principals(arn)).toEqual([`${OTHER.account} ASSOCIATED external`]);
    expect(await sees()).toEqual(['win-dc']);
    expect(await sees(THIRD)).toEqual([]);
    await expect(call('ram:GetResourceShares', { resourceOwner: 'OTHER-ACCOUNTS' }, OTHER)).resolves.toMatchObject({
      resourceShares: [{ resourceShareArn: arn, owningAccountId: ACCOUNT, status: 'ACTIVE' }],
    });
  });

  test('is not let in by rejecting, and can be invited again', async () => {
    const { share, call, invitation, principals } = shares();
    const resourceShareArn = await share({ principals: [OTHER.account] });
    await call('ram:RejectResourceShareInvitation', { resourceShareInvitationArn: await invitation() }, OTHER);
    expect(await principals(resourceShareArn)).toEqual([`${OTHER.account} DISASSOCIATED external`]);
    await call('ram:AssociateResourceShare', { resourceShareArn, principals: [OTHER.account] });
    await call('ram:AssociateResourceShare', { resourceShareArn, principals: [OTHER.account] });
    const { resourceShareInvitations: all = [] } = await call('ram:GetResourceShareInvitations', {}, OTHER);
    expect(all.map(({ status }) => status)).toEqual(['REJECTED', 'PENDING']);
  });

  test('loses an invitation with what it was for', async () => {
    const { share, call } = shares();
    const taken = { resourceShareArn: await share({ principals: [OTHER.account] }), principals: [OTHER.account] };
    await call('ram:DisassociateResourceShare', taken);
    await call('ram:DeleteResourceShare', { resourceShareArn: await share({ principals: [OTHER.account] }) });
    await expect(call('ram:GetResourceShareInvitations', {}, OTHER)).resolves.toMatchObject({
      resourceShareInvitations: [],
    });
  });

  test('a member is treated so while sharing within the organization is not switched on, but is not external', async () => {
    const { share, organization, principals } = shares();
    organization([ACCOUNT, OTHER.account]);
    expect(await principals(await share({ principals: [OTHER.account] }))).toEqual([`${OTHER.account} ASSOCIATING`]);
  });
});

describe('within an organization', () => {
  test('its accounts are in at once: by their ids, by the organization, by the unit they stand in', async () => {
    const { share, config, organization, units, enable, sees, principals } = shares();
    const org = organization([ACCOUNT, OTHER.account, THIRD.account]);
    const [outer, inner] = units(OTHER.account);
    await enable();
    await share({ resourceArns: [await config('by-id')], principals: [OTHER.account] });
    const all = await share({ resourceArns: [await config('by-organization')], principals: [org] });
    await share({ resourceArns: [await config('by-unit')], principals: [inner] });
    await share({ resourceArns: [await config('by-outer-unit')], principals: [outer] });
    expect(await sees()).toEqual(['by-id', 'by-organization', 'by-unit', 'by-outer-unit']);
    expect(await sees(THIRD)).toEqual(['by-organization']);
    expect(await principals(all)).toEqual([`${org} ASSOCIATED`]);
  });

  test('a unit that does not exist is unknown', async () => {
    const { share, organization, units, enable } = shares();
    organization([ACCOUNT, OTHER.account]);
    const [unit] = units(OTHER.account);
    await enable();
    await expect(share({ principals: [`${unit.slice(0, -1)}2`] })).rejects.toEqual(
      refusal('share-organization-unknown'),
    );
    await expect(share({ principals: [unit] })).resolves.toMatch(/^arn:/);
  });

  test('org-account-removed: one that leaves loses what it had, unless the share says otherwise', async () => {
    const { share, config, organization, enable, leave, sees } = shares();
    const org = organization([ACCOUNT, OTHER.account]);
    await enable();
    await share({ resourceArns: [await config('a')], principals: [OTHER.account] });
    await share({ resourceArns: [await config('b')], principals: [org] });
    const resourceShareConfiguration = { retainSharingOnAccountLeaveOrganization: true };
    await share({ resourceArns: [await config('c')], principals: [OTHER.account], resourceShareConfiguration });
    expect(await sees()).toEqual(['a', 'b', 'c']);
    leave(OTHER.account);
    expect(await sees()).toEqual(['c']);
  });
});

describe('what is shared ends', () => {
  test('with the principal, the resource, the share or the configuration itself', async () => {
    const { share, config, call, organization, enable, sees } = shares();
    organization([ACCOUNT, OTHER.account]);
    await enable();
    const arns = { a: await config('a'), b: await config('b'), c: await config('c'), d: await config('d') };
    const principals = [OTHER.account];
    const [a, b, c] = [
      await share({ resourceArns: [arns.a], principals }),
      await share({ resourceArns: [arns.b], principals }),
      await share({ resourceArns: [arns.c, arns.d], principals }),
    ];
    expect(await sees()).toEqual(['a', 'b', 'c', 'd']);
    await call('ram:DisassociateResourceShare', { resourceShareArn: a, principals });
    await call('ram:DeleteResourceShare', { resourceShareArn: b });
    await call('ram:DisassociateResourceShare', { resourceShareArn: c, resourceArns: [arns.c] });
    expect(await sees()).toEqual(['d']);
    await call('license-manager:DeleteLicenseConfiguration', { LicenseConfigurationArn: arns.d });
    expect(await sees()).toEqual([]);
    await expect(call('ram:ListResources', { resourceOwner: 'SELF' })).resolves.toMatchObject({
      resources: [{ arn: arns.a }],
    });
  });

  test('what is taken out can be put back', async () => {
    const { share, config, call, organization, enable, sees } = shares();
    organization([ACCOUNT, OTHER.account]);
    await enable();
    const resourceArns = [await config('a')];
    const resourceShareArn = await share({ resourceArns, principals: [OTHER.account] });
    await call('ram:DisassociateResourceShare', { resourceShareArn, resourceArns });
    expect(await sees()).toEqual([]);
    await call('ram:AssociateResourceShare', { resourceShareArn, resourceArns });
    expect(await sees()).toEqual(['a']);
  });
});

describe('listings', () => {
  test('show the own and the others, narrowed and page by page', async () => {
    const { share, config, call, organization, enable, group } = shares();
    organization([ACCOUNT, OTHER.account, THIRD.account]);
    await enable();
    const [a, b] = [await config('a'), await config('b')];
    const sql = group('sql');
    const one = await share({ name: 'one', resourceArns: [a, b, sql], principals: [OTHER.account] });
    const two = await share({
      name: 'two',
      resourceArns: [a],
      principals: [THIRD.account],
      tags: [{ key: 'team', value: 'db' }],
    });
    const resources = async (input: object, scope = { account: ACCOUNT, region: OTHER.region }) => {
      const page = await call('ram:ListResources', { resourceOwner: 'SELF', ...input }, scope);
      return (page.resources ?? []).map(({ arn, resourceShareArn }) => [arn, resourceShareArn]);
    };
    expect(await resources({})).toEqual([
      [a, one],
      [b, one],
      [sql, one],
      [a, two],
    ]);
    expect(await resources({ resourceType: 'resource-groups:Group' })).toEqual([[sql, one]]);
    expect(await resources({ principal: THIRD.account })).toEqual([[a, two]]);
    expect(await resources({ resourceArns: [a], resourceShareArns: [two] })).toEqual([[a, two]]);
    expect(await resources({ resourceRegionScope: 'GLOBAL' })).toEqual([]);
    expect(await resources({ resourceOwner: 'OTHER-ACCOUNTS' }, THIRD)).toEqual([[a, two]]);

    const first = await call('ram:ListResources', { resourceOwner: 'SELF', maxResults: 3 });
    expect(first.resources?.map(({ arn }) => arn)).toEqual([a, b, sql]);
    const next = await call('ram:ListResources', { resourceOwner: 'SELF', maxResults: 3, nextToken: first.nextToken });
    expect(next).toMatchObject({ resources: [{ arn: a, resourceShareArn: two }], nextToken: undefined });

    await expect(call('ram:ListPrincipals', { resourceOwner: 'SELF', resourceArn: b })).resolves.toMatchObject({
      principals: [{ id: OTHER.account, resourceShareArn: one, external: false }],
    });
    const others = await call('ram:ListPrincipals', { resourceOwner: 'OTHER-ACCOUNTS' }, OTHER);
    expect(others.principals?.map(({ id, resourceShareArn }) => [id, resourceShareArn])).toEqual([[ACCOUNT, one]]);

    const named = async (input: object) => {
      const { resourceShares = [] } = await call('ram:GetResourceShares', { resourceOwner: 'SELF', ...input });
      return resourceShares.map(({ name }) => name);
    };
    expect(await named({})).toEqual(['one', 'two']);
    expect(await named({ name: 'two' })).toEqual(['two']);
    expect(await named({ tagFilters: [{ tagKey: 'team', tagValues: ['db'] }] })).toEqual(['two']);
    expect(await named({ resourceShareStatus: 'DELETED' })).toEqual([]);
    expect(await named({ permissionArn: 'arn:aws:ram::aws:permission/AWSRAMDefaultPermissionResourceGroup' })).toEqual([
      'one',
    ]);
    expect(await named({ permissionVersion: 2 })).toEqual([]);
    const page = await call('ram:GetResourceShareAssociations', { associationType: 'RESOURCE', resourceArn: a });
    expect(page.resourceShareAssociations?.map(({ resourceShareName }) => resourceShareName)).toEqual(['one', 'two']);
  });
});
