import type { Instance, Reservation } from '@aws-sdk/client-ec2';
import { type Context, operation } from '../../operation.ts';
import { pageOf } from '../../paging.ts';
import type { Tx } from '../../store/store.ts';
import type { InstanceRow } from '../../store/tables/instances.ts';
import { matches, tagFilters } from '../filters.ts';
import { foundInstances, instanceAnswers } from '../instance.ts';

const PAGE = 1000;

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInstances.html */
export default operation({
  name: 'ec2:DescribeInstances',
  access: 'read',
  constraints: ['ec2-instance-not-found', 'ec2-filter-unknown', 'page-token-invalid', 'page-size-invalid'],
  run(tx, input, context) {
    const { InstanceIds: ids = [], Filters = [], NextToken: token } = input;
    const wanted = matches<Instance>(Filters, FIELDS);
    if (ids.length > 0) return { Reservations: reservations(tx, foundInstances(ids, context), wanted) };
    const listing = { operation: 'DescribeInstances', scope: context.scope, filters: Filters, token };
    const page = pageOf(
      listing,
      input.MaxResults ?? PAGE,
      (after, limit) => matching(tx, context, Number(after?.[0] ?? 0), limit, wanted),
      (row) => [row.key],
    );
    return { Reservations: reservations(tx, page.rows, wanted), NextToken: page.nextToken };
  },
});

const FIELDS = {
  'instance-id': (one: Instance) => [one.InstanceId],
  'image-id': (one: Instance) => [one.ImageId],
  'instance-type': (one: Instance) => [one.InstanceType],
  'instance-state-name': (one: Instance) => [one.State?.Name],
  'instance-state-code': (one: Instance) => [one.State?.Code],
  'availability-zone': (one: Instance) => [one.Placement?.AvailabilityZone],
  'host-id': (one: Instance) => [one.Placement?.HostId],
  'placement-group-name': (one: Instance) => [one.Placement?.GroupName],
  tenancy: (one: Instance) => [one.Placement?.Tenancy],
  affinity: (one: Instance) => [one.Placement?.Affinity],
  'usage-operation': (one: Instance) => [one.UsageOperation],
  'platform-details': (one: Instance) => [one.PlatformDetails],
  ...tagFilters<Instance>(),
};

const CHUNK = 1000;

/** Reads on by key until a page is full; filters look at what the caller will see. */
function matching(
  tx: Tx,
  { here }: Context,
  after: number,
  limit: number,
  wanted: (one: Instance) => boolean,
): readonly InstanceRow[] {
  const found: InstanceRow[] = [];
  for (let from = after; found.length < limit; ) {
    const rows = here.instances.after(from, Math.min(CHUNK, limit));
    const answers = instanceAnswers(tx, rows);
    found.push(...rows.filter((_, index) => wanted(answers[index] ?? {})));
    const last = rows.at(-1);
    if (last === undefined || rows.length < Math.min(CHUNK, limit)) break;
    from = last.key;
  }
  return found.slice(0, limit);
}

/** Machines of one launch stand together, as they were launched. */
function reservations(tx: Tx, rows: readonly InstanceRow[], wanted: (one: Instance) => boolean): Reservation[] {
  const answers = instanceAnswers(tx, rows);
  const byReservation = new Map<string, { OwnerId: string; Instances: Instance[] }>();
  for (const [index, row] of rows.entries()) {
    const instance = answers[index];
    if (instance === undefined || !wanted(instance)) continue;
    const group = byReservation.get(row.reservationId) ?? { OwnerId: row.account, Instances: [] };
    group.Instances.push(instance);
    byReservation.set(row.reservationId, group);
  }
  return [...byReservation].map(([ReservationId, group]) => ({ ReservationId, Groups: [], ...group }));
}
