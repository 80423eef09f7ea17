import { describe, expect, it } from 'vitest';
import type { Shape } from '../../src/contract/shape.ts';
import { malformedRequest } from '../../src/contract/shapes/faults.ts';
import { inputShape } from '../../src/contract/shapes/index.ts';
import { operationNames } from '../../src/contract/shapes/names.ts';
import { OUTPUT_SHAPES } from '../../src/contract/shapes/outputs.ts';

/** Every shape inside a shape, itself first. */
function all(shape: Shape): readonly Shape[] {
  if (shape.type === 'structure') return [shape, ...Object.values(shape.members).flatMap(all)];
  if (shape.type === 'list') return [shape, ...all(shape.member)];
  return shape.type === 'map' ? [shape, ...all(shape.key), ...all(shape.value)] : [shape];
}

describe('the generated shapes', () => {
  it('cover every operation once, requests and answers', () => {
    expect(Object.keys(OUTPUT_SHAPES)).toEqual(operationNames);
    expect(Object.keys(malformedRequest)).toEqual(operationNames.filter((name) => name.startsWith('license-manager:')));
  });

  it.each(operationNames)('%s takes and answers a structure whose patterns compile', async (name) => {
    const [input, { output }] = await Promise.all([inputShape(name), OUTPUT_SHAPES[name]()]);
    expect([input.type, output.type]).toEqual(['structure', 'structure']);
    const patterns = [input, output].flatMap(all).flatMap((shape) => ('pattern' in shape ? [shape.pattern ?? ''] : []));
    expect(() => patterns.map((pattern) => new RegExp(pattern, 'u'))).not.toThrow();
  });

  it.each(operationNames)('%s requires only members that it has', async (name) => {
    const input = await inputShape(name);
    for (const shape of all(input)) {
      if (shape.type === 'structure')
        expect(Object.keys(shape.members)).toEqual(expect.arrayContaining([...(shape.required ?? [])]));
    }
  });

  it('know EC2 by its query names in requests and its XML names in answers', async () => {
    const input = await inputShape('ec2:RunInstances');
    const { output } = await OUTPUT_SHAPES['ec2:DescribeHosts']();
    expect(input).toMatchObject({
      members: { LicenseSpecifications: { wire: 'LicenseSpecification' }, DryRun: { type: 'boolean' } },
    });
    expect(input).not.toHaveProperty('members.DryRun.wire');
    expect(output).toMatchObject({ members: { Hosts: { wire: 'hostSet', item: 'item' } } });
  });

  it('know the errors that an operation models', async () => {
    const { errors } = await OUTPUT_SHAPES['license-manager:UpdateLicenseSpecificationsForResource']();
    expect(errors).toContain('LicenseUsageException');
  });
});
