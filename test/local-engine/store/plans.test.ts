import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Input } from '../../../src/contract/operations.ts';
import type { Backend } from '../../../src/contract/ports.ts';
import { openLocal } from '../../../src/local-engine/index.ts';
import { openEngine } from '../../../src/local-engine/store/sqlite.ts';
import { GENERIC, HOST_MANAGEMENT } from '../../../src/validation/host-group.ts';

/** Everyday calls, one after the other, so that every statement behind them is seen. */
async function everydayCalls({ call, scope }: Backend): Promise<void> {
  const { LicenseConfigurationArn } = await call('license-manager:CreateLicenseConfiguration', {
    Name: 'cores',
    LicenseCountingType: 'Core',
    LicenseCount: 96,
    LicenseCountHardLimit: true,
  });
  const { ImageId } = await call('ec2:RegisterImage', {
    Name: 'image',
    RootDeviceName: '/dev/xvda',
    BlockDeviceMappings: [{ DeviceName: '/dev/xvda', Ebs: { SnapshotId: 'snap-0123456789abcdef0' } }],
  });
  const AddLicenseSpecifications = [{ LicenseConfigurationArn }];
  const ResourceArn = `arn:aws:ec2:${scope.region}::image/${ImageId}`;
  await call('license-manager:UpdateLicenseSpecificationsForResource', { ResourceArn, AddLicenseSpecifications });
  await call('ec2:AllocateHosts', {
    InstanceFamily: 'm5',
    AvailabilityZone: `${scope.region}a`,
    Quantity: 1,
    AutoPlacement: 'on',
  });
  const Placement = { Tenancy: 'host' } as const;
  const request = { ImageId, InstanceType: 'm5.large', MinCount: 2, MaxCount: 2, Placement } as const;
  const { Instances } = await call('ec2:RunInstances', request);
  const InstanceIds = Instances?.flatMap(({ InstanceId }) => InstanceId ?? []) ?? [];
  await call('ec2:DescribeInstances', { InstanceIds });
  await call('ec2:StopInstances', { InstanceIds });
  await call('ec2:StartInstances', { InstanceIds });
  await call('ec2:TerminateInstances', { InstanceIds });
  await throughGroup(call, { ImageId, InstanceType: 'm5.large', MinCount: 1, MaxCount: 1 });
  await call('license-manager:ListUsageForLicenseConfiguration', { LicenseConfigurationArn });
}

/** A launch, a stop, a start and an end in a host resource group that opens and releases hosts. */
async function throughGroup(call: Backend['call'], request: Input<'ec2:RunInstances'>): Promise<void> {
  const on = (Name: string) => ({ Name, Values: ['true'] });
  const names = ['any-host-based-license-configuration', 'auto-allocate-host', 'auto-release-host'];
  const generic = [
    { Name: 'allowed-resource-types', Values: ['AWS::EC2::Host'] },
    { Name: 'deletion-protection', Values: ['UNLESS_EMPTY'] },
  ];
  const { Group } = await call('resource-groups:CreateGroup', {
    Name: 'group',
    Configuration: [
      { Type: HOST_MANAGEMENT, Parameters: names.map(on) },
      { Type: GENERIC, Parameters: generic },
    ],
  });
  const { Instances } = await call('ec2:RunInstances', {
    ...request,
    Placement: { HostResourceGroupArn: Group?.GroupArn },
  });
  const InstanceIds = Instances?.flatMap(({ InstanceId }) => InstanceId ?? []) ?? [];
  await call('ec2:StopInstances', { InstanceIds });
  await call('ec2:StartInstances', { InstanceIds });
  await call('ec2:TerminateInstances', { InstanceIds });
}

/** Tables that grow with the number of machines. */
const LARGE = /^(SCAN|SEARCH) (instance|association|trail|event|host|host_charge)\b/;
/** A search that has an id, a host or a page's key to go by finds its rows; one by scope or configuration alone walks. */
const WALKS = /^SCAN|INDEX (?:instance|host)_scope \(account=\? AND region=\?\)$|PRIMARY KEY \(configuration_key=\?\)$/;

describe('with a million machines', () => {
  const home = mkdtempSync(join(tmpdir(), 'lm-plans-'));
  const statements = new Set<string>();

  beforeAll(async () => {
    const options = { home, sandbox: 'plans', wall: () => Date.UTC(2026, 10, 21) };
    const { backend } = await openLocal({ ...options, onStatement: (sql) => void statements.add(sql) });
    await everydayCalls(backend);
    backend.close();
  });

  afterAll(() => rmSync(home, { recursive: true, force: true }));

  it('no everyday call walks all of them', () => {
    const engine = openEngine(join(home, 'plans.db'));
    const queries = [...statements].filter((sql) => /^\s*(SELECT|UPDATE|DELETE|INSERT|WITH)\b/i.test(sql));
    const steps = queries.flatMap((sql) =>
      engine
        .prepare(`EXPLAIN QUERY PLAN ${sql}`)
        .all()
        .map(({ detail }) => ({ sql: sql.replace(/\s+/g, ' '), step: String(detail) })),
    );
    engine.close();
    expect(queries.length).toBeGreaterThan(20);
    expect(
      steps.filter(({ step }) => LARGE.test(step) && WALKS.test(step)),
      'A unary plus before a column (+account = …) keeps SQLite off the index that walks.',
    ).toEqual([]);
  });
});
