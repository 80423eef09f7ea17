import { check } from '../catalogue/index.ts';
import { ruleTenancyOf, ruleTenancyWord, unitWord } from '../words.ts';
import type { Applying, Candidate } from './candidate.ts';
import { BOUND_CHECKS, measured } from './judge-rules.ts';
import type { BoundRuleName } from './rules.ts';

const UNITS = { Cores: 'Core', Sockets: 'Socket', Vcpus: 'vCPU' } as const;

/** The rules of a configuration that the machine meets, in words: "16 cores a machine, allowed 8 to 16". */
export function metRules(each: Applying, candidate: Candidate): readonly string[] {
  return [...metBounds(each, candidate), ...metTenancy(each, candidate)];
}

function metBounds(each: Applying, candidate: Candidate): readonly string[] {
  const { bounds } = each.terms;
  return (['Cores', 'Sockets', 'Vcpus'] as const).flatMap((unit) => {
    const here = bounds.filter((bound) => bound.name.endsWith(unit));
    const [first] = here;
    const found = first === undefined ? undefined : measured(first.name, each, candidate);
    if (found === undefined || here.some(({ name, value }) => broken(name, value, found))) return [];
    const low = here.find((bound) => bound.name.startsWith('minimum'))?.value;
    const high = here.find((bound) => bound.name.startsWith('maximum'))?.value;
    return [`${found} ${unitWord(UNITS[unit], found)} a machine, allowed ${range(low, high)}`];
  });
}

const broken = (name: BoundRuleName, rule: number, found: number): boolean =>
  check(BOUND_CHECKS[name], { configuration: '', instanceType: '', rule, found }).length > 0;

function range(low: number | undefined, high: number | undefined): string {
  if (low !== undefined && high !== undefined) return `${low} to ${high}`;
  return low === undefined ? `at most ${high}` : `at least ${low}`;
}

function metTenancy({ configuration, terms }: Applying, { tenancy }: Candidate): readonly string[] {
  const needsHost = configuration.counting === 'Core' || configuration.counting === 'Socket';
  const allowed = needsHost ? ['EC2-DedicatedHost'] : terms.tenancies;
  const present = ruleTenancyOf(tenancy);
  if (allowed === undefined || !allowed.some((one) => one === present)) return [];
  return [`tenancy ${ruleTenancyWord(present)}, allowed ${allowed.map(ruleTenancyWord).join(', ')}`];
}
