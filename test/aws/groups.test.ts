import { describe, expect, it } from 'vitest';
import { rehearsed } from '../../src/aws/rehearsal/index.ts';
import { Fault } from '../../src/contract/fault.ts';
import type { Call } from '../../src/contract/ports.ts';
import { hostArn } from '../../src/validation/arns.ts';
import { groupStage, HOME, items, SECOND } from '../local-engine/operations/resource-groups/support.ts';
import { START } from '../support/sandbox.ts';

/** A sandbox stands for the real account, with a group of one m5 host; a dry run may read it and nothing else. */
async function account() {
  const s = groupStage();
  await s.create('prod', { families: ['m5'] });
  const [member, other] = [await s.host(), await s.host()];
  await s.add('prod', member);
  s.tick(90 * SECOND);
  const written: string[] = [];
  const reads: Call = async (operation, input) => {
    if (!/:(Get|List|Describe)/.test(operation)) written.push(operation);
    return s.call(operation, input);
  };
  const over = (call: Call) =>
    rehearsed({ call, scope: HOME, now: START }, { alert: () => undefined, tell: (line) => void written.push(line) });
  const arns = (...ids: string[]) => ids.map((id) => hostArn(HOME, id));
  return { ...s, dry: over(reads), over, reads, written, member, other, arns };
}

const refused = (id: string) => expect.objectContaining({ violations: [expect.objectContaining({ id })] });

describe('a dry run over host resource groups', () => {
  it('sends nothing, and answers as AWS would', async () => {
    const { dry, written, member, other, arns, call } = await account();
    const before = await call('resource-groups:ListGroupResources', { Group: 'prod' });
    const made = await dry('resource-groups:CreateGroup', { Name: 'test', Configuration: items(), Tags: { a: 'b' } });
    expect(made).toMatchObject({ Group: { Name: 'test' }, GroupConfiguration: { Status: 'UPDATE_COMPLETE' } });
    const added = await dry('resource-groups:GroupResources', { Group: 'prod', ResourceArns: arns(member, other) });
    expect(added).toMatchObject({ Succeeded: arns(member), Pending: [{ ResourceArn: arns(other)[0] }], Failed: [] });
    expect((await dry('resource-groups:ListGroupResources', { Group: 'prod' })).Resources).toHaveLength(2);
    await dry('resource-groups:UngroupResources', { Group: 'prod', ResourceArns: arns(member) });
    await dry('resource-groups:UpdateGroup', { Group: 'prod', Description: 'Production' });
    expect(await dry('resource-groups:GetGroup', { Group: 'prod' })).toMatchObject({
      Group: { Description: 'Production' },
    });
    await dry('resource-groups:PutGroupConfiguration', { Group: 'prod', Configuration: items({ autoAllocate: true }) });
    expect(await dry('resource-groups:GetGroupConfiguration', { Group: 'prod' })).toMatchObject({
      GroupConfiguration: { Status: 'UPDATING', ProposedConfiguration: items({ autoAllocate: true }) },
    });
    expect(written).toEqual([]);
    expect(await call('resource-groups:ListGroupResources', { Group: 'prod' })).toEqual(before);
  });

  it('sees what earlier steps would leave: a group that they have emptied can go', async () => {
    const { dry, member, arns } = await account();
    const gone = () => dry('resource-groups:DeleteGroup', { Group: 'prod' });
    await expect(gone()).rejects.toEqual(refused('hrg-delete-empty'));
    await dry('resource-groups:UngroupResources', { Group: 'prod', ResourceArns: arns(member) });
    expect(await gone()).toMatchObject({ Group: { Name: 'prod' } });
  });

  it('refuses what the constraints refuse', async () => {
    const { dry, config, arns, host, image, run, group } = await account();
    const create = (Name: string, change = {}) =>
      dry('resource-groups:CreateGroup', { Name, Configuration: items(change) });
    const put = (change: object) =>
      dry('resource-groups:PutGroupConfiguration', { Group: group('prod'), Configuration: items(change) });
    await expect(create('aws-x')).rejects.toEqual(refused('hrg-name-format'));
    await expect(create('PROD')).rejects.toEqual(refused('hrg-name-in-use'));
    await expect(create('x', { configurations: [await config('v')] })).rejects.toEqual(refused('hrg-core-socket-only'));
    await expect(dry('resource-groups:UpdateGroup', { Group: 'prod', Description: 'a+b' })).rejects.toEqual(
      refused('hrg-description-format'),
    );
    await expect(put({ hostLimit: 0 })).rejects.toEqual(refused('hrg-parameter-names'));
    await run(await image('amazon-linux-2023'), { Placement: { Tenancy: 'host', HostId: await host() } });
    const wrong = await host({ InstanceFamily: 'c5' });
    const input = { Group: group('prod'), ResourceArns: arns(wrong, 'h-0123456789abcdef0') };
    expect(await dry('resource-groups:GroupResources', input)).toMatchObject({
      Pending: [],
      Failed: [
        { ErrorMessage: expect.stringContaining('(hrg-add-host-match)') },
        { ErrorMessage: expect.stringContaining('(host-not-found)') },
      ],
    });
    const machine = { ...input, ResourceArns: ['arn:aws:ec2:us-east-1:111122223333:instance/i-1'] };
    await expect(dry('resource-groups:GroupResources', machine)).rejects.toEqual(refused('hrg-only-hosts'));
  });

  it('says what it may not read, and does not let it pass', async () => {
    const { over, reads, other, arns, group } = await account();
    const denied: Call = async (operation, input) => {
      if (operation === 'ec2:DescribeHosts')
        throw new Fault({ code: 'UnauthorizedOperation', message: 'You are not authorized' });
      return reads(operation, input);
    };
    const join = over(denied)('resource-groups:GroupResources', { Group: group('prod'), ResourceArns: arns(other) });
    await expect(join).rejects.toMatchObject({
      code: 'DryRunUndecided',
      message: expect.stringContaining('allow ec2:DescribeHosts'),
    });
  });
});
