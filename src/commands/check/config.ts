import type { LicenseConfigurationUsage } from '@aws-sdk/client-license-manager';
import type { Verdict } from '../../contract/decision.ts';
import type { CheckReport, ReportCase } from '../../contract/report.ts';
import type { Column, Result } from '../../contract/result.ts';
import type { CountingType } from '../../contract/world.ts';
import { describe } from '../../validation/catalogue/index.ts';
import { parseCounting, tenancyPlace, unitWord } from '../../validation/words.ts';
import { findConfiguration } from '../shared/find.ts';
import { everyPage } from '../shared/lists.ts';
import type { CommandContext } from '../types.ts';
import { whereOf } from './file-result.ts';
import { findingsOf } from './findings.ts';
import type { CheckConfigArgs } from './manifest.ts';
import { type NextLaunch, nextLaunches } from './next-launches.ts';
import { exitFor, wantedReports } from './outcome.ts';

const FORMAT_VERSION = 1;

/**
 * What another limit would do: how it compares with what is used, which machines and hosts stand beyond it, and what one more
 * machine of each kind that runs would get. Nothing is changed.
 * @throws Fault name-not-found or name-ambiguous
 */
export async function run(args: CheckConfigArgs, ctx: CommandContext): Promise<Result> {
  const wanted = wantedReports(args.report, false);
  const found = await findConfiguration(ctx, args.config);
  const arn = found.LicenseConfigurationArn ?? '';
  const usage = await usageOf(arn, ctx);
  const hard = args.hard ?? found.LicenseCountHardLimit ?? false;
  const used = found.ConsumedLicenses ?? 0;
  const { kind, scope, consult } = await ctx.backend().then((backend) => ({
    kind: backend.kind,
    scope: backend.scope,
    consult: backend.consult.bind(backend),
  }));
  const ids = usage.filter(({ ResourceType: type }) => type === 'EC2_INSTANCE').map(({ ResourceArn: id }) => idOf(id));
  const checked = await consult((world) => nextLaunches(world, arn, ids, { limit: args.count, hard }));
  const change: Change = {
    name: found.Name ?? '',
    arn,
    counting: parseCounting(found.LicenseCountingType ?? '') ?? 'Instance',
    used,
    before: { limit: found.LicenseCount, hard: found.LicenseCountHardLimit ?? false },
    after: { limit: args.count, hard },
    beyond: beyondLimit(usage, args.count),
    next: checked.value,
  };
  const verdict = verdictOf(change);
  const at = new Date(checked.at);
  const value = { ...dataOf(change, verdict), account: scope.account, region: scope.region, checkedAt: at };
  const where = whereOf(kind, ctx, scope);
  return {
    value,
    view: viewOf(change, verdict, where),
    names: [verdict],
    exit: exitFor(verdict, args.failOn),
    reports: { report: reportOf(change, verdict, { where, at }), wanted },
  };
}

interface Change {
  readonly name: string;
  readonly arn: string;
  readonly counting: CountingType;
  readonly used: number;
  readonly before: { readonly limit: number | undefined; readonly hard: boolean };
  readonly after: { readonly limit: number; readonly hard: boolean };
  readonly beyond: readonly LicenseConfigurationUsage[];
  readonly next: readonly NextLaunch[];
}

const idOf = (arn: string | undefined): string => arn?.split('/').at(-1) ?? '';

const usageOf = (arn: string, ctx: CommandContext): Promise<readonly LicenseConfigurationUsage[]> =>
  everyPage(async (NextToken) => {
    const page = await ctx.call('license-manager:ListUsageForLicenseConfiguration', {
      LicenseConfigurationArn: arn,
      NextToken,
    });
    return { rows: page.LicenseConfigurationUsageList ?? [], next: page.NextToken };
  });

/** What does not fit into the limit, when those that came first keep their licences. */
function beyondLimit(usage: readonly LicenseConfigurationUsage[], limit: number): readonly LicenseConfigurationUsage[] {
  const taking = usage.filter(({ ConsumedLicenses: taken = 0 }) => taken > 0);
  const since = ({ AssociationTime: time }: LicenseConfigurationUsage): number => time?.getTime() ?? 0;
  let sum = 0;
  return taking
    .toSorted((a, b) => since(a) - since(b))
    .filter(({ ConsumedLicenses: taken = 0 }) => {
      sum += taken;
      return sum > limit;
    });
}

/** What runs keeps running, so only launches can be blocked; being over the limit is worth an alert by itself. */
function verdictOf({ next, used, after }: Change): Verdict {
  const verdicts = new Set<Verdict>(next.map((one) => one.after.verdict));
  if (verdicts.has('blocked')) return 'blocked';
  if (next.length === 0 && after.hard && used >= after.limit) return 'blocked';
  if (verdicts.has('unknown')) return 'unknown';
  return verdicts.has('warn') || used > after.limit ? 'warn' : 'allowed';
}

/** "96 of 80 cores used, over by 16". */
function fillWords({ used, after, counting }: Change): string {
  const left = after.limit - used;
  return `${used} of ${after.limit} ${unitWord(counting, after.limit)} used, ${left < 0 ? `over by ${-left}` : `${left} left`}`;
}

const limitWords = ({ limit, hard }: { readonly limit: number | undefined; readonly hard: boolean }): string =>
  limit === undefined ? 'none' : `${limit} ${hard ? 'hard' : 'soft'}`;

const NEXT: readonly Column[] = [
  { key: 'launch', title: 'one more' },
  { key: 'running', title: 'running' },
  { key: 'now', title: 'now' },
  { key: 'changed', title: 'then' },
  { key: 'reason', title: 'reason' },
];
const BEYOND: readonly Column[] = [
  { key: 'resource', title: 'resource' },
  { key: 'consumed', title: 'licences' },
  { key: 'since', title: 'since', optional: 1 },
];

function viewOf(change: Change, verdict: Verdict, where: string): Result['view'] {
  const { name, before, after, beyond, next } = change;
  const words = { allowed: 'fits', warn: 'alerts', blocked: 'blocks the next launch', unknown: 'not known' } as const;
  return {
    kind: 'record',
    fields: [
      ['configuration', name],
      ['limit', `${limitWords(before)} now, ${limitWords(after)} tried`],
      ['then', `${fillWords(change)}: ${words[verdict]}`],
      ['what runs', 'keeps running: a limit judges launches and starts only'],
      ['checked on', where],
    ],
    sections: [
      ...(beyond.length === 0
        ? []
        : [{ title: 'beyond the limit, the newest last', rows: beyond.map(beyondRow), columns: BEYOND }]),
      ...(next.length === 0 ? [] : [{ title: 'the next launch', rows: next.map(nextRow), columns: NEXT }]),
    ],
  };
}

const beyondRow = ({ ResourceArn, ConsumedLicenses, AssociationTime }: LicenseConfigurationUsage) => ({
  resource: idOf(ResourceArn),
  consumed: ConsumedLicenses,
  since: AssociationTime,
});

const launchWords = ({ instanceType, imageName, tenancy }: NextLaunch): string =>
  `${instanceType} from ${imageName} ${tenancyPlace(tenancy)}`;

function nextRow(one: NextLaunch) {
  const [reason] = findingsOf(one.after);
  return {
    launch: launchWords(one),
    running: one.running,
    now: one.before.verdict,
    changed: one.after.verdict,
    reason: reason === undefined ? '' : reason.message,
  };
}

function dataOf(change: Change, verdict: Verdict) {
  const { name, arn, counting, used, before, after, beyond, next } = change;
  return {
    formatVersion: FORMAT_VERSION,
    verdict,
    name,
    licenseConfigurationArn: arn,
    countingType: counting,
    consumed: used,
    before: { limit: before.limit ?? null, enforced: before.hard && before.limit !== undefined },
    after: { limit: after.limit, enforced: after.hard, remaining: after.limit - used },
    beyond,
    next: next.map(({ imageId, instanceType, tenancy, running, before: now, after: then }) => ({
      imageId,
      instanceType,
      tenancy,
      running,
      before: now.verdict,
      after: then.verdict,
      violations: then.violations.map(describe),
      alerts: then.alerts.map((alert) => ({ ...describe(alert), severity: 'warn' })),
      notChecked: then.notChecked,
    })),
  };
}

function reportOf(change: Change, verdict: Verdict, told: Pick<CheckReport, 'where' | 'at'>): CheckReport {
  const { name, counting, used, after, next } = change;
  return {
    ...told,
    command: 'lm check config',
    verdict,
    headline: `${name} with ${limitWords(after)}: ${fillWords(change)}`,
    cases: next.map(
      (one): ReportCase => ({
        address: launchWords(one),
        type: 'launch',
        verdict: one.after.verdict,
        requested: 1,
        fits: one.after.fits,
        findings: findingsOf(one.after),
      }),
    ),
    ledger: [{ name, counts: unitWord(counting), limit: limitWords(after), used, needed: 0, left: after.limit - used }],
    notes: [],
  };
}
