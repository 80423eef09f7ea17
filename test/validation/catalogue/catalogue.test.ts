import { expect, describe as group, test } from 'vitest';
import type { Constraint } from '../../../src/contract/constraint.ts';
import type { Args } from '../../../src/contract/decision.ts';
import { EXIT } from '../../../src/contract/exit.ts';
import {
  areas,
  CATALOGUE,
  check,
  constraint,
  describe,
  exitOf,
  ROW_FILES,
} from '../../../src/validation/catalogue/index.ts';
import { POINTERS } from '../../../src/validation/catalogue/pointers.ts';
import { EXAMPLES } from './examples.ts';

const rows: readonly (readonly [string, Constraint<never>])[] = Object.entries<Constraint<never>>(CATALOGUE);
const judged = rows.filter(([, row]) => row.operations.length > 0);

group('every row', () => {
  test('has an id of its own: no two files hold the same', () => {
    const ids = ROW_FILES.flatMap((file) => Object.keys(file));
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(ids.length).toBe(rows.length);
  });

  test.each(rows)('%s states something, in a sentence, and says where it comes from', (id, row) => {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)+$/);
    expect(row.statement).toMatch(/^[A-Za-z].*\.$/s);
    const source = 'document' in row.source ? [row.source.document, row.source.section] : Object.values(row.source);
    for (const part of source) expect(part).not.toBe('');
  });

  test.each(rows)('%s either only explains, or can break for an operation with a code of its own', (_id, row) => {
    expect(row.severity === 'info').toBe(row.operations.length === 0);
    expect(row.severity === 'info').toBe(row.fault === '');
  });
});

const CHECKED: Readonly<Record<string, { check(subject: never): readonly Args[] }>> = CATALOGUE;

/** Calls `check` with a subject that belongs to the id, which the type of EXAMPLES has made sure of. */
const judge = (id: string, subject: unknown): readonly Args[] =>
  Reflect.apply(CHECKED[id]?.check ?? (() => []), CHECKED[id], [subject]);

group.each(Object.entries(EXAMPLES))('%s', (id, { breaks, says, holds }) => {
  const row = constraint(id);
  if (row === undefined) throw new Error(`no row ${id}`);

  test('breaks', () => {
    const [args] = judge(id, breaks);
    expect(args).toBeDefined();
    const finding = describe({ id, args: args ?? {} });
    expect(finding.message).toBe(says);
    expect(finding.severity).toBe(row.severity);
    expect(finding.fix.length).toBeGreaterThan(0);
    for (const text of [finding.message, finding.why ?? '', ...finding.fix]) {
      expect(text).not.toMatch(/undefined|NaN|\[object|null/);
    }
  });

  test('holds for the near miss', () => {
    expect(judge(id, holds)).toEqual([]);
  });
});

test('every row that can break has an example, the rules of shape aside', () => {
  const without = judged.map(([id]) => id).filter((id) => !Object.hasOwn(EXAMPLES, id) && !id.startsWith('shape-'));
  expect(without).toEqual([]);
});

group('exit classes', () => {
  const exits = (code: number) => new Set(judged.filter(([, row]) => row.exit === code).map(([id]) => id));

  test('4: the caller may not', () => {
    expect(exits(EXIT.denied)).toEqual(
      new Set([
        'config-data-ownership',
        'config-edit-owner-only',
        'launch-config-not-shared',
        'ami-owner-only',
        'hrg-owner-only',
        'hrg-add-host-owner',
        'share-resource-owner',
        'config-share-use-precondition',
        'share-enable-management',
        'hrg-share-org',
        'org-management-only',
        'org-handshake-of-another',
        'trusted-access-management-only',
        'convert-onboarded',
        'convert-permissions',
        'sns-topic-owner',
      ]),
    );
  });

  test('5: what is named does not exist here', () => {
    expect(exits(EXIT.notFound)).toEqual(
      new Set([
        'config-not-found',
        'config-region-scoped',
        'launch-unknown-config',
        'launch-ami-access',
        'ami-accessible-only',
        'host-not-found',
        'tenancy-hrg-needs-group',
        'hrg-not-found',
        'hrg-launch-unknown-group',
        'convert-resource-arn',
        'convert-task-not-found',
        'ssm-node-not-found',
        'report-context',
        'report-not-found',
        'ec2-instance-not-found',
        'ec2-instance-type-unknown',
        'template-not-found',
        'template-version-not-found',
        'share-not-found',
        'share-resource-unknown',
        'share-organization-unknown',
        'share-entity-unknown',
        'share-permission-unknown',
        'share-invitation-not-found',
        'slr-role-not-found',
        'slr-deletion-task-not-found',
        'sns-topic-not-found',
        'org-account-not-found',
        'org-account-request-not-found',
        'org-parent-not-found',
        'org-move-source',
        'org-move-destination',
        'org-handshake-not-found',
        'name-not-found',
        'name-ambiguous',
      ]),
    );
  });

  test('6: something else is in the way and goes away when tidied', () => {
    expect(exits(EXIT.conflict)).toEqual(
      new Set([
        'config-deactivate-requires-no-running',
        'config-deactivate-association-refused',
        'config-delete-needs-no-associations',
        'config-delete-needs-no-report-generator',
        'config-delete-needs-no-held-affinity',
        'config-associate-state',
        'ami-deregistered-no-manual',
        'ami-deregistered-blocks-delete',
        'ami-name-in-use',
        'host-release-needs-empty',
        'host-modify-needs-empty',
        'host-mac-24h',
        'tenancy-stopped',
        'hrg-name-in-use',
        'hrg-host-limit',
        'hrg-family-removal',
        'hrg-delete-empty',
        'hrg-host-in-group',
        'hrg-host-not-member',
        'convert-source-matches',
        'convert-stopped',
        'convert-ssm-inventory',
        'convert-one-task-at-a-time',
        'convert-partial-kms',
        'report-run-failure',
        'convert-plan-stale',
        'ec2-instance-state',
        'template-name-in-use',
        'share-deleted',
        'share-holds-more',
        'share-invitation-accepted',
        'share-invitation-rejected',
        'share-invitation-expired',
        'slr-role-exists',
        'sns-topic-differs',
        'slr-delete-after-resources',
        'slr-delete-order',
        'trusted-access-role-deletion',
        'org-slr-undeletable',
        'org-slr-needed-for-all-features',
        'org-needed',
        'org-already-member',
        'org-management-cannot-leave',
        'org-not-empty',
        'org-unit-name-in-use',
        'org-invite-in-organization',
        'org-invite-duplicate',
        'org-invite-during-all-features',
        'org-has-all-features',
        'org-all-features-pending',
        'org-handshake-accepted',
        'org-handshake-not-open',
        'trusted-access-all-features',
      ]),
    );
  });

  test('a violation exits as its row says; one whose row is gone counts as refused', () => {
    expect(exitOf({ id: 'host-not-found', args: {} })).toBe(EXIT.notFound);
    expect(exitOf({ id: 'no-such-row', args: {} })).toBe(EXIT.refused);
  });
});

test('codes of EC2 end without "Exception", save those that AWS itself spells so', () => {
  const ec2 = judged.filter(([, row]) => row.operations.every((name) => name.startsWith('ec2:')));
  const odd = ec2.map(([, row]) => row.fault).filter((fault) => fault.endsWith('Exception'));
  expect([...new Set(odd)].sort()).toEqual([
    'InvalidLaunchTemplateName.AlreadyExistsException',
    'InvalidLaunchTemplateName.MalformedException',
    'InvalidLaunchTemplateName.NotFoundException',
    'LicenseUsageException',
  ]);
});

test('pointers lead to rows that can break', () => {
  for (const id of Object.values(POINTERS).flat()) expect(constraint(id)?.operations.length).toBeGreaterThan(0);
});

group('check', () => {
  test('gives one violation for every way in which the subject breaks the rule, with where it stands', () => {
    const subject = { LicenseRules: ['a', '#b=1', 'c'] };
    expect(check('rule-syntax', subject, 'LicenseRules')).toEqual([
      { id: 'rule-syntax', path: 'LicenseRules', args: { found: 'a' } },
      { id: 'rule-syntax', path: 'LicenseRules', args: { found: 'c' } },
    ]);
  });

  test('what needs no licences is never blocked, even over the limit', () => {
    const full = { configuration: 'win-dc', needed: 0, consumed: 97, limit: 96 };
    expect(check('launch-hard-block', full)).toEqual([]);
    expect(check('config-associate-hard-limit', full)).toEqual([]);
  });

  test('RunInstances:0804 is refused by Windows on shared tenancy and by SQL Server on hosts', () => {
    const at = (tenancy: 'default' | 'dedicated' | 'host') => {
      const subject = { usageOperation: 'RunInstances:0804', tenancy, inGroup: false };
      return [...check('tenancy-matrix-windows-byol', subject), ...check('tenancy-matrix-sql-li', subject)].map(
        ({ id }) => id,
      );
    };
    expect(at('default')).toEqual(['tenancy-matrix-windows-byol']);
    expect(at('host')).toEqual(['tenancy-matrix-sql-li']);
    expect(at('dedicated')).toEqual([]);
  });
});

test('a # that the shell has eaten is explained', () => {
  const [violation] = check('rule-syntax', { LicenseRules: ['minimumCores=8'] });
  expect(violation && describe(violation).why).toContain('unquoted # begins a comment');
});

test('a violation without a row, as an older trail may hold, is still described', () => {
  expect(describe({ id: 'gone', args: { used: 1 } })).toMatchObject({ id: 'gone', message: 'gone', args: { used: 1 } });
});

test('areas are the first words of the ids', () => {
  const found = areas();
  expect(found.map(({ area }) => area)).toEqual(expect.arrayContaining(['config', 'rule', 'launch', 'host', 'count']));
  expect(found.flatMap(({ ids }) => ids).length).toBe(rows.length);
  expect(constraint('toString')).toBeUndefined();
});
