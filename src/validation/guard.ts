import type { Violation } from '../contract/decision.ts';

/**
 * A request that constraints refuse, before its wording: the engine turns it into the Fault of the service that was called.
 * Kept apart from the wording so that a call that is not refused loads none of it.
 */
export class Refused extends Error {
  constructor(readonly violations: readonly Violation[]) {
    super(violations.map((violation) => violation.id).join(', '));
    this.name = 'Refused';
  }
}

/**
 * Refuses with the first list that holds a violation; lists stand in order of precedence.
 * @throws Refused with every violation of that list
 */
export function guard(...lists: readonly (readonly Violation[])[]): void {
  const broken = lists.find((list) => list.length > 0);
  if (broken !== undefined) throw new Refused(broken);
}
