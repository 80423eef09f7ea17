import type { ReportFrequencyType, ReportType } from '@aws-sdk/client-license-manager';
import { ReportBucket } from '../../../src/local-engine/store/reports/buckets.ts';
import { ReportFiles } from '../../../src/local-engine/store/reports/files.ts';
import type { Look } from './looks.ts';
import type { Row } from './rows.ts';
import type { Stage } from './stage.ts';
import type { Verb } from './verbs-licence.ts';

const TYPES: Readonly<Record<string, ReportType>> = {
  summary: 'LicenseConfigurationSummaryReport',
  usage: 'LicenseConfigurationUsageReport',
  assets: 'LicenseAssetGroupUsageReport',
};
const PERIODS: Readonly<Record<string, ReportFrequencyType>> = {
  day: 'DAY',
  week: 'WEEK',
  month: 'MONTH',
  once: 'ONE_TIME',
};

const listed = (text = ''): string[] => text.split(',').filter((word) => word !== '');

function meant<T>(words: Readonly<Record<string, T>>, word: string): T {
  const found = words[word];
  if (found === undefined) throw new Error(`"${word}" is none of ${Object.keys(words).join(', ')}`);
  return found;
}

/** `on=CONFIG,CONFIG type=summary,usage every=day [times=N] [from=0] [token=T] [description=D] [name=NAME]` */
function termsOf(stage: Stage, { words: [name], options }: Row) {
  const description = options.get('description');
  return {
    ReportGeneratorName: options.get('name') ?? name,
    Type: listed(options.get('type') ?? 'summary').map((word) => meant(TYPES, word)),
    ReportContext: {
      licenseConfigurationArns: listed(options.get('on')).map((config) => stage.id(config)),
      ...(options.has('from') ? { reportStartDate: new Date(0) } : {}),
    },
    ReportFrequency: {
      value: Number(options.get('times') ?? 1),
      period: meant(PERIODS, options.get('every') ?? 'day'),
    },
    ClientToken: options.get('token'),
    ...(description === undefined ? {} : { Description: description }),
  };
}

const bucketOf = (stage: Stage, change: (bucket: ReportBucket, files: ReportFiles, now: number) => void): void =>
  stage.sandbox.engine.change(({ tx, now }) =>
    change(new ReportBucket(tx.db, stage.scope), new ReportFiles(tx.db, stage.scope), now),
  );

/** `bucket deleted` with all that is in it, `bucket restored`. */
export function bucket(stage: Stage, [state]: readonly string[]): void {
  bucketOf(stage, (found, files, now) => {
    if (state === 'restored') return found.restore();
    files.deleteAll();
    found.delete(now);
  });
}

export const REPORT_VERBS: Readonly<Record<string, Verb>> = {
  /** `generator NAME` with terms; it is called NAME. */
  generator: async (stage, row) => {
    const input = { ...termsOf(stage, row), Tags: row.words.slice(1).map((Key) => ({ Key, Value: '' })) };
    const { LicenseManagerReportGeneratorArn } = await stage.call(
      'license-manager:CreateLicenseManagerReportGenerator',
      input,
    );
    stage.name(row.words[0] ?? '', LicenseManagerReportGeneratorArn);
  },
  /** `generator-update NAME` with all its terms; `name=` gives it another name, by which it goes for AWS only. */
  'generator-update': async (stage, row) => {
    const LicenseManagerReportGeneratorArn = stage.id(row.words[0] ?? '');
    await stage.call('license-manager:UpdateLicenseManagerReportGenerator', {
      LicenseManagerReportGeneratorArn,
      ...termsOf(stage, row),
    });
  },
  'generator-delete': async (stage, { words: [name = ''] }) => {
    const LicenseManagerReportGeneratorArn = stage.id(name);
    await stage.call('license-manager:DeleteLicenseManagerReportGenerator', { LicenseManagerReportGeneratorArn });
  },
  /** `generator-tag NAME KEY ...` and `generator-untag NAME KEY ...` */
  'generator-tag': async (stage, { words: [name = '', ...keys] }) => {
    const Tags = keys.map((Key) => ({ Key, Value: '' }));
    await stage.call('license-manager:TagResource', { ResourceArn: stage.id(name), Tags });
  },
  'generator-untag': async (stage, { words: [name = '', ...TagKeys] }) => {
    await stage.call('license-manager:UntagResource', { ResourceArn: stage.id(name), TagKeys });
  },
  'generators-by': async (stage, { words: [Name = ''] }) => {
    await stage.call('license-manager:ListLicenseManagerReportGenerators', { Filters: [{ Name, Values: ['x'] }] });
  },
  'generator-read': async (stage, { words: [name = ''] }) => {
    const LicenseManagerReportGeneratorArn = stage.id(name);
    await stage.call('license-manager:GetLicenseManagerReportGenerator', { LicenseManagerReportGeneratorArn });
  },
};

/** `11-21T04:00`, or `never`. */
const minute = (text: string | undefined): string => text?.slice(5, 16) ?? 'never';

async function shown(stage: Stage, name: string) {
  const { ReportGenerator: found = {} } = await stage.sandbox.call(
    'license-manager:GetLicenseManagerReportGenerator',
    { LicenseManagerReportGeneratorArn: stage.id(name) },
    stage.owner(name),
  );
  const { ReportFrequency = {}, S3Location = {} } = found;
  return new Map<string, unknown>([
    ['status', found.LastRunStatus],
    ['reported', minute(found.LastReportGenerationTime)],
    ['reason', (found.LastRunFailureReason ?? '').split(':')[0]],
    ['named', found.ReportGeneratorName],
    ['description', found.Description ?? ''],
    [
      'types',
      (found.ReportType ?? []).map((type) => Object.keys(TYPES).find((word) => TYPES[word] === type)).join(','),
    ],
    ['on', (found.ReportContext?.licenseConfigurationArns ?? []).map((arn) => stage.nameOf(arn)).join(',')],
    ['every', `${ReportFrequency.value}${ReportFrequency.period}`],
    ['folder', S3Location.keyPrefix],
    ['bucket', (S3Location.bucket ?? '').replace(/[0-9a-f]{17}$/, '*')],
    ['creator', stage.nameOf(found.ReportCreatorAccount ?? '')],
    ['made', minute(found.CreateTime)],
    ['tags', (found.Tags ?? []).map(({ Key }) => Key).join(',')],
    ['arn', (found.LicenseManagerReportGeneratorArn ?? '').replace(/^.*:(report-generator:r-)[0-9a-f]{32}$/, '$1*')],
  ]);
}

const objects = (stage: Stage) =>
  stage.sandbox.engine.ask(({ tx }) => {
    const files = new ReportFiles(tx.db, stage.scope);
    return files.all().map((file) => ({ ...file, text: files.content(file.id) ?? '' }));
  });

/** The lines of a report as columns by name; nothing in these scenarios is quoted. */
function linesOf(text: string): readonly Readonly<Record<string, string>>[] {
  const [head = '', ...lines] = text.trimEnd().split('\n');
  const columns = head.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, at) => [columns[at], cell])));
}

export const REPORT_LOOKS: Readonly<Record<string, Look>> = {
  /** `generator-shows NAME member=value ...` */
  'generator-shows': async (stage, { words: [name = ''], options }) => {
    const found = await shown(stage, name);
    const said = [...options.keys()].map((member) => `${member}=${found.get(member)}`);
    return { seen: said.join(' '), wanted: [...options].map(([member, value]) => `${member}=${value}`).join(' ') };
  },
  /** `generators NAME ... [of=CONFIG]`: exactly these, in order of creation. */
  generators: async (stage, { words, options }) => {
    const of = options.get('of');
    const Filters = of === undefined ? [] : [{ Name: 'LicenseConfigurationArn', Values: [stage.id(of)] }];
    const seen: string[] = [];
    for (let NextToken: string | undefined, first = true; first || NextToken !== undefined; first = false) {
      const input = { Filters, MaxResults: 1, NextToken };
      const page = await stage.sandbox.call('license-manager:ListLicenseManagerReportGenerators', input, stage.scope);
      const arns = (page.ReportGenerators ?? []).map((one) => one.LicenseManagerReportGeneratorArn ?? '');
      seen.push(...arns.map((arn) => stage.nameOf(arn)));
      NextToken = page.NextToken;
    }
    return { seen: seen.join(' '), wanted: words.join(' ') };
  },
  /** `files KEY ...`: exactly these objects in the bucket, oldest first, with `*` for the id of a report. */
  files: async (stage, { words }) => {
    const keys = objects(stage).map(({ objectKey }) => objectKey.replace(/[0-9a-f-]{36}(?=\.csv$)/, '*'));
    return { seen: keys.join(' '), wanted: words.join(' ') };
  },
  /** `ids-differ N`: so many reports, each with an id of its own. */
  'ids-differ': async (stage, { words: [count = ''] }) => ({
    seen: String(new Set(objects(stage).map(({ id }) => id)).size),
    wanted: count,
  }),
  /** `report-says N of CONFIG [RESOURCE] column=value ...`: the line about it in the N-th file; `=` nothing: there is none. */
  'report-says': async (stage, { words: [number = '', , config = '', resource], options }) => {
    const file = objects(stage)[Number(number) - 1];
    const line = linesOf(file?.text ?? '').find(
      (one) =>
        one['LicenseConfigurationArn'] === stage.id(config) &&
        (resource === undefined || one['ResourceArn']?.endsWith(`/${stage.id(resource)}`)),
    );
    const seen = [...options.keys()].map((column) => `${column}=${stage.nameOf(line?.[column] ?? 'nothing')}`);
    return { seen: seen.join(' '), wanted: [...options].map(([column, value]) => `${column}=${value}`).join(' ') };
  },
  /** `report-lines N COUNT`: how many lines the N-th file has below its headings. */
  'report-lines': async (stage, { words: [number = '', count = ''] }) => {
    const text = objects(stage)[Number(number) - 1]?.text ?? '';
    return { seen: String(linesOf(text).length), wanted: count };
  },
  /** `alerts-of ID N`: how often an alert of that id was raised, in whichever account. */
  'alerts-of': async (stage, { words: [id = '', count = ''] }) => {
    const found = stage.sandbox.database.all('SELECT violation FROM alert').filter(({ violation }) => {
      const kept: unknown = JSON.parse(String(violation));
      return typeof kept === 'object' && kept !== null && Reflect.get(kept, 'id') === id;
    });
    return { seen: String(found.length), wanted: count };
  },
};
