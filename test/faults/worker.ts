import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { readAccount } from '../../src/commands/local/import/read-account.ts';
import { Fault } from '../../src/contract/fault.ts';
import type { Backend, Call } from '../../src/contract/ports.ts';
import { type Local, openLocal } from '../../src/local-engine/index.ts';
import { CLIENTS } from './clients.ts';
import type { Order, Reply } from './processes.ts';

/**
 * A process of its own that works on a sandbox as `lm` does. It does what its first argument orders and writes one line
 * for everything that was acknowledged to it; a line is written before the next statement runs.
 */
const order: Order = JSON.parse(process.argv[2] ?? '{}');

const say = (reply: Reply): void => void writeSync(1, `${JSON.stringify(reply)}\n`);

let statements = 0;
let armed = false;

/** Dies before its n-th statement of the launch, as a process does when the power goes. */
function onStatement(): void {
  if (!armed || order.dieAtStatement === undefined) return;
  statements += 1;
  if (statements === order.dieAtStatement) process.kill(process.pid, 'SIGKILL');
}

async function launch({ call }: Pick<Backend, 'call'>): Promise<boolean> {
  try {
    const { Instances = [] } = await call('ec2:RunInstances', order.launch);
    say({ launched: Instances.flatMap((one) => one.InstanceId ?? []) });
    return true;
  } catch (error) {
    if (error instanceof Fault) say({ refused: error.violations.map((one) => one.id) });
    else say({ broke: error instanceof Error ? `${error.name}: ${error.message}` : String(error) });
    return false;
  }
}

/** Puts something else in place of all that the sandbox holds; the statements of that alone are counted. */
async function replace({ sandbox }: Local): Promise<void> {
  const { home, mode, from = '' } = order;
  if (mode === 'load') {
    const snapshots = await sandbox.snapshots();
    const found = snapshots.find(from);
    if (found === undefined) throw new Error(`there is no snapshot ${from}`);
    armed = true;
    snapshots.load(found);
  } else {
    const other = await openLocal({ home, sandbox: from, wall: () => Date.now() });
    const copy = await readAccount(other.backend.call, other.backend.scope);
    other.backend.close();
    armed = true;
    await sandbox.fillWith(copy, true);
  }
  say({ replaced: true });
}

/** Launches for ever, until it is refused or killed; every second time it stops one of the machines again. */
async function launchOn(backend: Backend, stops: boolean): Promise<void> {
  for (let round = 0; await launch(backend); round++) {
    if (!stops || round % 2 === 0) continue;
    const { Reservations = [] } = await backend.call('ec2:DescribeInstances', { MaxResults: 5 });
    const [id] = Reservations.flatMap((one) => one.Instances ?? []).flatMap((one) => one.InstanceId ?? []);
    if (id !== undefined) await backend.call('ec2:StopInstances', { InstanceIds: [id] });
  }
}

/** Clients of one server, each with its next launch as soon as the one before is answered. */
async function launchTogether({ service }: Local): Promise<void> {
  const caller = { account: undefined, region: undefined };
  const call: Call = async (operation, input) => {
    const { output } = await service.call(operation, input, caller);
    return JSON.parse(JSON.stringify(output));
  };
  const client = async (): Promise<void> => {
    while (await launch({ call }));
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
}

async function main(): Promise<void> {
  const { home, sandbox, mode } = order;
  const local = await openLocal({ home, sandbox, wall: () => Date.now(), onStatement });
  const { backend } = local;
  if (mode === 'load' || mode === 'fill') {
    await replace(local);
    backend.close();
    process.stdin.destroy();
    return;
  }
  armed = true;
  const requests = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
  if (mode === 'once') await launch(backend);
  else if (mode === 'on-request') while (!(await requests.next()).done) await launch(backend);
  else if (mode === 'together') await launchTogether(local);
  else {
    if (mode === 'until-refused') {
      say({ ready: true });
      await requests.next();
    }
    await launchOn(backend, mode === 'for-ever');
  }
  backend.close();
  process.stdin.destroy();
}

main().catch((error: unknown) => say({ broke: error instanceof Error ? String(error.stack) : String(error) }));
