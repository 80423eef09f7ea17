import { describe, expect, test } from 'vitest';
import { decideLaunch } from '../../../src/validation/licensing/decide-launch.ts';
import { decideMove } from '../../../src/validation/licensing/decide-move.ts';
import { decideStart } from '../../../src/validation/licensing/decide-start.ts';
import { MATRIX, type MatrixCell, PLACES, tenancyOf } from '../../support/matrix.ts';
import { instance, worldOf } from './world.ts';

const GROUP = 'arn:aws:resource-groups:us-east-1:111122223333:group/sql';
const group = {
  arn: GROUP,
  name: 'sql',
  ownerId: '111122223333',
  accessible: true,
  autoAllocate: false,
  autoRelease: false,
  autoRecover: false,
  joining: 0,
  running: [],
};

/** A host of its own and one in a group, so that only the billing code can be in the way. */
const world = (machine: Parameters<typeof instance>[0]) =>
  worldOf({
    group,
    hosts: [{ hostId: 'h-1' }, { hostId: 'h-2', resourceGroupArn: GROUP }],
    instance: machine,
    image: { usageOperation: machine?.usageOperation ?? '' },
  });

const inGroup = ({ place }: MatrixCell) => (place === 'group' ? GROUP : undefined);
const refusedBy = (violations: readonly { readonly id: string }[]) =>
  violations.map((one) => one.id).filter((id) => id.startsWith('tenancy-matrix-'));

/** The three ways in which a machine comes to a place, each with the refusals of the table that it meets. */
const WAYS: Readonly<Record<string, (cell: MatrixCell) => readonly string[]>> = {
  launched: (cell) => {
    const Placement = { Tenancy: tenancyOf(cell.place), HostResourceGroupArn: inGroup(cell) };
    const input = { ImageId: 'ami-1', InstanceType: 'm5.large', MinCount: 1, MaxCount: 1, Placement } as const;
    return refusedBy(decideLaunch(input, world({ usageOperation: cell.code })).violations);
  },
  started: (cell) => {
    const at = { tenancy: tenancyOf(cell.place), ...(cell.place === 'group' ? { hostResourceGroupArn: GROUP } : {}) };
    const machine = { usageOperation: cell.code, ...at };
    return refusedBy(decideStart(instance(machine), world(machine)).violations);
  },
  moved: (cell) => {
    const input = { InstanceId: 'i-1', Tenancy: tenancyOf(cell.place), HostResourceGroupArn: inGroup(cell) };
    return refusedBy(decideMove(input, world({ usageOperation: cell.code, tenancy: 'dedicated' })).violations);
  },
};

describe.each(Object.entries(WAYS))('a machine that is %s', (_way, refusals) => {
  test.each(MATRIX)('$code, $place: allowed $allowed', (cell) => {
    expect(refusals(cell)).toHaveLength(cell.allowed ? 0 : 1);
  });
});

test('every row of the table has every place', () => {
  expect(MATRIX.length).toBe(20 * PLACES.length);
});
