import type { Input } from '../../../../src/contract/operations.ts';
import { ACCOUNT, REGION } from '../../../support/sandbox.ts';
import { OTHER, stage } from '../ec2/support.ts';

export const THIRD = { account: '777788889999', region: REGION };
export const ABSENT = `arn:aws:ram:${REGION}:${ACCOUNT}:resource-share/00000000-0000-4000-8000-000000000000`;

/** A sandbox with what sharing begins with. */
export function shares() {
  const sandbox = stage();
  const { call, engine, home } = sandbox;
  return {
    ...sandbox,
    /** Puts accounts into one organization; the first is its management account. */
    organization(accounts: readonly string[], features: 'ALL' | 'CONSOLIDATED_BILLING' = 'ALL'): string {
      const [managementAccount = ''] = accounts;
      const rootId = 'r-abcd';
      engine.change(({ tx, now }) => {
        const key = tx.organizations.insert({
          id: 'o-abcdefghij',
          rootId,
          managementAccount,
          features,
          createdAt: now,
        });
        for (const account of accounts) {
          if (tx.sandbox.account(account) === undefined) tx.sandbox.addAccount({ id: account, name: account }, now);
          tx.organizations.addMember(key, { account, joinedMethod: 'INVITED', parentId: rootId, joinedAt: now });
        }
      });
      return `arn:aws:organizations::${managementAccount}:organization/o-abcdefghij`;
    },
    leave: (account: string): void => engine.change(({ tx }) => tx.organizations.removeMember(account)),
    /** Puts a member into a unit that stands in another one; the ARNs of both, the outer one first. */
    units(account: string): readonly [string, string] {
      const [outer, inner] = ['ou-abcd-11111111', 'ou-abcd-22222222'];
      engine.change(({ tx }) => {
        const organizationKey = tx.organizations.of(account)?.key ?? 0;
        tx.organizations.units.insert({ organizationKey, id: outer, parentId: 'r-abcd', name: 'outer' });
        tx.organizations.units.insert({ organizationKey, id: inner, parentId: outer, name: 'inner' });
        tx.organizations.moveMember(account, inner);
      });
      const arn = (unit: string) => `arn:aws:organizations::${home.account}:ou/o-abcdefghij/${unit}`;
      return [arn(outer), arn(inner)];
    },
    enable: (scope = home) => call('ram:EnableSharingWithAwsOrganization', {}, scope),
    group: (name: string, scope = home): string => {
      engine.change(({ tx, now }) =>
        tx.in(scope).groups.insert({ name, description: undefined, configuration: '[]', createdAt: now }),
      );
      return `arn:aws:resource-groups:${scope.region}:${scope.account}:group/${name}`;
    },
    async share(input: Partial<Input<'ram:CreateResourceShare'>>, scope = home): Promise<string> {
      const { resourceShare } = await call('ram:CreateResourceShare', { name: 'win-dc', ...input }, scope);
      return resourceShare?.resourceShareArn ?? '';
    },
    async invitation(scope = OTHER): Promise<string> {
      const { resourceShareInvitations = [] } = await call('ram:GetResourceShareInvitations', {}, scope);
      return resourceShareInvitations.at(-1)?.resourceShareInvitationArn ?? '';
    },
    /** The principals of a share with their status. */
    async principals(arn: string): Promise<readonly string[]> {
      const { resourceShareAssociations: rows = [] } = await call('ram:GetResourceShareAssociations', {
        associationType: 'PRINCIPAL',
        resourceShareArns: [arn],
      });
      return rows.map((row) => `${row.associatedEntity} ${row.status}${row.external ? ' external' : ''}`);
    },
    /** Names of the configurations that an account can list. */
    async sees(scope = OTHER): Promise<readonly string[]> {
      const { LicenseConfigurations = [] } = await call('license-manager:ListLicenseConfigurations', {}, scope);
      return LicenseConfigurations.map(({ Name }) => Name ?? '');
    },
  };
}
