import type { FailedResource } from '@aws-sdk/client-resource-groups';
import { check } from '../../../validation/catalogue/index.ts';
import { failedHost } from '../../../validation/failed-host.ts';
import { operation } from '../../operation.ts';
import { giveNotice } from '../eviction.ts';
import { OWN_GROUP_CONSTRAINTS, ownGroup } from '../group.ts';
import { MEMBER_LIST_CONSTRAINTS, namedHosts } from '../group-members.ts';

/**
 * Machines stay on a host that leaves, and go on naming the group (hrg-remove-host-instances-stay). Those of other
 * accounts are there on notice where the group is shared (hrg-remove-host-shared).
 * https://docs.aws.amazon.com/ARG/latest/APIReference/API_UngroupResources.html
 */
export default operation({
  name: 'resource-groups:UngroupResources',
  access: 'write',
  decides: true,
  constraints: [...OWN_GROUP_CONSTRAINTS, ...MEMBER_LIST_CONSTRAINTS, 'hrg-host-not-member', 'hrg-remove-host-shared'],
  run(tx, input, context) {
    const { hosts } = context.here;
    const group = ownGroup(tx, input, context);
    const Succeeded: string[] = [];
    const Failed: FailedResource[] = [];
    for (const { arn, id } of namedHosts(input.ResourceArns, context)) {
      const member = hosts.find(id)?.groupKey === group.key;
      const violations = check('hrg-host-not-member', { hostId: id, group: group.name, member });
      if (violations.length > 0) Failed.push(failedHost(arn, violations));
      else {
        hosts.leaveGroup(id);
        giveNotice(tx, group, id, context);
        Succeeded.push(arn);
      }
    }
    return { Succeeded, Failed, Pending: [] };
  },
});
