import { isMembers, listOf, type Members, membersOf, Open } from '../open.ts';
import type { ZoneOf } from '../zones.ts';
import type { PlanDocument } from './document.ts';
import type { PlanView } from './plan-view.ts';

const SUBNET = 'aws_subnet';

/** The zones of subnets: of those that the plan has, and of those that it read or that were there before. */
export function subnetZones(document: PlanDocument, view: PlanView): ZoneOf {
  const zones = new Map<string, string>();
  for (const values of valuesIn(document.prior)) put(values.id, values.availability_zone);
  for (const change of document.changes.filter(({ type }) => type === SUBNET)) {
    put(view.symbol(change, 'id'), view.after(change).availability_zone);
  }
  return (subnet) => (subnet instanceof Open ? subnet : zones.get(String(subnet)));

  function put(id: unknown, zone: unknown): void {
    if (typeof id === 'string' && typeof zone === 'string') zones.set(id, zone);
  }
}

/** Subnets of a module of the state, managed or read, and of those below it. */
function valuesIn(module: Members): readonly Members[] {
  const resources = listOf(module.resources).filter(isMembers);
  const own = resources.filter(({ type }) => type === SUBNET).map(({ values }) => membersOf(values));
  return [...own, ...listOf(module.child_modules).filter(isMembers).flatMap(valuesIn)];
}
