/**
 * The guided demonstration: `npm run demo`. Plays the main job of a licence administrator on a sandbox of its own, with
 * the program as it was built, and removes the sandbox afterwards. Ends with 1 if a command does not end as it should.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { EXIT, type ExitCode } from '../src/contract/exit.ts';

interface Step {
  readonly say: string;
  /** The line as a person types it, after `lm`. Quotes are double. */
  readonly line: string;
  readonly exit?: ExitCode;
}

const STEPS: readonly Step[] = [
  {
    say: 'You bought Windows Server Datacenter for 96 cores. Write down the terms: the count, enforced, per machine 8 to 16 cores, Dedicated Hosts only.',
    line: 'config create win-dc --type core --count 96 --hard --min-cores 8 --max-cores 16 --tenancy dedicated-host --description "Windows Server Datacenter, 96 cores"',
  },
  { say: 'Three Dedicated Hosts for it.', line: 'host allocate --family m5 --zone us-east-1a --count 3' },
  {
    say: 'Your own Windows image, and its licence.',
    line: 'ami register win2022-byol --usage-operation RunInstances:0800 --imported',
  },
  { say: 'From now on every launch of that image is counted.', line: 'ami attach win2022-byol --config win-dc' },
  {
    say: 'Would six machines be allowed? Ask before you launch.',
    line: 'check launch --ami win2022-byol --type m5.8xlarge --count 6 --tenancy host',
  },
  {
    say: 'They would. Launch them.',
    line: 'instance run --ami win2022-byol --type m5.8xlarge --count 6 --tenancy host',
  },
  {
    say: 'All 96 cores are taken. One more?',
    line: 'check launch --ami win2022-byol --type m5.8xlarge --count 1 --tenancy host',
    exit: EXIT.refused,
  },
  {
    say: 'A smaller machine is no way out either: it breaks the terms as well.',
    line: 'check launch --ami win2022-byol --type m5.2xlarge --tenancy host',
    exit: EXIT.refused,
  },
  { say: 'What does that rule say, and where does it come from?', line: 'explain launch-hard-block' },
  { say: 'And what is taken, by whom?', line: 'config usage win-dc' },
];

/** Splits a line at blanks, keeping what stands in double quotes together. */
const words = (line: string): string[] =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain = '']) => quoted ?? plain);

function play(step: Step, env: NodeJS.ProcessEnv): boolean {
  process.stdout.write(`\n# ${step.say}\n$ lm ${step.line}\n`);
  const args = [resolve('bin/lm.js'), ...words(step.line)];
  const { status } = spawnSync(process.execPath, args, { env, stdio: ['ignore', 'inherit', 'inherit'] });
  const expected = step.exit ?? EXIT.done;
  if (status === expected) return true;
  process.stderr.write(`\nThis should have ended with ${expected}, and ended with ${status}. Please report it.\n`);
  return false;
}

const home = mkdtempSync(join(tmpdir(), 'lm-demo-'));
// Settings of the person who runs this must not change what is shown.
const own = Object.entries(process.env).filter(([name]) => !name.startsWith('LM_') && name !== 'NODE_EXTRA_CA_CERTS');
try {
  const env = { ...Object.fromEntries(own), LM_HOME: home };
  const played = STEPS.every((step) => play(step, env));
  process.stdout.write(played ? '\nThat is the main job. Your turn: node bin/lm.js --help\n' : '');
  process.exitCode = played ? 0 : 1;
} finally {
  rmSync(home, { recursive: true, force: true });
}
