import { shellWord } from '../commands/shared/shell-word.ts';
import type { Danger } from '../commands/types.ts';
import { Cancelled, type Prompts } from '../contract/prompts.ts';
import { UsageError } from '../contract/usage.ts';

export interface Agreement {
  /** --yes */
  readonly yes: boolean;
  /** --confirm NAME */
  readonly confirm: string | undefined;
  readonly quiet: boolean;
  /** Writes a line to stderr. */
  show(line: string): void;
  readonly prompts: Prompts;
}

/**
 * Shows what will be touched, then asks: y/N (or --yes), or the name typed (or --confirm NAME; --yes is not enough).
 * @throws Cancelled when the answer is no
 * @throws UsageError when nobody can be asked, or the name is another one; it says which flag is needed
 */
export async function agree(what: Danger, agreement: Agreement): Promise<void> {
  const asks = what.danger === 'confirm' ? !agreement.yes : agreement.confirm === undefined;
  if (asks || !agreement.quiet) for (const line of what.lines) agreement.show(line);
  if (what.danger === 'confirm') return agreeByYes(what, agreement);
  return agreeByName(what, agreement);
}

async function agreeByYes(what: Danger, { yes, confirm, prompts }: Agreement): Promise<void> {
  if (yes || confirm === what.name) return;
  if (!prompts.available) throw new UsageError('this needs your agreement, and nobody can be asked here', 'add --yes');
  if (!(await prompts.yes({ message: 'Go on?', default: false }))) throw new Cancelled();
}

async function agreeByName(what: Danger, { yes, confirm, prompts }: Agreement): Promise<void> {
  if (confirm === what.name) return;
  if (confirm !== undefined) {
    throw new UsageError(
      `--confirm says "${confirm}", but this would touch "${what.name}": nothing was changed`,
      `if that is what you want: --confirm ${shellWord(what.name)}`,
    );
  }
  if (!prompts.available) {
    const why = yes
      ? '--yes is not enough for this: it needs the name'
      : 'this needs the name, and nobody can be asked here';
    throw new UsageError(why, `add --confirm ${shellWord(what.name)}`);
  }
  const typed = await prompts.text({ message: `Type ${what.name} to go on:` });
  if (typed !== what.name) throw new Cancelled(`cancelled: "${typed}" is not "${what.name}", nothing was changed`);
}
