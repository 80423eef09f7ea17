import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Aws, awsAt } from './aws.ts';
import { memberOf, textOf } from './members.ts';
import { awsCommand, isLeftOut } from './programs.ts';
import { ACCOUNT, OTHER, REGION, type Served, serveSandbox } from './server.ts';

const parameter = (Name: string, ...Values: string[]) => ({ Name, Values });
const GENERIC = {
  Type: 'AWS::ResourceGroups::Generic',
  Parameters: [parameter('allowed-resource-types', 'AWS::EC2::Host'), parameter('deletion-protection', 'UNLESS_EMPTY')],
};
const management = (...Parameters: ReturnType<typeof parameter>[]) => ({
  Type: 'AWS::EC2::HostManagement',
  Parameters,
});
const ANY = parameter('any-host-based-license-configuration', 'true');

/** The `aws` command keeps a host resource group: each test goes on where the last one stopped. */
describe.skipIf(isLeftOut(awsCommand))('aws resource-groups', () => {
  let served: Served;
  let aws: Aws;
  const made = { core: '', host: '' };
  const ARN = `arn:aws:resource-groups:${REGION}:${ACCOUNT}:group/sql-prod`;
  const groups = (words: string, options?: Parameters<Aws>[1]) => aws(`resource-groups ${words}`, options);

  beforeAll(async () => {
    served = await serveSandbox();
    aws = awsAt(served.endpoint);
    const config = { name: 'core', 'license-counting-type': 'Core' };
    const core = await aws('license-manager create-license-configuration', config);
    made.core = textOf(core.value, 'LicenseConfigurationArn');
    const hosts = await aws('ec2 allocate-hosts --instance-family m5 --quantity 1', {
      'availability-zone': `${REGION}a`,
    });
    made.host = `arn:aws:ec2:${REGION}:${ACCOUNT}:dedicated-host/${textOf(hosts.value, 'HostIds', 0)}`;
  });
  afterAll(async () => {
    expect(served.troubles).toEqual([]);
    await served.stop();
  });

  it('creates a group of both configuration items, with tags', async () => {
    const Configuration = [
      management(
        parameter('allowed-host-families', 'm5', 'r5'),
        parameter('allowed-host-based-license-configurations', made.core),
        parameter('auto-allocate-host', 'true'),
      ),
      GENERIC,
    ];
    const { value } = await groups('create-group', {
      name: 'sql-prod',
      description: 'SQL Server',
      tags: { team: 'dba' },
      configuration: Configuration,
    });
    expect(value).toEqual({
      Group: { GroupArn: ARN, Name: 'sql-prod', Description: 'SQL Server' },
      GroupConfiguration: { Configuration, Status: 'UPDATE_COMPLETE' },
      Tags: { team: 'dba' },
    });
  });

  it.each([
    ['neither listed nor any', [management(), GENERIC], 'neither lists license configurations nor allows any'],
    ['one item only', [management(ANY)], 'the item AWS::ResourceGroups::Generic'],
    ['a switch in capitals', [management(ANY, parameter('auto-release-host', 'False')), GENERIC], 'true or false'],
  ])('refuses %s with BadRequestException', async (_what, configuration, words) => {
    const answer = await groups('create-group', { name: 'x', configuration });
    expect(answer.code).toBe('BadRequestException');
    expect(answer.message).toContain(words);
  });

  it('reads, lists, describes and tags it', async () => {
    expect((await groups('get-group --group sql-prod')).value).toMatchObject({ Group: { GroupArn: ARN } });
    expect((await groups('get-group', { group: ARN })).value).toMatchObject({ Group: { Name: 'sql-prod' } });
    const filters = [{ Name: 'configuration-type', Values: ['AWS::EC2::HostManagement'] }];
    const { value } = await groups('list-groups', { filters });
    expect(memberOf(value, 'GroupIdentifiers')).toMatchObject([{ GroupName: 'sql-prod', GroupArn: ARN }]);
    expect((await groups('update-group --group sql-prod --description Production')).value).toMatchObject({
      Group: { Description: 'Production' },
    });
    await groups('tag', { arn: ARN, tags: { stage: 'prod' } });
    await groups('untag --keys team', { arn: ARN });
    expect((await groups('get-tags', { arn: ARN })).value).toEqual({ Arn: ARN, Tags: { stage: 'prod' } });
  });

  it('proposes other settings, which are in force after a while', async () => {
    const configuration = [management(ANY), GENERIC];
    expect((await groups('put-group-configuration --group sql-prod', { configuration })).exit).toBe(0);
    const read = async () =>
      memberOf((await groups('get-group-configuration --group sql-prod')).value, 'GroupConfiguration');
    expect(await read()).toMatchObject({ Status: 'UPDATING', ProposedConfiguration: configuration });
    served.local.sandbox.advanceClock(60_000);
    expect(await read()).toEqual({ Status: 'UPDATE_COMPLETE', Configuration: configuration });
  });

  it('lets a host join, pending at first, and keeps the group while it holds one', async () => {
    const list = async () => memberOf((await groups('list-group-resources --group sql-prod')).value, 'Resources');
    const joined = await groups('group-resources --group sql-prod', { 'resource-arns': made.host });
    expect(joined.value).toEqual({ Succeeded: [], Failed: [], Pending: [{ ResourceArn: made.host }] });
    expect(await list()).toMatchObject([{ Identifier: { ResourceArn: made.host }, Status: { Name: 'PENDING' } }]);
    served.local.sandbox.advanceClock(120_000);
    expect(await list()).toEqual([{ Identifier: { ResourceArn: made.host, ResourceType: 'AWS::EC2::Host' } }]);
    const hosts = await aws('ec2 describe-hosts');
    expect(memberOf(hosts.value, 'Hosts')).toMatchObject([{ MemberOfServiceLinkedResourceGroup: true }]);
    const kept = await groups('delete-group --group sql-prod');
    expect({ code: kept.code, message: kept.message }).toEqual({
      code: 'BadRequestException',
      message: expect.stringContaining('sql-prod holds 1 host'),
    });
  });

  it('takes the host out, and then deletes the group', async () => {
    const out = await groups('ungroup-resources --group sql-prod', { 'resource-arns': made.host });
    expect(memberOf(out.value, 'Succeeded')).toEqual([made.host]);
    const again = await groups('ungroup-resources --group sql-prod', { 'resource-arns': made.host });
    expect(memberOf(again.value, 'Failed')).toMatchObject([{ ErrorCode: 'BadRequestException' }]);
    expect((await groups('delete-group --group sql-prod')).value).toMatchObject({ Group: { Name: 'sql-prod' } });
    expect((await groups('get-group --group sql-prod')).code).toBe('NotFoundException');
  });

  it('another account finds nothing of it', async () => {
    const other = awsAt(served.endpoint, OTHER);
    await groups('create-group', { name: 'mine', configuration: [management(ANY), GENERIC] });
    const arn = `arn:aws:resource-groups:${REGION}:${ACCOUNT}:group/mine`;
    expect((await other('resource-groups get-group', { group: arn })).code).toBe('NotFoundException');
    expect(memberOf((await other('resource-groups list-groups')).value, 'GroupIdentifiers')).toEqual([]);
  });
});
