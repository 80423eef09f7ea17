import { type Constraint, row } from '../../contract/constraint.ts';
import type { Tenancy } from '../../contract/world.ts';
import {
  judgePlacement,
  placementFor,
  placementsOf,
  type TenancyMatrixId,
  usageOperation,
} from '../usage-operations.ts';
import { tenancyPlace } from '../words.ts';
import { EC2_REFUSED, guide, note, tenancyFix, when } from './sources.ts';

/** A billing code and where a machine with it is to run; `inGroup`: in a host resource group. */
export type MatrixSubject = {
  readonly usageOperation: string;
  readonly tenancy: Tenancy;
  readonly inGroup: boolean;
  /** The machine, where it is not one to be launched. */
  readonly instanceId?: string | undefined;
};

type MatrixArgs = {
  readonly usageOperation: string;
  readonly product: string;
  readonly place: string;
  readonly allowed: readonly string[];
  readonly instanceId?: string;
};

const SOURCE = guide('Tenancy conversion limits');

/** One kind of refusal in the table of usage-operations.ts. */
function matrixRow(id: TenancyMatrixId, statement: string, why: string): Constraint<MatrixSubject, MatrixArgs> {
  return row({
    ...EC2_REFUSED,
    statement: `${statement} The guide states it for moving a machine; at launch, start and conversion it is our reading.`,
    source: SOURCE,
    basis: 'stated',
    fault: 'InvalidTenancy',
    operations: [
      'ec2:RunInstances',
      'ec2:StartInstances',
      'ec2:ModifyInstancePlacement',
      'license-manager:CreateLicenseConversionTaskForResource',
    ],
    message: (a) => `billing code ${a.usageOperation} (${a.product}) ${a.place}`,
    why: () => `${why} This is AWS's rule: no license configuration, hard or soft, changes it.`,
    fix: (a) => a.allowed.map((option) => tenancyFix(option, a.instanceId)),
    check: ({ usageOperation: code, tenancy, inGroup, instanceId }: MatrixSubject): readonly MatrixArgs[] => {
      const answer = judgePlacement(code, placementFor(tenancy, inGroup));
      return when(answer.kind === 'refused' && answer.id === id, {
        usageOperation: code,
        product: productOf(code),
        place: inGroup ? 'in a host resource group' : tenancyPlace(tenancy),
        allowed: optionsFor(code),
        ...(instanceId === undefined ? {} : { instanceId }),
      });
    },
  });
}

/** Which billing code may run where. */
export const tenancyRows = {
  'tenancy-matrix-windows-byol': matrixRow(
    'tenancy-matrix-windows-byol',
    'Windows Server that you bring runs on Dedicated Instances and Dedicated Hosts, not on shared tenancy.',
    'A Windows Server licence that you bring may run on Dedicated Instances and Dedicated Hosts, not on shared tenancy.',
  ),
  'tenancy-matrix-sql-li': matrixRow(
    'tenancy-matrix-sql-li',
    'SQL Server licensed by AWS runs on shared tenancy and Dedicated Instances, not on Dedicated Hosts. With Windows Server that you bring (RunInstances:0804) only Dedicated Instances are left.',
    'SQL Server licensed by AWS may not run on Dedicated Hosts.',
  ),
  'tenancy-matrix-rhel-li': matrixRow(
    'tenancy-matrix-rhel-li',
    'Red Hat Enterprise Linux licensed by AWS runs on shared tenancy and Dedicated Instances, not on Dedicated Hosts.',
    'Red Hat Enterprise Linux licensed by AWS may not run on Dedicated Hosts.',
  ),
  'tenancy-matrix-suse-li': matrixRow(
    'tenancy-matrix-suse-li',
    'SUSE Linux licensed by AWS runs on shared tenancy and Dedicated Instances, not on Dedicated Hosts.',
    'SUSE Linux licensed by AWS may not run on Dedicated Hosts.',
  ),
  'tenancy-matrix-other-li': matrixRow(
    'tenancy-matrix-other-li',
    'Any other system licensed by AWS, Windows Server aside, runs on shared tenancy and Dedicated Instances, not on Dedicated Hosts.',
    'A system licensed by AWS, Windows Server aside, may not run on Dedicated Hosts.',
  ),
  'tenancy-matrix-linux': note({
    statement: 'Linux (RunInstances) runs on every tenancy.',
    source: SOURCE,
    basis: 'stated',
  }),
  'tenancy-matrix-windows-li': note({
    statement: 'Windows Server licensed by AWS (RunInstances:0002) runs on every tenancy.',
    source: SOURCE,
    basis: 'stated',
  }),
  'tenancy-codes-list': note({
    statement:
      'A billing code (usage operation) says what AWS licenses with a machine: RunInstances is plain Linux, RunInstances:0800 Windows that you bring, RunInstances:0002 Windows licensed by AWS.',
    source: { document: 'EC2 User Guide', section: 'AMI billing information fields' },
    basis: 'external',
  }),
};

function productOf(code: string): string {
  if (code === 'RunInstances:0800') return 'Windows Server BYOL';
  if (code === 'RunInstances:0804') return 'Windows Server BYOL with SQL Server';
  return usageOperation(code)?.platformDetails || 'not a known system';
}

/** A group is reached through host tenancy, so it is no option of its own. */
const optionsFor = (code: string): readonly string[] =>
  (placementsOf(code) ?? []).filter((place) => place !== 'group').reverse();
