import type { Input } from '../contract/operations.ts';
import type { LaunchCheck, Scope } from '../contract/ports.ts';
import { explainLaunch } from '../validation/licensing/fixes.ts';
import { sqlWorld } from '../world/sql.ts';
import type { Tx } from './store/store.ts';

/** Would this launch be blocked? Decided by the function that the launch itself uses, over the same world. */
export const checkLaunch = (tx: Tx, scope: Scope, input: Input<'ec2:RunInstances'>, now: number): LaunchCheck => ({
  at: now,
  ...explainLaunch(input, sqlWorld(tx, scope)),
});
