import type { InstanceInformation } from '@aws-sdk/client-ssm';
import { platformOf } from '../../validation/usage-operations.ts';
import type { Context } from '../operation.ts';
import type { ItemRow, NodeRow } from '../store/tables/nodes.ts';

/** Entries of one inventory type: attribute names and values. */
export type Entries = readonly Readonly<Record<string, string>>[];

export const INFORMATION = 'AWS:InstanceInformation';

/** What a machine reports unless its own report says otherwise: an agent that can do all that a conversion asks of it. */
const AGENT_VERSION = '3.3.987.0';

export function entriesOf({ content }: Pick<ItemRow, 'content'>): Entries {
  const entries: Entries = JSON.parse(content);
  return entries;
}

/** A machine as Systems Manager describes it: its own report, and beside it what its instance tells. */
export function informationOf(here: Context['here'], node: NodeRow): InstanceInformation {
  const instance = here.instances.find(node.id);
  const item = here.nodes.item(node.key, INFORMATION);
  const reported = item === undefined ? undefined : entriesOf(item)[0];
  const windows = instance === undefined || platformOf(instance.usageOperation) === 'windows';
  const online = node.reachable && (instance === undefined || instance.state === 'running');
  return {
    InstanceId: node.id,
    PingStatus: online ? 'Online' : 'ConnectionLost',
    LastPingDateTime: new Date(node.reportedAt),
    AgentVersion: reported?.AgentVersion ?? AGENT_VERSION,
    IsLatestVersion: reported?.AgentVersion === undefined,
    PlatformType: platformType(reported?.PlatformType, windows),
    PlatformName: reported?.PlatformName ?? instance?.platformDetails,
    PlatformVersion: reported?.PlatformVersion,
    RegistrationDate: new Date(node.registeredAt),
    ResourceType: node.id.startsWith('mi-') ? 'ManagedInstance' : 'EC2Instance',
    ComputerName: reported?.ComputerName,
  };
}

function platformType(reported: string | undefined, windows: boolean): InstanceInformation['PlatformType'] {
  if (reported === 'Windows' || reported === 'Linux' || reported === 'MacOS') return reported;
  return windows ? 'Windows' : 'Linux';
}

/** What was reported of one type; of the machine itself there is always something to say. */
export function itemOf(here: Context['here'], node: NodeRow, type: string): ItemRow | undefined {
  const item = here.nodes.item(node.key, type);
  if (item !== undefined || type !== INFORMATION) return item;
  const { InstanceId, AgentVersion, PlatformType, PlatformName, ResourceType } = informationOf(here, node);
  const known = { InstanceId, AgentType: 'amazon-ssm-agent', AgentVersion, PlatformType, PlatformName, ResourceType };
  const captureTime = `${new Date(node.reportedAt).toISOString().slice(0, 19)}Z`;
  const content = JSON.stringify([{ ...known, InstanceStatus: 'Active' }]);
  return { type, schemaVersion: '1.0', captureTime, contentHash: undefined, content };
}

interface InventoryFilter {
  readonly Key?: string | undefined;
  readonly Values?: readonly string[] | undefined;
  readonly Type?: string | undefined;
}

/** Whether an attribute passes a filter; without a type it must be one of the values. */
export function passes(value: string | undefined, { Values = [], Type = 'Equal' }: InventoryFilter): boolean {
  if (Type === 'Exists') return value !== undefined;
  if (value === undefined) return false;
  if (Type === 'NotEqual') return !Values.includes(value);
  return Values.some((wanted) => {
    if (Type === 'BeginWith') return value.startsWith(wanted);
    if (Type === 'LessThan') return value < wanted;
    return Type === 'GreaterThan' ? value > wanted : value === wanted;
  });
}
