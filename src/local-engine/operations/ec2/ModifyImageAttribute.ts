import type { Input } from '../../../contract/operations.ts';
import { check } from '../../../validation/catalogue/index.ts';
import { guard } from '../../../validation/guard.ts';
import { type Context, operation } from '../../operation.ts';
import type { ImageRow } from '../../store/tables/images.ts';
import { ownImage } from '../own-image.ts';

type Request = Input<'ec2:ModifyImageAttribute'>;

const MODELLED = ['LaunchPermission', 'Description'];
const ATTRIBUTES = ['launchPermission', 'description'];
const UNMODELLED = ['ProductCodes', 'ImdsSupport', 'OrganizationArns', 'OrganizationalUnitArns'] as const;

/**
 * Shares an AMI with accounts or with all, and describes it; both of AWS's ways to say so, by structure or by attribute.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyImageAttribute.html
 */
export default operation({
  name: 'ec2:ModifyImageAttribute',
  access: 'write',
  constraints: [
    'launch-ami-access',
    'ami-owner-only',
    'ec2-attribute-not-modelled',
    'ec2-nothing-to-change',
    'ami-share-account',
  ],
  run(_tx, input, context) {
    const image = ownImage(input.ImageId, context);
    const { added, removed } = permissions(input);
    const description = input.Description?.Value ?? (input.Attribute === 'description' ? input.Value : undefined);
    const given = description !== undefined || added.length + removed.length > 0;
    guard(
      check('ec2-attribute-not-modelled', { found: others(input), modelled: MODELLED }),
      check('ec2-nothing-to-change', { given, modelled: MODELLED }),
      check('ami-share-account', { accounts: [...added, ...removed] }),
    );
    for (const account of added) share(context.here, image, account, true);
    for (const account of removed) share(context.here, image, account, false);
    if (description !== undefined) context.here.images.describe(image.id, description);
    return {};
  },
});

/** Accounts that are to be let in and kept out; `all` is everyone. */
function permissions(input: Request): { readonly added: readonly string[]; readonly removed: readonly string[] } {
  const { UserIds = [], UserGroups = [], OperationType, LaunchPermission = {} } = input;
  const listed = [...UserIds, ...UserGroups];
  const named = (entries: NonNullable<Request['LaunchPermission']>['Add'] = []) =>
    entries.flatMap(({ UserId, Group }) => UserId ?? Group ?? []);
  return {
    added: [...named(LaunchPermission.Add), ...(OperationType === 'remove' ? [] : listed)],
    removed: [...named(LaunchPermission.Remove), ...(OperationType === 'remove' ? listed : [])],
  };
}

function share(here: Context['here'], image: ImageRow, account: string, allowed: boolean): void {
  if (account === 'all') here.images.setPublic(image.id, allowed);
  else if (allowed) here.images.allow(image.key, account);
  else here.images.disallow(image.key, account);
}

/** What the request wants to change that a sandbox does not keep. */
function others(input: Request): readonly string[] {
  const { Attribute, LaunchPermission = {} } = input;
  const entries = [...(LaunchPermission.Add ?? []), ...(LaunchPermission.Remove ?? [])];
  const organizations = entries.some((one) => (one.OrganizationArn ?? one.OrganizationalUnitArn) !== undefined);
  return [
    ...UNMODELLED.filter((name) => input[name] !== undefined),
    ...(organizations ? ['sharing with an organization'] : []),
    ...(Attribute === undefined || ATTRIBUTES.includes(Attribute) ? [] : [Attribute]),
  ];
}
