import type { FailedResource, GroupConfiguration } from '@aws-sdk/client-resource-groups';
import type { Violation } from '../../contract/decision.ts';
import { Fault } from '../../contract/fault.ts';
import type { Input, Output } from '../../contract/operations.ts';
import type { Call } from '../../contract/ports.ts';
import { groupArn, namedGroupArn, parseGroupArn, parseResourceArn } from '../../validation/arns.ts';
import { check } from '../../validation/catalogue/index.ts';
import { failedHost } from '../../validation/failed-host.ts';
import { Asking as Facts } from '../../validation/licensing/ask.ts';
import { joinViolations } from '../../validation/licensing/decide-group.ts';
import { everyPage } from '../../world/reading.ts';
import { type Asking, decideOver } from '../asking.ts';
import type { ChangedGroup, Memory } from './memory.ts';

/** What steps have changed of the group that a request names, by name or ARN. */
function changesOf(memory: Memory, given: string | undefined): ChangedGroup {
  const name = parseGroupArn(given ?? '')?.name ?? given ?? '';
  const known = memory.groups.get(name) ?? { hosts: new Map() };
  memory.groups.set(name, known);
  return known;
}

export function createGroup(input: Input<'resource-groups:CreateGroup'>, { scope }: Asking) {
  const { Name = '', Description, Configuration = [], Tags } = input;
  const about = Description === undefined ? {} : { Description };
  const GroupConfiguration: GroupConfiguration = { Configuration, Status: 'UPDATE_COMPLETE' };
  return {
    Group: { GroupArn: groupArn(scope, Name), Name, ...about },
    GroupConfiguration,
    ...(Tags === undefined ? {} : { Tags }),
  };
}

export async function updateGroup(input: Input<'resource-groups:UpdateGroup'>, { call }: Asking, memory: Memory) {
  const { Group: named, Description } = input;
  changesOf(memory, named).text = Description === undefined ? {} : { Description };
  return call('resource-groups:GetGroup', { Group: named });
}

export function putConfiguration(
  { Group, Configuration = [] }: Input<'resource-groups:PutGroupConfiguration'>,
  _: Asking,
  memory: Memory,
) {
  changesOf(memory, Group).proposed = Configuration;
  return {};
}

/** Hosts join one after the other, each judged over what those before it leave. */
export async function joinGroup(
  { Group = '', ResourceArns = [] }: Input<'resource-groups:GroupResources'>,
  asking: Asking,
  memory: Memory,
): Promise<Output<'resource-groups:GroupResources'>> {
  const Failed: FailedResource[] = [];
  const Succeeded: string[] = [];
  const Pending: { ResourceArn: string }[] = [];
  for (const ResourceArn of ResourceArns) {
    const present = await membersOf(Group, asking);
    const member = present.find(({ Identifier }) => Identifier?.ResourceArn === ResourceArn);
    const violations = member === undefined ? await judgeJoin(Group, ResourceArn, asking) : [];
    if (violations.length > 0) Failed.push(failedHost(ResourceArn, violations));
    else if (member !== undefined && member.Status === undefined) Succeeded.push(ResourceArn);
    else {
      changesOf(memory, Group).hosts.set(ResourceArn, 'joining');
      Pending.push({ ResourceArn });
    }
  }
  return { Succeeded, Failed, Pending };
}

function judgeJoin(group: string, arn: string, asking: Asking): Promise<readonly Violation[]> {
  const named = parseResourceArn(arn);
  const id = named.kind === 'EC2_HOST' ? named.id : '';
  return decideOver(asking, (world) => {
    const facts = new Facts();
    const fact = facts.value(world.group(namedGroupArn(asking.scope, group)), `host resource group ${group}`);
    const host = facts.value(world.host(id), `host ${id}`);
    if (fact === undefined || host === undefined)
      return facts.isOpen ? undecided(facts) : check('host-not-found', { hostId: id, found: host !== undefined });
    const { resourceGroupArn: other } = host;
    const name = other === undefined ? undefined : (parseGroupArn(other)?.name ?? other);
    const violations = joinViolations(host, fact, name, world, facts);
    return facts.isOpen ? undecided(facts) : violations;
  });
}

/** A decision that still has questions runs again once they are answered; what may not be read is said, not assumed. */
function undecided({ open }: Facts): readonly Violation[] {
  const denied = open.filter(({ permission }) => permission !== undefined);
  if (denied.length === 0) return [];
  const why = denied.map(({ what, permission }) => `${what} could not be read (allow ${permission})`).join('; ');
  throw new Fault({
    code: 'DryRunUndecided',
    message: `whether AWS would let this through cannot be said: ${why}. Nothing was sent`,
  });
}

export async function leaveGroup(
  { Group = '', ResourceArns = [] }: Input<'resource-groups:UngroupResources'>,
  asking: Asking,
  memory: Memory,
): Promise<Output<'resource-groups:UngroupResources'>> {
  const present = new Set((await membersOf(Group, asking)).map(({ Identifier }) => Identifier?.ResourceArn));
  const name = parseGroupArn(Group)?.name ?? Group;
  const judged = ResourceArns.map((arn) => {
    const hostId = arn.split('/').at(-1) ?? '';
    return { arn, violations: check('hrg-host-not-member', { hostId, group: name, member: present.has(arn) }) };
  });
  const Succeeded = judged.filter(({ violations }) => violations.length === 0).map(({ arn }) => arn);
  for (const arn of Succeeded) changesOf(memory, Group).hosts.set(arn, 'gone');
  const Failed = judged.flatMap(({ arn, violations }) => (violations.length > 0 ? [failedHost(arn, violations)] : []));
  return { Succeeded, Failed, Pending: [] };
}

const membersOf = (Group: string, { call }: Asking) =>
  everyPage(async (NextToken) => {
    const page = await call('resource-groups:ListGroupResources', { Group, NextToken });
    return { rows: page.Resources, next: page.NextToken };
  });

/** A group as it would be described after the steps so far. */
export async function getGroup(
  input: Input<'resource-groups:GetGroup'>,
  send: Call,
  memory: Memory,
): Promise<Output<'resource-groups:GetGroup'>> {
  const { Group, ...rest } = await send('resource-groups:GetGroup', input);
  const text = changesOf(memory, input.Group ?? input.GroupName).text;
  return Group === undefined ? rest : { ...rest, Group: { ...Group, ...text } };
}

/** Its settings: what a step has asked for is proposed. */
export async function getConfiguration(
  input: Input<'resource-groups:GetGroupConfiguration'>,
  send: Call,
  memory: Memory,
): Promise<Output<'resource-groups:GetGroupConfiguration'>> {
  const answer = await send('resource-groups:GetGroupConfiguration', input);
  const { proposed } = changesOf(memory, input.Group);
  if (proposed === undefined) return answer;
  const GroupConfiguration: GroupConfiguration = {
    Configuration: answer.GroupConfiguration?.Configuration,
    ProposedConfiguration: proposed,
    Status: 'UPDATING',
  };
  return { ...answer, GroupConfiguration };
}

/** Its hosts, with those that steps have let join on the last page and without those they have taken out. */
export async function listMembers(
  input: Input<'resource-groups:ListGroupResources'>,
  send: Call,
  memory: Memory,
): Promise<Output<'resource-groups:ListGroupResources'>> {
  const answer = await send('resource-groups:ListGroupResources', input);
  const { hosts } = changesOf(memory, input.Group ?? input.GroupName);
  const kept = (answer.Resources ?? []).filter(({ Identifier }) => hosts.get(Identifier?.ResourceArn ?? '') !== 'gone');
  const last = answer.NextToken === undefined;
  const joining = [...hosts].filter(([, state]) => last && state === 'joining');
  return {
    ...answer,
    Resources: [
      ...kept,
      ...joining.map(([ResourceArn]) => ({
        Identifier: { ResourceArn, ResourceType: 'AWS::EC2::Host' },
        Status: { Name: 'PENDING' as const },
      })),
    ],
  };
}
