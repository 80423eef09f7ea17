import type { FailedResource } from '@aws-sdk/client-resource-groups';
import type { Violation } from '../../../contract/decision.ts';
import { check } from '../../../validation/catalogue/index.ts';
import { failedHost } from '../../../validation/failed-host.ts';
import { JOIN_CONSTRAINTS, joinViolations } from '../../../validation/licensing/decide-group.ts';
import { joinMoment } from '../../moments.ts';
import { type Context, operation } from '../../operation.ts';
import type { Tx } from '../../store/store.ts';
import type { HostGroupRow } from '../../store/tables/host-groups.ts';
import { takeNoticeBack } from '../eviction.ts';
import { groupFact, OWN_GROUP_CONSTRAINTS, ownGroup } from '../group.ts';
import { MEMBER_LIST_CONSTRAINTS, type NamedHost, namedHosts } from '../group-members.ts';

/**
 * Answers 200 and says for each host whether it joins; one that joins is pending until the schedule makes it a member.
 * https://docs.aws.amazon.com/ARG/latest/APIReference/API_GroupResources.html
 */
export default operation({
  name: 'resource-groups:GroupResources',
  access: 'write',
  decides: true,
  constraints: [...OWN_GROUP_CONSTRAINTS, ...MEMBER_LIST_CONSTRAINTS, ...JOIN_CONSTRAINTS],
  run(tx, input, context) {
    const group = ownGroup(tx, input, context);
    const Succeeded: string[] = [];
    const Failed: FailedResource[] = [];
    const Pending: { ResourceArn: string }[] = [];
    for (const host of namedHosts(input.ResourceArns, context)) {
      const violations = join(tx, host, group, context);
      const isMember = violations.length === 0 && context.here.hosts.find(host.id)?.joinsAt === undefined;
      if (violations.length > 0) Failed.push(failedHost(host.arn, violations));
      else if (isMember) Succeeded.push(host.arn);
      else Pending.push({ ResourceArn: host.arn });
    }
    return { Succeeded, Failed, Pending };
  },
});

/** Lets one host join, or says why not. What is in the group already stays as it is. */
function join(tx: Tx, { id, account }: NamedHost, group: HostGroupRow, context: Context): readonly Violation[] {
  const { here, now, world } = context;
  const foreign = { hostId: id, hostOwner: account, group: group.name, ownerId: group.account };
  if (account !== group.account) return check('hrg-add-host-owner', foreign);
  const row = here.hosts.find(id);
  const fact = world.host(id);
  if (row === undefined || !fact.known || fact.value === undefined)
    return check('host-not-found', { hostId: id, found: false });
  if (row.groupKey === group.key) return [];
  const other = row.groupKey === undefined ? undefined : tx.members.byKey(row.groupKey)?.name;
  const violations = joinViolations(fact.value, groupFact(group, context), other, world);
  if (violations.length > 0) return violations;
  here.hosts.join(id, group.key, joinMoment(now));
  takeNoticeBack(tx, group, id);
  return violations;
}
