import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { run } from '../../../src/cli/run.ts';
import type { Input, OperationName, Output } from '../../../src/contract/operations.ts';
import { testIo } from '../../../src/io.ts';
import { openBackend } from '../../../src/local-engine/index.ts';

export interface Ran {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

/** A sandbox of its own for each test: `lm` runs a command line in this process, `call` speaks to the engine itself. */
export function useSandbox() {
  let home = '';
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'lm-config-'));
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  const open = (region?: string) =>
    openBackend({ home, sandbox: 'default', wall: () => Date.UTC(2026, 10, 21, 3), ...(region ? { region } : {}) });

  async function lm(...argv: readonly string[]): Promise<Ran> {
    const io = testIo({ env: { LM_HOME: home }, cwd: home });
    const exit = await run(argv, io, { open: (settings) => open(settings.region.value) });
    return { exit, out: io.stdout, err: io.stderr };
  }

  async function json(...argv: readonly string[]): Promise<Record<string, unknown>> {
    const { exit, out, err } = await lm(...argv, '-o', 'json');
    if (exit !== 0) throw new Error(`lm ${argv.join(' ')} exits ${exit}: ${err}`);
    return JSON.parse(out);
  }

  async function call<K extends OperationName>(name: K, input: Input<K>): Promise<Output<K>> {
    const { backend } = await open();
    try {
      return await backend.call(name, input);
    } finally {
      backend.close();
    }
  }

  return { lm, json, call, file: (name: string) => join(home, name) };
}

/** The ids of every violation in the text of an error. */
export const violationsIn = ({ err }: Ran): readonly string[] =>
  [...err.matchAll(/✗ {2}([a-z0-9-]+)/g)].map(([, id = '']) => id);
