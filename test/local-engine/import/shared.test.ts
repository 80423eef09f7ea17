import { describe, expect, it } from 'vitest';
import { readAccount } from '../../../src/commands/local/import/read-account.ts';
import type { Input } from '../../../src/contract/operations.ts';
import type { Call, Scope } from '../../../src/contract/ports.ts';
import { checkLaunch } from '../../../src/local-engine/check-launch.ts';
import type { Engine } from '../../../src/local-engine/engine.ts';
import { START } from '../../support/sandbox.ts';
import { chargesFollowMachines, sound, totalsAreSums } from '../../support/scenario/invariants.ts';
import { OTHER } from '../operations/ec2/support.ts';
import { shares } from '../operations/ram/support.ts';
import { filledWith } from './copied.ts';

/** An owner shares a configuration of 12 vCPUs with another account; each runs a machine under it. */
async function sharing(more: { readonly LicenseCount: number }) {
  const s = shares();
  const arn = await s.config('pool', { LicenseCountHardLimit: true, ...more });
  await s.share({ resourceArns: [arn], principals: [OTHER.account] });
  await s.call('ram:AcceptResourceShareInvitation', { resourceShareInvitationArn: await s.invitation() }, OTHER);
  const ownImage = async (scope: Scope) => {
    const { ImageId = '' } = await s.call('ec2:RegisterImage', { Name: `of ${scope.account}` }, scope);
    await s.call(
      'license-manager:UpdateLicenseSpecificationsForResource',
      {
        ResourceArn: `arn:aws:ec2:us-east-1::image/${ImageId}`,
        AddLicenseSpecifications: [{ LicenseConfigurationArn: arn }],
      },
      scope,
    );
    return ImageId;
  };
  await s.run(await ownImage(s.home), { InstanceType: 'm5.xlarge' });
  const image = await ownImage(OTHER);
  const machine = await s.run(image, { InstanceType: 'm5.large' }, OTHER);
  const call: Call = (operation, input) => s.call(operation, input, OTHER);
  return { ...s, arn, image, machine, call };
}

const launch = (ImageId: string, InstanceType: 'm5.large' | 'm5.2xlarge'): Input<'ec2:RunInstances'> => ({
  ImageId,
  InstanceType,
  MinCount: 1,
  MaxCount: 1,
});

const verdict = (engine: Engine, request: Input<'ec2:RunInstances'>) =>
  engine.ask(({ tx, now }) => checkLaunch(tx, OTHER, request, now).decision);

describe('a license configuration that another account shares', () => {
  it.each([6, 7, 8, 12, 100])('decides in the copy as it does there, with a limit of %i', async (LicenseCount) => {
    const { engine, call, image } = await sharing({ LicenseCount });
    const { sandbox } = await filledWith(await readAccount(call, OTHER), START);
    for (const type of ['m5.large', 'm5.2xlarge'] as const) {
      expect(verdict(sandbox.engine, launch(image, type))).toEqual(verdict(engine, launch(image, type)));
    }
    totalsAreSums(sandbox.database);
    chargesFollowMachines(sandbox.database);
    sound(sandbox.database);
  });

  it('is listed with the total of its owner; what others take of it stands as not copied', async () => {
    const { call, arn, machine } = await sharing({ LicenseCount: 12 });
    const { sandbox, report } = await filledWith(await readAccount(call, OTHER), START);
    const { LicenseConfigurations } = await sandbox.call('license-manager:ListLicenseConfigurations', {}, OTHER);
    expect(LicenseConfigurations).toMatchObject([{ LicenseConfigurationArn: arn, ConsumedLicenses: 6 }]);
    const taken = sandbox.database.all('SELECT resource_id, consumed FROM association WHERE consumed > 0 ORDER BY 1');
    expect(taken).toEqual([
      { resource_id: machine, consumed: 2 },
      { resource_id: 'not-copied', consumed: 4 },
    ]);
    expect(report.assumed).toContainEqual(expect.objectContaining({ kind: 'shared-configuration', of: ['pool'] }));
  });

  it('gives back what a machine of the copied account took', async () => {
    const { call, machine } = await sharing({ LicenseCount: 12 });
    const { sandbox } = await filledWith(await readAccount(call, OTHER), START);
    await sandbox.call('ec2:TerminateInstances', { InstanceIds: [machine] }, OTHER);
    const { LicenseConfigurations } = await sandbox.call('license-manager:ListLicenseConfigurations', {}, OTHER);
    expect(LicenseConfigurations).toMatchObject([{ ConsumedLicenses: 4 }]);
  });

  it('that the account cannot see is said, where its machines or AMIs stand under it', async () => {
    const s = shares();
    const arn = await s.config('hidden');
    const { ImageId = '' } = await s.call('ec2:RegisterImage', { Name: 'shared' });
    await s.attach(arn, ImageId, 'cross-account');
    await s.call('ec2:ModifyImageAttribute', { ImageId, LaunchPermission: { Add: [{ UserId: OTHER.account }] } });
    const call: Call = (operation, input) => s.call(operation, input, OTHER);
    const { report } = await filledWith(await readAccount(call, OTHER), START);
    expect(report.assumed).toContainEqual(expect.objectContaining({ kind: 'unseen-configuration', of: [arn] }));
  });
});
