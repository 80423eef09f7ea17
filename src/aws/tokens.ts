import { Fault } from '../contract/fault.ts';
import type { Input, OperationName } from '../contract/operations.ts';

/** License Manager takes 36 characters, the length of a UUID. */
const LICENSE_MANAGER_TOKEN = 36;
const short = (token: string): string => token.slice(-LICENSE_MANAGER_TOKEN);

/** The operations that AWS makes repeatable by a token of the caller's, and where it goes; a token that was given stays. */
const WITH_TOKEN: { readonly [K in OperationName]?: (input: Input<K>, token: string) => Input<K> } = {
  'license-manager:CreateLicenseManagerReportGenerator': (input, token) => ({
    ...input,
    ClientToken: input.ClientToken ?? short(token),
  }),
  'license-manager:UpdateLicenseManagerReportGenerator': (input, token) => ({
    ...input,
    ClientToken: input.ClientToken ?? short(token),
  }),
  'ec2:RunInstances': (input, token) => ({ ...input, ClientToken: input.ClientToken ?? token }),
  'ec2:AllocateHosts': (input, token) => ({ ...input, ClientToken: input.ClientToken ?? token }),
  'ec2:CopyImage': (input, token) => ({ ...input, ClientToken: input.ClientToken ?? token }),
  'ec2:ImportImage': (input, token) => ({ ...input, ClientToken: input.ClientToken ?? token }),
  'ec2:CreateLaunchTemplate': (input, token) => ({ ...input, ClientToken: input.ClientToken ?? token }),
  'ec2:CreateLaunchTemplateVersion': (input, token) => ({ ...input, ClientToken: input.ClientToken ?? token }),
  'ram:CreateResourceShare': (input, token) => ({ ...input, clientToken: input.clientToken ?? token }),
  'ram:UpdateResourceShare': (input, token) => ({ ...input, clientToken: input.clientToken ?? token }),
  'ram:DeleteResourceShare': (input, token) => ({ ...input, clientToken: input.clientToken ?? token }),
  'ram:AssociateResourceShare': (input, token) => ({ ...input, clientToken: input.clientToken ?? token }),
  'ram:DisassociateResourceShare': (input, token) => ({ ...input, clientToken: input.clientToken ?? token }),
  'ram:AcceptResourceShareInvitation': (input, token) => ({ ...input, clientToken: input.clientToken ?? token }),
  'ram:RejectResourceShareInvitation': (input, token) => ({ ...input, clientToken: input.clientToken ?? token }),
};

/** The input with a client token, where the operation takes one. */
export function tokened<K extends OperationName>(operation: K, input: Input<K>, fresh: () => string): Input<K> {
  return WITH_TOKEN[operation]?.(input, fresh()) ?? input;
}

/** The same fault; where nobody knows whether the call took effect, with the token that makes repeating it safe. */
export function withToken(fault: Fault, input: object): Fault {
  const [member, token] = Object.entries(input).find(([name]) => /^clientToken$/i.test(name)) ?? [];
  if (typeof token !== 'string' || !fault.retryable) return fault;
  return new Fault({
    code: fault.code,
    message: `${fault.message}. It may have happened all the same; to repeat it and not do it twice, add --input FILE with {"${member}": "${token}"}`,
    violations: fault.violations,
    retryable: true,
    ...(fault.requestId === undefined ? {} : { requestId: fault.requestId }),
  });
}
