import type { ArchitectureType, InstanceTypeInfo } from '@aws-sdk/client-ec2';
import type { InstanceTypeDetails } from '../../validation/instance-types.ts';
import { isType } from './instance.ts';

const ARCHITECTURES = [
  'i386',
  'x86_64',
  'arm64',
  'x86_64_mac',
  'arm64_mac',
] as const satisfies readonly ArchitectureType[];

/** An instance type as DescribeInstanceTypes shows it, as far as licences and hosts go. */
export function instanceTypeAnswer(type: InstanceTypeDetails): InstanceTypeInfo {
  const { instanceType, vcpus, cores, threadsPerCore, validCores } = type;
  return {
    InstanceType: isType(instanceType) ? instanceType : undefined,
    CurrentGeneration: type.currentGeneration,
    BareMetal: type.bareMetal,
    ...(type.hypervisor === undefined ? {} : { Hypervisor: type.hypervisor }),
    ProcessorInfo: { SupportedArchitectures: ARCHITECTURES.filter((name) => type.architectures.includes(name)) },
    VCpuInfo: {
      DefaultVCpus: vcpus,
      DefaultCores: cores,
      DefaultThreadsPerCore: threadsPerCore,
      // Where AWS lists no cores to choose from, there are no CPU options.
      ...(validCores.length === 0
        ? {}
        : { ValidCores: [...validCores], ValidThreadsPerCore: [...new Set([1, threadsPerCore])] }),
    },
    MemoryInfo: { SizeInMiB: type.memoryMiB },
    DedicatedHostsSupported: type.dedicatedHosts,
  };
}
