import { Fault } from '../../../src/contract/fault.ts';
import {
  GENERIC,
  HOST_MANAGEMENT,
  type HostManagementParameter,
  hostGroupSettings,
} from '../../../src/validation/host-group.ts';
import type { Look } from './looks.ts';
import type { Row } from './rows.ts';
import type { Stage } from './stage.ts';
import type { Verb } from './verbs-licence.ts';

/** `[families=r5,m5] [config=a,b] [limit=N] [allocate] [release] [recover]` as configuration items; any configuration without `config`. */
function itemsOf(stage: Stage, { words, options }: Row) {
  const configs = options.get('config')?.split(',');
  const parameter = (Name: HostManagementParameter, Values: readonly string[] | undefined) =>
    Values === undefined ? [] : [{ Name, Values: [...Values] }];
  const isOn = (word: string) => [String(words.includes(word))];
  const listed = configs?.map((config) => stage.id(config));
  return [
    {
      Type: HOST_MANAGEMENT,
      Parameters: [
        ...parameter('allowed-host-families', options.get('families')?.split(',')),
        ...parameter('allowed-host-based-license-configurations', listed),
        ...parameter('any-host-based-license-configuration', configs === undefined ? ['true'] : undefined),
        ...parameter('auto-allocate-host', isOn('allocate')),
        ...parameter('auto-release-host', isOn('release')),
        ...parameter('auto-host-recovery', isOn('recover')),
        ...parameter('host-limit', options.has('limit') ? [options.get('limit') ?? ''] : undefined),
      ],
    },
    {
      Type: GENERIC,
      Parameters: [
        { Name: 'allowed-resource-types', Values: ['AWS::EC2::Host'] },
        { Name: 'deletion-protection', Values: ['UNLESS_EMPTY'] },
      ],
    },
  ];
}

/** `group NAME ...`: a new host resource group; see `itemsOf`. */
async function group(stage: Stage, row: Row): Promise<void> {
  const [name = ''] = row.words;
  const { Group } = await stage.call('resource-groups:CreateGroup', { Name: name, Configuration: itemsOf(stage, row) });
  stage.name(name, Group?.GroupArn);
}

/** `regroup NAME ...`: all settings anew; they apply half a minute later. */
async function regroup(stage: Stage, row: Row): Promise<void> {
  const [name = ''] = row.words;
  await stage.call('resource-groups:PutGroupConfiguration', {
    Group: stage.id(name),
    Configuration: itemsOf(stage, row),
  });
}

/** `join GROUP HOST...`: members one to two minutes later. AWS answers 200 and names the hosts that stay out. */
async function join(stage: Stage, { words: [name = '', ...hosts] }: Row): Promise<void> {
  const ResourceArns = hosts.map((host) => stage.arn(host));
  refusedOf(await stage.call('resource-groups:GroupResources', { Group: stage.id(name), ResourceArns }));
}

/** `leave GROUP HOST...` */
async function leave(stage: Stage, { words: [name = '', ...hosts] }: Row): Promise<void> {
  const ResourceArns = hosts.map((host) => stage.arn(host));
  refusedOf(await stage.call('resource-groups:UngroupResources', { Group: stage.id(name), ResourceArns }));
}

interface Failures {
  readonly Failed?: readonly { readonly ErrorCode?: string | undefined; readonly ErrorMessage?: string | undefined }[];
}

/** The message of a host that stays as it was ends with the id of what refused it. */
function refusedOf({ Failed: [failed] = [] }: Failures): void {
  if (failed === undefined) return;
  const { ErrorCode: code = '', ErrorMessage: message = '' } = failed;
  const id = /\(([a-z0-9-]+)\)$/.exec(message)?.[1];
  throw new Fault({ code, message, violations: id === undefined ? [] : [{ id, args: {} }] });
}

/** `dissolve GROUP`: deletes it. */
async function dissolve(stage: Stage, { words: [name = ''] }: Row): Promise<void> {
  await stage.call('resource-groups:DeleteGroup', { Group: stage.id(name) });
}

/** `lend THING[,THING] to ACCOUNT`: shared with another account of the organization, which need not accept it. */
async function lend(stage: Stage, { words: [things = '', , account = ''] }: Row): Promise<void> {
  await stage.call('ram:EnableSharingWithAwsOrganization', {});
  await stage.call('ram:CreateResourceShare', {
    name: things,
    resourceArns: things.split(',').map((thing) => stage.id(thing)),
    principals: [stage.id(account)],
  });
}

export const GROUP_VERBS: Readonly<Record<string, Verb>> = { group, regroup, join, leave, dissolve, lend };

/** `opened GROUP n=N`: how many hosts it has allocated by itself. They are called GROUP-1, GROUP-2 ... from here on. */
const opened: Look = async (stage, { words: [name = ''], options }) => {
  const hosts = openedBy(stage, name);
  return { seen: String(hosts.length), wanted: options.get('n') ?? '' };
};

/** `kind HOST FAMILY|TYPE`: what it is allocated for. */
const kind: Look = async (stage, { words: [name = '', wanted = ''] }) => {
  openedBy(stage, name.replace(/-\d+$/, ''));
  const row = stage.sandbox.database.get('SELECT family, instance_type FROM host WHERE id = $id', {
    id: stage.id(name),
  });
  return { seen: String(row?.instance_type ?? row?.family), wanted };
};

/** `grouped GROUP [host ...]`: exactly its hosts, those that are still joining with a question mark. */
const grouped: Look = async (stage, { words: [name = '', ...hosts] }) => {
  const { Resources = [] } = await stage.sandbox.call(
    'resource-groups:ListGroupResources',
    { Group: stage.id(name) },
    stage.scope,
  );
  const seen = Resources.map(({ Identifier, Status }) => {
    const host = stage.nameOf((Identifier?.ResourceArn ?? '').replace(/^.*\//, ''));
    return Status?.Name === 'PENDING' ? `${host}?` : host;
  });
  return { seen: seen.sort().join(' '), wanted: hosts.sort().join(' ') };
};

/** `settings GROUP STATUS [families=m5,r5] [proposed=m5] [because=ID]`: the families in force (all: `families=`) and those asked for. */
const settings: Look = async (stage, { words: [name = '', status = ''], options }) => {
  const { GroupConfiguration: found = {} } = await stage.sandbox.call(
    'resource-groups:GetGroupConfiguration',
    { Group: stage.id(name) },
    stage.scope,
  );
  const families = (items: typeof found.Configuration) => (items && hostGroupSettings(items).families)?.join(',') ?? '';
  const all: Readonly<Record<string, string>> = {
    families: families(found.Configuration),
    proposed: families(found.ProposedConfiguration),
    because: /\(([a-z-]+)\)$/.exec(found.FailureReason ?? '')?.[1] ?? '',
  };
  const words = (pairs: Iterable<readonly [string, string | undefined]>) =>
    [...pairs].map(([key, value]) => `${key}=${value}`).join(' ');
  return {
    seen: `${found.Status} ${words([...options.keys()].map((key) => [key, all[key]] as const))}`,
    wanted: `${status} ${words(options)}`,
  };
};

/** Only the hosts that a group allocates have no auto-placement in scenarios. */
function openedBy(stage: Stage, name: string): readonly string[] {
  const rows = stage.sandbox.database.all(
    `SELECT host.id FROM host JOIN host_group ON host_group.key = group_key
     WHERE name = $name AND auto_placement = 0 ORDER BY host.key`,
    { name },
  );
  const ids = rows.map((row) => String(row.id));
  for (const [index, id] of ids.entries()) stage.name(`${name}-${index + 1}`, id);
  return ids;
}

export const GROUP_LOOKS: Readonly<Record<string, Look>> = { opened, kind, grouped, settings };
