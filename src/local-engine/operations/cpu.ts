import type { Violation } from '../../contract/decision.ts';
import { check } from '../../validation/catalogue/index.ts';
import type { InstanceTypeDetails } from '../../validation/instance-types.ts';

export interface CpuOptions {
  readonly coreCount: number | undefined;
  readonly threadsPerCore: number | undefined;
}

/** What CPU options break of an instance type: physical cores and threads of each that it does not offer. */
export function cpuViolations(type: InstanceTypeDetails, options: Partial<CpuOptions>): readonly Violation[] {
  return check('ec2-cpu-options-valid', {
    instanceType: type.instanceType,
    coreCount: options.coreCount,
    threadsPerCore: options.threadsPerCore,
    validCores: type.validCores,
    defaultCores: type.cores,
    defaultThreads: type.threadsPerCore,
  });
}

/** The CPU options that a machine keeps when it becomes another type: those that the new type offers too. */
export function keptBy(type: InstanceTypeDetails, { coreCount, threadsPerCore }: CpuOptions): CpuOptions {
  return {
    coreCount: cpuViolations(type, { coreCount }).length === 0 ? coreCount : undefined,
    threadsPerCore: cpuViolations(type, { threadsPerCore }).length === 0 ? threadsPerCore : undefined,
  };
}
