import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openBackend } from '../../src/local-engine/index.ts';
import { START } from '../support/sandbox.ts';

const HOUR = 3_600_000;

let home = '';
let wall = START;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'lm-due-'));
  wall = START;
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const open = () => openBackend({ home, sandbox: 'default', wall: () => wall });

/** A deregistered AMI with an association, which the sweep of every eight hours removes. */
async function withSomethingDue() {
  const local = await open();
  const { call, scope } = local.backend;
  const { ImageId = '' } = await call('ec2:RegisterImage', {
    Name: 'own',
    RootDeviceName: '/dev/xvda',
    BlockDeviceMappings: [{ DeviceName: '/dev/xvda', Ebs: { SnapshotId: 'snap-0123456789abcdef0' } }],
  });
  const { LicenseConfigurationArn } = await call('license-manager:CreateLicenseConfiguration', {
    Name: 'cores',
    LicenseCountingType: 'vCPU',
  });
  await call('license-manager:UpdateLicenseSpecificationsForResource', {
    ResourceArn: `arn:aws:ec2:${scope.region}::image/${ImageId}`,
    AddLicenseSpecifications: [{ LicenseConfigurationArn }],
  });
  await call('ec2:DeregisterImage', { ImageId });
  const associations = async () => {
    const listed = await call('license-manager:ListAssociationsForLicenseConfiguration', { LicenseConfigurationArn });
    return listed.LicenseConfigurationAssociations?.length;
  };
  return { ...local, associations };
}

describe('a process that began before anything was due', () => {
  it('applies it at the next read', async () => {
    const { backend, associations } = await withSomethingDue();
    expect(await associations()).toBe(1);
    wall += 9 * HOUR;
    expect(await associations()).toBe(0);
    backend.close();
  });

  it.each([
    ['a write', 'write'],
    ['several calls as one', 'atomically'],
    ['a question', 'consult'],
    ['a rehearsal, which undoes it', 'rehearse'],
  ] as const)('applies it before %s', async (_what, how) => {
    const { backend, associations } = await withSomethingDue();
    wall += 9 * HOUR;
    const make = () =>
      backend.call('license-manager:CreateLicenseConfiguration', { Name: 'more', LicenseCountingType: 'vCPU' });
    if (how === 'write') await make();
    else if (how === 'consult') await backend.consult((world) => world.caller);
    else await backend[how](make);
    expect(await associations()).toBe(0);
    backend.close();
  });

  it('writes the trail of its reads, and leaves what is due to the next', async () => {
    const first = await withSomethingDue();
    await first.associations();
    wall += 9 * HOUR;
    first.backend.close();
    const { backend, sandbox } = await open();
    expect((await sandbox()).status().counts.association).toBe(0);
    backend.close();
  });
});
