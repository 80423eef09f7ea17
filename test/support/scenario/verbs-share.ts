import type { Look } from './looks.ts';
import type { Row } from './rows.ts';
import type { Stage } from './stage.ts';
import type { Verb } from './verbs-licence.ts';

/** Whom something is offered to; `organization` is that of whoever acts. */
async function principalOf(stage: Stage, name: string): Promise<string> {
  if (name !== 'organization') return stage.id(name);
  const { Organization } = await stage.sandbox.call('organizations:DescribeOrganization', {}, stage.scope);
  return Organization?.Arn ?? '';
}

/** `offer THING[,THING] with WHO[,WHO] as SHARE [closed]`: a new resource share. */
async function offer(stage: Stage, { words }: Row): Promise<void> {
  const [things = '', , who = '', , name = ''] = words;
  const principals: string[] = [];
  for (const one of who.split(',')) principals.push(await principalOf(stage, one));
  const { resourceShare } = await stage.call('ram:CreateResourceShare', {
    name,
    resourceArns: things.split(',').map((thing) => stage.id(thing)),
    principals,
    allowExternalPrincipals: !words.includes('closed'),
  });
  stage.name(name, resourceShare?.resourceShareArn);
}

/** `unshare SHARE with WHO`, or `unshare SHARE of THING`. */
async function unshare(stage: Stage, { words: [name = '', how, what = ''] }: Row): Promise<void> {
  await stage.call('ram:DisassociateResourceShare', {
    resourceShareArn: stage.id(name),
    ...(how === 'with' ? { principals: [await principalOf(stage, what)] } : { resourceArns: [stage.id(what)] }),
  });
}

/** The invitation to a share that the acting account received last. */
async function invitationTo(stage: Stage, name: string): Promise<string | undefined> {
  const { resourceShareInvitations = [] } = await stage.call('ram:GetResourceShareInvitations', {
    resourceShareArns: [stage.id(name)],
  });
  return resourceShareInvitations.at(-1)?.resourceShareInvitationArn;
}

export const SHARE_VERBS: Readonly<Record<string, Verb>> = {
  offer,
  unshare,
  'enable-sharing': async (stage) => void (await stage.call('ram:EnableSharingWithAwsOrganization', {})),
  'accept-share': async (stage, { words: [name = ''] }) => {
    const resourceShareInvitationArn = await invitationTo(stage, name);
    await stage.call('ram:AcceptResourceShareInvitation', { resourceShareInvitationArn });
  },
  'reject-share': async (stage, { words: [name = ''] }) => {
    const resourceShareInvitationArn = await invitationTo(stage, name);
    await stage.call('ram:RejectResourceShareInvitation', { resourceShareInvitationArn });
  },
  'delete-share': async (stage, { words: [name = ''] }) => {
    await stage.call('ram:DeleteResourceShare', { resourceShareArn: stage.id(name) });
  },
};

/** `sees CONFIG...`: exactly the configurations that the acting account can list. */
const sees: Look = async (stage, { words }) => {
  const { LicenseConfigurations = [] } = await stage.sandbox.call(
    'license-manager:ListLicenseConfigurations',
    {},
    stage.scope,
  );
  const names = LicenseConfigurations.map(({ Name = '' }) => Name);
  return { seen: names.sort().join(' '), wanted: [...words].sort().join(' ') };
};

/** `owners CONFIG machine=account ...`: whose each usage row is, as the configuration's owner sees it. */
const owners: Look = async (stage, { words: [name = ''], options }) => {
  const { LicenseConfigurationUsageList: rows = [] } = await stage.sandbox.call(
    'license-manager:ListUsageForLicenseConfiguration',
    { LicenseConfigurationArn: stage.id(name) },
    stage.owner(name),
  );
  const seen = rows.map(
    (row) => `${stage.nameOf((row.ResourceArn ?? '').replace(/^.*\//, ''))}=${stage.nameOf(row.ResourceOwnerId ?? '')}`,
  );
  const wanted = [...options].map(([machine, account]) => `${machine}=${account}`);
  return { seen: seen.sort().join(' '), wanted: wanted.sort().join(' ') };
};

/** `notices MACHINE [day=N]`: the notice to leave its host, with the day of its deadline counted from when it was given. */
const notices: Look = async (stage, { words: [name = ''], options }) => {
  const found = stage.admin.evictions({ instanceId: stage.id(name) });
  const days = found.map(({ notifiedAt, deadline }) => (deadline.getTime() - notifiedAt.getTime()) / 86_400_000);
  return {
    seen: days.map((day) => `day=${day}`).join(' '),
    wanted: [...options].map((pair) => pair.join('=')).join(' '),
  };
};

/** `told ID account=N ...`: how many alerts of an id each account was given. */
const told: Look = async (stage, { words: [id = ''], options }) => {
  const rows = stage.sandbox.database.all(
    "SELECT account, count(*) AS n FROM alert WHERE violation ->> 'id' = $id GROUP BY account",
    { id },
  );
  const seen = rows.map((row) => `${stage.nameOf(String(row.account))}=${row.n}`);
  return {
    seen: seen.sort().join(' '),
    wanted: [...options]
      .map((pair) => pair.join('='))
      .sort()
      .join(' '),
  };
};

export const SHARE_LOOKS: Readonly<Record<string, Look>> = { sees, owners, notices, told };
