import { describe, expect, it } from 'vitest';
import { rehearsed } from '../../src/aws/rehearsal/index.ts';
import { Fault } from '../../src/contract/fault.ts';
import type { Call } from '../../src/contract/ports.ts';
import { START } from '../support/sandbox.ts';
import type { Stage } from '../support/scenario/stage.ts';
import { play } from '../support/scenario.ts';

const ORGANIZATION = `
    account  member 444455556666
    account  other 555566667777
    account  stranger 777788889999
    organization
    invite   member as letter
    invite   other as letter2
    as       member
    accept   letter
    as       other
    accept   letter2
    as       home
    unit     sales
`;
const SHARING = `${ORGANIZATION}
    enable-sharing
`;

interface Asked {
  /** Who shares, and what: `sql` is a configuration of its own, `prod` a group. */
  readonly as: string;
  readonly what: 'sql' | 'prod';
  /** Account names, `organization`, or a unit. */
  readonly with: readonly string[];
  readonly closed?: boolean;
  readonly denied?: string;
}

/** What a dry run on AWS says of sharing: nothing (it may go on), the constraints that refuse it, or what is not known. */
async function dryRun(rows: string, asked: Asked): Promise<unknown> {
  const own = `
    as       ${asked.as}
    config   sql core
    group    prod config=sql
`;
  const found: unknown[] = [];
  await play(`${rows}${own}`, async (stage) => {
    const scope = { ...stage.scope, account: stage.id(asked.as) };
    const arn =
      asked.what === 'sql' ? stage.id('sql') : `arn:aws:resource-groups:us-east-1:${scope.account}:group/prod`;
    const input = {
      name: 'new',
      resourceArns: [arn],
      principals: asked.with.map((name) => principalOf(stage, name)),
      ...(asked.closed === undefined ? {} : { allowExternalPrincipals: !asked.closed }),
    };
    const call: Call = async (operation, sent) => {
      if (operation === asked.denied) throw new Fault({ code: 'AccessDeniedException', message: 'no' });
      return stage.sandbox.call(operation, sent, scope);
    };
    const dry = rehearsed({ call, scope, now: START }, { alert: () => undefined, tell: (line) => found.push(line) });
    found.push(await outcome(() => dry('ram:CreateResourceShare', input)));
    // What is said is so: a sandbox knows everything.
    const done = await outcome(() => stage.sandbox.call('ram:CreateResourceShare', input, scope));
    if (typeof found[0] !== 'string') expect(found[0]).toEqual(done);
  });
  expect(found).toHaveLength(1);
  return found[0];
}

function principalOf(stage: Stage, name: string): string {
  const row = stage.sandbox.database.get('SELECT id, management_account FROM organization');
  const [id, management] = [String(row?.id), String(row?.management_account)];
  if (name === 'organization') return `arn:aws:organizations::${management}:organization/${id}`;
  if (name === 'foreign') return `arn:aws:organizations::${management}:organization/o-zzzzzzzzzz`;
  if (name === 'unit') return `arn:aws:organizations::${management}:ou/${id}/${stage.id('sales')}`;
  if (name === 'no-unit') return `arn:aws:organizations::${management}:ou/${id}/ou-zzzz-99999999`;
  return stage.id(name);
}

/** The ids of what refused it, none where it went through; words where it could not be said. */
async function outcome(work: () => Promise<unknown>): Promise<readonly string[] | string> {
  try {
    await work();
    return [];
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return error.code === 'DryRunUndecided' ? error.message : error.violations.map(({ id }) => id);
  }
}

const NO = (id: string) => [id];

describe('sharing, in a dry run on AWS', () => {
  it.each<[what: string, rows: string, asked: Asked, expected: readonly string[]]>([
    ['with the organization', SHARING, { as: 'home', what: 'sql', with: ['organization'] }, []],
    ['a group with it', SHARING, { as: 'home', what: 'prod', with: ['organization'] }, []],
    ['with a unit', SHARING, { as: 'home', what: 'sql', with: ['unit'] }, []],
    ['a group with a member', SHARING, { as: 'home', what: 'prod', with: ['member'] }, []],
    ['a closed share with a member', SHARING, { as: 'home', what: 'sql', with: ['member'], closed: true }, []],
    ['with a stranger', SHARING, { as: 'home', what: 'sql', with: ['stranger'] }, []],
    [
      'with an organization that is another',
      SHARING,
      { as: 'home', what: 'sql', with: ['foreign'] },
      NO('share-organization-unknown'),
    ],
    [
      'with a unit that there is not',
      SHARING,
      { as: 'home', what: 'sql', with: ['no-unit'] },
      NO('share-organization-unknown'),
    ],
    [
      'while sharing is not switched on',
      ORGANIZATION,
      { as: 'home', what: 'sql', with: ['organization'] },
      NO('share-organization-unknown'),
    ],
    [
      'a group with a stranger',
      SHARING,
      { as: 'home', what: 'prod', with: ['stranger'] },
      NO('share-organization-only'),
    ],
    [
      'a closed share with a stranger',
      SHARING,
      { as: 'home', what: 'sql', with: ['member', 'stranger'], closed: true },
      NO('share-organization-only'),
    ],
    [
      'a group of an account in no organization',
      SHARING,
      { as: 'stranger', what: 'prod', with: ['home'] },
      NO('share-organization-only'),
    ],
    [
      'of a member that has something shared by way of the organization',
      `${SHARING}
    config   seen vcpu
    offer    seen with organization as all`,
      { as: 'member', what: 'sql', with: ['organization'] },
      [],
    ],
    [
      'a group of such a member with the owner of that',
      `${SHARING}
    config   seen vcpu
    offer    seen with organization as all`,
      { as: 'member', what: 'prod', with: ['home'] },
      [],
    ],
  ])('is judged: %s', async (_, rows, asked, expected) => {
    expect(await dryRun(rows, asked)).toEqual(expected);
  });

  it.each<[what: string, rows: string, asked: Asked, says: string]>([
    [
      'a member does not see whether sharing is switched on',
      SHARING,
      { as: 'member', what: 'sql', with: ['organization'] },
      'whether sharing within the organization is switched on is told to its management account 111122223333 only',
    ],
    [
      'nor which units there are, nor who is in it',
      `${SHARING}
    config   seen vcpu
    offer    seen with organization as all`,
      { as: 'member', what: 'prod', with: ['unit', 'other'] },
      'whether account 555566667777 is in the organization is told to its management account 111122223333 only',
    ],
    [
      'a permission is missing',
      SHARING,
      {
        as: 'home',
        what: 'sql',
        with: ['organization'],
        denied: 'organizations:ListAWSServiceAccessForOrganization',
      },
      '(allow organizations:ListAWSServiceAccessForOrganization)',
    ],
    [
      'the organization may not be read',
      SHARING,
      { as: 'home', what: 'prod', with: ['member'], denied: 'organizations:DescribeOrganization' },
      '(allow organizations:DescribeOrganization)',
    ],
  ])('is not let through where it is not known: %s', async (_, rows, asked, says) => {
    expect(await dryRun(rows, asked)).toContain(says);
  });
});

describe('a share that there is, in a dry run on AWS', () => {
  const STRANGER = '777788889999';

  /** Shares with a group and with a stranger, and what a dry run says of changing them, as the engine then does. */
  async function changed(what: (stage: Stage) => (call: Call) => Promise<unknown>): Promise<unknown> {
    const found: unknown[] = [];
    const rows = `${SHARING}
    config   sql core
    config   ora core
    group    prod config=sql
    offer    sql with stranger as open
    offer    ora with member as inside closed
    offer    ora with member as gone
    delete-share gone
    lend     prod to member`;
    await play(rows, async (stage) => {
      const scope = { ...stage.scope, account: stage.id('home') };
      const call: Call = (operation, sent) => stage.sandbox.call(operation, sent, scope);
      const dry = rehearsed({ call, scope, now: START }, { alert: () => undefined, tell: (line) => found.push(line) });
      found.push(await outcome(() => what(stage)(dry)));
      expect(found[0]).toEqual(await outcome(() => what(stage)(call)));
    });
    return found.length === 1 ? found[0] : found;
  }

  const group = 'arn:aws:resource-groups:us-east-1:111122223333:group/prod';

  it.each<[what: string, change: (stage: Stage) => (call: Call) => Promise<unknown>, expected: readonly string[]]>([
    [
      'a group does not go into a share that a stranger is in',
      (stage) => (call) =>
        call('ram:AssociateResourceShare', { resourceShareArn: stage.id('open'), resourceArns: [group] }),
      NO('share-organization-only'),
    ],
    [
      'a member may join it',
      (stage) => (call) =>
        call('ram:AssociateResourceShare', { resourceShareArn: stage.id('open'), principals: [stage.id('other')] }),
      [],
    ],
    [
      'a stranger does not come into a closed one',
      (stage) => (call) =>
        call('ram:AssociateResourceShare', { resourceShareArn: stage.id('inside'), principals: [STRANGER] }),
      NO('share-organization-only'),
    ],
    [
      'one that is deleted is not changed',
      (stage) => (call) =>
        call('ram:AssociateResourceShare', { resourceShareArn: stage.id('gone'), principals: [STRANGER] }),
      NO('share-deleted'),
    ],
    [
      'one that there is not',
      (stage) => (call) =>
        call('ram:AssociateResourceShare', {
          resourceShareArn: stage.id('open').replace(/.$/, 'f'),
          principals: [STRANGER],
        }),
      NO('share-not-found'),
    ],
    [
      'it is not closed while a stranger is in it',
      (stage) => (call) =>
        call('ram:UpdateResourceShare', { resourceShareArn: stage.id('open'), allowExternalPrincipals: false }),
      NO('share-organization-only'),
    ],
    [
      'but renamed',
      (stage) => (call) => call('ram:UpdateResourceShare', { resourceShareArn: stage.id('open'), name: 'new' }),
      [],
    ],
    [
      'what there is not is not shared',
      (stage) => (call) =>
        call('ram:AssociateResourceShare', { resourceShareArn: stage.id('open'), resourceArns: [`${group}s`] }),
      NO('share-resource-unknown'),
    ],
  ])('%s', async (_, change, expected) => {
    expect(await changed(change)).toEqual(expected);
  });
});
