import type { ProductInformation } from '@aws-sdk/client-license-manager';
import { check, describe } from '../../validation/catalogue/index.ts';
import { activationOf, exclusionsOf, leavesAfter } from '../../validation/conversion.ts';
import { instanceType } from '../../validation/instance-types.ts';
import { machineOf } from '../../validation/licensing/counting.ts';
import { judgePlacement, placementFor, usageOperation } from '../../validation/usage-operations.ts';
import { raiseAlert } from '../ledger/alert.ts';
import { disassociateInstance } from '../ledger/associate.ts';
import { conversionEnd } from '../moments.ts';
import type { Tx } from '../store/store.ts';
import {
  type ConversionRow,
  conversionEnded,
  conversionSwitched,
  conversionsDue,
} from '../store/tables/conversions.ts';
import type { InstanceRow } from '../store/tables/instances.ts';
import type { Applied } from './index.ts';

/** The next step of every conversion that is under way, one after the other until none is due (convert-status-flow). */
export function convertDue(tx: Tx, now: number): readonly Applied[] {
  const applied: Applied[] = [];
  for (let rows = conversionsDue(tx.db, now); rows.length > 0; rows = conversionsDue(tx.db, now)) {
    for (const row of rows) {
      const at = row.dueAt ?? now;
      applied.push({ at, what: row.switchedAt === undefined ? changeBilling(tx, row, at) : complete(tx, row, at) });
    }
  }
  return applied;
}

function changeBilling(tx: Tx, row: ConversionRow, at: number): string {
  const { here, instance } = subjectOf(tx, row);
  const obstacle = obstacleTo(row, instance, here.nodes.find(row.instanceId)?.reachable ?? false);
  if (instance === undefined || obstacle !== undefined) {
    const message = `${obstacle}; the billing was not changed`;
    conversionEnded(tx.db, row.key, at, { status: 'FAILED', message });
    return `conversion ${row.id} of ${row.instanceId} failed: ${message}`;
  }
  const { destination } = row;
  const platformDetails = usageOperation(destination)?.platformDetails ?? instance.platformDetails;
  here.instances.bill(instance.id, { usageOperation: destination, platformDetails }, at);
  conversionSwitched(tx.db, row.key, at, conversionEnd(at));
  return `${instance.id} is billed as ${destination} instead of ${row.source}`;
}

/** What has come between since the conversion was allowed. */
function obstacleTo({ destination }: ConversionRow, instance: InstanceRow | undefined, reachable: boolean) {
  if (instance === undefined || instance.state === 'terminated' || instance.state === 'shutting-down')
    return 'the instance was terminated';
  if (!reachable) return `the Systems Manager agent on ${instance.id} could not be reached`;
  const placed = judgePlacement(destination, placementFor(instance.tenancy, instance.groupArn !== undefined));
  if (placed.kind === 'refused') return `${destination} may not run on tenancy ${instance.tenancy}`;
  const type = instanceType(instance.instanceType);
  const vcpus = type && machineOf(type, instance).vcpus;
  if (vcpus === undefined) return undefined;
  const [small] = check('convert-sql-li-min-vcpu', { instance: instance.id, destination, vcpus });
  return small && describe(small).message;
}

/** The last step: Windows' activation, and what automated discovery now excludes. */
function complete(tx: Tx, row: ConversionRow, at: number): string {
  const { scope, here, instance } = subjectOf(tx, row);
  const reachable = here.nodes.find(row.instanceId)?.reachable ?? false;
  const activates = activationOf(row.source, row.destination) === 'automatic';
  if (activates && instance !== undefined && (!reachable || tx.failing.has('kms'))) {
    const message = `the billing was changed, but Windows on ${instance.id} could not be pointed at the AWS KMS server; run AWSSupport-ActivateWindowsWithAmazonLicense or switch it by hand`;
    conversionEnded(tx.db, row.key, at, { status: 'FAILED', message });
    const args = { instance: instance.id, taskId: row.id, destination: row.destination };
    const { account } = scope;
    const violation = { id: 'convert-partial-kms', args };
    raiseAlert(tx, scope.region, { account, caller: account, at, kind: 'soft', operation: 'schedule', violation });
    return `conversion ${row.id} failed: ${message}`;
  }
  conversionEnded(tx.db, row.key, at, { status: 'SUCCEEDED', message: undefined });
  const left = instance === undefined ? [] : leaveExcluding(tx, row, instance, at);
  const words = left.length === 0 ? '' : `; it left ${left.join(', ')}, which exclude what AWS now licenses`;
  return `conversion ${row.id} of ${row.instanceId} succeeded${words}`;
}

/** Every configuration whose discovery rules all exclude the newly included licence drops the machine; returns their names. */
function leaveExcluding(tx: Tx, { source, destination }: ConversionRow, instance: InstanceRow, at: number) {
  return tx.associations.ofResource(instance.id).flatMap((association) => {
    const configuration = tx.across.configurationByKey(association.configurationKey);
    if (configuration === undefined) return [];
    const rules: readonly ProductInformation[] = JSON.parse(configuration.products);
    if (!leavesAfter(source, destination, exclusionsOf(rules))) return [];
    disassociateInstance(tx, configuration, instance, at);
    return [configuration.name];
  });
}

function subjectOf(tx: Tx, { account, region, instanceId }: ConversionRow) {
  const scope = { account, region };
  const here = tx.in(scope);
  return { scope, here, instance: here.instances.find(instanceId) };
}
