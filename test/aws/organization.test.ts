import { describe, expect, it } from 'vitest';
import { rehearsed } from '../../src/aws/rehearsal/index.ts';
import type { Violation } from '../../src/contract/decision.ts';
import { Fault } from '../../src/contract/fault.ts';
import type { Input, OperationName } from '../../src/contract/operations.ts';
import type { Call } from '../../src/contract/ports.ts';
import { START, testSandbox } from '../support/sandbox.ts';

const PAYROLL = '222233334444';
const LABS = '333344445555';

/** A sandbox of three accounts stands for AWS; a dry run may read it and nothing else. */
function accounts() {
  const { call, home, engine } = testSandbox();
  engine.change(({ tx, now }) => {
    tx.sandbox.addAccount({ id: PAYROLL, name: 'payroll' }, now);
    tx.sandbox.addAccount({ id: LABS, name: 'labs' }, now);
  });
  const written: string[] = [];
  const alerts: Violation[] = [];
  const dryAs = (account: string, deny: readonly OperationName[] = []): Call => {
    const scope = { ...home, account };
    const reads: Call = async (operation, input) => {
      if (!/:(Get|List|Describe)/.test(operation)) written.push(operation);
      if (deny.includes(operation)) throw new Fault({ code: 'AccessDeniedException', message: 'no' });
      return call(operation, input, scope);
    };
    const remarks = { alert: (some: readonly Violation[]) => void alerts.push(...some), tell: () => undefined };
    return rehearsed({ call: reads, scope, now: START }, remarks);
  };
  const really =
    (account: string): Call =>
    (operation, input) =>
      call(operation, input, { ...home, account });
  const invited = async (account: string) => {
    const Target = { Id: account, Type: 'ACCOUNT' as const };
    const { Handshake } = await call('organizations:InviteAccountToOrganization', { Target });
    return Handshake?.Id ?? '';
  };
  const joined = async (account: string) => {
    const HandshakeId = await invited(account);
    await really(account)('organizations:AcceptHandshake', { HandshakeId });
  };
  return { call, home: home.account, dryAs, really, invited, joined, written, alerts };
}

type Stage = ReturnType<typeof accounts>;

/** The constraints that refuse a call; none where it goes through. */
const brokenBy = (work: Promise<unknown>): Promise<readonly string[]> =>
  work.then(
    () => [],
    (error: unknown) => {
      if (!(error instanceof Fault)) throw error;
      return error.violations.map(({ id }) => id);
    },
  );

interface Case<K extends OperationName = OperationName> {
  readonly prepared: (stage: Stage) => Promise<unknown>;
  readonly by?: string;
  readonly operation: K;
  readonly input: Input<K>;
  readonly refused?: string;
}

const kase = <K extends OperationName>(one: Case<K>) => one;
const invite = (Id: string) => ({ Target: { Id, Type: 'ACCOUNT' as const } });
const none = async (): Promise<void> => undefined;
const organization = ({ call }: Stage) => call('organizations:CreateOrganization', {});
const billing = ({ call }: Stage) => call('organizations:CreateOrganization', { FeatureSet: 'CONSOLIDATED_BILLING' });
const withPayroll = async (stage: Stage) => {
  await organization(stage);
  await stage.joined(PAYROLL);
};
const onTheWay = async (stage: Stage) => {
  await billing(stage);
  await stage.call('organizations:EnableAllFeatures', {});
};

const CREATE = 'organizations:CreateOrganization';
const INVITE = 'organizations:InviteAccountToOrganization';
const REMOVE = 'organizations:RemoveAccountFromOrganization';
const TRUST = 'organizations:EnableAWSServiceAccess';
const RAM = { ServicePrincipal: 'ram.amazonaws.com' };

describe('a dry run on AWS says of a change to an organization what the change then meets', () => {
  it.each([
    kase({ prepared: none, operation: CREATE, input: {} }),
    kase({ prepared: organization, operation: CREATE, input: {}, refused: 'org-already-member' }),
    kase({ prepared: organization, operation: 'organizations:DeleteOrganization', input: {} }),
    kase({ prepared: withPayroll, operation: 'organizations:DeleteOrganization', input: {}, refused: 'org-not-empty' }),
    kase({ prepared: none, operation: 'organizations:DeleteOrganization', input: {}, refused: 'org-needed' }),
    kase({ prepared: billing, operation: 'organizations:EnableAllFeatures', input: {} }),
    kase({
      prepared: organization,
      operation: 'organizations:EnableAllFeatures',
      input: {},
      refused: 'org-has-all-features',
    }),
    kase({
      prepared: onTheWay,
      operation: 'organizations:EnableAllFeatures',
      input: {},
      refused: 'org-all-features-pending',
    }),
    kase({ prepared: organization, operation: INVITE, input: invite(LABS) }),
    kase({ prepared: organization, operation: INVITE, input: invite('labs'), refused: 'org-invite-target' }),
    kase({ prepared: withPayroll, operation: INVITE, input: invite(PAYROLL), refused: 'org-invite-in-organization' }),
    kase({ prepared: onTheWay, operation: INVITE, input: invite(LABS), refused: 'org-invite-during-all-features' }),
    kase({
      prepared: async (stage) => {
        await organization(stage);
        await stage.invited(LABS);
      },
      operation: INVITE,
      input: invite(LABS),
      refused: 'org-invite-duplicate',
    }),
    kase({
      prepared: withPayroll,
      by: PAYROLL,
      operation: INVITE,
      input: invite(LABS),
      refused: 'org-management-only',
    }),
    kase({
      prepared: withPayroll,
      operation: 'organizations:CreateAccount',
      input: { AccountName: 'a', Email: 'a@example.com' },
    }),
    kase({ prepared: withPayroll, operation: REMOVE, input: { AccountId: PAYROLL } }),
    kase({ prepared: withPayroll, operation: REMOVE, input: { AccountId: LABS }, refused: 'org-account-not-found' }),
    kase({
      prepared: withPayroll,
      operation: REMOVE,
      input: { AccountId: '111122223333' },
      refused: 'org-management-cannot-leave',
    }),
    kase({ prepared: withPayroll, by: PAYROLL, operation: 'organizations:LeaveOrganization', input: {} }),
    kase({ prepared: none, operation: 'organizations:LeaveOrganization', input: {}, refused: 'org-needed' }),
    kase({
      prepared: withPayroll,
      operation: 'organizations:LeaveOrganization',
      input: {},
      refused: 'org-management-cannot-leave',
    }),
    kase({ prepared: organization, operation: TRUST, input: RAM }),
    kase({ prepared: none, operation: TRUST, input: RAM, refused: 'org-needed' }),
    kase({ prepared: billing, operation: TRUST, input: RAM, refused: 'trusted-access-all-features' }),
    kase({
      prepared: withPayroll,
      by: PAYROLL,
      operation: TRUST,
      input: RAM,
      refused: 'trusted-access-management-only',
    }),
    kase({ prepared: organization, operation: 'organizations:DisableAWSServiceAccess', input: RAM }),
  ])('$operation: $refused', async ({ prepared, by = '111122223333', operation, input, refused }) => {
    const stage = accounts();
    await prepared(stage);
    const foretold = await brokenBy(stage.dryAs(by)(operation, input));
    expect(stage.written).toEqual([]);
    expect(foretold).toEqual(refused === undefined ? [] : [refused]);
    expect(await brokenBy(stage.really(by)(operation, input))).toEqual(foretold);
  });

  it('raises the alert of trusted access', async () => {
    const { call, dryAs, home, alerts } = accounts();
    await call(CREATE, {});
    await dryAs(home)(TRUST, { ServicePrincipal: 'license-manager.amazonaws.com' });
    expect(alerts.map(({ id }) => id)).toEqual(['trusted-access-via-lm']);
  });

  it('does not say what it may not read, and names the permission', async () => {
    const { dryAs, home } = accounts();
    await expect(dryAs(home, ['organizations:DescribeOrganization'])(CREATE, {})).rejects.toMatchObject({
      code: 'DryRunUndecided',
      message: expect.stringContaining('organizations:DescribeOrganization'),
    });
  });
});
