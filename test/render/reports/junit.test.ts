import { describe, expect, it, test } from 'vitest';
import { drawJunit } from '../../../src/render/reports/junit.ts';
import { REPORT } from './report.ts';
import { type Element, readXml } from './xml.ts';

const root = readXml(drawJunit(REPORT));
const [suite] = root.children;
const cases = suite?.children.filter(({ name }) => name === 'testcase') ?? [];
const named = (part: string): Element | undefined => cases.find(({ attributes }) => attributes.name?.includes(part));

/** The elements and attributes of the JUnit schema that Jenkins publishes, as far as a report can have them. */
const SCHEMA: Readonly<
  Record<
    string,
    { readonly required: readonly string[]; readonly optional: readonly string[]; readonly children: readonly string[] }
  >
> = {
  testsuites: {
    required: [],
    optional: ['name', 'time', 'tests', 'failures', 'disabled', 'errors'],
    children: ['testsuite'],
  },
  testsuite: {
    required: ['name', 'tests'],
    optional: ['failures', 'errors', 'time', 'disabled', 'skipped', 'timestamp', 'hostname', 'id', 'package'],
    children: ['properties', 'testcase', 'system-out', 'system-err'],
  },
  testcase: {
    required: ['name'],
    optional: ['assertions', 'time', 'classname', 'status'],
    children: ['skipped', 'error', 'failure', 'system-out', 'system-err'],
  },
  failure: { required: [], optional: ['type', 'message'], children: [] },
  error: { required: [], optional: ['type', 'message'], children: [] },
  'system-out': { required: [], optional: [], children: [] },
};

function offences({ name, attributes, children }: Element): readonly string[] {
  const rule = SCHEMA[name];
  if (rule === undefined) return [`<${name}>`];
  const missing = rule.required.filter((one) => attributes[one] === undefined);
  const unknown = Object.keys(attributes).filter((one) => ![...rule.required, ...rule.optional].includes(one));
  const misplaced = children.map((child) => child.name).filter((child) => !rule.children.includes(child));
  return [...[...missing, ...unknown, ...misplaced].map((what) => `${name}: ${what}`), ...children.flatMap(offences)];
}

it('fits the schema', () => {
  expect(root.name).toBe('testsuites');
  expect(offences(root)).toEqual([]);
  expect(suite?.attributes.timestamp).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);
});

it('counts what it holds', () => {
  expect(suite?.attributes).toMatchObject({ tests: '4', failures: '1', errors: '1', skipped: '0' });
  expect(cases).toHaveLength(4);
});

describe('a launch is a test', () => {
  test.each([
    ['fits', []],
    ['module.web', ['failure']],
    ['later', ['error']],
    ['m5.large', ['system-out']],
  ])('%s has %j', (part, children) => {
    expect(named(part)?.children.map(({ name }) => name)).toEqual(children);
  });

  it('that says what, where, why and how to go on, as it was written', () => {
    const [failure] = named('module.web')?.children ?? [];
    expect(named('module.web')?.attributes.name).toBe('module.web.aws_instance.db["a,b:c"]');
    expect(failure?.attributes.type).toBe('launch-hard-block');
    expect(failure?.text).toContain('infra/plan.json:12:5\nblocked, 1 of 3 machines fits\n');
    expect(failure?.text).toContain(`a <b> & "c" 'd' |`);
    expect(failure?.text).toContain('fix: buy 2 licences: lm config update win-dc --count 22');
  });
});

test.each(['<a>', '<a></b>', '<a b="c" d></a>', '<a>&</a>', '<a>\u0007</a>'])(
  'the reader of this test refuses %s',
  (text) => {
    expect(() => readXml(text)).toThrow();
  },
);
