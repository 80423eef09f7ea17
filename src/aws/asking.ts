import type { World } from '../contract/world.ts';
import { awsReaders } from '../world/aws.ts';
import { decideLive } from '../world/live.ts';
import type { Reading } from '../world/reading.ts';

/** A way to read an account and Region, as of now. */
export interface Asking extends Reading {
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Decides over what AWS says of the account. */
export const decideOver = <T>(asking: Reading, decide: (world: World) => T): Promise<T> =>
  decideLive(asking.scope, awsReaders(asking), decide);
