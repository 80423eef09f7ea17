import type { Look } from './looks.ts';
import type { Verb } from './verbs-licence.ts';

/** The rows of organizations: who joins whom, and which services are trusted. */
export const ORG_VERBS: Readonly<Record<string, Verb>> = {
  /** `organization [billing]`: by whoever acts; `billing` for consolidated billing only. */
  organization: async (stage, { words: [features] }) => {
    const FeatureSet = features === 'billing' ? 'CONSOLIDATED_BILLING' : 'ALL';
    await stage.call('organizations:CreateOrganization', features === undefined ? {} : { FeatureSet });
  },
  disband: async (stage) => {
    await stage.call('organizations:DeleteOrganization', {});
  },
  /** `invite ACCOUNT|EMAIL as HANDSHAKE` */
  invite: async (stage, { words: [target = '', , name = ''] }) => {
    const Id = stage.id(target);
    const Target = { Id, Type: Id.includes('@') ? ('EMAIL' as const) : ('ACCOUNT' as const) };
    const { Handshake } = await stage.call('organizations:InviteAccountToOrganization', { Target });
    stage.name(name, Handshake?.Id);
  },
  accept: async (stage, { words: [handshake = ''] }) => {
    await stage.call('organizations:AcceptHandshake', { HandshakeId: stage.id(handshake) });
  },
  'leave-organization': async (stage) => {
    await stage.call('organizations:LeaveOrganization', {});
  },
  remove: async (stage, { words: [account = ''] }) => {
    await stage.call('organizations:RemoveAccountFromOrganization', { AccountId: stage.id(account) });
  },
  /** `all-features as HANDSHAKE` */
  'all-features': async (stage, { words: [, name = ''] }) => {
    const { Handshake } = await stage.call('organizations:EnableAllFeatures', {});
    stage.name(name, Handshake?.Id);
  },
  /** Agrees to all features as whoever acts; its handshake is looked up by the account at home. */
  agree: async (stage) => {
    const scope = { ...stage.scope, account: stage.id('home') };
    const Filter = { ActionType: 'APPROVE_ALL_FEATURES' as const };
    const { Handshakes = [] } = await stage.sandbox.call(
      'organizations:ListHandshakesForOrganization',
      { Filter },
      scope,
    );
    const mine = Handshakes.find(({ Parties = [] }) => Parties.some(({ Id }) => Id === stage.scope.account));
    await stage.call('organizations:AcceptHandshake', { HandshakeId: mine?.Id });
  },
  /** `found ACCOUNT EMAIL as REQUEST`: asks for a new account. */
  found: async (stage, { words: [AccountName = '', Email = '', , name = ''] }) => {
    const { CreateAccountStatus } = await stage.call('organizations:CreateAccount', { AccountName, Email });
    stage.name(name, CreateAccountStatus?.Id);
  },
  /** `unit NAME [in PARENT]`: in the root where no parent is named. */
  unit: async (stage, { words: [Name = '', , parent] }) => {
    const { Roots = [] } = await stage.sandbox.call('organizations:ListRoots', {}, stage.scope);
    const ParentId = parent === undefined ? Roots[0]?.Id : stage.id(parent);
    const { OrganizationalUnit } = await stage.call('organizations:CreateOrganizationalUnit', { ParentId, Name });
    stage.name(Name, OrganizationalUnit?.Id);
  },
  /** `move ACCOUNT from PARENT to PARENT`; `root` is the root. */
  'move-account': async (stage, { words: [account = '', , from = '', , to = ''] }) => {
    const { Roots = [] } = await stage.sandbox.call('organizations:ListRoots', {}, stage.scope);
    const parent = (name: string) => (name === 'root' ? Roots[0]?.Id : stage.id(name));
    await stage.call('organizations:MoveAccount', {
      AccountId: stage.id(account),
      SourceParentId: parent(from),
      DestinationParentId: parent(to),
    });
  },
  trust: async (stage, { words: [ServicePrincipal] }) => {
    await stage.call('organizations:EnableAWSServiceAccess', { ServicePrincipal });
  },
  distrust: async (stage, { words: [ServicePrincipal] }) => {
    await stage.call('organizations:DisableAWSServiceAccess', { ServicePrincipal });
  },
  /** Calls that only look, where it matters that they are refused. */
  'ask-members': async (stage) => {
    await stage.call('organizations:ListAccounts', {});
  },
  'ask-account': async (stage, { words: [account = ''] }) => {
    await stage.call('organizations:DescribeAccount', { AccountId: stage.id(account) });
  },
  'ask-services': async (stage) => {
    await stage.call('organizations:ListAWSServiceAccessForOrganization', {});
  },
  'ask-request': async (stage, { words: [request = ''] }) => {
    await stage.call('organizations:DescribeCreateAccountStatus', { CreateAccountRequestId: stage.id(request) });
  },
  'ask-in': async (stage, { words: [parent = ''] }) => {
    await stage.call('organizations:ListAccountsForParent', { ParentId: stage.id(parent) });
  },
};

export const ORG_LOOKS: Readonly<Record<string, Look>> = {
  /** `members NAME ...`: exactly these accounts, in the order in which they joined, page by page. */
  members: async (stage, { words }) => {
    const seen: string[] = [];
    for (let NextToken: string | undefined, first = true; first || NextToken !== undefined; first = false) {
      const page = await stage.sandbox.call('organizations:ListAccounts', { MaxResults: 2, NextToken }, stage.scope);
      seen.push(
        ...(page.Accounts ?? []).map(({ Id = '', Name = '' }) =>
          stage.knows(stage.nameOf(Id)) ? stage.nameOf(Id) : Name,
        ),
      );
      NextToken = page.NextToken;
    }
    return { seen: seen.join(' '), wanted: words.join(' ') };
  },
  /** `features ALL`, seen by whoever acts; `none` outside of organizations. */
  features: async (stage, { words: [wanted = ''] }) => {
    const none = () => ({ Organization: { FeatureSet: 'none' } });
    const { Organization } = await stage.sandbox
      .call('organizations:DescribeOrganization', {}, stage.scope)
      .catch(none);
    return { seen: Organization?.FeatureSet ?? '', wanted };
  },
  /** `handshakes NAME=STATE ...`: exactly these, of whoever acts. */
  handshakes: async (stage, { options }) => {
    const { Handshakes = [] } = await stage.sandbox.call(
      'organizations:ListHandshakesForOrganization',
      {},
      stage.scope,
    );
    const some = Handshakes.filter(({ Action }) => Action !== 'APPROVE_ALL_FEATURES' || options.size > 1);
    return {
      seen: some.map(({ Id = '', State }) => `${stage.nameOf(Id)}=${State}`).join(' '),
      wanted: [...options].map(([name, state]) => `${name}=${state}`).join(' '),
    };
  },
  /** `request NAME STATE [REASON]` */
  request: async (stage, { words: [name = '', ...wanted] }) => {
    const { CreateAccountStatus: status } = await stage.sandbox.call(
      'organizations:DescribeCreateAccountStatus',
      { CreateAccountRequestId: stage.id(name) },
      stage.scope,
    );
    const account = status?.AccountId === undefined ? '' : 'with-account';
    return { seen: [status?.State, status?.FailureReason ?? account].join(' '), wanted: wanted.join(' ') };
  },
  /** `services PRINCIPAL ...`: exactly these are trusted. */
  services: async (stage, { words }) => {
    const { EnabledServicePrincipals: found = [] } = await stage.sandbox.call(
      'organizations:ListAWSServiceAccessForOrganization',
      {},
      stage.scope,
    );
    return { seen: found.map((one) => one.ServicePrincipal).join(' '), wanted: words.join(' ') };
  },
  /** `in UNIT NAME ...`: exactly these accounts stand in it. */
  in: async (stage, { words: [unit = '', ...wanted] }) => {
    const { Accounts = [] } = await stage.sandbox.call(
      'organizations:ListAccountsForParent',
      { ParentId: stage.id(unit) },
      stage.scope,
    );
    return { seen: Accounts.map(({ Id = '' }) => stage.nameOf(Id)).join(' '), wanted: wanted.join(' ') };
  },
};
