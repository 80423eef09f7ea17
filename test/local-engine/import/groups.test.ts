import { describe, expect, it } from 'vitest';
import { readAccount } from '../../../src/commands/local/import/read-account.ts';
import { Fault } from '../../../src/contract/fault.ts';
import type { Input } from '../../../src/contract/operations.ts';
import type { Call } from '../../../src/contract/ports.ts';
import { checkLaunch } from '../../../src/local-engine/check-launch.ts';
import type { Engine } from '../../../src/local-engine/engine.ts';
import { START } from '../../support/sandbox.ts';
import { chargesFollowMachines, hostsAddUp, sound, totalsAreSums } from '../../support/scenario/invariants.ts';
import { groupStage, HOME, SECOND } from '../operations/resource-groups/support.ts';
import { filledWith, saysOfItself } from './copied.ts';

/** A group of r5 hosts for core licences: one member with a machine, one host that is joining, and one outside. */
async function grouped() {
  const s = groupStage();
  const arn = await s.config('sql', { LicenseCountingType: 'Core', LicenseCount: 96, LicenseCountHardLimit: true });
  const { ImageId = '' } = await s.call('ec2:ImportImage', { UsageOperation: 'RunInstances:0800' });
  await s.attach(arn, ImageId);
  await s.create('sql-prod', { families: ['r5'], configurations: [arn], autoAllocate: true, autoRelease: true });
  await s.call('resource-groups:Tag', { Arn: s.group('sql-prod'), Tags: { team: 'db' } });
  const [member, joining, outside] = [
    await s.host({ InstanceFamily: 'r5' }),
    await s.host({ InstanceFamily: 'r5' }),
    await s.host({ InstanceFamily: 'r5' }),
  ];
  await s.add('sql-prod', member);
  s.tick(120 * SECOND);
  const into = (InstanceType: 'r5.large' | 'r5.12xlarge' | 'm5.large', count = 1): Input<'ec2:RunInstances'> => ({
    ImageId,
    InstanceType,
    MinCount: count,
    MaxCount: count,
    Placement: { HostResourceGroupArn: s.group('sql-prod') },
  });
  await s.call('ec2:RunInstances', into('r5.12xlarge'));
  await s.add('sql-prod', joining);
  const call: Call = (operation, input) => s.call(operation, input);
  const now = START + 120 * SECOND;
  return { ...s, into, call, now, member, joining, outside };
}

const verdict = (engine: Engine, request: Input<'ec2:RunInstances'>) =>
  engine.ask(({ tx, now }) => checkLaunch(tx, HOME, request, now).decision);

describe('host resource groups', () => {
  it('are copied with settings, tags, members and the hosts that are joining', async () => {
    const { call, now } = await grouped();
    const { sandbox, report } = await filledWith(await readAccount(call, HOME), now);
    const copied: Call = (operation, input) => sandbox.call(operation, input, HOME);
    expect(await saysOfItself(copied, HOME)).toEqual(await saysOfItself(call, HOME));
    expect(report.copied.host_group).toBe(1);
    expect(report.assumed.map(({ kind }) => kind)).not.toContain('host-group');
    for (const holds of [totalsAreSums, chargesFollowMachines, hostsAddUp, sound]) holds(sandbox.database);
  });

  it('decide about launches as the account does', async () => {
    const { call, now, engine, into, outside } = await grouped();
    const { sandbox } = await filledWith(await readAccount(call, HOME), now);
    const direct = { ...into('r5.large'), Placement: { Tenancy: 'host' as const, HostId: outside } };
    for (const launch of [into('r5.large'), into('r5.12xlarge', 2), into('r5.12xlarge', 4), into('m5.large'), direct]) {
      expect(verdict(sandbox.engine, launch)).toEqual(verdict(engine, launch));
    }
    expect(verdict(sandbox.engine, into('r5.large')).verdict).toBe('allowed');
    expect(verdict(sandbox.engine, into('m5.large')).verdict).toBe('blocked');
  });

  it('go on: hosts become members, and what an update asked for comes into force', async () => {
    const { call, now, put, group } = await grouped();
    await put('sql-prod', { families: ['r5'], autoAllocate: false });
    const { sandbox } = await filledWith(await readAccount(call, HOME), now);
    const read = async () => {
      const Group = group('sql-prod');
      const { GroupConfiguration } = await sandbox.call('resource-groups:GetGroupConfiguration', { Group }, HOME);
      const { Resources = [] } = await sandbox.call('resource-groups:ListGroupResources', { Group }, HOME);
      return [GroupConfiguration?.Status, Resources.filter(({ Status }) => Status?.Name === 'PENDING').length];
    };
    expect(await read()).toEqual(['UPDATING', 1]);
    sandbox.tick(120 * SECOND);
    expect(await read()).toEqual(['UPDATE_COMPLETE', 0]);
  });

  it('that may not be read are said, with the hosts and machines in them', async () => {
    const { call, now, member } = await grouped();
    const denied: Call = (operation, input) => {
      if (operation !== 'resource-groups:ListGroups') return call(operation, input);
      throw new Fault({ code: 'AccessDeniedException', message: 'not authorized' });
    };
    const copy = await readAccount(denied, HOME);
    expect(copy.unread).toEqual([{ what: 'host resource groups', permission: 'resource-groups:ListGroups' }]);
    const { report } = await filledWith(copy, now);
    const said = report.assumed.find(({ kind }) => kind === 'host-group');
    expect(said).toMatchObject({ count: 2, of: expect.arrayContaining([member]) });
  });
});
