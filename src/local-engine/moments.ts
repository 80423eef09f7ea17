/** When things come due, in milliseconds since 1970: pure functions of the moment at which something began. */

const SECOND = 1000;
const FIVE_MINUTES = 300_000;
const HOUR = 3_600_000;
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

/** When EC2 knows that a host that failed is lost: it publishes no figure, the sandbox takes five minutes. */
export const assessedAt = (failedAt: number): number => failedAt + FIVE_MINUTES;

/** Until when a terminated machine can still be seen: EC2 shows it for about an hour. */
export const purgeMoment = (terminatedAt: number): number => terminatedAt + HOUR;

/** When a host that is added to a group becomes its member: AWS says one to two minutes (hrg-add-host-delay). */
export const joinMoment = (addedAt: number): number => addedAt + 90 * SECOND;

/** When new settings of a group are applied: AWS applies them in the background and names no time (hrg-update-asynchronous). */
export const applyMoment = (askedAt: number): number => askedAt + 30 * SECOND;

/** Until when an invitation to a resource share can be accepted: seven days, for license configurations (AWS RAM User Guide). */
export const shareInvitationEnds = (sentAt: number): number => sentAt + 7 * DAY;

/** Until when a deleted resource share can still be seen: two hours is our reading, for no document that names a time was found. */
export const sharePurge = (deletedAt: number): number => deletedAt + 2 * HOUR;

const MINUTE = 60_000;

/** When an account that an organization asked for is made: AWS says some minutes, the sandbox takes one. */
export const accountReady = (requestedAt: number): number => requestedAt + MINUTE;

/** Until when an account can accept an invitation to an organization: 15 days. */
export const accountInvitationEnds = (requestedAt: number): number => requestedAt + 15 * DAY;

/** Until when members can agree to all features: 90 days. */
export const allFeaturesEnd = (requestedAt: number): number => requestedAt + 90 * DAY;

/** Until when machines of others must leave a host that is no longer shared: 15 days (time-eviction-15d). */
export const evictionDeadline = (removedAt: number): number => removedAt + 15 * DAY;
/** When a conversion changes the billing code, and when it ends: AWS names no times, a sandbox takes one minute for each. */
export const conversionSwitch = (startedAt: number): number => startedAt + MINUTE;
export const conversionEnd = (switchedAt: number): number => switchedAt + MINUTE;

/** Until when inventory is kept after the last report: 30 days (inventory-30-days). */
export const inventoryPurge = (reportedAt: number): number => reportedAt + 30 * DAY;

/**
 * When the first run of a new or changed report generator begins: AWS says reports are there within 60 minutes. A sandbox
 * takes all of them, the last for the run itself (report-first-run, report-update-run).
 */
export const firstReportRun = (askedAt: number): number => askedAt + 59 * MINUTE;
export const reportRunEnd = (beganAt: number): number => beganAt + MINUTE;

/**
 * When the run after one begins (report-periodic-run). A month is a calendar month, counted from the first run, so that
 * one on the 31st goes on at the end of each month.
 */
export function nextReportRun(period: 'DAY' | 'WEEK' | 'MONTH', anchor: number, previous: number): number {
  if (period !== 'MONTH') return previous + (period === 'DAY' ? 1 : 7) * DAY;
  const [first, last] = [new Date(anchor), new Date(previous)];
  const months = (last.getUTCFullYear() - first.getUTCFullYear()) * 12 + last.getUTCMonth() - first.getUTCMonth() + 1;
  const month = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + months, 1));
  const days = new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 0)).getUTCDate();
  return month.getTime() + (Math.min(first.getUTCDate(), days) - 1) * DAY + (anchor % DAY);
}
