import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Fault } from '../../src/contract/fault.ts';
import type { Backend } from '../../src/contract/ports.ts';
import { openLocal } from '../../src/local-engine/index.ts';
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

async function launch(backend: Backend): Promise<boolean> {
  try {
    const { Instances = [] } = await backend.call('ec2:RunInstances', order.launch);
    say({ launched: Instances.flatMap((one) => one.InstanceId ?? []) });
    return true;
  } catch (error) {
    if (error instanceof Fault) say({ refused: error.violations.map((one) => one.id) });
    else say({ broke: error instanceof Error ? `${error.name}: ${error.message}` : String(error) });
    return false;
  }
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

async function main(): Promise<void> {
  const { home, sandbox, mode } = order;
  const { backend } = await openLocal({ home, sandbox, wall: () => Date.now(), onStatement });
  armed = true;
  const requests = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
  if (mode === 'once') await launch(backend);
  else if (mode === 'on-request') while (!(await requests.next()).done) await launch(backend);
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
