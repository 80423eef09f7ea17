import { describe, expect, it } from 'vitest';
import { OTHER, refusal } from '../ec2/support.ts';
import { groupStage, items, SECOND } from './support.ts';

const BAD = 'BadRequestException';

describe('CreateGroup', () => {
  it('hrg-create-fields, hrg-arn-format: answers the group, its settings and its tags', async () => {
    const s = groupStage();
    const Configuration = items({ families: ['m5', 'r5'], autoAllocate: true });
    const made = await s.call('resource-groups:CreateGroup', {
      Name: 'sql-prod',
      Description: 'SQL Server production',
      Configuration,
      Tags: { team: 'dba' },
    });
    const Group = {
      GroupArn: 'arn:aws:resource-groups:us-east-1:111122223333:group/sql-prod',
      Name: 'sql-prod',
      Description: 'SQL Server production',
    };
    expect(made).toEqual({
      Group,
      GroupConfiguration: { Configuration, Status: 'UPDATE_COMPLETE' },
      Tags: { team: 'dba' },
    });
    expect(await s.call('resource-groups:GetGroup', { Group: 'sql-prod' })).toEqual({ Group });
    expect(await s.call('resource-groups:GetGroup', { Group: Group.GroupArn })).toEqual({ Group });
    expect(await s.call('resource-groups:GetGroup', { GroupName: 'sql-prod' })).toEqual({ Group });
  });

  it.each([
    ['hrg-name-format', { Name: 'AwsHosts' }],
    ['shape-pattern', { Name: 'sql prod' }],
    ['shape-pattern', { Description: 'dev/test' }],
    ['hrg-configuration-items', { Configuration: [] }],
    ['hrg-configuration-items', { Configuration: items().slice(0, 1) }],
    ['hrg-configuration-items', { Configuration: items().slice(1) }],
    [
      'hrg-configuration-types',
      { Configuration: [{ Type: 'AWS::EC2::CapacityReservationPool' }, ...items().slice(1)] },
    ],
    ['hrg-configuration-types', { Configuration: [...items().slice(0, 1), ...items().slice(0, 1)] }],
    ['hrg-configuration-types', { ResourceQuery: { Type: 'TAG_FILTERS_1_0' as const, Query: '{}' } }],
    ['hrg-any-or-listed', { Configuration: items({ configurations: [] }) }],
    ['hrg-family-known', { Configuration: items({ families: ['m55'] }) }],
    ['hrg-parameter-names', { Configuration: items({ hostLimit: 0 }) }],
    ['tag-reserved-prefix', { Tags: { 'aws:team': 'dba' } }],
    ['launch-unknown-config', { Configuration: items({ configurations: [unknown()] }) }],
    ['config-region-scoped', { Configuration: items({ configurations: [unknown('eu-west-1')] }) }],
    ['license-configuration-arn-malformed', { Configuration: items({ configurations: ['lic-1'] }) }],
  ])('%s: refuses %o', async (id, change) => {
    const { call } = groupStage();
    const input = { Name: 'sql-prod', Configuration: items(), ...change };
    await expect(call('resource-groups:CreateGroup', input)).rejects.toEqual(refusal(id, BAD));
    expect((await call('resource-groups:ListGroups', {})).GroupIdentifiers).toEqual([]);
  });

  it.each([
    ['AwsHosts, had it another beginning', { Name: 'My-Aws.Hosts_1' }],
    ['one allowed family', { Configuration: items({ families: ['c4'] }) }],
    ['a host limit of one', { Configuration: items({ hostLimit: 1 }) }],
  ])('near miss: %s', async (_what, change) => {
    const input = { Name: 'sql-prod', Configuration: items(), ...change };
    const made = await groupStage().call('resource-groups:CreateGroup', input);
    expect(made.GroupConfiguration?.Status).toBe('UPDATE_COMPLETE');
  });

  it('hrg-core-socket-only: lists configurations that count cores or sockets only', async () => {
    const s = groupStage();
    const core = await s.config('core', { LicenseCountingType: 'Core' });
    const socket = await s.config('socket', { LicenseCountingType: 'Socket' });
    const vcpu = await s.config('vcpu');
    await s.create('both', { configurations: [core, socket] });
    await expect(s.create('three', { configurations: [core, vcpu] })).rejects.toEqual(
      refusal('hrg-core-socket-only', BAD),
    );
  });

  it("launch-config-not-shared: another account's configuration is forbidden", async () => {
    const s = groupStage();
    const theirs = await s.call(
      'license-manager:CreateLicenseConfiguration',
      { Name: 'core', LicenseCountingType: 'Core' },
      OTHER,
    );
    const configurations = [theirs.LicenseConfigurationArn ?? ''];
    await expect(s.create('mine', { configurations })).rejects.toEqual(
      refusal('launch-config-not-shared', 'ForbiddenException'),
    );
  });

  it('hrg-parameter-names: an unknown parameter is named with the one that was meant', async () => {
    const [management, generic] = items();
    const Parameters = [...(management?.Parameters ?? []), { Name: 'auto-allocate-hosts', Values: ['true'] }];
    const { call } = groupStage();
    const input = {
      Name: 'x',
      Configuration: [{ ...management, Type: management?.Type, Parameters }, generic ?? { Type: '' }],
    };
    await expect(call('resource-groups:CreateGroup', input)).rejects.toMatchObject({
      code: BAD,
      message:
        'auto-allocate-hosts is no parameter of AWS::EC2::HostManagement. To fix: did you mean auto-allocate-host?.',
    });
  });

  it('hrg-any-or-listed: both at once is one too many', async () => {
    const s = groupStage();
    const core = await s.config('core', { LicenseCountingType: 'Core' });
    const [management, generic] = items({ configurations: [core] });
    const any = { Name: 'any-host-based-license-configuration', Values: ['true'] };
    const both = { Type: management?.Type, Parameters: [...(management?.Parameters ?? []), any] };
    const Configuration = [both, generic ?? { Type: '' }];
    await expect(s.call('resource-groups:CreateGroup', { Name: 'x', Configuration })).rejects.toEqual(
      refusal('hrg-any-or-listed', BAD),
    );
  });

  it('hrg-name-in-use: unique in the account and Region, whatever its letter case', async () => {
    const s = groupStage();
    await s.create('sql-prod');
    await expect(s.create('SQL-Prod')).rejects.toEqual(refusal('hrg-name-in-use', BAD));
    const here = { Name: 'sql-prod', Configuration: items() };
    await s.call('resource-groups:CreateGroup', here, OTHER);
    await s.call('resource-groups:CreateGroup', here, { ...OTHER, region: 'eu-west-1' });
  });
});

const unknown = (region = 'us-east-1') =>
  `arn:aws:license-manager:${region}:111122223333:license-configuration:lic-${'0'.repeat(32)}`;

describe('a group that is named', () => {
  it.each([
    ['hrg-group-named', BAD, {}],
    ['hrg-group-named', BAD, { Group: 'sql-prod', GroupName: 'sql-test' }],
    ['hrg-not-found', 'NotFoundException', { Group: 'sql-prdo' }],
    ['hrg-not-found', 'NotFoundException', { Group: 'arn:aws:resource-groups:eu-west-1:111122223333:group/sql-prod' }],
    ['hrg-not-found', 'NotFoundException', { Group: 'arn:aws:resource-groups:us-east-1:444455556666:group/sql-prod' }],
    ['hrg-not-found', 'NotFoundException', { Group: 'arn:aws:resource-groups:us-east-1:444455556666:group/theirs' }],
  ])('%s: %s for %o', async (id, code, named) => {
    const s = groupStage();
    await s.create('sql-prod');
    await s.call('resource-groups:CreateGroup', { Name: 'theirs', Configuration: items() }, OTHER);
    await expect(s.call('resource-groups:GetGroup', named)).rejects.toEqual(refusal(id, code));
  });

  it('near miss: named the same way twice', async () => {
    const s = groupStage();
    await s.create('sql-prod');
    const { Group } = await s.call('resource-groups:GetGroup', { Group: 'sql-prod', GroupName: 'sql-prod' });
    expect(Group?.Name).toBe('sql-prod');
  });
});

describe('ListGroups', () => {
  it('pages by key, filters, and shows no group of another account', async () => {
    const s = groupStage();
    for (const name of ['a', 'b', 'c']) await s.create(name);
    await s.call('resource-groups:CreateGroup', { Name: 'd', Configuration: items(), Owner: 'dba' });
    await s.call('resource-groups:CreateGroup', { Name: 'theirs', Configuration: items() }, OTHER);
    const list = async (input: object) => {
      const { GroupIdentifiers = [], NextToken } = await s.call('resource-groups:ListGroups', input);
      return { names: GroupIdentifiers.map(({ GroupName }) => GroupName), NextToken };
    };
    const first = await list({ MaxResults: 3 });
    expect(first.names).toEqual(['a', 'b', 'c']);
    expect((await list({ MaxResults: 3, NextToken: first.NextToken })).names).toEqual(['d']);
    const filter = (Name: string, ...Values: string[]) => list({ Filters: [{ Name, Values }] });
    expect((await filter('configuration-type', 'AWS::EC2::HostManagement')).names).toEqual(['a', 'b', 'c', 'd']);
    expect((await filter('resource-type', 'AWS::EC2::Instance')).names).toEqual([]);
    expect((await filter('owner', 'dba', 'web')).names).toEqual(['d']);
    await expect(s.call('resource-groups:ListGroups', { NextToken: 'bm8' })).rejects.toEqual(
      refusal('page-token-invalid', BAD),
    );
  });
});

describe('UpdateGroup and tags', () => {
  it('what is not given stays', async () => {
    const s = groupStage();
    await s.create('sql-prod');
    await s.call('resource-groups:UpdateGroup', { Group: 'sql-prod', Description: 'Production', Criticality: 3 });
    const { Group } = await s.call('resource-groups:UpdateGroup', { Group: 'sql-prod', Owner: 'dba' });
    expect(Group).toMatchObject({ Description: 'Production', Criticality: 3, Owner: 'dba' });
    expect((await s.call('resource-groups:GetGroup', { Group: 'sql-prod' })).Group).toEqual(Group);
    const [listed] = (await s.call('resource-groups:ListGroups', {})).GroupIdentifiers ?? [];
    expect(listed).toMatchObject({ GroupName: 'sql-prod', Owner: 'dba', Criticality: 3 });
  });

  it('tags are set, read and removed by the ARN, and go with the group', async () => {
    const s = groupStage();
    await s.create('sql-prod');
    const Arn = s.group('sql-prod');
    const set = await s.call('resource-groups:Tag', { Arn, Tags: { team: 'dba', stage: 'prod' } });
    expect(set).toEqual({ Arn, Tags: { team: 'dba', stage: 'prod' } });
    expect(await s.call('resource-groups:Untag', { Arn, Keys: ['stage'] })).toEqual({ Arn, Keys: ['stage'] });
    expect(await s.call('resource-groups:GetTags', { Arn })).toEqual({ Arn, Tags: { team: 'dba' } });
    await expect(s.call('resource-groups:Tag', { Arn, Tags: { 'aws:x': 'y' } })).rejects.toEqual(
      refusal('tag-reserved-prefix', BAD),
    );
    await s.call('resource-groups:DeleteGroup', { Group: 'sql-prod' });
    await s.create('sql-prod');
    expect(await s.call('resource-groups:GetTags', { Arn })).toEqual({ Arn, Tags: {} });
  });
});

describe('PutGroupConfiguration', () => {
  it('hrg-update-asynchronous, hrg-modify-any-time: proposed first, in force after a while', async () => {
    const s = groupStage();
    await s.create('sql-prod');
    await s.put('sql-prod', { autoAllocate: true });
    await s.put('sql-prod', { autoRelease: true });
    expect(await s.settings('sql-prod')).toEqual({
      Configuration: items(),
      ProposedConfiguration: items({ autoRelease: true }),
      Status: 'UPDATING',
    });
    s.tick(29 * SECOND);
    expect((await s.settings('sql-prod'))?.Status).toBe('UPDATING');
    s.tick(SECOND);
    expect(await s.settings('sql-prod')).toEqual({
      Configuration: items({ autoRelease: true }),
      Status: 'UPDATE_COMPLETE',
    });
  });

  it('hrg-host-limit: not below the hosts that are in the group or joining it', async () => {
    const s = groupStage();
    await s.create('prod');
    await s.add('prod', await s.host(), await s.host());
    await expect(s.put('prod', { hostLimit: 1 })).rejects.toEqual(refusal('hrg-host-limit', BAD));
    await s.put('prod', { hostLimit: 2 });
    expect((await s.settings('prod'))?.Status).toBe('UPDATING');
  });

  it('hrg-family-removal: not while a machine of the family runs in the group', async () => {
    const s = groupStage();
    await s.create('prod', { families: ['c5', 'm5'] });
    const host = await s.host({ InstanceFamily: 'm5' });
    const machine = await s.run(await s.image('amazon-linux-2023'), { Placement: { Tenancy: 'host' } });
    await s.add('prod', host);
    await expect(s.put('prod', { families: ['c5'] })).rejects.toEqual(refusal('hrg-family-removal', BAD));
    await s.stop(machine);
    await s.put('prod', { families: ['c5'] });
    s.tick(30 * SECOND);
    expect((await s.settings('prod'))?.Configuration).toEqual(items({ families: ['c5'] }));
  });

  it('fails late with the reason, keeping what was proposed, when a machine has started meanwhile', async () => {
    const s = groupStage();
    await s.create('prod', { families: ['c5', 'm5'] });
    const host = await s.host({ InstanceFamily: 'm5' });
    const machine = await s.run(await s.image('amazon-linux-2023'), { Placement: { Tenancy: 'host' } });
    await s.stop(machine);
    await s.put('prod', { families: ['c5'] });
    await s.call('ec2:StartInstances', { InstanceIds: [machine] });
    s.engine.change(({ tx }) => tx.in({ account: '111122223333', region: 'us-east-1' }).hosts.join(host, 1, undefined));
    s.tick(30 * SECOND);
    expect(await s.settings('prod')).toEqual({
      Configuration: items({ families: ['c5', 'm5'] }),
      ProposedConfiguration: items({ families: ['c5'] }),
      Status: 'UPDATE_FAILED',
      FailureReason: 'machines of m5 run in prod, which would no longer allow them (hrg-family-removal)',
    });
    await s.put('prod', { families: ['m5'] });
    s.tick(30 * SECOND);
    expect(await s.settings('prod')).toEqual({
      Configuration: items({ families: ['m5'] }),
      Status: 'UPDATE_COMPLETE',
    });
  });
});

describe('DeleteGroup', () => {
  it('hrg-delete-empty: a joining host keeps it as a member does; without hosts it goes', async () => {
    const s = groupStage();
    await s.create('prod');
    const host = await s.host();
    await s.add('prod', host);
    const gone = () => s.call('resource-groups:DeleteGroup', { Group: 'prod' });
    await expect(gone()).rejects.toEqual(refusal('hrg-delete-empty', BAD));
    s.tick(90 * SECOND);
    await expect(gone()).rejects.toEqual(refusal('hrg-delete-empty', BAD));
    await s.remove('prod', host);
    expect((await gone()).Group?.Name).toBe('prod');
    await expect(gone()).rejects.toEqual(refusal('hrg-not-found', 'NotFoundException'));
  });

  it('hrg-delete-empty: a host that is released leaves the group', async () => {
    const s = groupStage();
    await s.create('prod');
    const host = await s.host();
    await s.add('prod', host);
    await s.call('ec2:ReleaseHosts', { HostIds: [host] });
    expect(await s.members('prod')).toEqual([]);
    await s.call('resource-groups:DeleteGroup', { Group: 'prod' });
  });
});
