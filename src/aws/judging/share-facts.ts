import type { Organization } from '@aws-sdk/client-organizations';
import type { NotChecked } from '../../contract/decision.ts';
import { Fault } from '../../contract/fault.ts';
import type { OperationName } from '../../contract/operations.ts';
import { isDenied, missingPermission } from '../../validation/denied.ts';
import { parsePrincipal } from '../../validation/share-arns.ts';
import { everyPage } from '../../world/reading.ts';
import type { Asking } from '../asking.ts';
import { organizationOf } from './organization.ts';

/** RAM's name among the services that an organization trusts: there while sharing within it is switched on. */
const RAM = 'ram.amazonaws.com';

/** What the account's own shares, and those of others, tell of the organization to one of its members. */
interface Evidence {
  /** Accounts that are in it. */
  readonly members: ReadonlySet<string>;
  /** Whether something is shared in it without an invitation. */
  readonly sharing: boolean;
}

/**
 * What sharing within an organization rests on. Its management account can look everything up; another one sees its own
 * organization, and what is shared already. What neither tells stands in `open`.
 */
export class SharingFacts {
  readonly open: NotChecked[] = [];
  #organization: Promise<Organization | undefined> | undefined;
  #sharing: Promise<boolean | undefined> | undefined;
  #evidence: Promise<Evidence | undefined> | undefined;
  #members: Promise<readonly string[] | undefined> | undefined;

  constructor(private readonly asking: Asking) {}

  /** The caller's organization; undefined for none, and where it may not be read (`open` then says so). */
  organization(): Promise<Organization | undefined> {
    this.#organization ??= this.read('the organization', 'organizations:DescribeOrganization', () =>
      organizationOf(this.asking),
    );
    return this.#organization;
  }

  /** Whether sharing is switched on in it; undefined where nobody tells. */
  sharing(): Promise<boolean | undefined> {
    this.#sharing ??= this.isSharing();
    return this.#sharing;
  }

  /** Whether an account is in the organization; undefined where nobody tells. */
  async isMember(account: string): Promise<boolean | undefined> {
    const organization = await this.organization();
    if (organization === undefined) return this.open.length > 0 ? undefined : false;
    if ([organization.MasterAccountId, this.asking.scope.account].includes(account)) return true;
    if (this.manages(organization)) return (await this.members())?.includes(account);
    if ((await this.evidence())?.members.has(account)) return true;
    this.untold(`whether account ${account} is in the organization`, organization);
    return undefined;
  }

  /** Whether a unit exists in the organization; undefined where nobody tells. */
  async hasUnit(unit: string): Promise<boolean | undefined> {
    const organization = await this.organization();
    if (organization === undefined) return undefined;
    if (!this.manages(organization)) {
      this.untold(`whether there is a unit ${unit}`, organization);
      return undefined;
    }
    const operation = 'organizations:ListAccountsForParent';
    return this.read(`the unit ${unit}`, operation, async () => {
      const found = this.asking.call(operation, { ParentId: unit, MaxResults: 1 });
      return found.then(
        () => true,
        (error: unknown) => {
          if (error instanceof Fault && error.code === 'ParentNotFoundException') return false;
          throw error;
        },
      );
    });
  }

  private async isSharing(): Promise<boolean | undefined> {
    const organization = await this.organization();
    if (organization === undefined) return this.open.length > 0 ? undefined : false;
    if (this.manages(organization)) {
      const operation = 'organizations:ListAWSServiceAccessForOrganization';
      return this.read('the services that the organization trusts', operation, async () => {
        const services = await everyPage(async (NextToken) => {
          const page = await this.asking.call(operation, { NextToken });
          return { rows: page.EnabledServicePrincipals, next: page.NextToken };
        });
        return services.some(({ ServicePrincipal }) => ServicePrincipal === RAM);
      });
    }
    if ((await this.evidence())?.sharing === true) return true;
    this.untold('whether sharing within the organization is switched on', organization);
    return undefined;
  }

  private members(): Promise<readonly string[] | undefined> {
    const operation = 'organizations:ListAccounts';
    this.#members ??= this.read('the accounts of the organization', operation, () =>
      everyPage(async (NextToken) => {
        const page = await this.asking.call(operation, { NextToken });
        return { rows: page.Accounts?.map(({ Id = '' }) => Id), next: page.NextToken };
      }),
    );
    return this.#members;
  }

  private evidence(): Promise<Evidence | undefined> {
    this.#evidence ??= this.read('resource shares', 'ram:GetResourceShareAssociations', () => evidenceOf(this.asking));
    return this.#evidence;
  }

  private manages({ MasterAccountId }: Organization): boolean {
    return MasterAccountId === this.asking.scope.account;
  }

  private untold(what: string, { MasterAccountId }: Organization): void {
    this.open.push({ what, why: `is told to its management account ${MasterAccountId} only` });
  }

  private async read<T>(what: string, operation: OperationName, how: () => Promise<T>): Promise<T | undefined> {
    try {
      return await how();
    } catch (error) {
      if (!(error instanceof Fault) || !isDenied(error)) throw error;
      this.open.push({ what, why: 'could not be read', permission: missingPermission(error, operation) });
      return undefined;
    }
  }
}

/** Principals inside the organization that are in without having been invited show that sharing is switched on. */
async function evidenceOf({ call }: Asking): Promise<Evidence> {
  const [own, owners, invitations] = await Promise.all([
    everyPage(async (nextToken) => {
      const page = await call('ram:GetResourceShareAssociations', { associationType: 'PRINCIPAL', nextToken });
      return { rows: page.resourceShareAssociations, next: page.nextToken };
    }),
    everyPage(async (nextToken) => {
      const page = await call('ram:ListPrincipals', { resourceOwner: 'OTHER-ACCOUNTS', nextToken });
      return { rows: page.principals, next: page.nextToken };
    }),
    everyPage(async (nextToken) => {
      const page = await call('ram:GetResourceShareInvitations', { nextToken });
      return { rows: page.resourceShareInvitations, next: page.nextToken };
    }),
  ]);
  const invited = new Set(invitations.map(({ resourceShareArn }) => resourceShareArn));
  const kin = owners.filter(({ external }) => external === false);
  const inside = own.filter(({ external, status }) => external === false && status === 'ASSOCIATED');
  const accounts = inside.flatMap(({ associatedEntity: named = '' }) =>
    parsePrincipal(named)?.kind === 'account' ? named : [],
  );
  return {
    members: new Set([...kin.flatMap(({ id }) => id ?? []), ...accounts]),
    sharing: kin.some(({ resourceShareArn }) => !invited.has(resourceShareArn)) || inside.length > accounts.length,
  };
}
