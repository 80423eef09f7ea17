/**
 * The one clock of a sandbox: `now = max(wall + offset, last applied)`. Every moment an operation sees comes from here,
 * so delays of days work across processes that live for milliseconds, and time never runs backwards.
 *
 * @param wall the machine's clock, in milliseconds since 1970
 * @param offset how far the sandbox was advanced, in milliseconds
 * @param lastApplied the latest moment already applied, in milliseconds
 */
export function sandboxNow(wall: number, offset: number, lastApplied: number): number {
  return Math.max(wall + offset, lastApplied);
}

/** The machine's clock: the only place in the engine that reads it. */
export const systemWall = (): number => Date.now();
