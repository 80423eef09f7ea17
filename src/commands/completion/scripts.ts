import { bashScript } from './bash.ts';
import { fishScript } from './fish.ts';
import { powershellScript } from './powershell.ts';
import type { Place, Word } from './tree.ts';
import { zshScript } from './zsh.ts';

export type Shell = 'bash' | 'zsh' | 'fish' | 'powershell';

/** The script of each shell, and the file name that the shell expects of it. */
export const SHELLS: Readonly<
  Record<Shell, { readonly file: string; script(places: readonly Place[], globals: readonly Word[]): string }>
> = {
  bash: { file: 'lm.bash', script: bashScript },
  zsh: { file: '_lm', script: zshScript },
  fish: { file: 'lm.fish', script: fishScript },
  powershell: { file: 'lm.ps1', script: powershellScript },
};
