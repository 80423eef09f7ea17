import { describe, expect, it } from 'vitest';
import type { Shape } from '../../../src/contract/shape.ts';
import { shapeRows } from '../../../src/validation/catalogue/shape.ts';

const operation = 'license-manager:CreateLicenseConfiguration';

const SHAPE: Shape = {
  type: 'structure',
  required: ['Name', 'Kind'],
  members: {
    Name: { type: 'string', min: 2, max: 5, pattern: '[a-z]*' },
    Kind: { type: 'string', enum: ['vCPU', 'Core', 'Socket'] },
    Count: { type: 'long', min: 0, max: 100 },
    Size: { type: 'integer', min: 1 },
    Tags: { type: 'list', max: 1, member: { type: 'string' } },
  },
};

/** How a request is refused by one row: what is wrong, then what to do. */
function refusal(id: keyof typeof shapeRows, change: object): readonly string[] {
  const row = shapeRows[id];
  const input = { Name: 'abc', Kind: 'Core', ...change };
  return row.check({ operation, shape: SHAPE, input }).flatMap((args) => [row.message(args), ...row.fix(args)]);
}

describe('what a broken shape rule says', () => {
  it('names a missing member and what belongs there', () => {
    expect(refusal('shape-required-member', { Kind: undefined })).toEqual([
      'Kind is missing',
      'give Kind: vCPU, Core or Socket',
    ]);
    expect(refusal('shape-required-member', { Name: undefined })).toEqual(['Name is missing', 'give Name: text']);
    expect(refusal('shape-required-member', {})).toEqual([]);
  });

  it('suggests the member that was meant, or lists the members', () => {
    expect(refusal('shape-unknown-member', { Cuont: 1 })).toEqual([
      'CreateLicenseConfiguration has no member Cuont',
      'did you mean Count?',
    ]);
    expect(refusal('shape-unknown-member', { Zebra: 1 })).toEqual([
      'CreateLicenseConfiguration has no member Zebra',
      'the members known here: Name, Kind, Count, Size or Tags',
    ]);
    expect(refusal('shape-unknown-member', { Count: 1 })).toEqual([]);
  });

  it('says which type was found and which belongs there', () => {
    expect(refusal('shape-type', { Count: 'ten' })).toEqual([
      'Count must be a whole number, not the text "ten"',
      'give Count as a whole number',
    ]);
    expect(refusal('shape-type', { Count: 10 })).toEqual([]);
  });

  it('suggests the value that was meant, or lists the values', () => {
    expect(refusal('shape-enum', { Kind: 'vcpu' })).toEqual([
      'Kind is "vcpu", which is not one of its values',
      'did you mean vCPU? (vCPU, Core or Socket)',
    ]);
    expect(refusal('shape-enum', { Kind: 'gigabyte' })).toEqual([
      'Kind is "gigabyte", which is not one of its values',
      'use vCPU, Core or Socket',
    ]);
    expect(refusal('shape-enum', { Kind: 'vCPU' })).toEqual([]);
  });

  it('gives the bound that a number breaks', () => {
    expect(refusal('shape-range', { Count: 101 })).toEqual([
      'Count is 101, above the most allowed, 100',
      'give Count a number: from 0 to 100',
    ]);
    expect(refusal('shape-range', { Size: 0 })).toEqual([
      'Size is 0, below the least allowed, 1',
      'give Size a number: from 1 to 2147483647',
    ]);
    expect(refusal('shape-range', { Count: 100, Size: 1 })).toEqual([]);
  });

  it('gives the length that a text or a list breaks', () => {
    expect(refusal('shape-length', { Name: 'a' })).toEqual([
      'Name has 1 character, below the least allowed, 2',
      'give Name from 2 to 5 characters',
    ]);
    expect(refusal('shape-length', { Tags: ['a', 'b'] })).toEqual([
      'Tags has 2 entries, above the most allowed, 1',
      'give Tags at most 1 entries',
    ]);
    expect(refusal('shape-length', { Name: 'ab', Tags: ['a'] })).toEqual([]);
  });

  it('gives the pattern that a text does not match', () => {
    expect(refusal('shape-pattern', { Name: 'A b' })).toEqual([
      'Name is "A b", which does not have the form that AWS expects',
      'write Name so that all of it matches [a-z]*',
    ]);
    expect(refusal('shape-pattern', { Name: 'ab' })).toEqual([]);
  });
});
