const DAY = 86_400_000;
const HOUR = 3_600_000;

/** When a tie that began at `start` (milliseconds) ends; none without an affinity rule (rule-affinity-clock-start). */
export function tiedUntil(start: number, days: number | undefined): number | undefined {
  return days === undefined ? undefined : start + days * DAY;
}

/**
 * The hourly run that frees what is no longer tied. AWS promises "within 24 hours" (rule-affinity-release-24h); the sandbox
 * frees at the next full hour after the tie has ended.
 */
export function nextReleaseRun(moment: number): number {
  return Math.floor(moment / HOUR) * HOUR + HOUR;
}
