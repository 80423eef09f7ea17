import { expect } from 'vitest';
import { freshFolder, lm, type Outcome } from '../cli/harness.ts';

/** A sandbox for each test, spoken to by command lines. */
export function atWork() {
  const folder = freshFolder();
  const say = (line: string | readonly string[]): Promise<Outcome> => lm(folder(), line);
  return {
    folder,
    /** Runs a line, whatever comes of it. */
    lm: say,
    /** Runs lines that must all succeed; returns the stdout of the last. */
    async done(...lines: readonly (string | readonly string[])[]): Promise<string> {
      let stdout = '';
      for (const line of lines) {
        const outcome = await say(line);
        expect(outcome.exit === 0 ? '' : `lm ${line}\n${outcome.stderr}`).toBe('');
        stdout = outcome.stdout;
      }
      return stdout;
    },
    /** The ids that a list prints, one a line. */
    async ids(line: string): Promise<readonly string[]> {
      return (await say(`${line} -o name`)).stdout.split('\n').filter((id) => id !== '');
    },
    /** What a program reads: the JSON of a line that must succeed. */
    async json(line: string): Promise<unknown> {
      const outcome = await say(`${line} -o json`);
      expect(outcome.exit === 0 ? '' : `lm ${line}\n${outcome.stderr}`).toBe('');
      return JSON.parse(outcome.stdout);
    },
  };
}

/** The guide's example: 96 cores of Windows Server on Dedicated Hosts, an image of its own, three hosts. */
export const MAIN_JOB = [
  'config create win-dc --type core --count 96 --hard --min-cores 8 --max-cores 16 --tenancy dedicated-host',
  'host allocate --family m5 --zone us-east-1a --count 3',
  'ami register win2022-byol --usage-operation RunInstances:0800 --imported',
  'ami attach win2022-byol --config win-dc',
] as const;

/** Six machines fill two of the three hosts and with them the licences. */
export const FILLED = [
  ...MAIN_JOB,
  'instance run --ami win2022-byol --type m5.8xlarge --count 6 --tenancy host',
] as const;
