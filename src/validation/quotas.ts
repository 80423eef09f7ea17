import type { QuotaName } from '../contract/world.ts';

/** What an account has unless a sandbox sets it otherwise; the daily quota and the host quota are off by default. */
export const DEFAULT_QUOTAS: Readonly<Record<QuotaName, number>> = {
  configurations: 25,
  'configurations-per-resource': 10,
  'configurations-per-day': Number.MAX_SAFE_INTEGER,
  'hosts-per-family': Number.MAX_SAFE_INTEGER,
};
