import type { Input } from '../../contract/operations.ts';
import { namedGroupArn, parseGroupArn } from '../../validation/arns.ts';
import { check } from '../../validation/catalogue/index.ts';
import { changeViolations } from '../../validation/group-change.ts';
import { hostGroupSettings } from '../../validation/host-group.ts';
import { Asking as Facts } from '../../validation/licensing/ask.ts';
import { type GroupTerms, settingsViolations } from '../../validation/licensing/decide-group.ts';
import { tagViolations } from '../../validation/tags.ts';
import { everyPage } from '../../world/reading.ts';
import { type Asking, decideOver } from '../asking.ts';
import { broken, type Judged } from './judged.ts';

/** CreateGroup: its name, description and tags, its settings, and whether there is one of the name. */
export async function judgeCreateGroup(input: Input<'resource-groups:CreateGroup'>, asking: Asking): Promise<Judged> {
  const { Name = '', Description, Tags = {} } = input;
  const form = [
    ...check('hrg-name-format', { Name }),
    ...check('hrg-description-format', { Description }),
    ...tagViolations(Object.entries(Tags).map(([Key, Value]) => ({ Key, Value }))),
  ];
  if (form.length > 0) return broken(form);
  const settings = await judgeSettings(input, asking);
  if (settings.verdict !== 'allowed') return settings;
  const taken = (await namesOf(asking)).find((name) => name.toLowerCase() === Name.toLowerCase());
  return broken(check('hrg-name-in-use', { taken }));
}

/** PutGroupConfiguration: the new settings, beside the hosts that are in the group and what runs on them. */
export async function judgePut(input: Input<'resource-groups:PutGroupConfiguration'>, asking: Asking): Promise<Judged> {
  const { Group: group = '', Configuration = [] } = input;
  const settings = await judgeSettings(input, asking);
  if (settings.verdict !== 'allowed') return settings;
  const present = (await hostsIn(group, asking)).length;
  return decideOver(asking, (world) => {
    const facts = new Facts();
    const fact = facts.value(world.group(namedGroupArn(asking.scope, group)), `host resource group ${group}`);
    if (facts.isOpen) return unknown(facts);
    if (fact === undefined) return broken(check('hrg-not-found', { group, found: false }));
    const { name, running } = fact;
    return broken(changeViolations({ group: name, present, running }, hostGroupSettings(Configuration)));
  });
}

function judgeSettings(terms: GroupTerms, asking: Asking): Promise<Judged> {
  return decideOver(asking, (world) => {
    const facts = new Facts();
    const violations = settingsViolations(terms, world, facts);
    return facts.isOpen ? unknown(facts) : broken(violations);
  });
}

const unknown = (facts: Facts): Judged => ({ ...broken([]), verdict: 'unknown', notChecked: facts.open });

/** UpdateGroup: its description. */
export const judgeText = async ({ Description }: Input<'resource-groups:UpdateGroup'>): Promise<Judged> =>
  broken(check('hrg-description-format', { Description }));

/** DeleteGroup: it must hold no host. */
export async function judgeDeleteGroup(
  { Group: group = '' }: Input<'resource-groups:DeleteGroup'>,
  asking: Asking,
): Promise<Judged> {
  const hosts = await hostsIn(group, asking);
  const name = parseGroupArn(group)?.name ?? group;
  return broken(check('hrg-delete-empty', { group: name, present: hosts.length, hosts: hosts.slice(0, SHOWN) }));
}

const SHOWN = 10;

/** Tag: the tags, with those that are there already. */
export async function judgeGroupTags(
  { Arn, Tags = {} }: Input<'resource-groups:Tag'>,
  { call }: Asking,
): Promise<Judged> {
  const { Tags: present = {} } = await call('resource-groups:GetTags', { Arn });
  const given = Object.entries(Tags).map(([Key, Value]) => ({ Key, Value }));
  return broken(tagViolations(given, Object.keys(present)));
}

/** GroupResources and UngroupResources, as far as the list goes; whether a host fits is answered host by host. */
export async function judgeMembers(
  { ResourceArns = [] }: Input<'resource-groups:GroupResources'>,
  { scope }: Asking,
): Promise<Judged> {
  const several = check('hrg-add-host-several', { given: ResourceArns.length });
  if (several.length > 0) return broken(several);
  return broken(ResourceArns.flatMap((ResourceArn) => check('hrg-only-hosts', { ResourceArn, region: scope.region })));
}

async function hostsIn(Group: string, { call }: Asking): Promise<readonly string[]> {
  const members = await everyPage(async (NextToken) => {
    const page = await call('resource-groups:ListGroupResources', { Group, NextToken });
    return { rows: page.Resources, next: page.NextToken };
  });
  return members.flatMap(({ Identifier }) => Identifier?.ResourceArn?.split('/').at(-1) ?? []);
}

async function namesOf({ call }: Asking): Promise<readonly string[]> {
  const groups = await everyPage(async (NextToken) => {
    const page = await call('resource-groups:ListGroups', { NextToken });
    return { rows: page.GroupIdentifiers, next: page.NextToken };
  });
  return groups.flatMap(({ GroupName }) => GroupName ?? []);
}
