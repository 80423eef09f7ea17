import type { Scope } from '../contract/ports.ts';
import { parseConfigurationArn, parseGroupArn, partitionOf } from './arns.ts';

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const SHARE = new RegExp(`^arn:aws[a-z-]*:ram:([a-z0-9-]+):(\\d{12}):resource-share/(${UUID})$`);
const INVITATION = new RegExp(`^arn:aws[a-z-]*:ram:([a-z0-9-]+):(\\d{12}):resource-share-invitation/(${UUID})$`);

type Owned = Scope & { readonly id: string };

export const shareArn = ({ account, region }: Scope, id: string): string =>
  `arn:${partitionOf(region)}:ram:${region}:${account}:resource-share/${id}`;

/** @param scope the account that sent it, and the Region of its share */
export const invitationArn = ({ account, region }: Scope, id: string): string =>
  `arn:${partitionOf(region)}:ram:${region}:${account}:resource-share-invitation/${id}`;

const owned = (pattern: RegExp, arn: string): Owned | undefined => {
  const [, region, account, id] = pattern.exec(arn) ?? [];
  return region === undefined || account === undefined || id === undefined ? undefined : { account, region, id };
};

/** @returns undefined where the text is not the ARN of a resource share */
export const parseShareArn = (arn: string): Owned | undefined => owned(SHARE, arn);

/** @returns undefined where the text is not the ARN of an invitation to a resource share */
export const parseInvitationArn = (arn: string): Owned | undefined => owned(INVITATION, arn);

export type Principal =
  | { readonly kind: 'account'; readonly account: string }
  | { readonly kind: 'organization'; readonly management: string; readonly id: string }
  | { readonly kind: 'unit'; readonly management: string; readonly organization: string; readonly id: string };

const ORGANIZATION = /^arn:aws[a-z-]*:organizations::(\d{12}):organization\/(o-[a-z0-9]{10,32})$/;
const UNIT = /^arn:aws[a-z-]*:organizations::(\d{12}):ou\/(o-[a-z0-9]{10,32})\/(ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})$/;

/**
 * Reads whom something is shared with: an account id, or the ARN of an organization or of an organizational unit.
 * @returns undefined for anything else; roles, users and services cannot be given license configurations or host groups
 */
export function parsePrincipal(text: string): Principal | undefined {
  if (/^\d{12}$/.test(text)) return { kind: 'account', account: text };
  const [, management, id] = ORGANIZATION.exec(text) ?? [];
  if (management !== undefined && id !== undefined) return { kind: 'organization', management, id };
  const [, manager, organization, unit] = UNIT.exec(text) ?? [];
  return manager === undefined || organization === undefined || unit === undefined
    ? undefined
    : { kind: 'unit', management: manager, organization, id: unit };
}

/** What can be shared here, as AWS names the types. */
export const SHARED_TYPES = ['license-manager:LicenseConfiguration', 'resource-groups:Group'] as const;
export type SharedType = (typeof SHARED_TYPES)[number];

/** AWS's own permission for each type. */
export const DEFAULT_PERMISSIONS: Readonly<Record<SharedType, string>> = {
  'license-manager:LicenseConfiguration': 'arn:aws:ram::aws:permission/AWSRAMDefaultPermissionLicenseConfiguration',
  'resource-groups:Group': 'arn:aws:ram::aws:permission/AWSRAMDefaultPermissionResourceGroup',
};

export type Shareable = { readonly type: SharedType; readonly owner: Scope; readonly id: string };

/** @returns undefined for the ARN of something that cannot be shared here */
export function parseShareable(arn: string): Shareable | undefined {
  const configuration = parseConfigurationArn(arn);
  if (configuration !== undefined)
    return { type: 'license-manager:LicenseConfiguration', owner: configuration, id: configuration.id };
  const group = parseGroupArn(arn);
  return group && { type: 'resource-groups:Group', owner: group, id: group.name };
}
