import type { Note, Result } from '../../contract/result.ts';
import { counted } from '../../validation/words.ts';
import { FORMAT } from '../shared/done.ts';
import { evictionNotices, evictionSection } from '../shared/evictions.ts';
import { familyOf, roomOf } from '../shared/host-room.ts';
import { configurationsByArn } from '../shared/licences.ts';
import { said } from '../shared/said.ts';
import { sharingFields } from '../shared/sharing-fields.ts';
import { sharingOf } from '../shared/sharing-of.ts';
import { tieData } from '../shared/ties.ts';
import type { CommandContext } from '../types.ts';
import { hostSections } from './bars.ts';
import { isJoining, type WholeGroup, wholeGroup } from './group.ts';
import { type GroupHost, groupHosts, machinesOn, stateOf } from './hosts.ts';
import type { ShowArgs } from './manifest.ts';
import { settingWords } from './settings.ts';

/** A group with its hosts, and what each of them carries and holds. */
export async function run(args: ShowArgs, ctx: CommandContext): Promise<Result> {
  const whole = await wholeGroup(ctx, args.group);
  const all = await groupHosts(ctx, whole);
  const hosts = all.filter((host) => isWanted(host, args));
  const { group, configuration, tags, members } = whole;
  const { scope } = await ctx.backend();
  const sharing = await sharingOf(ctx, whole.arn);
  const notices = await evictionNotices(ctx, { groupArn: whole.arn });
  return {
    value: {
      ...FORMAT,
      Group: group,
      GroupConfiguration: configuration,
      Tags: tags,
      Resources: members,
      Hosts: hosts.map(hostData),
      ...sharing,
      ...(notices.length === 0 ? {} : { evictions: notices }),
    },
    view: async () => ({
      kind: 'record',
      fields: said([
        ['name', whole.name],
        ['arn', whole.arn],
        ['description', group.Description],
        ...settingWords(whole.settings, await configurationsByArn(ctx)),
        ['settings', statusWords(whole)],
        ['hosts', hostWords(whole)],
        ['cores', coreWords(hosts)],
        [
          'tags',
          Object.entries(tags)
            .map(([key, value]) => `${key}=${value}`)
            .join(', '),
        ],
        ...sharingFields(sharing, scope.account),
      ]),
      sections: [...hostSections(hosts, await machinesOn(ctx, hosts)), ...evictionSection(notices)],
    }),
    names: [whole.name],
    notes: await notesFor(ctx, whole, all.length),
  };
}

/** A host as data: its ties are written as everywhere else. */
const hostData = ({ ties, ...host }: GroupHost) => ({ ...host, ties: ties.map(tieData) });

/** Hosts are searched by family or type, state and zone (hrg-remove-host-search); an id is searched by `lm host show`. */
function isWanted(host: GroupHost, { type, state, zone }: ShowArgs): boolean {
  return (
    (type === undefined || type === familyOf(host) || type === host.HostProperties?.InstanceType) &&
    (state === undefined || state === stateOf(host)) &&
    (zone === undefined || zone === host.AvailabilityZone)
  );
}

function statusWords({ configuration: { Status, FailureReason } }: WholeGroup): string | undefined {
  if (Status === 'UPDATING') return 'new ones are being applied';
  return Status === 'UPDATE_FAILED' ? `the last change failed: ${FailureReason ?? 'no reason given'}` : undefined;
}

function hostWords({ members }: WholeGroup): string {
  const joining = members.filter(isJoining).length;
  return joining === 0 ? `${members.length}` : `${members.length}, of which ${joining} joining`;
}

function coreWords(hosts: readonly Parameters<typeof roomOf>[0][]): string | undefined {
  const rooms = hosts.map(roomOf).filter(({ unit }) => unit === 'cores');
  if (rooms.length === 0) return undefined;
  const total = rooms.reduce((sum, room) => sum + room.total, 0);
  const used = rooms.reduce((sum, room) => sum + room.used, 0);
  return `${used} of ${total} used, ${total - used} free`;
}

async function notesFor(ctx: CommandContext, { members }: WholeGroup, shown: number): Promise<readonly Note[]> {
  const { kind } = await ctx.backend();
  const hidden = members.length - shown;
  return [
    ...(hidden === 0
      ? []
      : [
          {
            kind: 'hint',
            text: `${counted(hidden, 'host')} of another account: EC2 shows them to their owner only`,
          } as const,
        ]),
    ...(kind === 'aws' && shown > 0
      ? [
          {
            kind: 'hint',
            text: 'until when affinity holds licences with a host is not shown: AWS does not expose it',
          } as const,
        ]
      : []),
  ];
}
