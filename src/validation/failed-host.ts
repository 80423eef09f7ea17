import type { FailedResource } from '@aws-sdk/client-resource-groups';
import type { Violation } from '../contract/decision.ts';
import { describe } from './catalogue/index.ts';
import { faultOf } from './refuse.ts';

/** AWS's model: an ErrorMessage has at most 1024 characters. */
const LONGEST = 1024;

/**
 * A host that stays where it is: GroupResources and UngroupResources answer 200 and say so host by host, with the code of
 * the first reason. Each reason ends with the id of its constraint.
 */
export function failedHost(ResourceArn: string, violations: readonly Violation[]): FailedResource {
  const reasons = violations.map((violation) => {
    const { message, fix } = describe(violation);
    return `${message}. To fix: ${fix.join('; ')} (${violation.id})`;
  });
  const { code } = faultOf(violations, 'resource-groups:GroupResources');
  return { ResourceArn, ErrorCode: code, ErrorMessage: reasons.join('. ').slice(0, LONGEST) };
}
