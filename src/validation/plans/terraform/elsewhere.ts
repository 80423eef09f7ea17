import type { NotChecked } from '../../../contract/decision.ts';
import type { Step } from '../../../contract/plan.ts';
import type { Scope } from '../../../contract/ports.ts';
import { isMembers, listOf, membersOf } from '../open.ts';
import type { Change, PlanDocument } from './document.ts';
import type { References } from './references.ts';

/**
 * Which resources of a plan are made in another Region or account than the one that is looked at: by their own `region`
 * (provider version 6), or by the configuration of their provider.
 */
export class Elsewhere {
  constructor(
    private readonly document: PlanDocument,
    private readonly references: References,
    private readonly scope: Scope,
  ) {}

  /** The steps of a resource; those of one that is made elsewhere change nothing here, and are open. */
  marked(steps: readonly Step[], change: Change): readonly Step[] {
    if (steps.length === 0) return steps;
    const elsewhere = this.of(change);
    if (elsewhere === undefined) return steps;
    return steps.map((step) =>
      step.kind === 'change' ? { ...step, change: undefined, open: [elsewhere] } : { ...step, open: [elsewhere] },
    );
  }

  private of(change: Change): NotChecked | undefined {
    const provider = this.references.providerOf(change);
    const region = text(change.after.region) ?? this.valueOf(provider.region);
    if (region !== undefined && region !== this.scope.region) {
      return {
        what: 'its Region',
        why: `is ${region}, and this check is about ${this.scope.region}: check the plan again with --region ${region}`,
      };
    }
    const [role] = listOf(provider.assume_role).map((block) => this.valueOf(membersOf(block).role_arn));
    const account = role?.split(':')[4];
    if (account === undefined || account === this.scope.account) return undefined;
    return {
      what: 'its account',
      why: `is ${account}, and this check is about ${this.scope.account}: check the plan again for that account`,
    };
  }

  /** A constant of a provider's configuration, or the variable of the root module that it names. */
  private valueOf(expression: unknown): string | undefined {
    const { constant_value: constant, references } = membersOf(expression);
    const [name, ...more] = listOf(references).flatMap((one) => text(one) ?? []);
    if (text(constant) !== undefined || name === undefined || more.length > 0) return text(constant);
    const variable = this.document.variables[name.replace(/^var\./, '')];
    return isMembers(variable) ? text(variable.value) : undefined;
  }
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
