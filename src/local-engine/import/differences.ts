import type { ConfigurationCopy, Difference } from '../../contract/copy.ts';
import { hostUnits } from '../../validation/licensing/counting.ts';
import { counted } from '../../validation/words.ts';
import type { CopiedBooks } from '../ledger/copied.ts';
import { isRunning } from '../ledger/leave.ts';
import type { NewConfiguration } from '../store/tables/configurations.ts';
import type { CopiedInstance } from '../store/tables/instances.ts';
import type { CopiedHost } from './hosts.ts';
import type { Listed } from './listed.ts';

/** A resource with what it takes by AWS's list, by the rules, and in the copy. */
export interface Weighed {
  readonly listed: Listed;
  readonly machine: CopiedInstance | undefined;
  readonly byRules: number;
  readonly kept: number;
}

interface Entered {
  readonly weighed: readonly Weighed[];
  readonly charges: CopiedBooks['charges'];
  readonly hosts: ReadonlyMap<string, CopiedHost>;
}

/** What of AWS's total no listed resource explains, and what is to be told of the figures. */
export function differenceOf(
  row: NewConfiguration,
  { configuration, usage }: ConfigurationCopy,
  entered: Entered,
): { readonly unlisted: number; readonly told: readonly Difference[] } {
  const { weighed, charges } = entered;
  const aws = configuration.ConsumedLicenses ?? 0;
  const entries = total(weighed.map(({ kept }) => kept)) + total(charges.map(({ units }) => units));
  const listed = usage === undefined ? entries : total(usage.map(({ ConsumedLicenses = 0 }) => ConsumedLicenses));
  const unlisted = Math.max(0, aws - listed);
  const why = [
    ...(unlisted > 0 ? [`AWS names no resource for ${licences(unlisted)}: they stand as not-copied`] : []),
    ...(aws < listed ? [`the resources that AWS lists take ${licences(listed)}`] : []),
    ...adjusted(weighed, charges, usage),
    ...byRules(row, entered),
  ];
  const copy = entries + unlisted;
  return { unlisted, told: why.length === 0 ? [] : [{ configuration: row.name, aws, copy, why: why.join('; ') }] };
}

/** Figures of AWS that the copy cannot keep. */
function adjusted(
  weighed: readonly Weighed[],
  charges: CopiedBooks['charges'],
  usage: ConfigurationCopy['usage'],
): readonly string[] {
  const idle = weighed.filter(({ listed, kept }) => listed.consumed > kept);
  const uncounted = usage === undefined ? [] : weighed.filter(({ listed, kept }) => kept > listed.consumed);
  const hosts = new Set(usage?.filter(({ ConsumedLicenses = 0 }) => ConsumedLicenses > 0).map(idOf));
  const uncharged = usage === undefined ? [] : charges.filter(({ hostId }) => !hosts.has(hostId));
  return [
    ...told(idle, () => {
      const listed = licences(total(idle.map(({ listed }) => listed.consumed)));
      return `AWS lists ${listed} for ${counted(idle.length, 'machine')} that can take none: not running, or not counted`;
    }),
    ...told(uncounted, () => {
      const rules = licences(total(uncounted.map(({ kept }) => kept)));
      return `AWS counts nothing for ${counted(uncounted.length, 'running machine')}, the rules ${rules}`;
    }),
    ...told(uncharged, () => {
      const rules = licences(total(uncharged.map(({ units }) => units)));
      return `AWS charges nothing for ${counted(uncharged.length, 'host')}, the rules ${rules}`;
    }),
  ];
}

/** Figures that are kept though the rules give others. */
function byRules(row: NewConfiguration, { weighed, charges, hosts }: Entered): readonly string[] {
  const machines = weighed.filter(
    ({ machine, byRules, kept, listed }) =>
      machine !== undefined && isRunning(machine) && kept === listed.consumed && kept > 0 && kept !== byRules,
  );
  const charged = charges.filter(({ hostId, units }) => {
    const host = hosts.get(hostId)?.row;
    return host !== undefined && hostUnits(row.counting, host) !== units;
  });
  return [
    ...told(machines, () => {
      const aws = licences(total(machines.map(({ kept }) => kept)));
      const rules = total(machines.map((one) => one.byRules));
      return `AWS counts ${aws} for ${counted(machines.length, 'machine')}, the rules ${rules}: AWS’s figure is kept`;
    }),
    ...told(charged, () => {
      const aws = licences(total(charged.map(({ units }) => units)));
      return `AWS charges ${aws} for ${counted(charged.length, 'host')}, the rules otherwise: AWS’s figure is kept`;
    }),
  ];
}

/** One sentence about some resources, where there are any. */
const told = (some: readonly unknown[], sentence: () => string): readonly string[] =>
  some.length === 0 ? [] : [sentence()];

const idOf = ({ ResourceArn }: { readonly ResourceArn?: string | undefined }): string =>
  ResourceArn?.split('/').at(-1) ?? '';
const total = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);
const licences = (count: number): string => counted(count, 'licence');
