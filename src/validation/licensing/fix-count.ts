import type { Violation } from '../../contract/decision.ts';
import type { VerifiedFix } from '../../contract/ports.ts';
import { unitsOf } from '../hosts-table.ts';
import { instanceType } from '../instance-types.ts';
import { counted } from '../words.ts';
import { decideLaunch } from './decide-launch.ts';
import { type Stuck, verified } from './fixes.ts';
import { differing, withTerms } from './variations.ts';

/** Ways out of too few licences: launch what fits, make room on hosts that are paid for, buy, or only be told. */
export function countFixes(violation: Violation, stuck: Stuck): readonly VerifiedFix[] {
  const arn = String(violation.args['licenseConfigurationArn'] ?? '');
  const name = String(violation.args['configuration'] ?? '');
  const limit = Number(violation.args['limit'] ?? 0) + Number(violation.args['short'] ?? 0);
  const { input, world } = stuck;
  const buy = {
    effect: `buy ${counted(Number(violation.args['short'] ?? 0), 'licence')}`,
    command: `lm config update ${name} --count ${limit}`,
  };
  const tell = { effect: 'only be told', command: `lm config update ${name} --soft` };
  return [
    ...fewer(violation, stuck),
    ...freedRoom(violation, stuck),
    ...verified(violation.id, buy, decideLaunch(input, withTerms(world, arn, { limit }))),
    ...verified(violation.id, tell, decideLaunch(input, withTerms(world, arn, { hard: false }))),
  ];
}

/** As many as fit now. */
export function fewer({ id }: Violation, { input, world, decision }: Stuck): readonly VerifiedFix[] {
  const { fits } = decision;
  if (fits < 1) return [];
  const way = { effect: `launch ${fits} now`, command: `--count ${fits}` };
  return verified(id, way, decideLaunch({ ...input, MinCount: fits, MaxCount: fits }, world));
}

/** Room on hosts that are charged already costs no licence. */
function freedRoom({ id, args }: Violation, { input, world, decision }: Stuck): readonly VerifiedFix[] {
  const { plan } = decision;
  const charged = plan.hosts.filter(
    (host) => host.usedCoresBefore > 0 && host.chargedTo.includes(String(args['configuration'])),
  );
  if (charged.length === 0 || input.MaxCount !== 1) return [];
  const units = unitsOf(plan.instanceType);
  const [first] = charged;
  const emptier = differing(world, {
    host: (host) =>
      host.hostId === first?.hostId
        ? { ...host, usedUnits: Math.max(0, host.usedUnits - units), usedCores: Math.max(0, host.usedCores - units) }
        : host,
  });
  const hosts = charged.map((host) => host.hostId).join(' or ');
  const cores = instanceType(plan.instanceType)?.cores ?? 0;
  const effect = `stop or move machines with ${cores} cores on ${hosts}: then 1 ${plan.instanceType} fits there and needs no new licences`;
  return verified(id, { effect, command: '' }, decideLaunch(input, emptier));
}
