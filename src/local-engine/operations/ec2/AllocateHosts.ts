import { check } from '../../../validation/catalogue/index.ts';
import { guard } from '../../../validation/guard.ts';
import { hostFamily } from '../../../validation/host-families.ts';
import { familyOf, HOST_KIND_CONSTRAINTS, hostKindFacts, hostKindViolations } from '../../../validation/host-kind.ts';
import { capacityUnits } from '../../../validation/hosts-table.ts';
import { DEFAULT_QUOTAS } from '../../../validation/quotas.ts';
import { TAG_CONSTRAINTS, tagViolations } from '../../../validation/tags.ts';
import { type Context, operation } from '../../operation.ts';
import type { Tx } from '../../store/store.ts';
import { tagsFor } from '../tags.ts';

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AllocateHosts.html */
export default operation({
  name: 'ec2:AllocateHosts',
  access: 'write',
  constraints: [
    'host-allocate-one-kind',
    ...HOST_KIND_CONSTRAINTS,
    'ec2-zone-unknown',
    'host-on-demand-quota',
    'client-token-mismatch',
    ...TAG_CONSTRAINTS,
  ],
  token: (input) => input.ClientToken,
  run(tx, input, context) {
    const { here, ids, now, scope } = context;
    const tags = tagsFor('dedicated-host', input.TagSpecifications);
    guard(check('host-allocate-one-kind', input), tagViolations(tags));
    const family = familyOf(input);
    guard(
      hostKindViolations(input, hostKindFacts(input)),
      check('ec2-zone-unknown', { zone: input.AvailabilityZone ?? '', region: scope.region }),
    );
    guard(quota(tx, family, input.Quantity ?? 1, context));
    const facts = hostFamily(family);
    const hostIds = Array.from({ length: input.Quantity ?? 1 }, () => ids.next('h'));
    for (const id of hostIds) {
      here.hosts.insert({
        id,
        family,
        instanceType: input.InstanceType,
        zone: input.AvailabilityZone ?? `${scope.region}a`,
        state: 'available',
        // AWS's own default is off (host-allocate-defaults).
        autoPlacement: input.AutoPlacement === 'on',
        hostRecovery: input.HostRecovery === 'on',
        hostMaintenance: input.HostMaintenance === 'on',
        cores: facts?.physicalCores ?? 0,
        sockets: facts?.sockets ?? 0,
        vcpus: facts?.vcpus,
        capacityUnits: capacityUnits(family, input.InstanceType) ?? 0,
        allocatedAt: now,
      });
    }
    tx.tags.put(hostIds, tags);
    return { HostIds: hostIds };
  },
});

function quota(tx: Tx, family: string, adding: number, { here }: Context) {
  const existing = here.hosts.ofFamily(family).filter((host) => host.releasedAt === undefined).length;
  const limit = tx.sandbox.quota('hosts-per-family') ?? DEFAULT_QUOTAS['hosts-per-family'];
  return check('host-on-demand-quota', { family, existing, adding, limit });
}
