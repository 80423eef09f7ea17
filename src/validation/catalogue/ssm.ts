import { row } from '../../contract/constraint.ts';
import { EXIT } from '../../contract/exit.ts';
import { nearest } from '../nearest.ts';
import { anyOf, didYouMean } from '../words.ts';
import { EC2_REFUSED, model, when } from './sources.ts';

const SSM = { ...EC2_REFUSED, basis: 'model' } as const;

/** What Systems Manager demands of reports and of questions about them. */
export const ssmRows = {
  'ssm-node-not-found': row({
    ...SSM,
    statement:
      'A machine that Systems Manager is asked about, or that reports to it, exists in the account and Region.',
    source: model('PutInventory', 'InvalidInstanceId'),
    exit: EXIT.notFound,
    fault: 'InvalidInstanceId',
    operations: ['ssm:PutInventory', 'ssm:ListInventoryEntries', 'ssm:DeregisterManagedInstance'],
    message: (a) =>
      a.exists ? `Systems Manager knows nothing of ${a.id}` : `there is no machine ${a.id} in this account and Region`,
    fix: (a) => [
      a.exists ? `let it report first: lm inventory record ${a.id}` : 'lm instance list shows the instances',
    ],
    check: (s: { readonly id: string; readonly exists: boolean; readonly reports: boolean }) =>
      when(!s.exists || !s.reports, { id: s.id, exists: s.exists }),
  }),
  'ssm-item-content': row({
    ...SSM,
    statement: 'A report without content says by its hash that nothing has changed since the last one.',
    source: model('PutInventory', 'ItemContentMismatchException'),
    fault: 'ItemContentMismatchException',
    operations: ['ssm:PutInventory'],
    message: (a) => `the report of ${a.type} has no content, and its hash is not that of the last report`,
    fix: () => ['send the content'],
    check: (s: {
      readonly type: string;
      readonly hasContent: boolean;
      readonly hash: string | undefined;
      readonly lastHash: string | undefined;
    }) => when(!s.hasContent && (s.hash === undefined || s.hash !== s.lastHash), { type: s.type }),
  }),
  'ssm-inventory-filter': row({
    ...SSM,
    statement: 'Inventory is filtered by a type and one of its attributes: AWS:Application.Name.',
    source: model('GetInventory', 'InvalidFilter'),
    fault: 'InvalidFilter',
    operations: ['ssm:GetInventory'],
    message: (a) => `"${a.filter}" is not a filter of inventory`,
    fix: () => ['write it as TYPE.ATTRIBUTE, such as AWS:Application.Name'],
    check: ({ filters }: { readonly filters: readonly string[] }) =>
      filters.filter((filter) => !/^[A-Za-z]+:[^.]+\..+$/.test(filter)).map((filter) => ({ filter })),
  }),
  'ssm-information-filter': row({
    ...SSM,
    statement: 'Managed machines are listed by a fixed set of filters.',
    source: model('DescribeInstanceInformation', 'InvalidFilterKey'),
    fault: 'InvalidFilterKey',
    operations: ['ssm:DescribeInstanceInformation'],
    message: (a) => `"${a.filter}" is not a filter of managed machines`,
    fix: (a) => [...didYouMean(nearest(a.filter, a.allowed)), `use ${anyOf(a.allowed)}`],
    check: ({ filters, allowed }: { readonly filters: readonly string[]; readonly allowed: readonly string[] }) =>
      filters.filter((filter) => !allowed.includes(filter)).map((filter) => ({ filter, allowed })),
  }),
  'ssm-aggregators-not-modelled': row({
    ...SSM,
    statement: 'A sandbox lists inventory and does not add it up; an aggregator is refused rather than ignored.',
    source: model('GetInventory', 'InvalidAggregatorException'),
    basis: 'reading',
    fault: 'InvalidAggregatorException',
    operations: ['ssm:GetInventory'],
    message: () => 'a sandbox does not aggregate inventory',
    fix: () => ['leave out Aggregators and count the entities'],
    check: ({ Aggregators = [] }: { readonly Aggregators?: readonly unknown[] | undefined }) =>
      when(Aggregators.length > 0, {}),
  }),
};
