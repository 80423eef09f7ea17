import { Fault } from '../../contract/fault.ts';
import type { CommandContext } from '../types.ts';

/** @throws Fault while no report generator was ever made in the account and Region (exit 5) */
export async function bucketOf(ctx: CommandContext) {
  const shelf = await (await ctx.sandbox()).reports();
  const bucket = shelf.bucket();
  if (bucket !== undefined) return { shelf, bucket };
  const { account, region } = (await ctx.backend()).scope;
  throw new Fault({
    code: 'BucketNotFound',
    message: `account ${account} has no bucket of License Manager in ${region}: the first report generator makes it (lm report create)`,
  });
}
