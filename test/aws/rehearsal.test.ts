import { describe, expect, it } from 'vitest';
import { rehearsed } from '../../src/aws/rehearsal/index.ts';
import type { Violation } from '../../src/contract/decision.ts';
import { Fault } from '../../src/contract/fault.ts';
import type { Call } from '../../src/contract/ports.ts';
import { START, testSandbox } from '../support/sandbox.ts';

/** A sandbox stands for the real account; a dry run may read it and nothing else. */
async function account() {
  const { call, home } = testSandbox();
  const { LicenseConfigurationArn: arn = '' } = await call('license-manager:CreateLicenseConfiguration', {
    Name: 'win-dc',
    LicenseCountingType: 'Core',
    LicenseCount: 48,
    LicenseCountHardLimit: true,
  });
  await call('ec2:ImportImage', { UsageOperation: 'RunInstances:0800' });
  const { Images = [] } = await call('ec2:DescribeImages', { Owners: ['self'] });
  const { ImageId: image = '', Name: name = '' } = Images[0] ?? {};
  const imageArn = `arn:aws:ec2:us-east-1::image/${image}`;
  await call('license-manager:UpdateLicenseSpecificationsForResource', {
    ResourceArn: imageArn,
    AddLicenseSpecifications: [{ LicenseConfigurationArn: arn }],
  });
  const { HostIds = [] } = await call('ec2:AllocateHosts', {
    InstanceFamily: 'm5',
    AvailabilityZone: 'us-east-1a',
    Quantity: 2,
    AutoPlacement: 'on',
  });
  const written: string[] = [];
  const alerts: Violation[] = [];
  const told: string[] = [];
  const guarded: Call = async (operation, input) => {
    if (!/:(Get|List|Describe)/.test(operation)) written.push(operation);
    return call(operation, input);
  };
  const remarks = {
    alert: (some: readonly Violation[]) => void alerts.push(...some),
    tell: (line: string) => void told.push(line),
  };
  const asking = { call: guarded, scope: home, now: START };
  const dryOver = (reads: Call): Call => rehearsed({ ...asking, call: reads }, remarks);
  const dry = dryOver(guarded);
  const launch = (hosts: string | undefined, MaxCount = 1) => ({
    ImageId: image,
    InstanceType: 'm5.8xlarge' as const,
    MinCount: MaxCount,
    MaxCount,
    Placement: { Tenancy: 'host' as const, ...(hosts === undefined ? {} : { HostId: hosts }) },
  });
  return {
    call,
    asking,
    dry,
    dryOver,
    arn,
    image,
    name,
    imageArn,
    host: HostIds[0],
    other: HostIds[1],
    launch,
    written,
    alerts,
    told,
  };
}

const faultOf = async (work: Promise<unknown>): Promise<Fault> => {
  const error: unknown = await work.then(
    () => new Error('it was expected to be refused'),
    (reason: unknown) => reason,
  );
  if (error instanceof Fault) return error;
  throw error;
};

describe('a dry run on a real account', () => {
  it('sends nothing that changes anything', async () => {
    const { dry, launch, host, arn, written } = await account();
    await dry('ec2:RunInstances', launch(host));
    await dry('license-manager:UpdateLicenseConfiguration', { LicenseConfigurationArn: arn, LicenseCount: 96 });
    await dry('ec2:AllocateHosts', { InstanceFamily: 'm5', AvailabilityZone: 'us-east-1a', Quantity: 1 });
    expect(written).toEqual([]);
  });

  it('launches as many machines as the decision says, under its configurations', async () => {
    const { dry, launch, host, arn } = await account();
    const { Instances = [] } = await dry('ec2:RunInstances', launch(host, 3));
    expect(Instances).toHaveLength(3);
    expect(Instances[0]).toMatchObject({
      State: { Name: 'pending' },
      Licenses: [{ LicenseConfigurationArn: arn }],
      Placement: { HostId: host },
    });
  });

  it('counts for the second step what the first would take', async () => {
    const { dry, launch, host, other, arn } = await account();
    await dry('ec2:RunInstances', launch(host));
    expect(
      (await dry('license-manager:GetLicenseConfiguration', { LicenseConfigurationArn: arn })).ConsumedLicenses,
    ).toBe(48);
    const fault = await faultOf(dry('ec2:RunInstances', launch(other)));
    expect(fault.violations.map((one) => one.id)).toEqual(['launch-hard-block']);
  });

  it('charges a host once, also for the next step', async () => {
    const { dry, launch, host, arn } = await account();
    await dry('ec2:RunInstances', launch(host));
    await dry('ec2:RunInstances', launch(host));
    expect(
      (await dry('license-manager:GetLicenseConfiguration', { LicenseConfigurationArn: arn })).ConsumedLicenses,
    ).toBe(48);
  });

  it('refuses with the ids and the order that the launch itself is refused with', async () => {
    const { dry, call, image } = await account();
    const shared = { ImageId: image, InstanceType: 'm5.large', MinCount: 1, MaxCount: 1 } as const;
    const real = await faultOf(call('ec2:RunInstances', shared));
    const foreseen = await faultOf(dry('ec2:RunInstances', shared));
    expect(real.violations.length).toBeGreaterThan(1);
    expect(foreseen.violations).toEqual(real.violations);
    expect(foreseen.code).toBe(real.code);
  });

  it('does not pass what it cannot know: which host EC2 would choose', async () => {
    const { dry, call, launch, host } = await account();
    await call('ec2:RunInstances', launch(host));
    const fault = await faultOf(dry('ec2:RunInstances', launch(undefined)));
    expect(fault.code).toBe('DryRunUndecided');
    expect(fault.message).toContain('if EC2 picks any other host, win-dc needs 48. Nothing was sent');
  });

  it('says of a change that nothing here can judge, that it was not judged', async () => {
    const { call, dry, told } = await account();
    await call('ec2:CreateLaunchTemplate', { LaunchTemplateName: 'web', LaunchTemplateData: {} });
    await dry('ec2:DeleteLaunchTemplate', { LaunchTemplateName: 'web' });
    expect(told).toEqual(['only AWS can judge ec2:DeleteLaunchTemplate: nothing but its form was checked']);
  });

  it('raises the alerts of a soft limit', async () => {
    const { dry, call, launch, host, arn, alerts } = await account();
    const soft = { LicenseConfigurationArn: arn, LicenseCount: 4, LicenseCountHardLimit: false };
    await call('license-manager:UpdateLicenseConfiguration', soft);
    await dry('ec2:RunInstances', launch(host));
    expect(alerts.map((one) => one.id)).toEqual(['launch-soft-alert']);
  });
});

describe('later steps of a dry run read what earlier ones would leave', () => {
  it('a new configuration, with its terms', async () => {
    const { dry } = await account();
    const { LicenseConfigurationArn } = await dry('license-manager:CreateLicenseConfiguration', {
      Name: 'sql',
      LicenseCountingType: 'vCPU',
      LicenseRules: ['#minimumVcpus=4'],
    });
    const made = await dry('license-manager:GetLicenseConfiguration', { LicenseConfigurationArn });
    expect(made).toMatchObject({
      Name: 'sql',
      Status: 'AVAILABLE',
      LicenseRules: ['#minimumVcpus=4'],
      ConsumedLicenses: 0,
    });
    const { LicenseConfigurations = [] } = await dry('license-manager:ListLicenseConfigurations', {});
    expect(LicenseConfigurations.map((one) => one.Name)).toEqual(['win-dc', 'sql']);
  });

  it('a deleted one is gone, once nothing is attached to it', async () => {
    const { dry, arn, imageArn } = await account();
    const attached = await faultOf(dry('license-manager:DeleteLicenseConfiguration', { LicenseConfigurationArn: arn }));
    expect(attached.violations.map((one) => one.id)).toEqual(['config-delete-needs-no-associations']);
    await dry('license-manager:UpdateLicenseSpecificationsForResource', {
      ResourceArn: imageArn,
      RemoveLicenseSpecifications: [{ LicenseConfigurationArn: arn }],
    });
    await dry('license-manager:DeleteLicenseConfiguration', { LicenseConfigurationArn: arn });
    const gone = await faultOf(dry('license-manager:GetLicenseConfiguration', { LicenseConfigurationArn: arn }));
    expect(gone.code).toBe('InvalidParameterValueException');
    expect((await dry('license-manager:ListLicenseConfigurations', {})).LicenseConfigurations).toEqual([]);
  });

  it('changed terms: a raised limit lets the next launch through', async () => {
    const { dry, arn, launch, host, other } = await account();
    await dry('license-manager:UpdateLicenseConfiguration', { LicenseConfigurationArn: arn, LicenseCount: 96 });
    await dry('ec2:RunInstances', launch(host));
    expect((await dry('ec2:RunInstances', launch(other))).Instances).toHaveLength(1);
  });

  it('terms that may not be, refused as the real call refuses them', async () => {
    const { dry, call } = await account();
    const bad = {
      Name: 'bad',
      LicenseCountingType: 'vCPU',
      LicenseCountHardLimit: true,
      LicenseRules: ['#minimumVcpus=8', '#maximumVcpus=4'],
    } as const;
    const terms = { ...bad, LicenseRules: [...bad.LicenseRules] };
    const real = await faultOf(call('license-manager:CreateLicenseConfiguration', terms));
    const foreseen = await faultOf(dry('license-manager:CreateLicenseConfiguration', terms));
    expect(real.violations.length).toBeGreaterThan(1);
    expect(foreseen.violations).toEqual(real.violations);
  });

  it('tags', async () => {
    const { dry, arn } = await account();
    await dry('license-manager:TagResource', {
      ResourceArn: arn,
      Tags: [
        { Key: 'team', Value: 'ops' },
        { Key: 'a', Value: 'b' },
      ],
    });
    await dry('license-manager:UntagResource', { ResourceArn: arn, TagKeys: ['a'] });
    const { Tags } = await dry('license-manager:GetLicenseConfiguration', { LicenseConfigurationArn: arn });
    expect(Tags).toEqual([{ Key: 'team', Value: 'ops' }]);
  });

  it('new and changed hosts, and those that stay because machines run on them', async () => {
    const { dry, call, launch, host = '', other = '' } = await account();
    const { HostIds = [] } = await dry('ec2:AllocateHosts', {
      InstanceFamily: 'r5',
      AvailabilityZone: 'us-east-1a',
      Quantity: 2,
    });
    const { Hosts = [] } = await dry('ec2:DescribeHosts', { HostIds });
    expect(Hosts.map((one) => one.HostProperties?.InstanceFamily)).toEqual(['r5', 'r5']);
    await call('ec2:RunInstances', launch(host));
    const released = await dry('ec2:ReleaseHosts', { HostIds: [host, other] });
    expect(released.Successful).toEqual([other]);
    expect(released.Unsuccessful?.map((one) => one.ResourceId)).toEqual([host]);
  });

  it('hosts: what a host is to take is looked up on AWS, not in a list of ours', async () => {
    const { dry } = await account();
    const zone = { AvailabilityZone: 'us-east-1a' };
    expect((await faultOf(dry('ec2:AllocateHosts', { ...zone, InstanceFamily: 'm55' }))).violations).toMatchObject([
      { id: 'ec2-instance-type-unknown', args: { nearest: expect.arrayContaining(['m5']) } },
    ]);
    expect((await faultOf(dry('ec2:AllocateHosts', { ...zone, InstanceFamily: 't2' }))).violations).toMatchObject([
      { id: 'host-type-unsupported' },
    ]);
    expect((await faultOf(dry('ec2:AllocateHosts', { ...zone, InstanceType: 't2.micro' }))).violations).toMatchObject([
      { id: 'host-type-unsupported' },
    ]);
    expect((await faultOf(dry('ec2:AllocateHosts', { ...zone, InstanceFamily: 'm4' }))).violations).toMatchObject([
      { id: 'host-multi-type-nitro' },
    ]);
  });

  it('hosts: a family that only AWS knows can be allocated', async () => {
    const { asking, dryOver } = await account();
    const newer: Call = async (operation, input) => {
      const answer = await asking.call(operation, input);
      const type = { InstanceType: 'zz9.large', DedicatedHostsSupported: true };
      return operation === 'ec2:DescribeInstanceTypes' ? { ...answer, InstanceTypes: [type] } : answer;
    };
    const { HostIds } = await dryOver(newer)('ec2:AllocateHosts', {
      InstanceFamily: 'zz9',
      AvailabilityZone: 'us-east-1a',
    });
    expect(HostIds).toHaveLength(1);
  });

  it('hosts: one stays in its family, and takes other types only while it is empty', async () => {
    const { call, dry, launch, host = '', other = '' } = await account();
    await call('ec2:RunInstances', launch(host));
    const foreign = await dry('ec2:ModifyHosts', { HostIds: [other], InstanceFamily: 'r5' });
    expect(foreign.Unsuccessful).toMatchObject([{ ResourceId: other, Error: { Code: 'InvalidHostConfiguration' } }]);
    const types = await dry('ec2:ModifyHosts', { HostIds: [host, other], InstanceType: 'm5.large' });
    expect(types.Successful).toEqual([other]);
    expect(types.Unsuccessful).toMatchObject([{ ResourceId: host, Error: { Code: 'Client.InvalidHost.Occupied' } }]);
    expect((await faultOf(dry('ec2:ModifyHosts', { HostIds: [host] }))).violations).toMatchObject([
      { id: 'ec2-nothing-to-change' },
    ]);
  });

  it('images: an import says once who licenses the system, and names configurations that there are', async () => {
    const { dry, arn } = await account();
    const twice = { UsageOperation: 'RunInstances:0800', LicenseType: 'BYOL' };
    expect((await faultOf(dry('ec2:ImportImage', twice))).violations).toMatchObject([{ id: 'ami-import-operation' }]);
    const LicenseConfigurationArn = arn.replace(/.$/, (last) => (last === 'f' ? 'e' : 'f'));
    const nowhere = { LicenseSpecifications: [{ LicenseConfigurationArn }] };
    expect((await faultOf(dry('ec2:ImportImage', nowhere))).violations).toMatchObject([
      { id: 'launch-unknown-config' },
    ]);
    const known = { LicenseSpecifications: [{ LicenseConfigurationArn: arn }] };
    expect((await dry('ec2:ImportImage', known)).Status).toBe('active');
  });

  it('images: a copy bills as its source', async () => {
    const { dry, image } = await account();
    const { ImageId = '' } = await dry('ec2:CopyImage', {
      SourceImageId: image,
      SourceRegion: 'us-east-1',
      Name: 'copy',
    });
    const { Images = [] } = await dry('ec2:DescribeImages', { ImageIds: [ImageId] });
    expect(Images).toMatchObject([{ Name: 'copy', UsageOperation: 'RunInstances:0800' }]);
    await dry('ec2:DeregisterImage', { ImageId: image });
    expect((await dry('ec2:DescribeImages', { ImageIds: [image] })).Images).toEqual([]);
  });

  it('machines: what each is and would be', async () => {
    const { dry, call, launch, host } = await account();
    const { Instances = [] } = await call('ec2:RunInstances', launch(host));
    const InstanceIds = Instances.map((one) => one.InstanceId ?? '');
    const { StoppingInstances } = await dry('ec2:StopInstances', { InstanceIds });
    expect(StoppingInstances).toMatchObject([
      { PreviousState: { Name: 'running' }, CurrentState: { Name: 'stopping' } },
    ]);
  });

  it('launch templates and their versions', async () => {
    const { dry, image } = await account();
    const data = { ImageId: image, InstanceType: 'm5.large' } as const;
    const { LaunchTemplate } = await dry('ec2:CreateLaunchTemplate', {
      LaunchTemplateName: 'web',
      LaunchTemplateData: data,
    });
    const LaunchTemplateId = LaunchTemplate?.LaunchTemplateId;
    const versions = await dry('ec2:DescribeLaunchTemplateVersions', { LaunchTemplateId });
    expect(versions.LaunchTemplateVersions).toMatchObject([{ VersionNumber: 1, LaunchTemplateData: data }]);
  });
});

describe('a machine that is to start', () => {
  it('is judged as the start itself is', async () => {
    const { dry, call, launch, host, arn } = await account();
    const { Instances = [] } = await call('ec2:RunInstances', launch(host));
    const InstanceIds = Instances.map((one) => one.InstanceId ?? '');
    await call('ec2:StopInstances', { InstanceIds });
    await call('license-manager:UpdateLicenseConfiguration', { LicenseConfigurationArn: arn, LicenseCount: 4 });
    const real = await faultOf(call('ec2:StartInstances', { InstanceIds }));
    const foreseen = await faultOf(dry('ec2:StartInstances', { InstanceIds }));
    expect(real.violations).toHaveLength(1);
    expect(foreseen.violations).toEqual(real.violations);
  });

  it('and within the limit it may, and what it takes is counted', async () => {
    const { dry, call, launch, host, arn } = await account();
    const { Instances = [] } = await call('ec2:RunInstances', launch(host));
    const InstanceIds = Instances.map((one) => one.InstanceId ?? '');
    await call('ec2:StopInstances', { InstanceIds });
    expect((await dry('ec2:StartInstances', { InstanceIds })).StartingInstances).toHaveLength(1);
    const { ConsumedLicenses } = await dry('license-manager:GetLicenseConfiguration', { LicenseConfigurationArn: arn });
    expect(ConsumedLicenses).toBe(48);
  });
});

describe('other changes are judged as the engine, which stands for AWS, judges them', () => {
  it.each<
    [what: string, change: (call: Call, ids: Awaited<ReturnType<typeof account>>) => Promise<unknown>, id: string]
  >([
    [
      'no such machine',
      (call) => call('ec2:StopInstances', { InstanceIds: ['i-0000000000000ffff'] }),
      'ec2-instance-not-found',
    ],
    [
      'a type that there is not',
      async (call, ids) =>
        call('ec2:ModifyInstanceAttribute', { InstanceId: await machine(ids), InstanceType: { Value: 'm5.huge' } }),
      'ec2-instance-type-unknown',
    ],
    [
      'a machine that runs',
      async (call, ids) =>
        call('ec2:ModifyInstanceCpuOptions', { InstanceId: await machine(ids), CoreCount: 2, ThreadsPerCore: 1 }),
      'ec2-instance-state',
    ],
    [
      'a name that is taken',
      (call, { image, name }) =>
        call('ec2:CopyImage', {
          SourceImageId: image,
          SourceRegion: 'us-east-1',
          Name: name,
        }),
      'ami-name-in-use',
    ],
    [
      'an image of a machine that is gone',
      async (call, ids) => {
        const InstanceId = await machine(ids);
        await ids.call('ec2:TerminateInstances', { InstanceIds: [InstanceId] });
        return call('ec2:CreateImage', { InstanceId, Name: 'late' });
      },
      'ec2-instance-state',
    ],
    [
      'an AMI of another owner',
      async (call, ids) => call('ec2:DeregisterImage', { ImageId: await vendors(ids) }),
      'ami-owner-only',
    ],
    [
      'a zone of another Region',
      (call) => call('ec2:AllocateHosts', { InstanceFamily: 'm5', AvailabilityZone: 'eu-west-1a', Quantity: 1 }),
      'ec2-zone-unknown',
    ],
    [
      'a name that is too short',
      (call) => call('ec2:CreateLaunchTemplate', { LaunchTemplateName: 't1', LaunchTemplateData: {} }),
      'template-name-syntax',
    ],
  ])('%s', async (_, change, id) => {
    const ids = await account();
    const real = await faultOf(change(ids.call, ids));
    const foreseen = await faultOf(change(ids.dry, ids));
    expect(foreseen.violations).toEqual(real.violations);
    expect(foreseen.violations.map((one) => one.id)).toEqual([id]);
  });

  /** The one machine of the account, launched when it is first asked for. */
  async function machine({ call, launch, host }: Awaited<ReturnType<typeof account>>): Promise<string> {
    const there = (await call('ec2:DescribeInstances', {})).Reservations?.[0]?.Instances?.[0]?.InstanceId;
    return there ?? (await call('ec2:RunInstances', launch(host))).Instances?.[0]?.InstanceId ?? '';
  }

  async function vendors({ call }: Awaited<ReturnType<typeof account>>): Promise<string> {
    const { Images = [] } = await call('ec2:DescribeImages', { Owners: ['amazon'] });
    return Images[0]?.ImageId ?? '';
  }
});

describe('sharing, in a dry run', () => {
  it('shows whom a configuration would be shared with, and asks AWS to change nothing', async () => {
    const { dry, arn, written } = await account();
    const principals = ['444455556666'];
    const { resourceShare } = await dry('ram:CreateResourceShare', { name: 'win-dc', resourceArns: [arn], principals });
    const resourceShareArn = resourceShare?.resourceShareArn;
    const read = async (associationType: 'PRINCIPAL' | 'RESOURCE') => {
      const page = await dry('ram:GetResourceShareAssociations', {
        associationType,
        resourceShareArns: [resourceShareArn ?? ''],
      });
      return (page.resourceShareAssociations ?? []).map((one) => `${one.associatedEntity} ${one.status}`);
    };
    expect([await read('RESOURCE'), await read('PRINCIPAL')]).toEqual([
      [`${arn} ASSOCIATED`],
      ['444455556666 ASSOCIATING'],
    ]);
    await dry('ram:DisassociateResourceShare', { resourceShareArn, principals });
    expect(await read('PRINCIPAL')).toEqual([]);
    await dry('ram:DeleteResourceShare', { resourceShareArn });
    expect(await read('RESOURCE')).toEqual([]);
    expect(written).toEqual([]);
  });

  it('adds to a share that there is, and takes from it', async () => {
    const { call, dry, arn, written } = await account();
    const { resourceShare } = await call('ram:CreateResourceShare', {
      name: 'win-dc',
      resourceArns: [arn],
      principals: ['444455556666'],
    });
    const resourceShareArn = resourceShare?.resourceShareArn;
    await dry('ram:AssociateResourceShare', { resourceShareArn, principals: ['777788889999'] });
    await dry('ram:DisassociateResourceShare', { resourceShareArn, principals: ['444455556666'] });
    const { resourceShareAssociations: rows = [] } = await dry('ram:GetResourceShareAssociations', {
      associationType: 'PRINCIPAL',
    });
    expect(rows.map((one) => [one.resourceShareName, one.associatedEntity])).toEqual([['win-dc', '777788889999']]);
    expect(written).toEqual([]);
  });

  it('share-resource-owner, share-principal-malformed: refuses what RAM refuses', async () => {
    const { dry, arn } = await account();
    const foreign = arn.replace('111122223333', '444455556666');
    const owner = await faultOf(dry('ram:CreateResourceShare', { name: 'x', resourceArns: [foreign] }));
    expect(owner.violations.map(({ id }) => id)).toEqual(['share-resource-owner']);
    const whom = await faultOf(dry('ram:CreateResourceShare', { name: 'x', principals: ['somebody'] }));
    expect(whom.code).toBe('InvalidParameterException');
  });

  it('share-invitation-accepted: an invitation is answered once', async () => {
    const { call, dry, arn } = await account();
    const home = { account: '111122223333', region: 'us-east-1' };
    const sender = { account: '444455556666', region: 'us-east-1' };
    await call('ram:CreateResourceShare', { name: 'theirs', principals: [home.account] }, sender);
    const { resourceShareInvitations: [one] = [] } = await call('ram:GetResourceShareInvitations', {});
    const { resourceShareInvitationArn } = one ?? {};
    const answer = await dry('ram:AcceptResourceShareInvitation', { resourceShareInvitationArn });
    expect(answer.resourceShareInvitation?.status).toBe('ACCEPTED');
    await call('ram:AcceptResourceShareInvitation', { resourceShareInvitationArn });
    const late = await faultOf(dry('ram:RejectResourceShareInvitation', { resourceShareInvitationArn }));
    expect(late.code).toBe('ResourceShareInvitationAlreadyAcceptedException');
    const never = { resourceShareInvitationArn: `${arn}x` };
    const unknown = await faultOf(dry('ram:AcceptResourceShareInvitation', never));
    expect(unknown.code).toBe('ResourceShareInvitationArnNotFoundException');
  });
});
