import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { testIo } from '../../src/io.ts';
import { words } from '../golden/words.ts';
import { CTRL_C, DOWN, ENTER, SPACE, terminal } from '../prompts/terminal.ts';

/** What is asked for the operating-system licence of 96 cores, and what somebody types. */
const CONVERSATION: readonly (readonly [question: string, keys: string])[] = [
  ['Name of the license configuration?', `win-dc${ENTER}`],
  ['Description?', `Windows Server Datacenter, 96 cores${ENTER}`],
  ['What does the agreement count?', ENTER],
  ['automated discovery', ENTER],
  ['How many cores have you bought?', `96${ENTER}`],
  ['When they are used up:', DOWN + ENTER],
  ['Which rules does the agreement have?', SPACE + ENTER],
  ['Fewest cores', `8${ENTER}`],
  ['Most cores', `16${ENTER}`],
  ['Tags?', ENTER],
  ['Create it in', ENTER],
];

const SAME =
  "lm config create win-dc --type core --count 96 --hard --min-cores 8 --max-cores 16 --tenancy dedicated-host --description 'Windows Server Datacenter, 96 cores'";

describe('the wizard of lm config create', () => {
  let home = '';
  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'lm-wizard-'));
  });
  afterEach(() => rm(home, { recursive: true, force: true }));

  const lm = async (line: string, sandbox: string, screen = terminal()) => {
    const io = testIo({ ...screen.io, env: { LM_HOME: home, LM_SANDBOX: sandbox }, cwd: home, ids: () => '0' });
    const exit = await run(words(line).slice(1), io, { version: '0.0.0' });
    return { exit, stdout: io.stdout, stderr: io.stderr, drawn: screen.drawn };
  };
  const described = async (sandbox: string) => JSON.parse((await lm('lm config show win-dc -o json', sandbox)).stdout);

  it('answered question by question makes what its line makes', async () => {
    const asked = await lm('lm config create', 'asked', terminal(...CONVERSATION));
    expect(asked.exit).toBe(0);
    expect(asked.stderr).toContain(`Same as:  ${SAME}`);
    expect((await lm(SAME, 'typed')).exit).toBe(0);
    expect(await described('asked')).toEqual(await described('typed'));
  });

  it('asks nothing where the line says it all', async () => {
    const typed = await lm(SAME, 'typed');
    expect(typed.drawn).toBe('');
  });

  it('in a dry run asks the same and makes nothing', async () => {
    const tried = await lm(
      'lm config create --dry-run',
      'tried',
      terminal(...CONVERSATION.slice(0, -1), ['Try to create it', ENTER]),
    );
    expect(tried.exit).toBe(0);
    expect(tried.stderr).toContain('dry run: nothing was changed');
    expect((await lm('lm config list -o name', 'tried')).stdout).toBe('');
  });

  it.each(CONVERSATION.map(([question], at) => [question, at] as const))(
    'Ctrl-C at "%s" ends with 130 and leaves nothing',
    async (question, at) => {
      const left = await lm('lm config create', 'left', terminal(...CONVERSATION.slice(0, at), [question, CTRL_C]));
      expect(left.exit).toBe(130);
      expect((await lm('lm config list -o name', 'left')).stdout).toBe('');
    },
  );
});
