import type { Call } from '../../contract/ports.ts';
import type { Result } from '../../contract/result.ts';
import { parseResourceArn } from '../../validation/arns.ts';
import { allOf } from '../../validation/words.ts';
import type { Alerts } from '../shared/alerts.ts';
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

interface Parts {
  readonly arn: string;
  readonly name: string;
  readonly changed: readonly Resource[];
  readonly unchanged: readonly Resource[];
  readonly raised: Alerts;
  readonly words: { readonly done: string; readonly to: 'to' | 'from'; readonly already: string };
}

/** One line for each resource, and the whole in a sentence. */
export function resourceResult({ arn, name, changed, unchanged, raised, words }: Parts): Result {
  const line = (resource: Resource, result: string) => {
    const parsed = parseResourceArn(resource.arn);
    return {
      resource: resource.id,
      name: resource.name,
      type: resourceWord(parsed.kind === 'other' ? parsed.what : parsed.kind),
      result,
    };
  };
  const rows = [...changed.map((one) => line(one, words.done)), ...unchanged.map((one) => line(one, words.already))];
  const ids = changed.map(({ id, name: called }) => called ?? id);
  const text = ids.length === 0 ? `unchanged: ${name}` : `${words.done} ${words.to} ${name}: ${allOf(ids)}`;
  return {
    value: {
      LicenseConfigurationArn: arn,
      ResourceArns: changed.map((one) => one.arn),
      Unchanged: unchanged.map((one) => one.arn),
      alerts: raised.alerts,
    },
    view: {
      kind: 'list',
      rows,
      columns: ['resource', 'name', 'type', 'result'].map((key) => ({ key, title: key })),
      empty: '',
    },
    names: changed.map(({ id }) => id),
    notes: [...raised.notes, { kind: 'done', text }],
  };
}
