import type { Row } from './rows.ts';
import type { Stage } from './stage.ts';

/** A verb that only looks: what it sees, and what the row says it should see, as texts to compare. */
export type Look = (stage: Stage, row: Row) => Promise<{ readonly seen: string; readonly wanted: string }>;

const pairs = (entries: Iterable<readonly [string, unknown]>): string =>
  [...entries]
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join(' ');
const names = (stage: Stage, ids: readonly string[]): string =>
  ids
    .map((id) => stage.nameOf(id))
    .sort()
    .join(' ');
const tail = (arn: string | undefined): string => (arn ?? '').replace(/^.*\//, '');

/** Every usage row of a configuration, page by page, asked by its owner. */
export async function usageRows(stage: Stage, LicenseConfigurationArn: string, owner = stage.scope) {
  const rows = [];
  for (let NextToken: string | undefined, first = true; first || NextToken !== undefined; first = false) {
    const input = { LicenseConfigurationArn, MaxResults: 3, NextToken };
    const page = await stage.sandbox.call('license-manager:ListUsageForLicenseConfiguration', input, owner);
    rows.push(...(page.LicenseConfigurationUsageList ?? []));
    NextToken = page.NextToken;
  }
  return rows;
}

const read = (stage: Stage, name: string) =>
  stage.sandbox.call(
    'license-manager:GetLicenseConfiguration',
    { LicenseConfigurationArn: stage.id(name) },
    stage.owner(name),
  );

/** `usage CONFIG N [machine=n host=n ...]`: the consumption and, where given, exactly these usage rows. */
const usage: Look = async (stage, { words: [name = '', count = ''], options }) => {
  const { ConsumedLicenses } = await read(stage, name);
  const rows = await usageRows(stage, stage.id(name), stage.owner(name));
  const detail = rows.map((row) => [stage.nameOf(tail(row.ResourceArn)), row.ConsumedLicenses] as const);
  const some = options.size > 0;
  return {
    seen: `${ConsumedLicenses} ${some ? pairs(detail) : ''}`,
    wanted: `${count} ${some ? pairs(options) : ''}`,
  };
};

/** `charged CONFIG [host=n ...]`: exactly the hosts it charges. */
const charged: Look = async (stage, { words: [name = ''], options }) => {
  const rows = await usageRows(stage, stage.id(name), stage.owner(name));
  const hosts = rows.filter((row) => row.ResourceType === 'EC2_HOST');
  const seen = hosts.map((row) => [stage.nameOf(tail(row.ResourceArn)), row.ConsumedLicenses] as const);
  return { seen: pairs(seen), wanted: pairs(options) };
};

/** `associations CONFIG [resource ...]`: exactly what is associated, a cross-account AMI with `=cross-account`. */
const associations: Look = async (stage, { words: [name = '', ...resources], options }) => {
  const input = { LicenseConfigurationArn: stage.id(name) };
  const { LicenseConfigurationAssociations: found = [] } = await stage.sandbox.call(
    'license-manager:ListAssociationsForLicenseConfiguration',
    input,
    stage.owner(name),
  );
  const seen = found.map((one) => {
    const known = stage.nameOf(tail(one.ResourceArn));
    return one.AmiAssociationScope === undefined ? known : `${known}=${one.AmiAssociationScope}`;
  });
  const wanted = [...resources, ...[...options].map(([resource, scope]) => `${resource}=${scope}`)];
  return { seen: seen.sort().join(' '), wanted: wanted.sort().join(' ') };
};

/** `licences INSTANCE [config ...]`: what DescribeInstances shows under Licenses. */
const licences: Look = async (stage, { words: [name = '', ...configs] }) => {
  const { Reservations = [] } = await stage.sandbox.call(
    'ec2:DescribeInstances',
    { InstanceIds: [stage.id(name)] },
    stage.scope,
  );
  const found = Reservations.flatMap((one) => one.Instances ?? []).flatMap((one) => one.Licenses ?? []);
  return {
    seen: names(
      stage,
      found.map((one) => one.LicenseConfigurationArn ?? ''),
    ),
    wanted: configs.sort().join(' '),
  };
};

/** `machine INSTANCE STATE [on=host] [zone=a]` */
const machine: Look = async (stage, { words: [name = '', state = ''], options }) => {
  const { Reservations = [] } = await stage.sandbox.call(
    'ec2:DescribeInstances',
    { InstanceIds: [stage.id(name)] },
    stage.scope,
  );
  const found = Reservations.flatMap((one) => one.Instances ?? [])[0];
  const all: ReadonlyMap<string, string> = new Map([
    ['on', stage.nameOf(found?.Placement?.HostId ?? '')],
    ['zone', (found?.Placement?.AvailabilityZone ?? '').slice(-1)],
    ['tenancy', found?.Placement?.Tenancy ?? ''],
    ['affinity', found?.Placement?.Affinity ?? ''],
    ['group', stage.nameOf(found?.Placement?.HostResourceGroupArn ?? '')],
    ['code', found?.UsageOperation ?? ''],
    ['billed-since', found?.UsageOperationUpdateTime?.toISOString().slice(11, 16) ?? ''],
    ['platform', (found?.PlatformDetails ?? '').replaceAll(' ', '-')],
    ['type', found?.InstanceType ?? ''],
  ]);
  const seen = [...options.keys()].map((key) => [key, all.get(key)] as const);
  return { seen: `${found?.State?.Name} ${pairs(seen)}`, wanted: `${state} ${pairs(options)}` };
};

/** `hosts HOST STATE [free=cores] [runs=n]` */
const hostState: Look = async (stage, { words: [name = '', state = ''], options }) => {
  const { Hosts = [] } = await stage.sandbox.call('ec2:DescribeHosts', { HostIds: [stage.id(name)] }, stage.scope);
  const found = Hosts[0];
  const all = new Map<string, unknown>([
    ['runs', found?.Instances?.length],
    ['owner', stage.nameOf(found?.OwnerId ?? '')],
    ['cores', found?.HostProperties?.Cores],
    ['sockets', found?.HostProperties?.Sockets],
    ['vcpus', found?.HostProperties?.TotalVCpus],
    ['autoplacement', found?.AutoPlacement],
    ['recovery', found?.HostRecovery],
    ['zone', found?.AvailabilityZone?.slice(-1)],
  ]);
  const seen = [...options.keys()].map((key) => [key, all.get(key)] as const);
  return { seen: `${found?.State} ${pairs(seen)}`, wanted: `${state} ${pairs(options)}` };
};

/** `summary CONFIG TYPE=n ...` and `managed CONFIG TYPE=n ...`: the named rows of the two summaries. */
const summary: Look = async (stage, { words: [name = ''], options }) => {
  const { ConsumedLicenseSummaryList: list = [] } = await read(stage, name);
  const seen = list.map((one) => [one.ResourceType ?? '', one.ConsumedLicenses] as const);
  return { seen: pairs(seen.filter(([type]) => options.has(type))), wanted: pairs(options) };
};
const managed: Look = async (stage, { words: [name = ''], options }) => {
  const { ManagedResourceSummaryList: list = [] } = await read(stage, name);
  const seen = list.map((one) => [one.ResourceType ?? '', one.AssociationCount] as const);
  return { seen: pairs(seen.filter(([type]) => options.has(type))), wanted: pairs(options) };
};

/** `over CONFIG yes|no`: whether the filter usagelimitExceeded finds it. */
const over: Look = async (stage, { words: [name = '', wanted = ''] }) => {
  const { LicenseConfigurations = [] } = await stage.sandbox.call(
    'license-manager:ListLicenseConfigurations',
    { LicenseConfigurationArns: [stage.id(name)], Filters: [{ Name: 'usagelimitExceeded', Values: ['true'] }] },
    stage.owner(name),
  );
  return { seen: LicenseConfigurations.length > 0 ? 'yes' : 'no', wanted };
};

/** `shown CONFIG member=value ...`: members of GetLicenseConfiguration; a list is joined by commas. */
const shown: Look = async (stage, { words: [name = ''], options }) => {
  const found = await read(stage, name);
  const seen = [...options.keys()].map((key) => {
    const value: unknown = Reflect.get(found, key);
    return [key, Array.isArray(value) ? value.join(',') : value] as const;
  });
  return { seen: pairs(seen), wanted: pairs(options) };
};

/** `failures CONFIG [OPERATION ...]`: the operations that were refused under it, oldest first. */
const failures: Look = async (stage, { words: [name = '', ...operations] }) => {
  const { LicenseOperationFailureList = [] } = await stage.sandbox.call(
    'license-manager:ListFailuresForLicenseConfigurationOperations',
    { LicenseConfigurationArn: stage.id(name) },
    stage.owner(name),
  );
  return {
    seen: LicenseOperationFailureList.map((one) => one.OperationName).join(' '),
    wanted: operations.join(' '),
  };
};

/** `alerts ACCOUNT soft=n refused=n`: the alerts an account's administrator has been sent so far. */
const alerts: Look = async (stage, { words: [account = 'home'], options }) => {
  const rows = stage.sandbox.database.all(
    'SELECT kind, count(*) AS n FROM alert WHERE account = $account GROUP BY kind',
    { account: stage.id(account) },
  );
  const counts = new Map(rows.map((row) => [String(row.kind), String(row.n)]));
  const seen = [...options.keys()].map((kind) => [kind, counts.get(kind) ?? '0'] as const);
  return { seen: pairs(seen), wanted: pairs(options) };
};

/** `task NAME STATUS [began=03:00] [switched=03:01] [ended=03:02] [says=word-in-the-message]` */
const task: Look = async (stage, { words: [name = '', status = ''], options }) => {
  const found = await stage.sandbox.call(
    'license-manager:GetLicenseConversionTask',
    { LicenseConversionTaskId: stage.id(name) },
    stage.scope,
  );
  const clock = (time: Date | undefined) => time?.toISOString().slice(11, 16) ?? 'not-yet';
  const message = (found.StatusMessage ?? '').replaceAll(' ', '-');
  const says = options.get('says') ?? '';
  const all: ReadonlyMap<string, string> = new Map([
    ['began', clock(found.StartTime)],
    ['switched', clock(found.LicenseConversionTime)],
    ['ended', clock(found.EndTime)],
    ['says', message.includes(says) ? says : message],
  ]);
  const seen = [...options.keys()].map((key) => [key, all.get(key)] as const);
  return { seen: `${found.Status} ${pairs(seen)}`, wanted: `${status} ${pairs(options)}` };
};

/** `tasks [TASK ...] [of=INSTANCE] [status=STATUS]`: exactly these, in the order listed. */
const tasks: Look = async (stage, { words, options }) => {
  const of = options.get('of');
  const status = options.get('status');
  const Filters = [
    ...(of === undefined ? [] : [{ Name: 'ResourceArns', Values: [stage.arn(of)] }]),
    ...(status === undefined ? [] : [{ Name: 'Status', Values: [status] }]),
  ];
  const input = { MaxResults: 2, Filters };
  const found: string[] = [];
  for (let NextToken: string | undefined, first = true; first || NextToken !== undefined; first = false) {
    const page = await stage.sandbox.call(
      'license-manager:ListLicenseConversionTasks',
      { ...input, NextToken },
      stage.scope,
    );
    found.push(...(page.LicenseConversionTasks ?? []).map((one) => stage.nameOf(one.LicenseConversionTaskId ?? '')));
    NextToken = page.NextToken;
  }
  return { seen: found.join(' '), wanted: words.join(' ') };
};

/** `billing AMI CODE`: the billing code that DescribeImages shows. */
const imageCode: Look = async (stage, { words: [name = '', code = ''] }) => {
  const { Images = [] } = await stage.sandbox.call('ec2:DescribeImages', { ImageIds: [stage.id(name)] }, stage.scope);
  return { seen: Images[0]?.UsageOperation ?? '', wanted: code };
};

export const LOOKS: Readonly<Record<string, Look>> = {
  usage,
  charged,
  associations,
  licences,
  machine,
  seen: hostState,
  summary,
  managed,
  over,
  shown,
  failures,
  alerts,
  task,
  tasks,
  billing: imageCode,
};
