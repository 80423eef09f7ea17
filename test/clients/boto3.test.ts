import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientEnvironment, isLeftOut, pythonWithBoto3, required, runProgram } from './programs.ts';
import { ACCOUNT, OTHER, type Served, serveSandbox } from './server.ts';

const FLOW = join(import.meta.dirname, 'flow.py');

describe.skipIf(isLeftOut(pythonWithBoto3))('boto3', () => {
  let served: Served;
  beforeAll(async () => {
    served = await serveSandbox();
  });
  afterAll(() => served.stop());

  it('goes through the flow of flow.py: paginators, a waiter, and the codes of its errors', async () => {
    const words = [FLOW, served.endpoint, ACCOUNT, OTHER];
    const { exit, stdout, stderr } = await runProgram(required(pythonWithBoto3), words, clientEnvironment());
    expect({ exit, stdout, stderr: stderr.slice(-2000) }).toMatchObject({ exit: 0, stdout: 'all as documented\n' });
    expect(served.troubles).toEqual([]);
  });
});
