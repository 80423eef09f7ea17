import { Cancelled } from '../../../contract/prompts.ts';
import type { CommandContext } from '../../types.ts';
import { type CreateArgs, create } from '../declare-terms.ts';
import { placeWords } from '../read.ts';
import { type Answers, argsOf, wrong } from './answers.ts';
import { askCount, askCounting, askDescription, askDiscovery, askHard, askName } from './questions.ts';
import { askRules } from './rule-questions.ts';
import { summary } from './summary.ts';

/**
 * Asks for everything a license configuration says: what it is, what it counts, discovery, how many, the limit, the rules
 * that the counting type allows, tags. Shows the result and the line that makes the same, and asks before anything is written.
 * @returns the arguments for `lm config create`
 * @throws Cancelled on Ctrl-C at any question, or when the answer at the end is no
 */
export async function ask(ctx: CommandContext): Promise<CreateArgs> {
  let answers = await askAll(ctx, {});
  for (;;) {
    const args = argsOf(answers);
    ctx.prompts.say(`\n${summary(args, ctx.settings)}\n`);
    const decision = await decide(ctx);
    if (decision === 'yes') return args;
    if (decision === 'no') throw new Cancelled();
    answers = await askAll(ctx, answers);
  }
}

/** @param was the answers before an edit: each is offered again */
async function askAll(ctx: CommandContext, was: Partial<Answers>): Promise<Answers> {
  const { prompts } = ctx;
  const name = await askName(ctx, was.name);
  const description = await askDescription(prompts, was.description);
  const type = await askCounting(prompts, was.type);
  const first: Answers = { name, type, ...(description === undefined ? {} : { description }) };
  const discovery = { ...first, ...(await askDiscovery(prompts, type, was)) };
  const terms = await askTerms(ctx, discovery, was);
  return { ...terms, ...(await askTags(ctx, terms, was.tag)) };
}

/** Questions 4 to 6; Oracle has neither 5 nor 6, and without a number there is no 5. */
async function askTerms({ prompts }: CommandContext, answers: Answers, was: Partial<Answers>): Promise<Answers> {
  const oracle = answers.product?.some((product) => product.startsWith('oracle')) ?? false;
  const count = await askCount(prompts, answers, was.count);
  const counted = { ...answers, ...(count === undefined ? {} : { count }) };
  if (oracle) return counted;
  const limited = count === undefined ? counted : { ...counted, hard: await askHard(prompts, was.hard) };
  return { ...limited, ...(await askRules(prompts, limited, was)) };
}

/** Question 7: one tag after another until there are no more. */
async function askTags(ctx: CommandContext, answers: Answers, was: Answers['tag']): Promise<Pick<Answers, 'tag'>> {
  const { prompts } = ctx;
  let tag: Readonly<Record<string, string>> = {};
  const known = Object.entries(was ?? {}).map(([key, value]) => `${key}=${value}`);
  if (was !== undefined && (await prompts.yes({ message: `Keep the tags ${known.join(', ')}?`, default: true })))
    tag = was;
  for (;;) {
    const first = Object.keys(tag).length === 0;
    const given = await prompts.text({
      message: first ? 'Tags? key=value, one per line (Enter for none)' : 'Another tag? (Enter: no more)',
      help: 'For example team=db. No passwords or e-mail addresses: tags can show up in billing and logs.',
      judge: (text) => {
        if (text === '') return undefined;
        const parsed = create.options.tag.parse([text]);
        return parsed.ok ? wrong({ ...answers, tag: { ...tag, ...parsed.value } }) : `it ${parsed.why}`;
      },
    });
    if (given === '') return Object.keys(tag).length === 0 ? {} : { tag };
    const parsed = create.options.tag.parse([given]);
    if (parsed.ok) tag = { ...tag, ...parsed.value };
  }
}

type Decision = 'yes' | 'no' | 'edit';
const DECISIONS: Readonly<Record<string, Decision>> = {
  '': 'yes',
  y: 'yes',
  yes: 'yes',
  n: 'no',
  no: 'no',
  e: 'edit',
  edit: 'edit',
};

/** The last question; only after it something is written. */
async function decide(ctx: CommandContext): Promise<Decision> {
  const verb = ctx.dryRun ? 'Try to create it' : 'Create it';
  const given = await ctx.prompts.text({
    message: `${verb} in ${await placeWords(ctx)}? (Y/n/edit)`,
    help: 'y creates it, n leaves everything as it is, edit goes through the questions again.',
    judge: (text) => (DECISIONS[text.toLowerCase()] === undefined ? 'please answer y, n or edit' : undefined),
  });
  return DECISIONS[given.toLowerCase()] ?? 'no';
}
