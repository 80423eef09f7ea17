import type { Finding } from '../../contract/constraint.ts';
import type { HostImpact } from '../../contract/launch.ts';
import type { LaunchCheck } from '../../contract/ports.ts';
import { KNOWN_AFTER_APPLY, type LaunchRequest } from '../../contract/result.ts';
import { type Plain, plainValue } from '../plain-value.ts';
import type { Describe } from './sheet.ts';

/** Raised when a member is removed or changes its meaning; a new member does not raise it. */
const FORMAT_VERSION = 1;

/**
 * The answer of `lm check launch` for programs. Ids and ARNs are whole; every list is there, if only empty.
 */
export function launchCheckJson(check: LaunchCheck, request: LaunchRequest, describe: Describe): Plain {
  const { decision, requested, fixes } = check;
  const { verdict, fits, plan, violations, alerts, notChecked } = decision;
  return plainValue({
    formatVersion: FORMAT_VERSION,
    backend: request.backend,
    verdict,
    requested,
    fits,
    configurations: plan.configurations,
    violations: violations.map((violation) => findingJson(describe(violation))),
    alerts: alerts.map((alert) => findingJson({ ...describe(alert), severity: 'warn' })),
    notChecked,
    ...(request.group === undefined ? {} : { hostResourceGroup: request.group }),
    hosts: plan.hosts.map(hostJson),
    fixes,
    account: request.scope.account,
    region: request.scope.region,
    checkedAt: request.at,
  });
}

/** What stands for the id of a host that is not allocated yet is nobody's business. */
function hostJson(host: HostImpact): HostImpact {
  if (host.opened !== true) return host;
  const hostId = KNOWN_AFTER_APPLY;
  return { ...host, hostId, newCharges: host.newCharges.map((charge) => ({ ...charge, hostId })) };
}

/** A finding with its numbers as members of their own; a number never hides a member that every finding has. */
export function findingJson(finding: Finding): Readonly<Record<string, unknown>> {
  const { args, ...own } = finding;
  return { ...own, ...args, ...own };
}
