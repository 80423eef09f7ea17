import { Fault } from '../../contract/fault.ts';
import { UsageError } from '../../contract/usage.ts';
import type { CommandContext } from '../types.ts';
import { everyPage } from './lists.ts';

const ACCOUNT = /^\d{12}$/;
const UNIT = /^ou-[0-9a-z]{4,32}-[a-z0-9]{8,32}$/;
const ORGANIZATION = /^o-[a-z0-9]{10,32}$/;
const WORDS = new Set(['organization', 'organisation', 'org']);

/**
 * Whom these words mean, as RAM names them, each once: an account id as it is, an organization or a unit by its ARN,
 * which is looked up.
 * @throws UsageError for anything else; Fault where the account is in no organization
 */
export async function principalsOf(ctx: CommandContext, given: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const word of given) found.push(await principalOf(ctx, word));
  return [...new Set(found)];
}

async function principalOf(ctx: CommandContext, word: string): Promise<string> {
  if (ACCOUNT.test(word) || word.startsWith('arn:')) return word;
  const isUnit = UNIT.test(word);
  if (!isUnit && !ORGANIZATION.test(word) && !WORDS.has(word.toLowerCase())) return memberNamed(ctx, word);
  const { Organization: mine } = await ctx.call('organizations:DescribeOrganization', {});
  const { Id = '', Arn = '', MasterAccountId = '' } = mine ?? {};
  if (isUnit) return `arn:aws:organizations::${MasterAccountId}:ou/${Id}/${word}`;
  // Another organization's ARN begins with a management account that only its own accounts can read.
  if (ORGANIZATION.test(word) && word !== Id)
    throw new UsageError(`${word} is not your organization, which is ${Id}`, 'share with its accounts by their ids');
  return Arn;
}

/** An account of the organization by its name, which its management account can look up. */
async function memberNamed(ctx: CommandContext, word: string): Promise<string> {
  const named = (await members(ctx)).filter(({ Name }) => Name === word).flatMap(({ Id }) => Id ?? []);
  const [only] = named;
  if (only !== undefined && named.length === 1) return only;
  const hint = 'an account id has 12 digits; organization means all accounts of yours, ou-… those of one unit';
  const why = named.length > 1 ? `; accounts ${named.join(', ')} have that name` : '';
  throw new UsageError(`--with takes account ids, organization or the id of a unit; you gave "${word}"${why}`, hint);
}

/** Nobody where they cannot be listed: outside of organizations, and in member accounts. */
async function members(ctx: CommandContext) {
  try {
    return await everyPage(async (NextToken) => {
      const page = await ctx.call('organizations:ListAccounts', { NextToken });
      return { rows: page.Accounts ?? [], next: page.NextToken };
    });
  } catch (error) {
    if (error instanceof Fault) return [];
    throw error;
  }
}
