import { describe, expect, it } from 'vitest';
import { groupArn } from '../../../../src/validation/arns.ts';
import { ACCOUNT, REGION } from '../../../support/sandbox.ts';
import { refusal, stage } from './support.ts';

const GROUP = groupArn({ account: ACCOUNT, region: REGION }, 'sql-prod');

async function stopped(more: Parameters<ReturnType<typeof stage>['run']>[1] = {}) {
  const s = stage();
  const host = await s.host();
  const id = await s.run(await s.image('amazon-linux-2023'), more);
  await s.stop(id);
  const move = (change: object) => s.call('ec2:ModifyInstancePlacement', { InstanceId: id, ...change });
  return { s, host, id, move };
}

/** A group as the resource-groups service keeps it. */
const withGroup = ({ engine, home }: ReturnType<typeof stage>): void =>
  engine.change(({ tx, now }) =>
    tx.in(home).groups.insert({
      name: 'sql-prod',
      description: undefined,
      configuration: JSON.stringify([{ Type: 'AWS::EC2::HostManagement', Parameters: [] }]),
      createdAt: now,
    }),
  );

it('answers true, and the machine shows where it starts next', async () => {
  const { s, host, id, move } = await stopped();
  expect(await move({ Tenancy: 'host', HostId: host })).toEqual({ Return: true });
  expect(await s.instance(id)).toMatchObject({ Placement: { Tenancy: 'host', HostId: host, Affinity: 'host' } });
});

it('tenancy-cmd-hrg: a machine that is moved to a group names it, and no host', async () => {
  const { s, id, move } = await stopped({ Placement: { Tenancy: 'host' } });
  withGroup(s);
  await move({ HostResourceGroupArn: GROUP });
  const { Placement } = (await s.instance(id)) ?? {};
  expect(Placement).toMatchObject({ Tenancy: 'host', HostResourceGroupArn: GROUP, Affinity: 'default' });
  expect(Placement?.HostId).toBeUndefined();
});

describe('refusals', () => {
  it('tenancy-hrg-needs-group, tenancy-hrg-requires-host, tenancy-hrg-no-host', async () => {
    const { s, host, move } = await stopped();
    await expect(move({ Tenancy: 'host', HostResourceGroupArn: GROUP })).rejects.toEqual(
      refusal('tenancy-hrg-needs-group', 'InvalidParameterValue'),
    );
    withGroup(s);
    await expect(move({ HostResourceGroupArn: GROUP })).rejects.toEqual(
      refusal('tenancy-hrg-requires-host', 'InvalidParameterCombination'),
    );
    await expect(move({ Tenancy: 'host', HostResourceGroupArn: GROUP, HostId: host })).rejects.toEqual(
      refusal('tenancy-hrg-no-host', 'InvalidParameterCombination'),
    );
    await move({ Tenancy: 'host', HostResourceGroupArn: GROUP });
  });

  it('ec2-attribute-not-modelled: placement groups are refused, and none is left for nothing', async () => {
    const { move } = await stopped();
    await expect(move({ GroupName: 'cluster' })).rejects.toEqual(
      refusal('ec2-attribute-not-modelled', 'UnsupportedOperation'),
    );
    await move({ GroupName: '', Tenancy: 'dedicated' });
  });

  it('with the codes of EC2', async () => {
    const { s, id, move } = await stopped({ InstanceType: 't3.large' });
    await expect(move({})).rejects.toEqual(refusal('tenancy-at-least-one', 'MissingParameter'));
    await expect(move({ Tenancy: 'host' })).rejects.toEqual(refusal('tenancy-t3-launch-only', 'InvalidRequest'));
    await s.call('ec2:StartInstances', { InstanceIds: [id] });
    await expect(move({ Tenancy: 'dedicated' })).rejects.toEqual(refusal('tenancy-stopped', 'InvalidInstanceState'));
  });
});
