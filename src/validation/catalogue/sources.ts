import type { Basis, Constraint, Source } from '../../contract/constraint.ts';
import type { Args } from '../../contract/decision.ts';
import { EXIT } from '../../contract/exit.ts';

/** A section of the License Manager User Guide. */
export const guide = (section: string): Source => ({ document: 'License Manager User Guide', section });

/** A section of the EC2 User Guide. */
export const ec2Guide = (section: string): Source => ({ document: 'EC2 User Guide', section });

/** A section of the AWS Resource Groups User Guide. */
export const groupsGuide = (section: string): Source => ({ document: 'AWS Resource Groups User Guide', section });

/** A section of the AWS Resource Access Manager User Guide. */
export const ramGuide = (section: string): Source => ({ document: 'AWS RAM User Guide', section });

/** A member of AWS's service model. */
export const model = (operation: string, shape: string): Source => ({ operation, shape });

/** The section from which most licence rules come. */
export const TERMS = guide('License configuration parameters and rules');
export const LICENSE_RULES = guide('License rules in License Manager');
export const AMIS = guide('Associating license configurations and AMIs');
export const LIMITS = guide('Limits');
export const EC2_ERRORS: Source = { document: 'EC2 API Reference', section: 'Error codes' };

interface Note {
  readonly statement: string;
  readonly source: Source;
  readonly basis: Basis;
}

/** A row that explains and never breaks: what the service does, or where the constraint that speaks is found. */
export function note({ statement, source, basis }: Note): Constraint<never> {
  return {
    statement,
    source,
    basis,
    severity: 'info',
    exit: EXIT.refused,
    fault: '',
    operations: [],
    message: () => statement,
    fix: () => [],
    check: () => [],
  };
}

/** The violation when `broken`, else none. */
export const when = <A extends Args>(broken: boolean, args: A): readonly A[] => (broken ? [args] : []);

/** How a machine comes to another tenancy: by an option of its launch, or, where there is one already, by a move. */
export const tenancyFix = (option: string, instanceId: string | undefined): string =>
  instanceId === undefined ? `--tenancy ${option}` : `lm convert tenancy ${instanceId} --to ${option}`;

/** The head of rows that refuse a License Manager request. */
export const REFUSED = {
  severity: 'block',
  exit: EXIT.refused,
  fault: 'InvalidParameterValueException',
} as const;

/** The head of rows that refuse an EC2 request; EC2's codes end without "Exception". */
export const EC2_REFUSED = { severity: 'block', exit: EXIT.refused, fault: 'InvalidParameterValue' } as const;

/** The head of rows that refuse a request about a host resource group. */
export const GROUP_REFUSED = { severity: 'block', exit: EXIT.refused, fault: 'BadRequestException' } as const;

/** The head of rows that refuse a request to RAM, and the operations that make shares, change them and answer invitations. */
export const RAM = { severity: 'block', exit: EXIT.refused, fault: 'InvalidParameterException' } as const;
export const RAM_MAKE = ['ram:CreateResourceShare', 'ram:AssociateResourceShare'] as const;
export const RAM_CHANGE = [
  'ram:UpdateResourceShare',
  'ram:DeleteResourceShare',
  'ram:AssociateResourceShare',
  'ram:DisassociateResourceShare',
] as const;
export const RAM_ANSWER = ['ram:AcceptResourceShareInvitation', 'ram:RejectResourceShareInvitation'] as const;
