import type { LaunchPlan } from '../../contract/launch.ts';
import { parseConfigurationArn } from '../../validation/arns.ts';
import { unitsOf } from '../../validation/hosts-table.ts';
import { instanceType } from '../../validation/instance-types.ts';
import type { Tx } from '../store/store.ts';
import type { TotalChange } from '../store/tables/books.ts';
import type { ConfigurationRow } from '../store/tables/configurations.ts';
import { chargeHost } from './charge-host.ts';
import { summed } from './totals.ts';

/** One machine of a launch, in launch order. */
export interface Machine {
  readonly instanceId: string;
  readonly hostId: string | undefined;
}

/**
 * Takes the licences of a decided launch: associations of every machine, licences of machines and of hosts, totals, and the
 * room on the hosts. A constant number of statements, however many machines.
 */
export function takeForLaunch(
  tx: Tx,
  plan: LaunchPlan,
  machines: readonly Machine[],
  owner: string,
  now: number,
): void {
  const configurations = plan.associate.map((arn) => configurationOf(tx, arn));
  const unitsEach = new Map(plan.machineCharges.map((charge) => [charge.configurationArn, charge.unitsEach]));
  const ids = machines.map((machine) => machine.instanceId);
  tx.books.associate(
    configurations.map(({ arn, row }) => ({
      configurationKey: row.key,
      resourceType: 'EC2_INSTANCE',
      owner,
      origin: 'launch',
      at: now,
      consumed: unitsEach.get(arn) ?? 0,
    })),
    ids,
  );
  tx.books.occupy(occupation(plan));
  const machineTotals = configurations.map(
    ({ arn, row }): TotalChange => ({
      configurationKey: row.key,
      resourceType: 'EC2_INSTANCE',
      consumed: (unitsEach.get(arn) ?? 0) * ids.length,
      associated: ids.length,
    }),
  );
  tx.books.addToTotals(summed([...machineTotals, ...chargeHosts(tx, plan, configurations, now)]));
}

export interface Applied {
  readonly arn: string;
  readonly row: ConfigurationRow;
}

export function configurationOf(tx: Tx, arn: string): Applied {
  const id = parseConfigurationArn(arn)?.id;
  const row = id === undefined ? undefined : tx.across.configuration(id);
  if (row === undefined) throw new TypeError(`the plan names ${arn}, which does not exist`);
  return { arn, row };
}

export function occupation(plan: LaunchPlan): readonly (readonly [string, number, number, number])[] {
  const units = unitsOf(plan.instanceType);
  const cores = instanceType(plan.instanceType)?.cores ?? 0;
  return plan.placements.map(({ hostId, count }) => [hostId, units * count, cores * count, count]);
}

/** Counts the machines on every host under every host-charged configuration, and takes what the plan newly charges. */
function chargeHosts(
  tx: Tx,
  plan: LaunchPlan,
  configurations: readonly Applied[],
  now: number,
): readonly TotalChange[] {
  const changes: TotalChange[] = [];
  for (const { arn, row } of configurations.filter((applied) => plan.hostCharged.includes(applied.arn))) {
    for (const { hostId, count } of plan.placements) {
      const units =
        plan.hostCharges.find((charge) => charge.configurationArn === arn && charge.hostId === hostId)?.units ?? 0;
      const consumed = chargeHost(tx, row, hostId, units, count, now);
      changes.push({ configurationKey: row.key, resourceType: 'EC2_HOST', consumed, associated: 0 });
    }
  }
  return changes;
}
