import type {
  LicenseConfiguration,
  ReportFrequencyType,
  ReportGenerator,
  ReportType,
} from '@aws-sdk/client-license-manager';
import { findConfiguration } from '../shared/find.ts';
import { allConfigurations } from '../shared/lists.ts';
import type { CommandContext } from '../types.ts';

const TYPES = {
  summary: 'LicenseConfigurationSummaryReport',
  usage: 'LicenseConfigurationUsageReport',
} as const satisfies Readonly<Record<string, ReportType>>;
const PERIODS = { day: 'DAY', week: 'WEEK', month: 'MONTH' } as const satisfies Readonly<
  Record<string, ReportFrequencyType>
>;

/** What a person says of a generator. */
export interface Wanted {
  readonly every?: keyof typeof PERIODS | undefined;
  readonly config?: readonly string[] | undefined;
  readonly type?: readonly (keyof typeof TYPES)[] | undefined;
}

/** AWS's names for types of reports. */
export const typesOf = (words: readonly (keyof typeof TYPES)[]): ReportType[] => words.map((word) => TYPES[word]);

export const BOTH: readonly (keyof typeof TYPES)[] = ['summary', 'usage'];

/** "usage" for LicenseConfigurationUsageReport; a type that lm does not know stands for itself. */
export function typeWord(type: string): string {
  if (type === TYPES.summary) return 'summary';
  return type === TYPES.usage ? 'usage' : type;
}

/** "month"; "2 WEEK" for what lm does not offer. */
export function periodWord({ ReportFrequency: { value, period } = {} }: ReportGenerator): string {
  const word = Object.entries(PERIODS).find(([, name]) => name === period)?.[0] ?? period ?? '';
  return value === undefined || value === 1 ? word : `${value} ${word}`;
}

/** The period as a request has it. */
export const frequencyOf = (every: keyof typeof PERIODS) => ({ value: 1, period: PERIODS[every] });

/** The configurations that the account owns itself: what is shared with it, others report on. */
export async function ownConfigurations(ctx: CommandContext): Promise<readonly LicenseConfiguration[]> {
  const [all, { scope }] = await Promise.all([allConfigurations(ctx), ctx.backend()]);
  return all.filter(({ OwnerAccountId = scope.account }) => OwnerAccountId === scope.account);
}

/**
 * The configurations that are to be reported on, each once; `all` or nothing means every one that the account owns now.
 * @throws Fault name-not-found or name-ambiguous (exit 5)
 */
export async function configurationsOf(ctx: CommandContext, given: readonly string[] = []) {
  if (given.length === 0 || (given.length === 1 && given[0] === 'all')) return ownConfigurations(ctx);
  const found = new Map<string, LicenseConfiguration>();
  for (const word of given) {
    const one = await findConfiguration(ctx, word);
    found.set(one.LicenseConfigurationArn ?? '', one);
  }
  return [...found.values()];
}

export const arnsOf = (configurations: readonly LicenseConfiguration[]): string[] =>
  configurations.map(({ LicenseConfigurationArn = '' }) => LicenseConfigurationArn);

/** All that AWS wants told again when a generator is changed: its present terms. */
export const termsOf = (now: ReportGenerator) => ({
  LicenseManagerReportGeneratorArn: now.LicenseManagerReportGeneratorArn,
  ReportGeneratorName: now.ReportGeneratorName,
  Type: now.ReportType,
  ReportContext: now.ReportContext,
  ReportFrequency: now.ReportFrequency,
  ClientToken: undefined,
  ...(now.Description === undefined ? {} : { Description: now.Description }),
});
