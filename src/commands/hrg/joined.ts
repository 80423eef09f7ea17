import { counted } from '../../validation/words.ts';
import { allMembers } from '../shared/lists.ts';
import { type Waited, waitFor, waits } from '../shared/wait.ts';
import type { CommandContext } from '../types.ts';
import { isJoining } from './group.ts';
import type { Answer } from './outcomes.ts';

type How = 'joining' | 'member' | 'gone';

/**
 * The answer of GroupResources, or with --wait the same once nobody joins any more: who has become a member has succeeded,
 * who has left the group meanwhile has failed.
 * @param group ARN
 */
export async function joined<T extends Answer>(
  ctx: CommandContext,
  group: string,
  answer: T,
): Promise<{ readonly how?: Waited; readonly answer: T }> {
  const { Pending = [], Succeeded = [], Failed = [] } = answer;
  if (!waits(ctx) || Pending.length === 0) return { answer };
  const arns = Pending.map(({ ResourceArn }) => ResourceArn ?? '');
  const { how, seen } = await ctx.progress(`${counted(arns.length, 'host')} joining`, () =>
    waitFor(ctx, watching(ctx, group, arns), (all) => !arns.some((arn) => all.get(arn) === 'joining')),
  );
  const those = (wanted: How) => arns.filter((arn) => seen.get(arn) === wanted);
  const gone = those('gone').map((ResourceArn) => ({ ResourceArn, ErrorMessage: 'has left the group again' }));
  return {
    how,
    answer: {
      ...answer,
      Succeeded: [...Succeeded, ...those('member')],
      Failed: [...Failed, ...gone],
      Pending: those('joining').map((ResourceArn) => ({ ResourceArn })),
    },
  };
}

/** A look at how far each host is. One that is not listed yet joins; one that was listed and is no more is gone. */
function watching(ctx: CommandContext, group: string, arns: readonly string[]) {
  const met = new Set<string>();
  return async (): Promise<ReadonlyMap<string, How>> => {
    const members = new Map((await allMembers(ctx, group)).map((one) => [one.Identifier?.ResourceArn ?? '', one]));
    for (const arn of arns) if (members.has(arn)) met.add(arn);
    const howIs = (arn: string): How => {
      const member = members.get(arn);
      if (member === undefined) return met.has(arn) ? 'gone' : 'joining';
      return isJoining(member) ? 'joining' : 'member';
    };
    return new Map(arns.map((arn) => [arn, howIs(arn)]));
  };
}
