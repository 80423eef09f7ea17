import type { Call } from '../../contract/ports.ts';
import type { Note, Result } from '../../contract/result.ts';
import { parseResourceArn } from '../../validation/arns.ts';
import { allOf } from '../../validation/words.ts';
import type { Alerts } from '../shared/alerts.ts';
import { isNarrow } from '../shared/widen.ts';
import type { CommandContext } from '../types.ts';
import type { Resource } from './resources.ts';
import { resourceWord } from './words.ts';

/** Parts resources by whether the configuration is on them already. A resource that is named twice counts once. */
export async function sorted(
  call: Call,
  resources: readonly Resource[],
  configuration: string,
): Promise<{ readonly present: readonly Resource[]; readonly absent: readonly Resource[] }> {
  const present: Resource[] = [];
  const absent: Resource[] = [];
  for (const resource of new Map(resources.map((one) => [one.arn, one])).values()) {
    const page = await call('license-manager:ListLicenseSpecificationsForResource', { ResourceArn: resource.arn });
    const on = page.LicenseSpecifications?.some((one) => one.LicenseConfigurationArn === configuration) ?? false;
    (on ? present : absent).push(resource);
  }
  return { present, absent };
}

/** Which of these are AMIs of the account's own on which the configuration is for launches of this account only. */
export async function narrow(
  ctx: CommandContext,
  present: readonly Resource[],
  configuration: string,
): Promise<readonly Resource[]> {
  const { scope } = await ctx.backend();
  const found: Resource[] = [];
  for (const resource of present) {
    if (parseResourceArn(resource.arn).kind !== 'EC2_AMI') continue;
    const page = await ctx.call('license-manager:ListLicenseSpecificationsForResource', { ResourceArn: resource.arn });
    const own = page.LicenseSpecifications?.find((one) => one.LicenseConfigurationArn === configuration);
    const { Images = [] } = await ctx.call('ec2:DescribeImages', { ImageIds: [resource.id] });
    if (own !== undefined && isNarrow(own) && Images[0]?.OwnerId === scope.account) found.push(resource);
  }
  return found;
}

interface Parts {
  readonly arn: string;
  readonly name: string;
  readonly changed: readonly Resource[];
  /** AMIs that count for all accounts now. */
  readonly widened?: readonly Resource[];
  readonly unchanged: readonly Resource[];
  readonly raised: Alerts;
  /** What else was done in the same step. */
  readonly notes?: readonly Note[];
  readonly words: {
    readonly done: string;
    readonly to: 'to' | 'from';
    readonly already: string;
    readonly wider?: string;
  };
}

/** One line for each resource, and the whole in a sentence. */
export function resourceResult(parts: Parts): Result {
  const { arn, name, changed, widened = [], unchanged, raised, notes = [], words } = parts;
  const { wider = '' } = words;
  const line = (resource: Resource, result: string) => {
    const parsed = parseResourceArn(resource.arn);
    return {
      resource: resource.id,
      name: resource.name,
      type: resourceWord(parsed.kind === 'other' ? parsed.what : parsed.kind),
      result,
    };
  };
  const rows = [
    ...changed.map((one) => line(one, words.done)),
    ...widened.map((one) => line(one, wider)),
    ...unchanged.map((one) => line(one, words.already)),
  ];
  const called = (all: readonly Resource[]): string => allOf(all.map(({ id, name: its }) => its ?? id));
  const said = [
    ...(changed.length === 0 ? [] : [`${words.done} ${words.to} ${name}: ${called(changed)}`]),
    ...(widened.length === 0 ? [] : [`${wider}: ${called(widened)} under ${name}`]),
  ];
  return {
    value: {
      LicenseConfigurationArn: arn,
      ResourceArns: changed.map((one) => one.arn),
      Unchanged: unchanged.map((one) => one.arn),
      ...(widened.length === 0 ? {} : { Widened: widened.map((one) => one.arn) }),
      alerts: raised.alerts,
    },
    view: {
      kind: 'list',
      rows,
      columns: ['resource', 'name', 'type', 'result'].map((key) => ({ key, title: key })),
      empty: '',
    },
    names: [...changed, ...widened].map(({ id }) => id),
    notes: [
      ...raised.notes,
      ...(said.length === 0 ? [`unchanged: ${name}`] : said).map((text) => ({ kind: 'done', text }) as const),
      ...notes,
    ],
  };
}
