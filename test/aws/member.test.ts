import { expect, test } from 'vitest';
import { rehearsed } from '../../src/aws/rehearsal/index.ts';
import type { Call } from '../../src/contract/ports.ts';
import { OTHER, stage } from '../local-engine/operations/ec2/support.ts';
import { START } from '../support/sandbox.ts';

/** Configurations that another account shares, and machines of the member's under both. */
async function member() {
  const sandbox = stage();
  const arns = [await sandbox.config('sql'), await sandbox.config('seats', { LicenseCountingType: 'Instance' })];
  await sandbox.call('ram:CreateResourceShare', {
    name: 'both',
    resourceArns: arns,
    principals: [OTHER.account],
    allowExternalPrincipals: true,
  });
  const call: Call = (operation, input) => sandbox.call(operation, input, OTHER);
  const { resourceShareInvitations: [{ resourceShareInvitationArn } = {}] = [] } = await call(
    'ram:GetResourceShareInvitations',
    {},
  );
  await call('ram:AcceptResourceShareInvitation', { resourceShareInvitationArn });
  const LicenseSpecifications = arns.map((LicenseConfigurationArn) => ({ LicenseConfigurationArn }));
  const more = { InstanceType: 'm5.xlarge', LicenseSpecifications } as const;
  const image = await sandbox.image('amazon-linux-2023', OTHER);
  const ids = [await sandbox.run(image, more, OTHER), await sandbox.run(image, more, OTHER)];
  const dry = rehearsed({ call, scope: OTHER, now: START }, { alert: () => undefined, tell: () => undefined });
  const used = async (by: Call) =>
    (await by('license-manager:ListLicenseConfigurations', {})).LicenseConfigurations?.map(
      (one) => one.ConsumedLicenses,
    );
  return { call, dry, used, ids };
}

test('config-data-ownership: a dry run of stopping counts itself what it may not look up, and foretells what then is', async () => {
  const { call, dry, used, ids } = await member();
  expect(await used(call)).toEqual([8, 2]);
  await dry('ec2:StopInstances', { InstanceIds: ids.slice(0, 1) });
  expect(await used(dry)).toEqual([4, 1]);
  expect(await used(call)).toEqual([8, 2]);
  await call('ec2:StopInstances', { InstanceIds: ids.slice(0, 1) });
  expect(await used(call)).toEqual([4, 1]);
});

test('a machine that is stopped takes nothing, so terminating it gives nothing back', async () => {
  const { call, dry, used, ids } = await member();
  await call('ec2:StopInstances', { InstanceIds: ids.slice(0, 1) });
  await dry('ec2:TerminateInstances', { InstanceIds: ids });
  expect(await used(dry)).toEqual([0, 0]);
});
