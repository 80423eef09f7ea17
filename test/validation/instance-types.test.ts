import { describe, expect, it } from 'vitest';
import {
  allInstanceTypes,
  families,
  instanceType,
  instanceTypesOf,
  nearestInstanceTypes,
} from '../../src/validation/instance-types.ts';

describe('an instance type', () => {
  it('has its facts', () => {
    expect(instanceType('m5.2xlarge')).toEqual({
      instanceType: 'm5.2xlarge',
      family: 'm5',
      vcpus: 8,
      cores: 4,
      threadsPerCore: 2,
      validCores: [2, 4],
      bareMetal: false,
      dedicatedHosts: true,
      memoryMiB: 32768,
      hypervisor: 'nitro',
      architectures: ['x86_64'],
      currentGeneration: false,
    });
  });

  it('of bare metal has no hypervisor and no choice of cores', () => {
    const metal = instanceType('c7g.metal');
    expect(metal).toMatchObject({
      bareMetal: true,
      validCores: [],
      cores: 64,
      threadsPerCore: 1,
      architectures: ['arm64'],
    });
    expect(metal).not.toHaveProperty('hypervisor');
  });

  it.each([
    ['c5.large', [1]],
    ['c5a.4xlarge', [1, 2, 3, 4, 8]],
    ['c6a.32xlarge', [8, 12, 16, 20, 24, 28, 32, 64]],
    ['m4.10xlarge', [2, 4, 6, 8, 10, 12, 14, 16, 18, 20]],
    ['c7g.2xlarge', [1, 2, 3, 4, 5, 6, 7, 8]],
  ])('%s takes the core counts %j', (name, cores) => {
    expect(instanceType(name)?.validCores).toEqual(cores);
  });

  it.each([
    ['c3.large', ['i386', 'x86_64'], 'xen'],
    ['mac1.metal', ['x86_64_mac'], undefined],
    ['mac2.metal', ['arm64_mac'], undefined],
  ])('%s has the architectures %j and the hypervisor %s', (name, architectures, hypervisor) => {
    expect(instanceType(name)).toMatchObject({ architectures });
    expect(instanceType(name)?.hypervisor).toBe(hypervisor);
  });

  it.each(['m5.larg', 'm5.large ', 'm5.large 1x2', 'm5.', 'm5', '.large', '', 'M5.large', 'm99.large', 'large'])(
    'named "%s" is unknown',
    (name) => {
      expect(instanceType(name)).toBeUndefined();
    },
  );
});

describe('all instance types', () => {
  it('are 1373 in 186 families, each found under its own name', () => {
    const all = allInstanceTypes();
    expect([all.length, families().length]).toEqual([1373, 186]);
    expect(new Set(all.map((type) => type.instanceType)).size).toBe(1373);
    expect(all.filter((type) => type.instanceType !== instanceType(type.instanceType)?.instanceType)).toEqual([]);
  });

  it('are whole: default cores end the list of valid ones, and every number is a number', () => {
    const odd = allInstanceTypes().filter(
      ({ vcpus, cores, memoryMiB, validCores, architectures }) =>
        !(vcpus >= cores && cores > 0 && memoryMiB > 0 && architectures.length > 0) ||
        (validCores.length > 0 && validCores.at(-1) !== cores) ||
        validCores.some((count, index) => !(count > (validCores[index - 1] ?? 0))),
    );
    expect(odd).toEqual([]);
  });

  it('stand by family, in rising vCPUs', () => {
    expect(families()).toEqual([...families()].sort());
    expect(instanceTypesOf('m4').map((type) => type.vcpus)).toEqual([2, 4, 8, 16, 40, 64]);
    expect(instanceTypesOf('m99')).toEqual([]);
  });
});

describe('a mistyped instance type', () => {
  it.each([
    ['m5.larg', 'm5.large'],
    ['M5.XLARGE', 'm5.xlarge'],
    ['m5.xxlarge', 'm5.xlarge'],
    ['m55.24xlarge', 'm5.24xlarge'],
    ['r5.8xlrage', 'r5.8xlarge'],
    ['m5', 'm5.large'],
  ])('%s probably means %s', (typed, meant) => {
    expect(nearestInstanceTypes(typed)[0]).toBe(meant);
  });

  it('gets the sizes next to one that the family does not have', () => {
    expect(nearestInstanceTypes('m5.9xlarge')).toEqual(['m5.8xlarge', 'm5.12xlarge', 'm5.4xlarge']);
  });

  it('gets sizes of its own family when the size is no word at all', () => {
    expect(nearestInstanceTypes('m4.huge-machine')).toEqual(['m4.large', 'm4.xlarge', 'm4.2xlarge']);
  });

  it('gets no suggestion when nothing is near', () => {
    expect(nearestInstanceTypes('quantum-computer')).toEqual([]);
  });
});
