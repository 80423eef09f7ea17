import type { Scope } from '../../../contract/ports.ts';
import type { Database, RawRow } from '../database.ts';
import { int, optionalInt, optionalText, strings, text, word } from '../rows.ts';

export const REPORT_TYPES = ['LicenseConfigurationSummaryReport', 'LicenseConfigurationUsageReport'] as const;
export type ReportType = (typeof REPORT_TYPES)[number];
export const PERIODS = ['DAY', 'WEEK', 'MONTH'] as const;
export type Period = (typeof PERIODS)[number];
const STATUSES = ['scheduled', 'running', 'succeeded', 'failed'] as const;

/** A report generator; times in milliseconds. */
export interface GeneratorRow {
  readonly key: number;
  readonly account: string;
  readonly region: string;
  readonly id: string;
  readonly name: string;
  readonly description: string | undefined;
  readonly types: readonly ReportType[];
  readonly period: Period;
  /** Ids of the configurations that it reports on, in the order in which they were named. */
  readonly configurations: readonly string[];
  readonly createdAt: number;
  /** The first run since it was made or changed. */
  readonly anchorAt: number;
  readonly status: (typeof STATUSES)[number];
  /** Why the last run failed. */
  readonly failure: string | undefined;
  /** The moment that the last reports show. */
  readonly reportedAt: number | undefined;
  /** When the run under way began. */
  readonly runningSince: number | undefined;
  readonly dueAt: number;
}

/** What a caller says of a generator. */
export interface GeneratorTerms extends Pick<GeneratorRow, 'name' | 'description' | 'types' | 'period' | 'anchorAt'> {
  /** Keys of the configurations that it reports on. */
  readonly configurationKeys: readonly number[];
}

const SELECT = `SELECT report_generator.*, (SELECT json_group_array(id) FROM (
    SELECT configuration.id FROM report_generator_configuration AS about
      JOIN configuration ON configuration.key = about.configuration_key
    WHERE about.generator_key = report_generator.key ORDER BY about.place)) AS configurations
  FROM report_generator`;

const generator = (row: RawRow): GeneratorRow => ({
  key: int(row, 'key'),
  account: text(row, 'account'),
  region: text(row, 'region'),
  id: text(row, 'id'),
  name: text(row, 'name'),
  description: optionalText(row, 'description'),
  types: strings(row, 'types').flatMap((type) => REPORT_TYPES.filter((known) => known === type)),
  period: word(row, 'period', PERIODS),
  configurations: strings(row, 'configurations'),
  createdAt: int(row, 'created_at'),
  anchorAt: int(row, 'anchor_at'),
  status: word(row, 'status', STATUSES),
  failure: optionalText(row, 'failure'),
  reportedAt: optionalInt(row, 'reported_at'),
  runningSince: optionalInt(row, 'running_since'),
  dueAt: int(row, 'due_at'),
});

/** The report generators of one account and Region. */
export class ReportGenerators {
  constructor(
    private readonly db: Database,
    private readonly scope: Scope,
  ) {}

  find(id: string): GeneratorRow | undefined {
    const row = this.db.get(`${SELECT} WHERE id = $id AND account = $account AND region = $region`, {
      id,
      ...this.here,
    });
    return row && generator(row);
  }

  after(key: number, limit: number): readonly GeneratorRow[] {
    return this.db
      .all(`${SELECT} WHERE account = $account AND region = $region AND key > $key ORDER BY key LIMIT $limit`, {
        key,
        limit,
        ...this.here,
      })
      .map(generator);
  }

  insert(id: string, terms: GeneratorTerms, at: number): void {
    this.db.run(
      `INSERT INTO report_generator
         (account, region, id, name, description, types, period, created_at, anchor_at, status, due_at)
       VALUES ($account, $region, $id, $name, $description, $types, $period, $at, $anchorAt, 'scheduled', $anchorAt)`,
      { id, at, ...columns(terms), ...this.here },
    );
    this.about(id, terms.configurationKeys);
  }

  /** One of another account, as it stands; a run that was under way there begins anew. */
  insertCopy(
    row: Omit<GeneratorRow, 'key' | 'account' | 'region' | 'runningSince'>,
    configurationKeys: readonly number[],
  ): void {
    const { configurations: _, types, description = null, failure = null, reportedAt = null, ...told } = row;
    this.db.run(
      `INSERT INTO report_generator (account, region, id, name, description, types, period, created_at, anchor_at,
         status, failure, reported_at, due_at)
       VALUES ($account, $region, $id, $name, $description, $types, $period, $createdAt, $anchorAt,
         $status, $failure, $reportedAt, $dueAt)`,
      { ...told, description, failure, reportedAt, types: JSON.stringify(types), ...this.here },
    );
    this.about(row.id, configurationKeys);
  }

  /** New terms: what was under way is given up, and the first run under them comes at its moment. */
  update(id: string, terms: GeneratorTerms): void {
    this.db.run(
      `UPDATE report_generator SET name = $name, description = $description, types = $types, period = $period,
         anchor_at = $anchorAt, due_at = $anchorAt, running_since = NULL, status = 'scheduled', failure = NULL
       WHERE id = $id AND account = $account AND region = $region`,
      { id, ...columns(terms), ...this.here },
    );
    this.about(id, terms.configurationKeys);
  }

  delete(id: string): void {
    this.db.run('DELETE FROM report_generator WHERE id = $id AND account = $account AND region = $region', {
      id,
      ...this.here,
    });
  }

  private about(id: string, configurationKeys: readonly number[]): void {
    const key = this.find(id)?.key ?? 0;
    this.db.run('DELETE FROM report_generator_configuration WHERE generator_key = $key', { key });
    this.db.run(
      `INSERT INTO report_generator_configuration (configuration_key, generator_key, place)
       SELECT value, $key, key FROM json_each($keys)`,
      { key, keys: JSON.stringify(configurationKeys) },
    );
  }

  private get here() {
    return { account: this.scope.account, region: this.scope.region };
  }
}

const columns = ({ name, description, types, period, anchorAt }: GeneratorTerms) => ({
  name,
  description: description ?? null,
  types: JSON.stringify(types),
  period,
  anchorAt,
});

/** The generators that report on a configuration, oldest first. */
export const generatorsOf = (db: Database, configurationKey: number): readonly GeneratorRow[] =>
  db
    .all(
      `${SELECT} WHERE key IN (
         SELECT generator_key FROM report_generator_configuration WHERE configuration_key = $configurationKey) ORDER BY key`,
      { configurationKey },
    )
    .map(generator);

/** The earliest moment up to `now` (milliseconds) at which a run begins or ends. */
export function nextRun(db: Database, now: number): number | undefined {
  const row = db.get('SELECT min(due_at) AS at FROM report_generator WHERE due_at <= $now', { now });
  return row && optionalInt(row, 'at');
}

/** The generators whose run begins or ends at a moment. */
export const generatorsAt = (db: Database, at: number): readonly GeneratorRow[] =>
  db.all(`${SELECT} WHERE due_at = $at ORDER BY key`, { at }).map(generator);

/** A run begins; it ends at `dueAt`. */
export function runBegan(db: Database, key: number, at: number, dueAt: number): void {
  db.run("UPDATE report_generator SET status = 'running', running_since = $at, due_at = $dueAt WHERE key = $key", {
    key,
    at,
    dueAt,
  });
}

/** A run is over: its reports are there, or it failed for a reason. The next one comes at `dueAt`. */
export function runEnded(db: Database, key: number, failure: string | undefined, dueAt: number): void {
  db.run(
    `UPDATE report_generator SET status = iif($failure IS NULL, 'succeeded', 'failed'), failure = $failure,
       reported_at = iif($failure IS NULL, running_since, reported_at), running_since = NULL, due_at = $dueAt
     WHERE key = $key`,
    { key, failure: failure ?? null, dueAt },
  );
}
