import type { Host } from '@aws-sdk/client-ec2';
import { expect, test } from 'vitest';
import { barOf } from '../../../src/commands/host/bar.ts';
import { roomOf, roomWords } from '../../../src/commands/shared/host-room.ts';

const host = (properties: Host['HostProperties'], ...types: readonly string[]): Host => ({
  HostProperties: properties,
  Instances: types.map((InstanceType, at) => ({ InstanceId: `i-${at}`, InstanceType })),
});

test.each([
  ['an empty host', host({ InstanceFamily: 'm5', Cores: 48 }), '0/48'],
  ['sizes of its family', host({ InstanceFamily: 'm5', Cores: 48 }, 'm5.8xlarge', 'm5.large'), '17/48'],
  ['bare metal takes it whole', host({ InstanceFamily: 'm5', Cores: 48 }, 'm5.metal'), '48/48'],
  ['m4 counts machines', host({ InstanceType: 'm4.large', Cores: 20 }, 'm4.large', 'm4.large'), '2/22 slots'],
  ['t3 is oversubscribed', host({ InstanceFamily: 't3', Cores: 48 }, 't3.2xlarge', 't3.nano'), '9/192 slots'],
])('how full a host is: %s', (_, given, words) => {
  expect(roomWords(roomOf(given))).toBe(words);
});

test('a bar shows each piece in its place', () => {
  expect(barOf(6, 0, 2, '#')).toBe('|##    |');
  expect(barOf(6, 2, 3, '#')).toBe('|  ### |');
  expect(barOf(6, 5, 1, '.')).toBe('|     .|');
});

test('a bar of more units than columns is drawn to scale', () => {
  expect(barOf(96, 48, 48, '#')).toBe(`|${' '.repeat(24)}${'#'.repeat(24)}|`);
});
