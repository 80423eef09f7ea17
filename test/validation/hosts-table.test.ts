import { describe, expect, it } from 'vitest';
import { hostFamilies, hostFamily } from '../../src/validation/host-families.ts';
import { capacityUnits, mayShareHost, unitsOf } from '../../src/validation/hosts-table.ts';
import { instanceType } from '../../src/validation/instance-types.ts';

/** How many machines of a type fit on an empty host, by the rule `used + units <= capacity`. */
const fits = (type: string, host: string | undefined = undefined): number =>
  Math.floor((capacityUnits(type.split('.')[0] ?? '', host) ?? 0) / unitsOf(type));

describe('the Dedicated Host of a family', () => {
  it('has its sockets, cores and vCPUs', () => {
    expect(hostFamily('m5')).toEqual({
      family: 'm5',
      sockets: 2,
      physicalCores: 48,
      vcpus: 96,
      nitro: true,
      mixedInstanceTypes: true,
    });
  });

  it('leaves out the vCPUs that nobody states', () => {
    expect(hostFamily('t3')).toEqual({
      family: 't3',
      sockets: 2,
      physicalCores: 48,
      nitro: true,
      mixedInstanceTypes: true,
    });
  });

  it('may be Nitro and still take one type only', () => {
    expect(hostFamily('m5d')).toMatchObject({ nitro: true, mixedInstanceTypes: false });
    expect(hostFamily('c4')).toMatchObject({ nitro: false, mixedInstanceTypes: false });
  });

  it('exists for 102 families and for no other', () => {
    expect(hostFamilies()).toHaveLength(102);
    expect(hostFamilies().map((family) => hostFamily(family)?.family)).toEqual(hostFamilies());
    expect(hostFamilies().filter((family) => !((hostFamily(family)?.sockets ?? 0) > 0))).toEqual([]);
    expect([hostFamily('m5a'), hostFamily('')]).toEqual([undefined, undefined]);
  });
});

describe('how many machines a host takes', () => {
  it.each([
    ['m5.large', 48],
    ['m5.4xlarge', 6],
    ['m5.24xlarge', 1],
    ['m5.metal', 1],
    ['c5.9xlarge', 2],
    ['a1.xlarge', 4],
    ['mac2.metal', 1],
    ['t3.nano', 192],
    ['t3.micro', 192],
    ['t3.small', 192],
    ['t3.medium', 192],
    ['t3.large', 96],
    ['t3.xlarge', 48],
    ['t3.2xlarge', 24],
  ])('%s: %i', (type, count) => {
    expect(fits(type)).toBe(count);
    expect(fits(type, type)).toBe(count);
  });

  it.each([
    ['m4.large', 22],
    ['m4.xlarge', 11],
    ['m4.2xlarge', 5],
    ['m4.4xlarge', 2],
    ['m4.10xlarge', 1],
    ['m4.16xlarge', 0],
  ])('%s on a host allocated for it: %i', (type, count) => {
    expect(fits(type, type)).toBe(count);
  });

  it('is not known for an m4 host without its type, or a family without a published host', () => {
    expect(capacityUnits('m4')).toBeUndefined();
    expect(capacityUnits('m5a', 'm5a.large')).toBeUndefined();
  });
});

describe('what a machine takes', () => {
  it('is the whole host for bare metal, also where the metal has fewer cores', () => {
    expect([unitsOf('m5.metal'), unitsOf('mac2.metal')]).toEqual([48, 8]);
  });

  it('is its cores in a family without a published host', () => {
    expect(unitsOf('m8i.4xlarge')).toBe(8);
  });

  it('is infinite for a name that the table lacks, and its cores when the facts are given', () => {
    expect(unitsOf('m99.large')).toBe(Number.POSITIVE_INFINITY);
    expect(unitsOf({ instanceType: 'm99.large', family: 'm99', cores: 3, bareMetal: false })).toBe(3);
  });

  it('is the same by name and by facts', () => {
    const names = ['t3.large', 'm4.xlarge', 'm5.metal', 'c5.large'];
    expect(names.map((name) => unitsOf(instanceType(name) ?? ''))).toEqual(names.map((name) => unitsOf(name)));
  });
});

describe('sharing a host between types', () => {
  it.each(['m5.large', 't3.nano', 'a1.xlarge', 'a1.2xlarge'])('%s may', (name) => {
    expect(mayShareHost(name)).toBe(true);
  });

  it.each(['a1.large', 'a1.4xlarge', 'm5d.large', 'm4.large', 'm5a.large', 'm5.huge'])('%s may not', (name) => {
    expect(mayShareHost(name)).toBe(false);
  });
});
