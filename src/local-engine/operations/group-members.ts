import { parseResourceArn } from '../../validation/arns.ts';
import { type ConstraintId, check } from '../../validation/catalogue/index.ts';
import { guard } from '../../validation/guard.ts';
import type { Context } from '../operation.ts';

/** What a list of members may break as a whole. */
export const MEMBER_LIST_CONSTRAINTS = [
  'hrg-add-host-several',
  'hrg-only-hosts',
] as const satisfies readonly ConstraintId[];

/** A host as a request names it. */
export interface NamedHost {
  readonly arn: string;
  readonly id: string;
  readonly account: string;
}

/**
 * The hosts that a request names, each once.
 * @throws Refused where one is something else than a Dedicated Host of the Region, or where there are too many
 */
export function namedHosts(
  arns: readonly string[] | undefined,
  { scope }: Pick<Context, 'scope'>,
): readonly NamedHost[] {
  const given = [...new Set(arns)];
  const { region } = scope;
  guard(
    check('hrg-add-host-several', { given: given.length }),
    given.flatMap((ResourceArn) => check('hrg-only-hosts', { ResourceArn, region })),
  );
  return given.flatMap((arn) => {
    const parsed = parseResourceArn(arn);
    return parsed.kind === 'EC2_HOST' ? [{ arn, id: parsed.id, account: parsed.account }] : [];
  });
}
