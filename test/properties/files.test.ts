import fc from 'fast-check';
import { expect, test } from 'vitest';
import { UsageError } from '../../src/contract/usage.ts';
import { checkSteps } from '../../src/validation/plans/check-steps.ts';
import { readCloudFormation } from '../../src/validation/plans/cloudformation/read.ts';
import { readTerraformPlan } from '../../src/validation/plans/terraform/read.ts';
import { APP, ARN, configuration, fixture, image, SCOPE, WINDOWS, world } from '../plans/world.ts';

/** Whatever stands in a file where something else should: a verdict comes of it, or a refusal with words, never a failure of ours. */

const AROUND = world({ configurations: [configuration()], images: [image(APP, [ARN]), image(WINDOWS)] });

const JUNK: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, '', 0, -1, 1e21, 'x', [], {}, [[]], [null], [{}], {
    Ref: 'AWS::NoValue',
  }),
  fc.constantFrom<unknown>(
    { 'Fn::If': 5 },
    { 'Fn::Sub': [] },
    { 'Fn::GetAtt': {} },
    { Ref: {} },
    { 'Fn::Select': [9, 'a'] },
  ),
  fc.constantFrom<unknown>(
    'constructor',
    '__proto__',
    'aws_instance',
    '${',
    '${a.b.c}',
    '{{resolve:',
    'module.a[0].b',
    '["',
  ),
);

/** Every place in a value, as the keys that lead there. */
function placesIn(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, one]) => placesIn(one, [...path, key]))];
}

function replaced(value: unknown, [key, ...rest]: readonly string[], junk: unknown): unknown {
  if (key === undefined) return junk;
  if (typeof value !== 'object' || value === null) return value;
  const put = ([name, one]: readonly [string, unknown]) =>
    [name, name === key ? replaced(one, rest, junk) : one] as const;
  const entries = Object.entries(value).map(put);
  return Array.isArray(value) ? entries.map(([, one]) => one) : Object.fromEntries(entries);
}

/** A file of the fixtures with junk in up to three places. */
function spoiled(name: string): fc.Arbitrary<unknown> {
  const whole: unknown = JSON.parse(fixture(name));
  const places = placesIn(whole);
  return fc
    .array(fc.tuple(fc.nat(places.length - 1), JUNK), { minLength: 1, maxLength: 3 })
    .map((changes) => changes.reduce((so, [at, junk]) => replaced(so, places[at] ?? [], junk), whole));
}

const VERDICTS = ['allowed', 'warn', 'blocked', 'unknown', 'refused'];

async function outcome(read: () => ReturnType<typeof readTerraformPlan> | ReturnType<typeof readCloudFormation>) {
  try {
    return checkSteps((await read()).steps, AROUND).verdict;
  } catch (error) {
    if (error instanceof UsageError) return 'refused';
    throw error;
  }
}

const PLANS = ['fleet', 'changes', 'unknown', 'hosts'].map((name) => `terraform/${name}.json`);

test.each(PLANS)('a Terraform plan with junk in it: %s', async (name) => {
  await fc.assert(
    fc.asyncProperty(spoiled(name), async (plan) => {
      const text = JSON.stringify(plan);
      expect(VERDICTS).toContain(await outcome(() => readTerraformPlan({ text, file: 'plan.json', scope: SCOPE })));
    }),
    { numRuns: 150 },
  );
});

test('a CloudFormation template with junk in it', async () => {
  await fc.assert(
    fc.asyncProperty(spoiled('cloudformation/fleet.json'), async (template) => {
      const source = { text: JSON.stringify(template), file: 'web.json', scope: SCOPE, parameters: {} };
      expect(VERDICTS).toContain(await outcome(() => readCloudFormation(source)));
    }),
    { numRuns: 150 },
  );
});
