import type { ResourceShare } from '@aws-sdk/client-ram';
import type { Violation } from '../../contract/decision.ts';
import type { Input } from '../../contract/operations.ts';
import type { Fact } from '../../contract/world.ts';
import { check } from '../../validation/catalogue/index.ts';
import { parsePrincipal, parseShareArn, parseShareable } from '../../validation/share-arns.ts';
import { everyPage, factOf } from '../../world/reading.ts';
import type { Asking } from '../asking.ts';
import { broken, type Judged } from './judged.ts';
import { SharingFacts } from './share-facts.ts';

interface Given {
  readonly resourceArns?: readonly string[] | undefined;
  readonly principals?: readonly string[] | undefined;
}

/** CreateResourceShare: what is shared is the account's own, and whom it is shared with may have it. */
export const judgeNewShare = (input: Input<'ram:CreateResourceShare'>, asking: Asking): Promise<Judged> =>
  judgeGiven(input, closedShare(input.allowExternalPrincipals, input.name), asking);

/** AssociateResourceShare: the same, beside what is in the share already. */
export async function judgeAddition(input: Input<'ram:AssociateResourceShare'>, asking: Asking): Promise<Judged> {
  const { resourceShareArn: arn = '' } = input;
  // A share that an earlier step of the same dry run makes, AWS does not know.
  if (parseShareArn(arn) === undefined) return judgeGiven(input, undefined, asking);
  const share = await shareOf(arn, asking);
  const { name = '', allowExternalPrincipals, status = '' } = share ?? {};
  const gone = [
    ...check('share-not-found', { arn, account: asking.scope.account, found: share !== undefined }),
    ...check('share-deleted', { share: name, status }),
  ];
  if (gone.length > 0) return broken(gone);
  const present = { principals: await inShare(arn, 'PRINCIPAL', asking) };
  const resourceArns = [...(input.resourceArns ?? []), ...(await inShare(arn, 'RESOURCE', asking))];
  return judgeGiven(input, closedShare(allowExternalPrincipals, name), asking, { ...present, resourceArns });
}

/** UpdateResourceShare: a share is closed to outsiders only while there are none in it. */
export async function judgeShareChange(input: Input<'ram:UpdateResourceShare'>, asking: Asking): Promise<Judged> {
  const { resourceShareArn: arn = '' } = input;
  const share = await shareOf(arn, asking);
  const { name = '', allowExternalPrincipals, status = '' } = share ?? {};
  const gone = [
    ...check('share-not-found', { arn, account: asking.scope.account, found: share !== undefined }),
    ...check('share-deleted', { share: name, status }),
    ...check('share-update-empty', input),
  ];
  if (gone.length > 0) return broken(gone.slice(0, 1));
  const what = closedShare(input.allowExternalPrincipals ?? allowExternalPrincipals, name);
  if (what === undefined) return broken([]);
  const facts = new SharingFacts(asking);
  const outside = await outsiders(await inShare(arn, 'PRINCIPAL', asking), facts, asking.scope.account);
  return concluded(check('share-organization-only', { what, outside }), facts);
}

/** What is broken, or else what is not known. */
const concluded = (violations: readonly Violation[], { open }: SharingFacts): Judged =>
  violations.length > 0 || open.length === 0
    ? broken(violations)
    : { ...broken([]), verdict: 'unknown', notChecked: open };

const closedShare = (external: boolean | undefined, name: string | undefined): string | undefined =>
  external === false ? `the share ${name}` : undefined;

/**
 * @param closed what stays within the organization, besides host resource groups
 * @param present what is in the share already
 */
async function judgeGiven(
  { resourceArns = [], principals = [] }: Given,
  closed: string | undefined,
  asking: Asking,
  present: Given = {},
): Promise<Judged> {
  const { account } = asking.scope;
  const form = [
    ...resourceArns.flatMap((arn) => resourceViolations(arn, account)),
    ...principals.flatMap((principal) =>
      check('share-principal-malformed', { principal, valid: parsePrincipal(principal) !== undefined }),
    ),
  ];
  if (form.length > 0) return broken(form);
  const missing = await missingResources(resourceArns, asking);
  if (missing.length > 0) return broken(missing);
  const facts = new SharingFacts(asking);
  const organizations: Violation[] = [];
  for (const principal of principals) organizations.push(...(await organizationViolations(principal, facts, account)));
  const group = [...resourceArns, ...(present.resourceArns ?? [])].find(
    (arn) => parseShareable(arn)?.type === 'resource-groups:Group',
  );
  const what = group === undefined ? closed : `the host resource group ${group.split('/').at(-1)}`;
  const everybody = [...new Set([...principals, ...(present.principals ?? [])])];
  const outside = what === undefined ? [] : await outsiders(everybody, facts, account);
  const violations =
    organizations.length > 0 || what === undefined
      ? organizations
      : check('share-organization-only', { what, outside });
  return concluded(violations, facts);
}

/** What does not exist, or not here; what may not be looked up is taken to exist. */
async function missingResources(arns: readonly string[], { call, scope }: Asking): Promise<readonly Violation[]> {
  const { region } = scope;
  const violations: Violation[] = [];
  for (const arn of arns) {
    const isGroup = parseShareable(arn)?.type === 'resource-groups:Group';
    const fact: Fact<object> = isGroup
      ? await factOf(
          'resource-groups:GetGroup',
          async () => (await call('resource-groups:GetGroup', { Group: arn })).Group,
        )
      : await factOf('license-manager:GetLicenseConfiguration', () =>
          call('license-manager:GetLicenseConfiguration', { LicenseConfigurationArn: arn }),
        );
    const found = !fact.known || fact.value !== undefined;
    violations.push(...check('share-resource-unknown', { arn, region, found }));
  }
  return violations;
}

/** An organization or a unit is a principal for its own accounts, once sharing is switched on in it. */
async function organizationViolations(
  text: string,
  facts: SharingFacts,
  account: string,
): Promise<readonly Violation[]> {
  const principal = parsePrincipal(text);
  if (principal === undefined || principal.kind === 'account') return [];
  const isUnit = principal.kind === 'unit';
  const id = isUnit ? principal.organization : principal.id;
  const { management } = principal;
  const organization = await facts.organization();
  if (organization === undefined && facts.open.length > 0) return [];
  const member = organization?.Id === id && organization.MasterAccountId === management;
  const sharing = member ? await facts.sharing() : false;
  const unitFound = !isUnit || !member || sharing === false ? true : await facts.hasUnit(principal.id);
  return check('share-organization-unknown', {
    organization: id,
    ...(isUnit ? { unit: principal.id } : {}),
    management,
    account,
    member,
    // What is not told stands among the open questions, and refuses nothing.
    sharing: sharing ?? true,
    unitFound: unitFound ?? true,
  });
}

/** Accounts with which the owner cannot share inside an organization. */
async function outsiders(
  principals: readonly string[],
  facts: SharingFacts,
  owner: string,
): Promise<readonly string[]> {
  const accounts = principals.filter((one) => parsePrincipal(one)?.kind === 'account' && one !== owner);
  if (accounts.length === 0) return [];
  const sharing = await facts.sharing();
  if (sharing === undefined) return [];
  if (!sharing) return accounts;
  const outside: string[] = [];
  for (const account of accounts) if ((await facts.isMember(account)) === false) outside.push(account);
  return outside;
}

async function shareOf(arn: string, { call }: Asking): Promise<ResourceShare | undefined> {
  const all = await everyPage(async (nextToken) => {
    const page = await call('ram:GetResourceShares', { resourceOwner: 'SELF', nextToken });
    return { rows: page.resourceShares, next: page.nextToken };
  });
  return all.find(({ resourceShareArn }) => resourceShareArn === arn);
}

async function inShare(arn: string, associationType: 'PRINCIPAL' | 'RESOURCE', { call }: Asking) {
  const all = await everyPage(async (nextToken) => {
    const page = await call('ram:GetResourceShareAssociations', {
      associationType,
      resourceShareArns: [arn],
      nextToken,
    });
    return { rows: page.resourceShareAssociations, next: page.nextToken };
  });
  return all.flatMap(({ associatedEntity, status }) => (status === 'DISASSOCIATED' ? [] : (associatedEntity ?? [])));
}

function resourceViolations(arn: string, accountId: string): readonly Violation[] {
  const resource = parseShareable(arn);
  return resource === undefined
    ? check('share-resource-type', { arn, shareable: false })
    : check('share-resource-owner', { arn, ownerId: resource.owner.account, accountId });
}
