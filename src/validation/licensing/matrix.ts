import type { CountingType } from '../../contract/world.ts';

/** The nine rules of a license configuration, as the API names them. */
export type RuleName =
  | 'licenseAffinityToHost'
  | 'maximumCores'
  | 'maximumSockets'
  | 'maximumVcpus'
  | 'minimumCores'
  | 'minimumSockets'
  | 'minimumVcpus'
  | 'allowedTenancy'
  | 'honorVcpuOptimization';

interface MatrixRow {
  readonly console: string;
  readonly Core: boolean;
  readonly Instance: boolean;
  readonly Socket: boolean;
  readonly vCPU: boolean;
}

/**
 * Which rule each counting type allows: the table of the License Manager User Guide, "License configuration parameters
 * and rules", with the names that the console shows. Nothing else in the house knows these 36 cells.
 */
// biome-ignore format: a table reads best as a table
export const RULE_MATRIX: Readonly<Record<RuleName, MatrixRow>> = {
  licenseAffinityToHost: { console: 'License affinity to host (in days)', Core: true,  Instance: false, Socket: true,  vCPU: false },
  maximumCores:          { console: 'Maximum cores',                      Core: true,  Instance: true,  Socket: false, vCPU: false },
  maximumSockets:        { console: 'Maximum sockets',                    Core: false, Instance: true,  Socket: true,  vCPU: false },
  maximumVcpus:          { console: 'Maximum vCPUs',                      Core: false, Instance: true,  Socket: false, vCPU: true  },
  minimumCores:          { console: 'Minimum cores',                      Core: true,  Instance: true,  Socket: false, vCPU: false },
  minimumSockets:        { console: 'Minimum sockets',                    Core: false, Instance: true,  Socket: true,  vCPU: false },
  minimumVcpus:          { console: 'Minimum vCPUs',                      Core: false, Instance: true,  Socket: false, vCPU: true  },
  allowedTenancy:        { console: 'Tenancy',                            Core: true,  Instance: true,  Socket: true,  vCPU: true  },
  honorVcpuOptimization: { console: 'vCPU Optimization',                  Core: false, Instance: false, Socket: false, vCPU: true  },
};

/** The nine rule names, in the guide's order. */
export const RULE_NAMES: readonly RuleName[] = [
  'licenseAffinityToHost',
  'maximumCores',
  'maximumSockets',
  'maximumVcpus',
  'minimumCores',
  'minimumSockets',
  'minimumVcpus',
  'allowedTenancy',
  'honorVcpuOptimization',
];

/** The rules that a configuration of this counting type may carry, in the guide's order. */
export const rulesAllowedFor = (counting: CountingType): readonly RuleName[] =>
  RULE_NAMES.filter((rule) => RULE_MATRIX[rule][counting]);

/** The counting types that allow this rule, in the guide's order. */
export function typesAllowing(rule: RuleName): readonly CountingType[] {
  const columns: readonly CountingType[] = ['Core', 'Instance', 'Socket', 'vCPU'];
  return columns.filter((counting) => RULE_MATRIX[rule][counting]);
}

/** Whether a text names one of the nine rules; letter case counts. */
export const isRuleName = (text: string): text is RuleName => Object.hasOwn(RULE_MATRIX, text);
