import { describe, expect, test } from 'vitest';
import { Cancelled, type Prompts } from '../../src/contract/prompts.ts';
import { type Agreement, agree } from '../../src/prompts/confirm.ts';

const unused = (): never => {
  throw new Error('must not ask');
};
const nobody: Prompts = { available: false, text: unused, choose: unused, pick: unused, yes: unused, say: unused };
const says = (answer: { yes?: boolean; text?: string }): Prompts => ({
  ...nobody,
  available: true,
  yes: async () => answer.yes ?? unused(),
  text: async () => answer.text ?? unused(),
});

const what = { lines: ['2 instances would lose their licences'], name: 'win-dc' };
const mild = { ...what, danger: 'confirm' } as const;
const severe = { ...what, danger: 'type-name' } as const;

function agreement(given: Partial<Agreement>): { readonly shown: string[]; readonly agreement: Agreement } {
  const shown: string[] = [];
  const show = (line: string): void => void shown.push(line);
  return { shown, agreement: { yes: false, confirm: undefined, quiet: false, prompts: nobody, show, ...given } };
}

describe('goes on', () => {
  test.each([
    ['a mild change with --yes', mild, { yes: true }],
    ['a mild change with y', mild, { prompts: says({ yes: true }) }],
    ['a mild change that is named', mild, { confirm: 'win-dc' }],
    ['a severe change that is named', severe, { confirm: 'win-dc' }],
    ['a severe change whose name is typed', severe, { prompts: says({ text: 'win-dc' }) }],
  ])('%s', async (_, danger, given) => {
    const { agreement: asked, shown } = agreement(given);
    await expect(agree(danger, asked)).resolves.toBeUndefined();
    expect(shown).toEqual(what.lines);
  });
});

describe('stops', () => {
  test.each([
    ['a mild change with n', mild, { prompts: says({ yes: false }) }, 'cancelled: nothing was changed'],
    ['another name typed', severe, { prompts: says({ text: 'win' }) }, '"win" is not "win-dc", nothing was changed'],
  ])('%s: cancelled', async (_, danger, given, said) => {
    const outcome = agree(danger, agreement(given).agreement);
    await expect(outcome).rejects.toThrow(Cancelled);
    await expect(outcome).rejects.toThrow(said);
  });

  test.each([
    ['a mild change where nobody can be asked', mild, {}, 'add --yes'],
    ['a severe change where nobody can be asked', severe, {}, 'add --confirm win-dc'],
    ['a severe change with --yes alone', severe, { yes: true }, 'add --confirm win-dc'],
    ['a severe change that names another', severe, { confirm: 'win-cd', prompts: says({}) }, '--confirm win-dc'],
  ])('%s: a usage error that says which flag', async (_, danger, given, hint) => {
    const outcome = agree(danger, agreement(given).agreement);
    await expect(outcome).rejects.toMatchObject({ name: 'UsageError', hint: expect.stringContaining(hint) });
  });
});

test('--quiet with --yes shows nothing; with a question it shows what is asked', async () => {
  const silent = agreement({ yes: true, quiet: true });
  await agree(mild, silent.agreement);
  expect(silent.shown).toEqual([]);
  const asking = agreement({ quiet: true, prompts: says({ yes: true }) });
  await agree(mild, asking.agreement);
  expect(asking.shown).toEqual(what.lines);
});
