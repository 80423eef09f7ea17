import { expect, test } from 'vitest';
import { billingParam, licencesFrom } from '../../../src/commands/ami/billing.ts';
import { USAGE_OPERATIONS } from '../../../src/validation/usage-operations.ts';

const { parse } = billingParam({ help: 'billing code' });

test.each([
  ['RunInstances:0800', 'RunInstances:0800'],
  ['runinstances:0800', 'RunInstances:0800'],
  ['0800', 'RunInstances:0800'],
  ['0g00', 'RunInstances:0g00'],
  ['windows-byol', 'RunInstances:0800'],
  ['Windows BYOL', 'RunInstances:0800'],
  ['windows', 'RunInstances:0002'],
  ['linux', 'RunInstances'],
  ['rhel', 'RunInstances:0010'],
  ['rhel-byol', 'RunInstances:00g0'],
  ['rhel-ha', 'RunInstances:1010'],
  ['sles', 'RunInstances:000g'],
  ['windows-sql-standard', 'RunInstances:0006'],
  ['Windows with SQL Server Enterprise', 'RunInstances:0102'],
])('"%s" is the billing code %s', (given, code) => {
  expect(parse([given])).toEqual({ ok: true, value: code });
});

test.each(USAGE_OPERATIONS.map((row) => [row.platformDetails, row.usageOperation]))(
  'AWS\'s own words "%s" are understood as %s',
  (words, code) => {
    expect(parse([words])).toEqual({ ok: true, value: code });
  },
);

test('an unknown code names the nearest', () => {
  expect(parse(['RunInstances:0801'])).toMatchObject({
    ok: false,
    why: expect.stringContaining('did you mean RunInstances:0800'),
  });
});

test.each([
  ['RunInstances', undefined],
  ['RunInstances:0800', 'you'],
  ['RunInstances:0002', 'AWS'],
  ['RunInstances:0804', 'you and AWS'],
  ['RunInstances:9999', undefined],
])('%s: licences from %s', (code, who) => {
  expect(licencesFrom(code)).toBe(who);
});
