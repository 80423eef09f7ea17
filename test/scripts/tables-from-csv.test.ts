import { describe, expect, it } from 'vitest';
import { packHost, packInstanceType, packNumbers, readCsv } from '../../scripts/tables-from-csv.ts';

const HEADER =
  'instanceType,vcpus,defaultCores,threadsPerCore,validCores,memoryMiB,hypervisor,bareMetal,dedicatedHosts,architectures,currentGeneration';

const type = (line: string) => packInstanceType(readCsv(`${HEADER}\n${line}\n`)[0] ?? {});

describe('packing the fact tables', () => {
  it.each([
    [[], ''],
    [[2], '2'],
    [[2, 4], '2,4'],
    [[1, 2, 3], '1-3'],
    [[2, 4, 6, 8], '2-8/2'],
    [[1, 2, 3, 4, 8, 12, 16, 64], '1-4,8-16/4,64'],
  ])('%j becomes "%s"', (numbers, text) => {
    expect(packNumbers(numbers)).toBe(text);
  });

  it('packs an instance type', () => {
    expect(type('m5.xlarge,4,2,2,2,16384,nitro,false,true,x86_64,true')).toBe('xlarge 2x2 16384 2 ndgX');
    expect(type('mac2.metal,8,4,2,,16384,,true,false,arm64_mac,false')).toBe('metal 4x2 16384 - bM');
  });

  it('refuses a row that the packed form cannot say', () => {
    expect(() => type('m5.xlarge,5,2,2,2,16384,nitro,false,true,x86_64,true')).toThrow('vCPUs');
    expect(() => type('m5.xlarge,4,2,2,2,16384,nitro,false,true,riscv,true')).toThrow('riscv');
    expect(() => packInstanceType({})).toThrow('instanceType');
  });

  it('packs a host', () => {
    const header = 'family,sockets,physicalCores,vcpus,nitro,mixedInstanceTypes,source';
    const rows = readCsv(`${header}\nm5,2,48,96,true,true,"a, b"\nx9,2,48,,false,false,c\n`);
    expect(rows.map(packHost)).toEqual(['2 48 96 nm', '2 48 - -']);
  });
});
