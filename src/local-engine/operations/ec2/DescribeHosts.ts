import type { Host } from '@aws-sdk/client-ec2';
import { check } from '../../../validation/catalogue/index.ts';
import { guard } from '../../../validation/guard.ts';
import { operation } from '../../operation.ts';
import { pageOf } from '../../paging.ts';
import type { HostRow } from '../../store/tables/hosts.ts';
import { matches, tagFilters } from '../filters.ts';
import { hostAnswer } from '../host.ts';

const PAGE = 500;

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeHosts.html */
export default operation({
  name: 'ec2:DescribeHosts',
  access: 'read',
  constraints: ['host-not-found', 'ec2-filter-unknown', 'page-token-invalid', 'page-size-invalid'],
  run(tx, input, { here, scope }) {
    const { HostIds: ids = [], Filter = [] } = input;
    const wanted = matches<Host>(Filter, FIELDS);
    const shown = (rows: readonly HostRow[]) =>
      rows.map((row) => hostAnswer(tx, row, tx.across.onHost(row.id))).filter(wanted);
    if (ids.length > 0) {
      guard(ids.flatMap((hostId) => check('host-not-found', { hostId, found: here.hosts.find(hostId) !== undefined })));
      return { Hosts: shown(ids.flatMap((id) => here.hosts.find(id) ?? [])) };
    }
    const listing = { operation: 'DescribeHosts', scope, filters: Filter, token: input.NextToken };
    const page = pageOf(
      listing,
      input.MaxResults ?? PAGE,
      (after, limit) => here.hosts.after(Number(after?.[0] ?? 0), limit),
      (row) => [row.key],
    );
    return { Hosts: shown(page.rows), NextToken: page.nextToken };
  },
});

const FIELDS = {
  state: (host: Host) => [host.State],
  'availability-zone': (host: Host) => [host.AvailabilityZone],
  'auto-placement': (host: Host) => [host.AutoPlacement],
  'instance-type': (host: Host) => [host.HostProperties?.InstanceType],
  'host-reservation-id': () => [],
  'client-token': () => [],
  ...tagFilters<Host>(),
};
