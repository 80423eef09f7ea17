import { describe, expect, it } from 'vitest';
import type { OperationName } from '../../src/contract/operations.ts';
import type { Shape } from '../../src/contract/shape.ts';
import { inputShape } from '../../src/contract/shapes/index.ts';
import { checkShape, shapeFaultCode } from '../../src/validation/shape.ts';

const CREATE = 'license-manager:CreateLicenseConfiguration';

/** Every violation of a value against one member `M`, as `id path`. */
function broken(member: Shape, value: unknown): readonly string[] {
  const shape: Shape = { type: 'structure', members: { M: member } };
  return checkShape(CREATE, shape, { M: value }).map(({ id, path }) => `${id} ${path}`);
}

async function brokenIn(operation: OperationName, input: unknown): Promise<readonly string[]> {
  const shape = await inputShape(operation);
  return checkShape(operation, shape, input).map(({ id, path }) => `${id} ${path}`);
}

describe('a request against the operation it is for', () => {
  it('passes when every member fits', async () => {
    const input = {
      Name: 'win-dc',
      LicenseCountingType: 'Core',
      LicenseCount: 2000,
      LicenseRules: ['#minimumCores=8'],
    };
    expect(await brokenIn(CREATE, input)).toEqual([]);
  });

  it('reports every violation: members in the order of the model, unknown ones last', async () => {
    const input = { Nmae: 'x', Tags: [{ Key: 1 }], LicenseCountingType: 'core', LicenseCount: '5' };
    expect(await brokenIn(CREATE, input)).toEqual([
      'shape-required-member Name',
      'shape-enum LicenseCountingType',
      'shape-type LicenseCount',
      'shape-type Tags[0].Key',
      'shape-unknown-member Nmae',
    ]);
  });

  it('names the place inside lists and structures', async () => {
    const input = {
      MinCount: 1,
      MaxCount: 1,
      ImageId: 'ami-1',
      LicenseSpecifications: [{ LicenseConfigurationArn: 'arn' }, { LicenseConfigurationARN: 'arn' }],
      Placement: { Tenancy: 'hosts' },
    };
    expect(await brokenIn('ec2:RunInstances', input)).toEqual([
      'shape-enum Placement.Tenancy',
      'shape-unknown-member LicenseSpecifications[1].LicenseConfigurationARN',
    ]);
  });

  it('leaves the instance type to the instance type table, which is newer than the model', async () => {
    expect(await brokenIn('ec2:RunInstances', { MinCount: 1, MaxCount: 1, InstanceType: 'm99.large' })).toEqual([]);
  });

  it.each([[null], [undefined], [[]], ['text'], [new Date(0)]])(
    'refuses a request that is no structure: %o',
    async (input) => {
      expect(await brokenIn(CREATE, input)).toEqual(['shape-type ']);
    },
  );
});

describe('shape-required-member', () => {
  const shape: Shape = { type: 'structure', required: ['A'], members: { A: { type: 'string', enum: ['x', 'y'] } } };

  it('refuses an absent member and one that is undefined, and says what belongs there', () => {
    const args = { operation: CREATE, member: 'A', expected: 'text', allowed: ['x', 'y'] };
    expect(checkShape(CREATE, shape, {})).toEqual([{ id: 'shape-required-member', path: 'A', args }]);
    expect(checkShape(CREATE, shape, { A: undefined })).toHaveLength(1);
  });

  it('passes the member that is there', () => {
    expect(checkShape(CREATE, shape, { A: 'x' })).toEqual([]);
  });

  it('does not take an inherited property for a member', () => {
    const named: Shape = {
      type: 'structure',
      required: ['toString'],
      members: Object.fromEntries([['toString', { type: 'string' }]]),
    };
    expect(checkShape(CREATE, named, {})).toHaveLength(1);
  });
});

describe('shape-unknown-member', () => {
  const shape: Shape = { type: 'structure', members: { A: { type: 'string' }, B: { type: 'string' } } };

  it('refuses a member that the model does not know and lists those it knows', () => {
    const args = { operation: CREATE, member: 'C', found: 'C', allowed: ['A', 'B'] };
    expect(checkShape(CREATE, shape, { C: 1 })).toEqual([{ id: 'shape-unknown-member', path: 'C', args }]);
    expect(checkShape(CREATE, shape, { toString: 1 })).toHaveLength(1);
  });

  it('passes an unknown member that is undefined', () => {
    expect(checkShape(CREATE, shape, { A: 'a', C: undefined })).toEqual([]);
  });
});

describe('shape-type', () => {
  const types: readonly (readonly [Shape, unknown, unknown])[] = [
    [{ type: 'string' }, 'a', 1],
    [{ type: 'string' }, '', null],
    [{ type: 'boolean' }, false, 'false'],
    [{ type: 'integer' }, 3, 3.5],
    [{ type: 'integer' }, 0, Number.NaN],
    [{ type: 'long' }, 3, '3'],
    [{ type: 'double' }, 3.5, Number.POSITIVE_INFINITY],
    [{ type: 'timestamp' }, new Date(0), new Date('never')],
    [{ type: 'timestamp' }, new Date(0), '1970-01-01T00:00:00Z'],
    [{ type: 'blob' }, new Uint8Array([1]), 'AQ=='],
    [{ type: 'list', member: { type: 'string' } }, [], 'a'],
    [{ type: 'list', member: { type: 'string' } }, [], {}],
    [{ type: 'structure', members: {} }, {}, []],
    [{ type: 'map', key: { type: 'string' }, value: { type: 'string' } }, { a: 'b' }, new Date(0)],
  ];

  it.each(types)('%o takes %o and refuses %o', (member, good, bad) => {
    expect(broken(member, good)).toEqual([]);
    expect(broken(member, bad)).toEqual(['shape-type M']);
  });

  it('names the entry of a list, also one that is missing', () => {
    expect(broken({ type: 'list', member: { type: 'string' } }, ['a', 2, undefined])).toEqual([
      'shape-type M[1]',
      'shape-type M[2]',
    ]);
  });

  it('names the entry of a map', () => {
    const map: Shape = { type: 'map', key: { type: 'string', pattern: '[a-z]+' }, value: { type: 'string' } };
    expect(broken(map, { a: 'b', c: undefined, D: 'e', f: 1 })).toEqual(['shape-pattern M.D', 'shape-type M.f']);
  });

  it('says what it found, but never a secret', () => {
    const found = (shape: Shape, value: unknown) =>
      checkShape(CREATE, { type: 'structure', members: { M: shape } }, { M: value })[0]?.args.found;
    expect(found({ type: 'integer' }, 'ten')).toBe('the text "ten"');
    expect(found({ type: 'integer' }, 'x'.repeat(50))).toBe(`the text "${'x'.repeat(40)}…"`);
    expect(found({ type: 'string' }, [1])).toBe('a list');
    expect(found({ type: 'string' }, { a: 1 })).toBe('a structure');
    expect(found({ type: 'string' }, null)).toBe('null');
    expect(found({ type: 'integer' }, 3.5)).toBe('3.5');
    expect(found({ type: 'blob', sensitive: true }, 'password')).toBe('(hidden)');
    expect(found({ type: 'string', sensitive: true, enum: ['a'] }, 'password')).toBe('(hidden)');
  });
});

describe('shape-enum', () => {
  it('takes a listed value in its own letter case only', () => {
    const member: Shape = { type: 'string', enum: ['vCPU', 'Core'] };
    expect(broken(member, 'vCPU')).toEqual([]);
    expect(broken(member, 'VCPU')).toEqual(['shape-enum M']);
  });
});

describe('shape-range', () => {
  it('takes the bounds themselves and refuses the next number', () => {
    const member: Shape = { type: 'integer', min: 5, max: 100 };
    expect([5, 100].flatMap((value) => broken(member, value))).toEqual([]);
    expect([4, 101].flatMap((value) => broken(member, value))).toEqual(['shape-range M', 'shape-range M']);
  });

  it('ends an integer at 32 bits', () => {
    expect(broken({ type: 'integer' }, 2 ** 31 - 1)).toEqual([]);
    expect(broken({ type: 'integer' }, 2 ** 31)).toEqual(['shape-range M']);
    expect(broken({ type: 'integer' }, -(2 ** 31) - 1)).toEqual(['shape-range M']);
  });

  it('ends a license count where a number stops being exact', async () => {
    const input = (LicenseCount: number) => ({ Name: 'a', LicenseCountingType: 'Core', LicenseCount });
    expect(await brokenIn(CREATE, input(2 ** 53 - 1))).toEqual([]);
    expect(await brokenIn(CREATE, input(2 ** 53))).toEqual(['shape-range LicenseCount']);
  });
});

describe('shape-length', () => {
  const text: Shape = { type: 'string', min: 2, max: 3 };

  it('takes the shortest and longest text and refuses one character less or more', () => {
    expect(['ab', 'abc'].flatMap((value) => broken(text, value))).toEqual([]);
    expect(['a', 'abcd'].flatMap((value) => broken(text, value))).toEqual(['shape-length M', 'shape-length M']);
  });

  it('counts a character beyond the basic plane once', () => {
    expect(broken(text, '😀😀😀')).toEqual([]);
    expect(broken(text, '😀')).toEqual(['shape-length M']);
  });

  it('counts the entries of lists and maps', () => {
    const list: Shape = { type: 'list', member: { type: 'string' }, max: 1 };
    const map: Shape = { type: 'map', key: { type: 'string' }, value: { type: 'string' }, min: 1 };
    expect([...broken(list, ['a']), ...broken(map, { a: 'b' })]).toEqual([]);
    expect([...broken(list, ['a', 'b']), ...broken(map, {})]).toEqual(['shape-length M', 'shape-length M']);
  });
});

describe('shape-pattern', () => {
  it('must match the whole text, anchored by the model or not', () => {
    const member: Shape = { type: 'string', pattern: '[a-z]+|0' };
    expect(broken(member, 'abc')).toEqual([]);
    expect(broken(member, 'abc 1')).toEqual(['shape-pattern M']);
    expect(broken(member, 'x0')).toEqual(['shape-pattern M']);
  });

  it('accepts a launch template name that EC2 accepts, and no blank', async () => {
    const input = (LaunchTemplateName: string) => ({ LaunchTemplateName });
    expect(await brokenIn('ec2:DeleteLaunchTemplate', input('web/(1).a-b_c'))).toEqual([]);
    expect(await brokenIn('ec2:DeleteLaunchTemplate', input('web one'))).toEqual(['shape-pattern LaunchTemplateName']);
  });
});

describe('the error code', () => {
  const code = (operation: OperationName, id: string) => shapeFaultCode(operation, { id, args: {} });

  it('of License Manager is the one that the operation models', () => {
    expect(code(CREATE, 'shape-type')).toBe('InvalidParameterValueException');
    expect(code('license-manager:TagResource', 'shape-length')).toBe('InvalidParameterValueException');
  });

  it('of EC2 tells a missing member, an unknown one and a wrong value apart', () => {
    expect(code('ec2:RunInstances', 'shape-required-member')).toBe('MissingParameter');
    expect(code('ec2:RunInstances', 'shape-unknown-member')).toBe('UnknownParameter');
    expect(code('ec2:RunInstances', 'shape-range')).toBe('InvalidParameterValue');
  });

  it('of STS is ValidationError', () => {
    expect(code('sts:GetCallerIdentity', 'shape-unknown-member')).toBe('ValidationError');
  });
});
