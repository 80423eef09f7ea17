import type { CommandContext } from '../../src/commands/types.ts';

const unused = (): never => {
  throw new Error('not expected in this test');
};

/** A context in which every door is shut but the given ones. */
export function context(open: Partial<CommandContext> = {}): CommandContext {
  return {
    call: unused,
    atomically: unused,
    backend: unused,
    sandbox: unused,
    copying: unused,
    dryRun: false,
    now: () => Date.UTC(2026, 10, 21, 3),
    settings: {
      backend: { value: 'local', origin: { kind: 'default' } },
      sandbox: { value: 'default', origin: { kind: 'default' } },
      account: { value: undefined, origin: { kind: 'default' } },
      region: { value: undefined, origin: { kind: 'default' } },
      profile: { value: undefined, origin: { kind: 'default' } },
      endpointUrl: { value: undefined, origin: { kind: 'default' } },
      output: { value: 'table', origin: { kind: 'default' } },
    },
    contexts: {
      file: '/nowhere/config.json',
      current: undefined,
      list: () => [],
      save: unused,
      use: unused,
      remove: unused,
    },
    input: {},
    wait: { wait: false, timeoutMs: undefined },
    confirm: unused,
    prompts: { available: false, text: unused, choose: unused, pick: unused, yes: unused, say: unused },
    readText: unused,
    note: () => undefined,
    progress: (_text, work) => work(() => undefined),
    serve: unused,
    announce: unused,
    warn: unused,
    stopped: unused,
    pause: unused,
    ...open,
  };
}
