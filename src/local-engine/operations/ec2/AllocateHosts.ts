import type { Input } from '../../../contract/operations.ts';
import { check } from '../../../validation/catalogue/index.ts';
import { capacityUnits, hostFamily } from '../../../validation/hosts-table.ts';
import { families, instanceType, instanceTypesOf, nearestInstanceTypes } from '../../../validation/instance-types.ts';
import { nearest } from '../../../validation/nearest.ts';
import { DEFAULT_QUOTAS } from '../../../validation/quotas.ts';
import { guard } from '../../../validation/refuse.ts';
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
    'ec2-instance-type-unknown',
    'ec2-zone-unknown',
    'host-type-unsupported',
    'host-multi-type-nitro',
    'host-on-demand-quota',
    'client-token-mismatch',
    ...TAG_CONSTRAINTS,
  ],
  token: (input) => input.ClientToken,
  run(tx, input, context) {
    const { here, ids, now, scope } = context;
    const tags = tagsFor('dedicated-host', input.TagSpecifications);
    guard(check('host-allocate-one-kind', input), tagViolations(tags));
    const family = input.InstanceFamily ?? input.InstanceType?.split('.')[0] ?? '';
    guard(
      kindGuards(input, family),
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

/** The type or family must be known, able to run on hosts, and (for a family) mix its types on one host. */
function kindGuards(input: Input<'ec2:AllocateHosts'>, family: string) {
  const { InstanceType, InstanceFamily } = input;
  const asked = InstanceType ?? family;
  const known = InstanceType === undefined ? families().includes(family) : instanceType(InstanceType) !== undefined;
  const suggestions = InstanceType === undefined ? nearest(family, families()) : nearestInstanceTypes(InstanceType);
  const unknown = check('ec2-instance-type-unknown', { instanceType: asked, known, nearest: suggestions });
  if (unknown.length > 0) return unknown;
  const facts = hostFamily(family);
  const capable =
    InstanceType === undefined
      ? instanceTypesOf(family).some((type) => type.dedicatedHosts)
      : instanceType(InstanceType)?.dedicatedHosts;
  const unsupported = check('host-type-unsupported', {
    instanceType: asked,
    dedicatedHosts: facts !== undefined && capable === true,
  });
  return unsupported.length > 0
    ? unsupported
    : check('host-multi-type-nitro', { InstanceFamily, mixed: facts?.mixedInstanceTypes ?? false });
}

function quota(tx: Tx, family: string, adding: number, { here }: Context) {
  const existing = here.hosts.ofFamily(family).filter((host) => host.releasedAt === undefined).length;
  const limit = tx.sandbox.quota('hosts-per-family') ?? DEFAULT_QUOTAS['hosts-per-family'];
  return check('host-on-demand-quota', { family, existing, adding, limit });
}
