import { parseGeneratorArn } from '../../validation/arns.ts';
import { requestRows } from '../../validation/catalogue/request.ts';
import { checkIn } from '../../validation/check-in.ts';
import { guard } from '../../validation/guard.ts';
import type { Context } from '../operation.ts';
import type { Tx } from '../store/store.ts';
import { owned, visible } from './configuration.ts';

type Caller = Pick<Context, 'scope' | 'here'>;

/** What naming a resource whose tags are to be changed can be refused with. */
export const TAGGED_CONSTRAINTS = ['report-not-found', 'config-not-found', 'config-edit-owner-only'] as const;

/** The id of the resource whose tags the caller may change. @throws Refused with one of TAGGED_CONSTRAINTS */
export const taggable = (tx: Tx, arn: string | undefined, caller: Caller): string =>
  generatorId(tx, arn, caller) ?? owned(tx, arn, caller).id;

/** The id of the resource whose tags the caller may see. @throws Refused report-not-found, config-not-found */
export const tagsVisible = (tx: Tx, arn: string | undefined, caller: Caller): string =>
  generatorId(tx, arn, caller) ?? visible(tx, arn, caller).id;

/** The id of a report generator of the caller's; undefined where the ARN is not one of a generator. */
function generatorId(tx: Tx, arn: string | undefined, { scope }: Caller): string | undefined {
  const parsed = parseGeneratorArn(arn ?? '');
  if (parsed === undefined) return undefined;
  const isHere = parsed.account === scope.account && parsed.region === scope.region;
  guard(
    checkIn(requestRows, 'report-not-found', {
      arn: arn ?? '',
      found: isHere && tx.tags.hasGenerator(parsed.id, scope),
    }),
  );
  return parsed.id;
}
