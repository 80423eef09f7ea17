import type { Violation } from '../../contract/decision.ts';
import type { VerifiedFix } from '../../contract/ports.ts';
import type { Tenancy } from '../../contract/world.ts';
import { instanceTypesOf } from '../instance-types.ts';
import { anyOf } from '../words.ts';
import { decideLaunch } from './decide-launch.ts';
import { type LaunchInput, passes, type Stuck, verified } from './fixes.ts';

const OTHERS: readonly (readonly [tenancy: Tenancy, option: string])[] = [
  ['host', 'host'],
  ['dedicated', 'dedicated'],
  ['default', 'shared'],
];

/** Ways out of a tenancy that is not allowed: the others that are, the one that is enough first. */
export function tenancyFixes({ id }: Violation, { input, world, decision }: Stuck): readonly VerifiedFix[] {
  const ways = OTHERS.filter(([tenancy]) => tenancy !== decision.plan.tenancy).flatMap(([tenancy, option]) =>
    verified(id, { effect: '', command: `--tenancy ${option}` }, decideLaunch(moved(input, tenancy), world)),
  );
  return [...ways].sort((a, b) => Number(b.enough) - Number(a.enough)).slice(0, 2);
}

function moved(input: LaunchInput, tenancy: Tenancy): LaunchInput {
  const { HostId, HostResourceGroupArn, Affinity, ...placement } = input.Placement ?? {};
  const host = tenancy === 'host' ? { HostId, HostResourceGroupArn, Affinity } : {};
  return { ...input, Placement: { ...placement, ...host, Tenancy: tenancy } };
}

const SHOWN = 3;
const BOUND = /^rule-(minimum|maximum)-/;

/** Ways out of a machine that is too small or too large: types of its family that meet the rule, and whether that is enough. */
export function boundFixes({ id, args }: Violation, { input, world, decision }: Stuck): readonly VerifiedFix[] {
  const [family = ''] = decision.plan.instanceType.split('.');
  const rule = Number(args['minimum'] ?? args['maximum'] ?? 0);
  const unit = id.endsWith('-cores-check') ? 'cores' : id.endsWith('-vcpus-check') ? 'vcpus' : undefined;
  if (unit === undefined) return [];
  const tried = instanceTypesOf(family)
    .filter((type) => !type.bareMetal && (input.Placement?.Tenancy !== 'host' || type.dedicatedHosts))
    .filter((type) => (id.includes('-minimum-') ? type[unit] >= rule : type[unit] <= rule))
    .sort((a, b) => Math.abs(a[unit] - rule) - Math.abs(b[unit] - rule))
    .map((type) => ({ type, outcome: decideLaunch(sized(input, type.instanceType), world) }))
    .filter(({ outcome }) => !outcome.violations.some((violation) => BOUND.test(violation.id)))
    .slice(0, SHOWN);
  if (tried.length === 0) return [];
  const best = tried.filter(({ outcome }) => passes(outcome));
  const shown = best.length > 0 ? best : tried;
  const names = shown.map(({ type }) => `${type.instanceType} (${type[unit]} ${unit === 'vcpus' ? 'vCPUs' : unit})`);
  const remaining = [...new Set(shown.flatMap(({ outcome }) => outcome.violations.map((violation) => violation.id)))];
  return [
    {
      answers: id,
      effect: `${anyOf(names)} ${names.length > 1 ? 'meet' : 'meets'} the rule`,
      command: '',
      enough: best.length > 0,
      remaining,
    },
  ];
}

/** The same launch with another type: a name of our own table is one that the client knows. */
export function sized(input: LaunchInput, name: string): LaunchInput {
  const { CpuOptions: _dropped, ...rest } = input;
  return { ...rest, InstanceType: isTypeName(name) ? name : undefined };
}

const isTypeName = (name: string): name is NonNullable<LaunchInput['InstanceType']> => name !== '';
