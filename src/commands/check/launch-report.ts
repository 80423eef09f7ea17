import type { LaunchCheck } from '../../contract/ports.ts';
import type { CheckReport } from '../../contract/report.ts';
import type { LaunchRequest } from '../../contract/result.ts';
import { tenancyPlace, unitWord } from '../../validation/words.ts';
import { findingsOf } from './findings.ts';

/** A launch of the command line as reports have it: one case, written in no file. */
export function launchReport(check: LaunchCheck, request: LaunchRequest, where: string): CheckReport {
  const { decision, requested } = check;
  const { verdict, fits, plan, notChecked } = decision;
  const address = `${requested} × ${request.instanceType} from ${request.image} ${placeOf(request)}`;
  return {
    command: 'lm check launch',
    verdict,
    headline: `${address}: ${verdict === 'unknown' ? 'it depends on what could not be read' : `${fits} of ${requested} fit`}`,
    cases: [{ address, type: 'launch', verdict, requested, fits, findings: findingsOf(decision) }],
    ledger: plan.configurations.map(({ name, countingType, limit, enforced, consumed, needed, remaining }) => ({
      name,
      counts: unitWord(countingType),
      limit: limit === null ? 'none' : `${limit} ${enforced ? 'hard' : 'soft'}`,
      used: consumed,
      needed: needed ?? 0,
      left: remaining === null ? null : remaining - (needed ?? 0),
    })),
    notes: notChecked.map(({ what, why }) => `not checked: ${what} ${why}`),
    where,
    at: request.at,
  };
}

const placeOf = ({ tenancy, group }: LaunchRequest): string =>
  group === undefined ? tenancyPlace(tenancy) : `in the host resource group ${group}`;
