import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LaunchPlan } from '../../../src/contract/launch.ts';
import { checkLaunch } from '../../../src/local-engine/check-launch.ts';
import type { Database } from '../../../src/local-engine/store/database.ts';
import { launchInput } from '../../support/scenario/launch-words.ts';
import { readRows } from '../../support/scenario/rows.ts';
import { Stage } from '../../support/scenario/stage.ts';
import { EC2_VERBS } from '../../support/scenario/verbs-ec2.ts';
import { LICENCE_VERBS } from '../../support/scenario/verbs-licence.ts';

/**
 * The engine is the oracle of the decision: what a plan says is exactly the difference that the launch leaves, measured
 * inside a rehearsal before it is rolled back.
 */
const SETTING = `
  config   sql vcpu count=40 hard honor=True
  config   win core count=96 hard
  config   ora socket count=2
  config   app instance count=5 hard
  config   off instance count=0 hard
  ami      web config=sql,app,off
  ami      plain
  host     h m5 count=2
  host     k m5 zone=b closed
  launch   m from plain m5.4xlarge x2 host config=win
  deactivate off
`;

/** What a launch changes, in the words of a plan and without ids of machines. */
interface Difference {
  readonly machines: number;
  readonly onHosts: Readonly<Record<string, number>>;
  readonly associated: Readonly<Record<string, number>>;
  readonly chargedHosts: Readonly<Record<string, number>>;
  readonly consumed: Readonly<Record<string, number>>;
}

const count = (db: Database, sql: string): Record<string, number> =>
  Object.fromEntries(db.all(sql).map((row) => [String(row.name), Number(row.n)]));

const measure = (db: Database): Difference => ({
  machines: Number(db.get('SELECT count(*) AS n FROM instance')?.n),
  onHosts: count(db, 'SELECT host_id AS name, count(*) AS n FROM instance WHERE host_id IS NOT NULL GROUP BY 1'),
  associated: count(
    db,
    `SELECT name, count(*) AS n FROM association JOIN configuration ON key = configuration_key
     WHERE resource_type = 'EC2_INSTANCE' GROUP BY 1`,
  ),
  chargedHosts: count(
    db,
    "SELECT name || ' ' || host_id AS name, units AS n FROM host_charge JOIN configuration ON key = configuration_key",
  ),
  consumed: count(
    db,
    'SELECT name, sum(consumed) AS n FROM total JOIN configuration ON key = configuration_key GROUP BY 1',
  ),
});

function minus(
  after: Readonly<Record<string, number>>,
  before: Readonly<Record<string, number>>,
): Record<string, number> {
  const changes = Object.entries(after).map(([name, n]) => [name, n - (before[name] ?? 0)] as const);
  return Object.fromEntries(changes.filter(([, n]) => n !== 0));
}

const difference = (after: Difference, before: Difference): Difference => ({
  machines: after.machines - before.machines,
  onHosts: minus(after.onHosts, before.onHosts),
  associated: minus(after.associated, before.associated),
  chargedHosts: minus(after.chargedHosts, before.chargedHosts),
  consumed: minus(after.consumed, before.consumed),
});

/** The same difference as the plan foretells it. */
function foretold(plan: LaunchPlan, nameOf: (arn: string) => string): Difference {
  const consumed = plan.configurations.map((one) => [one.name, one.needed ?? 0] as const);
  const charges = plan.hostCharges.map((one) => [`${nameOf(one.configurationArn)} ${one.hostId}`, one.units] as const);
  return {
    machines: plan.count,
    onHosts: Object.fromEntries(plan.placements.map((one) => [one.hostId, one.count])),
    associated: Object.fromEntries(plan.associate.map((arn) => [nameOf(arn), plan.count])),
    chargedHosts: Object.fromEntries(charges),
    consumed: Object.fromEntries(consumed.filter(([, n]) => n > 0)),
  };
}

const pick = (...some: readonly string[]) => fc.constantFrom(...some);
const launch = fc
  .tuple(
    pick('web', 'plain', 'windows-2022'),
    pick('m5.large', 'm5.xlarge', 'm5.4xlarge', 'm5.12xlarge'),
    pick('x1', 'x2', 'x1:4', 'x3:9'),
    pick('shared', 'dedicated', 'host', 'host', 'on=h1', 'on=k', 'host zone=b'),
    pick('', 'config=win', 'config=sql', 'config=ora,app', 'config=win,ora,app'),
    pick('', 'cores=1 threads=1'),
  )
  .map((words) => `launch x from ${words.join(' ')}`)
  .chain((text) => fc.constantFrom(...readRows(text)));

test('a plan is the difference that the launch leaves; what is refused was decided so, with the same reasons', async () => {
  const stage = new Stage();
  for (const row of readRows(SETTING)) await { ...LICENCE_VERBS, ...EC2_VERBS }[row.verb]?.(stage, row);
  const { engine, database } = stage.sandbox;
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(launch, async (row) => {
      const input = await launchInput(stage, row);
      const { decision } = engine.ask(({ tx, now }) => checkLaunch(tx, stage.scope, input, now));
      const before = measure(database);
      const outcome = await engine
        .rehearse(async () => {
          await stage.call('ec2:RunInstances', input);
          return difference(measure(database), before);
        })
        .catch((error: { violations: unknown }) => error.violations);
      seen.add(decision.verdict);
      if (decision.verdict === 'blocked') expect(outcome).toEqual(decision.violations);
      else expect(outcome).toEqual(foretold(decision.plan, (arn) => stage.nameOf(arn)));
    }),
    { numRuns: 150 },
  );
  expect([...seen].sort()).toEqual(['allowed', 'blocked', 'warn']);
});
