import { describe, expect, test } from 'vitest';
import type { HostFact } from '../../../src/contract/world.ts';
import { affordable, type Demand, pack } from '../../../src/validation/licensing/pack.ts';
import { host } from './world.ts';

const cores = (arn: string, headroom: number): Demand => ({
  arn,
  unitsEach: 0,
  hostUnits: (one) => one.cores,
  headroom,
});
const each = (arn: string, unitsEach: number, headroom: number): Demand => ({
  arn,
  unitsEach,
  hostUnits: () => 0,
  headroom,
});

/** `h-1:40` is a host with 40 of 48 cores used, `h-2!a` one that is charged to a. */
function hostsOf(text: string): readonly HostFact[] {
  return text
    .split(' ')
    .filter(Boolean)
    .map((word) => {
      const [, hostId = '', used, charged] = /^(h-\d)(?::(\d+))?(?:!(\w+))?$/.exec(word) ?? [];
      return host({ hostId, usedUnits: Number(used ?? 0), chargedTo: charged === undefined ? [] : [charged] });
    });
}

/** Placements and charges in words: `h-1x3+48` is three machines on h-1, which newly charges 48. */
function words({ placements, hostCharges }: ReturnType<typeof pack>): string {
  return placements
    .map(({ hostId, count }) => {
      const units = hostCharges.filter((one) => one.hostId === hostId).map((one) => `+${one.units}`);
      return `${hostId}x${count}${units.join('')}`;
    })
    .join(' ');
}

describe('machines of 8 units are packed', () => {
  test.each<[what: string, count: number, hosts: string, demands: readonly Demand[], placed: string]>([
    ['on the oldest of equal hosts', 1, 'h-2 h-1', [], 'h-1x1'],
    ['on the fullest that fits', 1, 'h-1 h-2:40 h-3:41', [], 'h-2x1'],
    ['over several hosts', 8, 'h-1:40 h-2', [], 'h-1x1 h-2x6'],
    ['as many as there is room', 9, 'h-1:40 h-2', [], 'h-1x1 h-2x6'],
    ['first where the licences are taken', 1, 'h-1:40 h-2!a', [cores('a', 96)], 'h-2x1'],
    ['charging a host once', 3, 'h-1', [cores('a', 96)], 'h-1x3+48'],
    ['within the headroom for hosts', 12, 'h-1 h-2', [cores('a', 48)], 'h-1x6+48'],
    ['on a charged host without any headroom', 12, 'h-1!a h-2', [cores('a', 0)], 'h-1x6'],
    ['on a charged host even above the limit', 1, 'h-1!a', [cores('a', -48)], 'h-1x1'],
    ['within the headroom for machines', 6, 'h-1', [each('b', 4, 10)], 'h-1x2'],
    ['within every headroom', 12, 'h-1 h-2', [cores('a', 96), each('b', 4, 28)], 'h-1x6+48 h-2x1+48'],
    ['not charging a host that then takes no machine', 6, 'h-1', [cores('a', 96), each('b', 4, 3)], ''],
    ['nowhere without hosts', 1, '', [], ''],
  ])('%s', (_what, count, hosts, demands, placed) => {
    const packed = pack(count, 8, hostsOf(hosts), demands);
    expect(words(packed)).toBe(placed);
    expect(packed.count).toBe(packed.placements.reduce((sum, one) => sum + one.count, 0));
  });
});

test.each<[unitsEach: number, headroom: number, count: number]>([
  [0, -5, Number.POSITIVE_INFINITY],
  [4, 8, 2],
  [4, 7, 1],
  [4, 3, 0],
  [4, -1, 0],
])('machines of %i units, %i left: %d are affordable', (unitsEach, headroom, count) => {
  expect(affordable({ unitsEach }, headroom)).toBe(count);
});
