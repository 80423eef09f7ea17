import type { Result, Row } from '../../contract/result.ts';
import { FORMAT } from '../shared/done.ts';
import { type Configurations, configurationsByArn } from '../shared/licences.ts';
import { allGroups } from '../shared/lists.ts';
import type { CommandContext } from '../types.ts';
import { hostIdOf, readGroup, type WholeGroup } from './group.ts';
import { licenceWords } from './settings.ts';

/** The account's own groups, each with its settings and hosts. */
export async function run(_args: object, ctx: CommandContext): Promise<Result> {
  const groups: WholeGroup[] = [];
  for (const { GroupName = '', GroupArn = '' } of await allGroups(ctx))
    groups.push(await readGroup(ctx, GroupName, GroupArn));
  const configurations = await configurationsByArn(ctx);
  return {
    value: {
      ...FORMAT,
      Groups: groups.map(({ group, configuration, tags, members }) => ({
        ...group,
        GroupConfiguration: configuration,
        Tags: tags,
        HostIds: members.map(hostIdOf),
      })),
    },
    view: {
      kind: 'list',
      rows: groups.map((group) => rowOf(group, configurations)),
      columns: [
        { key: 'name', title: 'name' },
        { key: 'hosts', title: 'hosts' },
        { key: 'licences', title: 'licences' },
        { key: 'families', title: 'families' },
        { key: 'automatic', title: 'automatic', optional: 1 },
        { key: 'status', title: 'settings', optional: 2 },
        { key: 'description', title: 'description', optional: 3 },
      ],
      empty: 'no host resource groups; make one with lm hrg create NAME --auto-allocate',
    },
    names: groups.map(({ name }) => name),
  };
}

function rowOf({ name, group, configuration, settings, members }: WholeGroup, all: Configurations): Row {
  const { families, configurations, autoAllocate, autoRelease, autoRecover, hostLimit } = settings;
  const automatic = [
    ...(autoAllocate ? ['allocate'] : []),
    ...(autoRelease ? ['release'] : []),
    ...(autoRecover ? ['recover'] : []),
  ];
  return {
    name,
    hosts: hostLimit === undefined ? `${members.length}` : `${members.length}/${hostLimit}`,
    licences: configurations === undefined ? 'any' : licenceWords(configurations, all),
    families: families?.join(', ') ?? 'all',
    automatic: automatic.join(', ') || 'nothing',
    status: configuration.Status,
    description: group.Description,
  };
}
