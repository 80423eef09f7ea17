import type { Input } from '../../contract/operations.ts';
import type { Fact } from '../../contract/world.ts';
import { check } from '../../validation/catalogue/index.ts';
import { changesKind } from '../../validation/host-change.ts';
import { hostFamily } from '../../validation/host-families.ts';
import { familyOf, type HostKind, type HostKindFacts, hostKindViolations } from '../../validation/host-kind.ts';
import { everyPage, factOf, type Reading } from '../../world/reading.ts';
import { given } from './images.ts';
import { broken, type Judged } from './judged.ts';

/** AllocateHosts: one kind of host that there is, a zone of the Region, tags. Quotas of hosts no call tells: they are AWS's. */
export async function judgeAllocate(input: Input<'ec2:AllocateHosts'>, reading: Reading): Promise<Judged> {
  const form = [...check('host-allocate-one-kind', input), ...given('dedicated-host', input.TagSpecifications)];
  if (form.length > 0) return broken(form);
  const kind = await judgeKind(input, reading);
  if (kind.verdict !== 'allowed') return kind;
  const zone = input.AvailabilityZone;
  return broken(zone === undefined ? [] : check('ec2-zone-unknown', { zone, region: reading.scope.region }));
}

const MODELLED = ['AutoPlacement', 'HostRecovery', 'HostMaintenance', 'InstanceType', 'InstanceFamily'] as const;

/** ModifyHosts, as far as it goes for all hosts; what keeps one of them as it is stands in the answer. */
export async function judgeModify(input: Input<'ec2:ModifyHosts'>, reading: Reading): Promise<Judged> {
  const { InstanceType, InstanceFamily } = input;
  const given = MODELLED.some((name) => input[name] !== undefined);
  const nothing = check('ec2-nothing-to-change', { given, modelled: MODELLED });
  if (nothing.length > 0) return broken(nothing);
  const both = InstanceType !== undefined && InstanceFamily !== undefined;
  if (both) return broken(check('host-allocate-one-kind', input));
  return changesKind(input) ? judgeKind(input, reading) : broken([]);
}

/** Which types there are, AWS says: a list in a program is soon out of date. */
async function judgeKind(kind: HostKind, reading: Reading): Promise<Judged> {
  const asked = kind.InstanceType ?? familyOf(kind);
  const facts = await kindFacts(kind, reading);
  if (!facts.known) {
    const { permission } = facts;
    const what = { what: `instance types of ${asked}`, why: 'may not be read' };
    const notChecked = [permission === undefined ? what : { ...what, permission }];
    return { ...broken([]), verdict: 'unknown', notChecked };
  }
  return broken(facts.value === undefined ? [] : hostKindViolations(kind, facts.value));
}

function kindFacts(kind: HostKind, { call }: Reading): Promise<Fact<HostKindFacts>> {
  const Filters = [{ Name: 'instance-type', Values: [kind.InstanceType ?? `${familyOf(kind)}.*`] }];
  return factOf('ec2:DescribeInstanceTypes', async () => {
    const types = await everyPage(async (NextToken) => {
      const page = await call('ec2:DescribeInstanceTypes', { Filters, NextToken });
      return { rows: page.InstanceTypes, next: page.NextToken };
    });
    return {
      known: types.length > 0,
      dedicatedHosts: types.some(({ DedicatedHostsSupported }) => DedicatedHostsSupported === true),
      // No call tells it: of a family that the table lacks AWS is asked.
      mixed: hostFamily(familyOf(kind))?.mixedInstanceTypes ?? true,
    };
  });
}
