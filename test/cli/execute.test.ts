import { describe, expect, test } from 'vitest';
import type { CommandContext } from '../../src/commands/types.ts';
import { declare, verb } from '../../src/commands/types.ts';
import { Fault } from '../../src/contract/fault.ts';
import type { Call } from '../../src/contract/ports.ts';
import type { Result } from '../../src/contract/result.ts';
import { stubBackend } from './backend-stub.ts';
import { freshFolder, lm, thing } from './harness.ts';

const HOST = 'h-0123456789abcdef0';
const call: Call = (operation) =>
  operation === 'ec2:AllocateHosts'
    ? Promise.resolve(JSON.parse(`{"HostIds": ["${HOST}"]}`))
    : Promise.reject(new Fault({ code: 'InvalidHostID.NotFound', message: 'no such host' }));

/** A verb `thing go` that does what the test says. */
function going(mutates: boolean, run: (ctx: CommandContext) => Promise<Result>) {
  const declaration = declare({ name: 'go', summary: 'go', arguments: {}, options: {}, examples: [], mutates });
  return thing(verb(declaration, async () => ({ run: (_args, ctx) => run(ctx) })));
}

const allocate = async (ctx: CommandContext): Promise<Result> => {
  const { HostIds = [] } = await ctx.call('ec2:AllocateHosts', { AvailabilityZone: 'us-east-1a' });
  const id = HostIds[0] ?? 'none';
  ctx.note('done', `allocated ${id}`);
  return { value: { HostIds }, view: { kind: 'text', text: `host ${id} in us-east-1a` }, names: [id] };
};

const folder = freshFolder();

describe('a dry run', () => {
  test('happens inside a rehearsal, says so, and hides ids that the real run would make anew', async () => {
    const stub = stubBackend(call);
    const deps = { nouns: going(true, allocate), open: async () => stub.opened };
    const { exit, stdout, stderr } = await lm(folder(), 'thing go --dry-run', {}, deps);
    expect(stub.log).toEqual(['rehearsal begins', 'ec2:AllocateHosts', 'rehearsal ends', 'close']);
    expect(stdout).toBe('host (known after apply) in us-east-1a\n');
    expect(stderr).toBe('dry run: nothing was changed\nallocated (known after apply)\n');
    expect(exit).toBe(0);
  });

  test('several calls as one stay inside the same rehearsal', async () => {
    const stub = stubBackend(call);
    const nouns = going(true, (ctx) => ctx.atomically((inside) => allocate({ ...ctx, call: inside })));
    await lm(folder(), 'thing go --dry-run', {}, { nouns, open: async () => stub.opened });
    expect(stub.log).toEqual(['rehearsal begins', 'ec2:AllocateHosts', 'rehearsal ends', 'close']);
  });

  test('of a verb that only reads is that verb', async () => {
    const stub = stubBackend(call);
    await lm(folder(), 'thing go --dry-run', {}, { nouns: going(false, allocate), open: async () => stub.opened });
    expect(stub.log).toEqual(['ec2:AllocateHosts', 'close']);
  });

  test('without it the ids are there', async () => {
    const deps = { nouns: going(true, allocate), open: async () => stubBackend(call).opened };
    expect((await lm(folder(), 'thing go -o name', {}, deps)).stdout).toBe(`${HOST}\n`);
  });
});

describe('what a run writes', () => {
  test('JSON names the backend; --query alone means JSON', async () => {
    const deps = { nouns: going(true, allocate), open: async () => stubBackend(call).opened };
    expect(JSON.parse((await lm(folder(), 'thing go -o json', {}, deps)).stdout)).toEqual({
      backend: 'local',
      HostIds: [HOST],
    });
    expect((await lm(folder(), 'thing go --query HostIds[0]', {}, deps)).stdout).toBe(`"${HOST}"\n`);
  });

  test('alerts of the calls come on stderr, before what was done', async () => {
    const alert = { id: 'launch-soft-alert', args: {} };
    const deps = { nouns: going(true, allocate), open: async () => stubBackend(call, [alert]).opened };
    const { stderr } = await lm(folder(), 'thing go', {}, deps);
    expect(stderr.split('\n')[0]).toMatch(/^! launch-soft-alert: /);
    expect(stderr.split('\n')[1]).toBe(`allocated ${HOST}`);
  });

  test('--quiet leaves out what was done', async () => {
    const deps = { nouns: going(true, allocate), open: async () => stubBackend(call).opened };
    expect((await lm(folder(), 'thing go --quiet', {}, deps)).stderr).toBe('');
  });

  test('--debug writes each call', async () => {
    const deps = { nouns: going(true, allocate), open: async () => stubBackend(call).opened };
    expect((await lm(folder(), 'thing go --debug', {}, deps)).stderr).toContain('debug: ec2:AllocateHosts 0 ms\n');
  });

  test.each([
    ['a result that names an exit code', async (): Promise<Result> => ({ ...(await text('blocked')), exit: 3 }), 3],
    ['a fault that names nothing found', (ctx: CommandContext) => released(ctx), 5],
    ['an error of our own', () => Promise.reject(new Error('broken')), 1],
  ])('the exit code of %s', async (_, run, exit) => {
    const stub = stubBackend(call);
    const outcome = await lm(folder(), 'thing go', {}, { nouns: going(true, run), open: async () => stub.opened });
    expect(outcome.exit).toBe(exit);
  });

  test('the backend is closed after a failure too', async () => {
    const stub = stubBackend(call);
    await lm(folder(), 'thing go', {}, { nouns: going(true, released), open: async () => stub.opened });
    expect(stub.log.at(-1)).toBe('close');
  });

  test('a pipe gets no escape byte; a terminal with --no-color neither', async () => {
    const fails = { nouns: going(true, released), open: async () => stubBackend(call).opened };
    const piped = await lm(folder(), 'thing go', {}, fails);
    const plain = await lm(folder(), 'thing go --no-color', { tty: { stdout: true, stderr: true } }, fails);
    const terminal = await lm(folder(), 'thing go', { tty: { stdout: true, stderr: true } }, fails);
    expect([piped.stderr, plain.stderr, terminal.stderr].map((text) => text.includes('\u001b'))).toEqual([
      false,
      false,
      true,
    ]);
  });
});

test('a sandbox is asked of another backend: a usage error', async () => {
  const nouns = going(false, async (ctx) => text(String((await ctx.sandbox()).status())));
  const { exit, stderr } = await lm(folder(), 'thing go', {}, { nouns, open: async () => stubBackend(call).opened });
  expect([exit, stderr]).toEqual([2, expect.stringContaining('a sandbox is part of the embedded engine')]);
});

async function text(words: string): Promise<Result> {
  return { value: words, view: { kind: 'text', text: words } };
}

async function released(ctx: CommandContext): Promise<Result> {
  await ctx.call('ec2:ReleaseHosts', { HostIds: [HOST] });
  return text('released');
}

describe('a verb that fails after a change', () => {
  const thenRead = async (ctx: CommandContext): Promise<Result> => {
    const made = await allocate(ctx);
    await ctx.call('ec2:DescribeHosts', { HostIds: [HOST] });
    return made;
  };

  test('says what was carried out all the same, and fails as the read did', async () => {
    const deps = { nouns: going(true, thenRead), open: async () => stubBackend(call).opened };
    const { exit, stdout, stderr } = await lm(folder(), 'thing go', {}, deps);
    expect([exit, stdout]).toEqual([5, '']);
    expect(stderr).toMatch(
      new RegExp(`^! carried out all the same: ec2:AllocateHosts \\(${HOST}\\)\nlm: no such host`),
    );
  });

  test('says nothing of the kind where nothing was changed, or nothing for good', async () => {
    const look = (ctx: CommandContext) => ctx.call('ec2:DescribeHosts', { HostIds: [HOST] }).then(() => allocate(ctx));
    const refused = { nouns: going(true, look), open: async () => stubBackend(call).opened };
    expect((await lm(folder(), 'thing go', {}, refused)).stderr).not.toContain('carried out');
    const deps = { nouns: going(true, thenRead), open: async () => stubBackend(call).opened };
    expect((await lm(folder(), 'thing go --dry-run', {}, deps)).stderr).not.toContain('carried out');
  });
});
