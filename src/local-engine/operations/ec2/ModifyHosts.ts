import type { Violation } from '../../../contract/decision.ts';
import type { Input } from '../../../contract/operations.ts';
import { check } from '../../../validation/catalogue/index.ts';
import { guard } from '../../../validation/guard.ts';
import { changesKind, modifyHostViolations } from '../../../validation/host-change.ts';
import { HOST_KIND_CONSTRAINTS, hostKindFacts, hostKindViolations } from '../../../validation/host-kind.ts';
import { capacityUnits } from '../../../validation/hosts-table.ts';
import { faultOf } from '../../../validation/refuse.ts';
import { isRunning } from '../../ledger/leave.ts';
import { type Context, operation } from '../../operation.ts';
import type { Tx } from '../../store/store.ts';
import type { HostRow } from '../../store/tables/hosts.ts';

type Request = Input<'ec2:ModifyHosts'>;

const MODELLED = ['AutoPlacement', 'HostRecovery', 'HostMaintenance', 'InstanceType', 'InstanceFamily'] as const;

/**
 * Answers 200 and says for each host whether it was changed (RULINGS 23).
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyHosts.html
 */
export default operation({
  name: 'ec2:ModifyHosts',
  access: 'write',
  constraints: [
    'ec2-nothing-to-change',
    'host-allocate-one-kind',
    ...HOST_KIND_CONSTRAINTS,
    'host-not-found',
    'host-modify-family',
    'host-modify-needs-empty',
  ],
  run(tx, input, context) {
    const { InstanceType, InstanceFamily } = input;
    const given = MODELLED.some((name) => input[name] !== undefined);
    guard(
      check('ec2-nothing-to-change', { given, modelled: MODELLED }),
      InstanceType !== undefined && InstanceFamily !== undefined ? check('host-allocate-one-kind', input) : [],
      changesKind(input) ? hostKindViolations(input, hostKindFacts(input)) : [],
    );
    const Successful: string[] = [];
    const Unsuccessful: { ResourceId: string; Error: { Code: string; Message: string } }[] = [];
    for (const hostId of input.HostIds ?? []) {
      const violations = modify(tx, hostId, input, context);
      const { code, message } = faultOf(violations);
      if (violations.length === 0) Successful.push(hostId);
      else Unsuccessful.push({ ResourceId: hostId, Error: { Code: code, Message: message } });
    }
    return { Successful, Unsuccessful };
  },
});

/** Changes one host, or says why not. */
function modify(tx: Tx, hostId: string, input: Request, { here }: Context): readonly Violation[] {
  const host = here.hosts.find(hostId);
  if (host === undefined || host.releasedAt !== undefined) return check('host-not-found', { hostId, found: false });
  const instanceType = changesKind(input) ? input.InstanceType : host.instanceType;
  const running = tx.across.onHost(hostId).filter(isRunning);
  const violations = modifyHostViolations({ ...host, hostId, running: running.map(({ id }) => id) }, input);
  if (violations.length === 0) here.hosts.modify(changed(host, input, instanceType));
  return violations;
}

function changed(host: HostRow, input: Request, instanceType: string | undefined): HostRow {
  const { AutoPlacement, HostRecovery, HostMaintenance } = input;
  const on = (asked: 'on' | 'off' | undefined, before: boolean) => (asked === undefined ? before : asked === 'on');
  return {
    ...host,
    autoPlacement: on(AutoPlacement, host.autoPlacement),
    hostRecovery: on(HostRecovery, host.hostRecovery),
    hostMaintenance: on(HostMaintenance, host.hostMaintenance),
    instanceType,
    capacityUnits: capacityUnits(host.family, instanceType) ?? host.capacityUnits,
  };
}
