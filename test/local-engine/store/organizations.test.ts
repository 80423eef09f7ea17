import { describe, expect, it } from 'vitest';
import type { Tx } from '../../../src/local-engine/store/store.ts';
import { ACCOUNT, START, testSandbox } from '../../support/sandbox.ts';

const OTHER = '222233334444';

/** A sandbox of two accounts, one of them with an organization. */
function withOrganization<T>(look: (tx: Tx, key: number) => T): T {
  const { engine } = testSandbox();
  return engine.change(({ tx, now }) => {
    tx.sandbox.addAccount({ id: OTHER, name: 'payroll' }, now);
    const row = { id: 'o-1', rootId: 'r-1', managementAccount: ACCOUNT, features: 'ALL', createdAt: now } as const;
    const key = tx.organizations.insert(row);
    const joined = { joinedMethod: 'INVITED', parentId: 'r-1', joinedAt: now } as const;
    tx.organizations.addMember(key, { account: ACCOUNT, ...joined });
    tx.organizations.addMember(key, { account: OTHER, ...joined });
    return look(tx, key);
  });
}

describe('an organization', () => {
  it('is found by everybody in it', () => {
    const found = withOrganization((tx) => [ACCOUNT, OTHER, '333344445555'].map((one) => tx.organizations.of(one)));
    const expected = {
      key: 1,
      id: 'o-1',
      arn: `arn:aws:organizations::${ACCOUNT}:organization/o-1`,
      rootId: 'r-1',
      managementAccount: ACCOUNT,
      features: 'ALL',
      createdAt: START,
      members: [ACCOUNT, OTHER],
    };
    expect(found).toEqual([expected, expected, undefined]);
  });

  it('takes an account once, whatever organization it is in', () => {
    expect(() =>
      withOrganization((tx, key) =>
        tx.organizations.addMember(key, { account: OTHER, joinedMethod: 'CREATED', parentId: 'r-1', joinedAt: START }),
      ),
    ).toThrow();
  });

  it('loses who leaves', () => {
    const left = withOrganization((tx) => {
      tx.organizations.removeMember(OTHER);
      return [tx.organizations.of(OTHER), tx.organizations.of(ACCOUNT)?.members];
    });
    expect(left).toEqual([undefined, [ACCOUNT]]);
  });

  it('goes with all that belongs to it', () => {
    const left = withOrganization((tx, key) => {
      tx.organizations.trust(key, 'ram.amazonaws.com', START);
      tx.organizations.units.insert({ organizationKey: key, id: 'ou-1', parentId: 'r-1', name: 'a' });
      tx.organizations.delete(key);
      return [tx.organizations.of(ACCOUNT), tx.organizations.services(key), tx.organizations.units.in('r-1')];
    });
    expect(left).toEqual([undefined, [], []]);
  });

  it('keeps since when it trusts a service', () => {
    const trusted = withOrganization((tx, key) => {
      tx.organizations.trust(key, 'ram.amazonaws.com', 1);
      tx.organizations.trust(key, 'ram.amazonaws.com', 2);
      return [tx.organizations.services(key), tx.organizations.trusts(key, 'license-manager.amazonaws.com')];
    });
    expect(trusted).toEqual([[{ principal: 'ram.amazonaws.com', enabledAt: 1 }], false]);
  });
});

it('an account has an address, which is nobody else’s', () => {
  const found = withOrganization((tx) => [
    tx.sandbox.accountByEmail(`aws+${OTHER}@example.com`)?.id,
    tx.sandbox.accountByEmail('nobody@example.com'),
  ]);
  expect(found).toEqual([OTHER, undefined]);
});
