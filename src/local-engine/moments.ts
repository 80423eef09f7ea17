/** When things come due, in milliseconds since 1970: pure functions of the moment at which something began. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const EIGHT_HOURS = 8 * HOUR;

const nextMultiple = (moment: number, step: number): number => Math.floor(moment / step) * step + step;

/** When a tie that began at `start` ends; none without an affinity rule (rule-affinity-clock-start). */
export function tiedUntil(start: number, days: number | undefined): number | undefined {
  return days === undefined ? undefined : start + days * DAY;
}

/**
 * The hourly run that frees what is no longer tied. AWS promises "within 24 hours" (rule-affinity-release-24h); the sandbox
 * frees at the next full hour after the tie has ended.
 */
export const nextReleaseRun = (moment: number): number => nextMultiple(moment, HOUR);

/** The next run of the sweep for deregistered AMIs: 00:00, 08:00 or 16:00 UTC (ami-deregistered-sweep). */
export const nextSweep = (moment: number): number => nextMultiple(moment, EIGHT_HOURS);

/** When a conversion changes the billing code, and when it ends: AWS names no times, a sandbox takes one minute for each. */
export const conversionSwitch = (startedAt: number): number => startedAt + MINUTE;
export const conversionEnd = (switchedAt: number): number => switchedAt + MINUTE;

/** Until when inventory is kept after the last report: 30 days (inventory-30-days). */
export const inventoryPurge = (reportedAt: number): number => reportedAt + 30 * DAY;

/** Until when a terminated machine can still be seen: EC2 shows it for about an hour. */
export const purgeMoment = (terminatedAt: number): number => terminatedAt + HOUR;
