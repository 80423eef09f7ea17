import type { RequestLaunchTemplateData } from '@aws-sdk/client-ec2';
import { Fault } from '../../../src/contract/fault.ts';
import { imageIn, isType, launchInput, TENANCIES } from './launch-words.ts';
import type { Row } from './rows.ts';
import type { Stage } from './stage.ts';
import type { Verb } from './verbs-licence.ts';

/** `host NAME FAMILY|TYPE [count=N] [zone=a] [closed] [recover]`; auto-placement is on unless it says closed. */
async function host(stage: Stage, { words, options }: Row): Promise<void> {
  const [name = '', kind = ''] = words;
  const { HostIds = [] } = await stage.call('ec2:AllocateHosts', {
    ...(kind.includes('.') ? { InstanceType: kind } : { InstanceFamily: kind }),
    Quantity: Number(options.get('count') ?? 1),
    AvailabilityZone: `${stage.scope.region}${options.get('zone') ?? 'a'}`,
    ...(words.includes('default') ? {} : { AutoPlacement: words.includes('closed') ? 'off' : 'on' }),
    ...(words.includes('recover') ? { HostRecovery: 'on' } : {}),
  });
  stage.nameAll(name, HostIds);
}

/** `placement HOST on|off` */
async function placement(stage: Stage, { words: [name = '', to] }: Row): Promise<void> {
  const AutoPlacement = to === 'on' ? 'on' : 'off';
  refusedOf(await stage.call('ec2:ModifyHosts', { HostIds: [stage.id(name)], AutoPlacement }));
}

/** `release HOST...`; AWS answers 200 and names the hosts that stay, which reads as a refusal here. */
async function release(stage: Stage, { words }: Row): Promise<void> {
  refusedOf(await stage.call('ec2:ReleaseHosts', { HostIds: words.map((name) => stage.id(name)) }));
}

function refusedOf({ Unsuccessful = [] }: { readonly Unsuccessful?: readonly { Error?: object }[] }): void {
  const error = Unsuccessful[0]?.Error;
  if (error === undefined) return;
  throw new Fault({ code: String(Reflect.get(error, 'Code')), message: String(Reflect.get(error, 'Message')) });
}

/** `ami NAME [usage=0800] [config=a,b] [cross-account]`: registers (or, with a billing code, imports) and attaches. */
async function ami(stage: Stage, { words, options }: Row): Promise<void> {
  const [name = ''] = words;
  const code = options.get('usage');
  const { ImageId } =
    code === undefined
      ? await stage.call('ec2:RegisterImage', { Name: name })
      : await stage.call('ec2:ImportImage', { UsageOperation: `RunInstances:${code}`, Description: name });
  stage.name(name, ImageId);
  for (const config of options.get('config')?.split(',') ?? []) {
    const scope = words.includes('cross-account') ? { AmiAssociationScope: 'cross-account' } : {};
    await stage.call('license-manager:UpdateLicenseSpecificationsForResource', {
      ResourceArn: stage.arn(name),
      AddLicenseSpecifications: [{ LicenseConfigurationArn: stage.id(config), ...scope }],
    });
  }
}

/** `import NAME config=a,b`: the configurations come with the import itself. */
async function importAmi(stage: Stage, { words: [name = ''], options }: Row): Promise<void> {
  const { ImageId } = await stage.call('ec2:ImportImage', {
    LicenseType: 'BYOL',
    LicenseSpecifications: (options.get('config') ?? '')
      .split(',')
      .map((config) => ({ LicenseConfigurationArn: stage.id(config) })),
  });
  stage.name(name, ImageId);
}

/** `copy NAME of AMI` */
async function copy(stage: Stage, { words: [name = '', , source = ''] }: Row): Promise<void> {
  const { region } = stage.scope;
  const input = { Name: name, SourceImageId: stage.id(source), SourceRegion: region };
  stage.name(name, (await stage.call('ec2:CopyImage', input)).ImageId);
}

/** `image NAME of INSTANCE` */
async function image(stage: Stage, { words: [name = '', , source = ''] }: Row): Promise<void> {
  stage.name(name, (await stage.call('ec2:CreateImage', { Name: name, InstanceId: stage.id(source) })).ImageId);
}

/** `share AMI with ACCOUNT` */
async function share(stage: Stage, { words: [name = '', , account = ''] }: Row): Promise<void> {
  const LaunchPermission = { Add: [{ UserId: stage.id(account) }] };
  await stage.call('ec2:ModifyImageAttribute', { ImageId: stage.id(name), LaunchPermission });
}

/** `launch NAME from AMI TYPE [x3|x1:5] ...`: see `launchInput`. Several machines are called NAME1, NAME2 ... */
async function launch(stage: Stage, row: Row): Promise<void> {
  const { Instances = [] } = await stage.call('ec2:RunInstances', await launchInput(stage, row));
  stage.nameAll(
    row.words[0] ?? '',
    Instances.map((instance) => instance.InstanceId),
  );
}

/** `template NAME from AMI TYPE [config=a] [hrg=GROUP]` */
async function template(stage: Stage, { words: [name = '', , ami = '', type = ''], options }: Row): Promise<void> {
  const configs = options.get('config')?.split(',') ?? [];
  const LaunchTemplateData: RequestLaunchTemplateData = {
    ImageId: await imageIn(stage, ami),
    ...(isType(type) ? { InstanceType: type } : {}),
    LicenseSpecifications: configs.map((config) => ({ LicenseConfigurationArn: stage.id(config) })),
    ...(options.has('hrg') ? { Placement: { HostResourceGroupArn: stage.id(options.get('hrg') ?? '') } } : {}),
  };
  const input = { LaunchTemplateName: name, LaunchTemplateData };
  stage.name(name, (await stage.call('ec2:CreateLaunchTemplate', input)).LaunchTemplate?.LaunchTemplateId);
}

/** `resize INSTANCE TYPE` */
async function resize(stage: Stage, { words: [name = '', type = ''] }: Row): Promise<void> {
  await stage.call('ec2:ModifyInstanceAttribute', { InstanceId: stage.id(name), InstanceType: { Value: type } });
}

/** `cpu INSTANCE cores=N threads=N` */
async function cpu(stage: Stage, { words: [name = ''], options }: Row): Promise<void> {
  const CoreCount = Number(options.get('cores'));
  const ThreadsPerCore = Number(options.get('threads'));
  await stage.call('ec2:ModifyInstanceCpuOptions', { InstanceId: stage.id(name), CoreCount, ThreadsPerCore });
}

/** `move INSTANCE [shared|dedicated|host] [on=HOST] [group=GROUP] [pinned|loose]` */
async function move(stage: Stage, { words, options }: Row): Promise<void> {
  const tenancy = Object.entries(TENANCIES).find(([word]) => words.includes(word))?.[1];
  const [on, group] = [options.get('on'), options.get('group')];
  await stage.call('ec2:ModifyInstancePlacement', {
    InstanceId: stage.id(words[0] ?? ''),
    ...(tenancy === undefined ? {} : { Tenancy: tenancy }),
    ...(on === undefined ? {} : { HostId: stage.id(on) }),
    ...(group === undefined ? {} : { HostResourceGroupArn: stage.id(group) }),
    ...(words.includes('pinned') ? { Affinity: 'host' } : {}),
    ...(words.includes('loose') ? { Affinity: 'default' } : {}),
  });
}

const machines =
  (name: 'ec2:StartInstances' | 'ec2:StopInstances' | 'ec2:TerminateInstances' | 'ec2:RebootInstances'): Verb =>
  async (stage, { words }) => {
    await stage.call(name, { InstanceIds: words.map((word) => stage.id(word)) });
  };

export const EC2_VERBS: Readonly<Record<string, Verb>> = {
  host,
  placement,
  release,
  ami,
  import: importAmi,
  copy,
  image,
  share,
  launch,
  template,
  resize,
  cpu,
  move,
  start: machines('ec2:StartInstances'),
  stop: machines('ec2:StopInstances'),
  terminate: machines('ec2:TerminateInstances'),
  reboot: machines('ec2:RebootInstances'),
  deregister: async (stage, { words: [name = ''] }) => {
    await stage.call('ec2:DeregisterImage', { ImageId: stage.id(name) });
  },
};
