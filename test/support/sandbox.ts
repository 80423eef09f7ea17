import type { Input, OperationName, Output } from '../../src/contract/operations.ts';
import type { Scope } from '../../src/contract/ports.ts';
import { Engine } from '../../src/local-engine/engine.ts';
import type { RandomHex } from '../../src/local-engine/ids.ts';
import { catchUp } from '../../src/local-engine/schedule/index.ts';
import { fresh } from '../../src/local-engine/seed.ts';
import { openDatabase } from '../../src/local-engine/store/database.ts';
import { MIGRATIONS } from '../../src/local-engine/store/schema.ts';

export const ACCOUNT = '111122223333';
export const REGION = 'us-east-1';
/** 2026-11-21 03:00:00 UTC. */
export const START = Date.UTC(2026, 10, 21, 3);

export const zeros: RandomHex = (digits) => '0'.repeat(digits);

/** An engine on a database in memory, with a clock that moves only when told and ids that count. */
export function testSandbox(start = START) {
  let wall = start;
  const database = openDatabase(':memory:', { migrations: MIGRATIONS });
  const engine = new Engine({ database, wall: () => wall, random: zeros, prepared: { catchUp, fresh } });
  const home: Scope = { account: ACCOUNT, region: REGION };
  return {
    engine,
    database,
    home,
    call: <K extends OperationName>(name: K, input: Input<K>, scope: Scope = home): Promise<Output<K>> =>
      engine.call(name, input, scope),
    tick: (milliseconds: number) => {
      wall += milliseconds;
    },
  };
}
