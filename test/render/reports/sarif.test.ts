import { expect, it } from 'vitest';
import type { CheckReport } from '../../../src/contract/report.ts';
import { drawSarif } from '../../../src/render/reports/sarif.ts';
import { REPORT } from './report.ts';

const read = (report: CheckReport) => JSON.parse(drawSarif(report));
const log = read(REPORT);
const [run] = log.runs;

/** Members of the SARIF 2.1.0 schema (sarif-schema-2.1.0.json) as far as a report uses them: what must be, what may be. */
const SCHEMA: Readonly<Record<string, readonly [required: readonly string[], optional: readonly string[]]>> = {
  log: [['version', 'runs'], ['$schema']],
  run: [['tool'], ['results', 'columnKind', 'invocations']],
  tool: [['driver'], []],
  driver: [['name'], ['rules']],
  rule: [['id'], ['shortDescription', 'fullDescription', 'help', 'defaultConfiguration']],
  invocation: [['executionSuccessful'], ['toolExecutionNotifications']],
  notification: [['message'], ['level']],
  result: [['message'], ['ruleId', 'ruleIndex', 'level', 'locations', 'partialFingerprints']],
  location: [[], ['physicalLocation', 'logicalLocations']],
  physicalLocation: [[], ['artifactLocation', 'region']],
  artifactLocation: [[], ['uri']],
  region: [[], ['startLine', 'startColumn']],
  logicalLocation: [[], ['fullyQualifiedName', 'kind']],
  message: [['text'], []],
};

/** Members that one object lacks or should not have. */
function offences(kind: string, value: object): readonly string[] {
  const [required, optional] = SCHEMA[kind] ?? [[], []];
  const names = Object.keys(value);
  return [
    ...required.filter((name) => !names.includes(name)).map((name) => `${kind} lacks ${name}`),
    ...names.filter((name) => ![...required, ...optional].includes(name)).map((name) => `${kind} has ${name}`),
  ];
}

it('fits the schema', () => {
  const { driver } = run.tool;
  const all: readonly (readonly [string, object])[] = [
    ['log', log],
    ['run', run],
    ['tool', run.tool],
    ['driver', driver],
    ...driver.rules.flatMap((rule: { shortDescription: object; fullDescription: object; help: object }) => [
      ['rule', rule],
      ['message', rule.shortDescription],
      ['message', rule.fullDescription],
      ['message', rule.help],
    ]),
    ...run.invocations.map((one: object) => ['invocation', one]),
    ...run.invocations[0].toolExecutionNotifications.map((one: object) => ['notification', one]),
    ...run.results.map((one: object) => ['result', one]),
    ...run.results.flatMap(
      (result: { locations: { physicalLocation?: { artifactLocation: object; region: object } }[] }) =>
        result.locations.flatMap((location) => [
          ['location', location],
          ['physicalLocation', location.physicalLocation ?? {}],
          ['artifactLocation', location.physicalLocation?.artifactLocation ?? {}],
          ['region', location.physicalLocation?.region ?? {}],
        ]),
    ),
  ];
  expect(all.flatMap(([kind, value]) => offences(kind, value))).toEqual([]);
  expect([log.version, run.columnKind]).toEqual(['2.1.0', 'utf16CodeUnits']);
});

it('has a result for each finding, of a rule that it defines', () => {
  expect(run.results.map(({ ruleId, level }: { ruleId: string; level: string }) => [ruleId, level])).toEqual([
    ['launch-hard-block', 'error'],
    ['check-not-known', 'warning'],
    ['launch-soft-alert', 'warning'],
  ]);
  const ids = run.tool.driver.rules.map(({ id }: { id: string }) => id);
  for (const { ruleId, ruleIndex } of run.results) expect(ids[ruleIndex]).toBe(ruleId);
});

it('points at the file and the line, and names the resource', () => {
  expect(run.results[0].locations).toEqual([
    {
      physicalLocation: {
        artifactLocation: { uri: 'infra/plan.json' },
        region: { startLine: 12, startColumn: 5 },
      },
      logicalLocations: [{ fullyQualifiedName: 'module.web.aws_instance.db["a,b:c"]', kind: 'aws_instance' }],
    },
  ]);
});

it.each([
  ['./infra/plan.json', 'infra/plan.json'],
  ['my plans/a#1.json', 'my%20plans/a%231.json'],
  ['/srv/plan.json', 'file:///srv/plan.json'],
  ['infra\\plan.json', 'infra/plan.json'],
])('writes the file %s as the URI %s', (file, uri) => {
  const cases = REPORT.cases.slice(1, 2).map((one) => ({ ...one, place: { file, line: 1 } }));
  const [result] = read({ ...REPORT, cases }).runs[0].results;
  expect(result.locations[0].physicalLocation.artifactLocation.uri).toBe(uri);
});

it('has fingerprints that differ by resource and rule, and stay when lines move', () => {
  const prints = (report: CheckReport): readonly string[] =>
    read(report).runs[0].results.map(
      ({ partialFingerprints }: { partialFingerprints: { primaryLocationLineHash: string } }) =>
        partialFingerprints.primaryLocationLineHash,
    );
  const moved = REPORT.cases.map((one) => ({ ...one, place: { file: 'infra/plan.json', line: 99 } }));
  expect(prints({ ...REPORT, cases: moved })).toEqual(prints(REPORT));
  expect(new Set(prints(REPORT)).size).toBe(3);
  for (const print of prints(REPORT)) expect(print).toMatch(/^[0-9a-f]{16}:1$/);
});

it('with nothing to say has no results and no rules', () => {
  const empty = read({ ...REPORT, cases: REPORT.cases.slice(0, 1) }).runs[0];
  expect([empty.results, empty.tool.driver.rules]).toEqual([[], []]);
});
