import type { Instance } from '@aws-sdk/client-ec2';
import type { OperationName } from '../contract/operations.ts';
import type { Call } from '../contract/ports.ts';
import { KNOWN_AFTER_APPLY, type Result, type Row, type View } from '../contract/result.ts';

/** The members in which an operation answers with ids that did not exist before it. */
const BORN: { readonly [K in OperationName]?: readonly string[] } = {
  'license-manager:CreateLicenseConfiguration': ['LicenseConfigurationArn'],
  'license-manager:CreateLicenseConversionTaskForResource': ['LicenseConversionTaskId'],
  'license-manager:CreateLicenseManagerReportGenerator': ['LicenseManagerReportGeneratorArn'],
  'ec2:RunInstances': ['InstanceId', 'ReservationId', 'VolumeId', 'NetworkInterfaceId'],
  'ec2:RegisterImage': ['ImageId'],
  'ec2:ImportImage': ['ImageId', 'ImportTaskId'],
  'ec2:CreateImage': ['ImageId'],
  'ec2:CopyImage': ['ImageId'],
  'ec2:AllocateHosts': ['HostIds'],
  'ec2:CreateLaunchTemplate': ['LaunchTemplateId'],
};

/** A call that remembers the ids its answers gave birth to: after a rehearsal they name nothing. */
export interface WatchedCall {
  readonly call: Call;
  readonly born: ReadonlySet<string>;
}

/** Watches a rehearsal's calls, so that `veil` can hide the ids that will be other ones in the real run. */
export function watchBirths(call: Call): WatchedCall {
  const born = new Set<string>();
  return {
    born,
    call: async (operation, input) => {
      const output = await call(operation, input);
      collect(output, new Set(BORN[operation] ?? []), born);
      for (const id of openedHosts(output)) born.add(id);
      return output;
    },
  };
}

/** Hosts that a launch into a host resource group has allocated: ids rise, and theirs come after that of the launch. */
function openedHosts(output: object): readonly string[] {
  const { ReservationId, Instances }: Launched = output;
  if (ReservationId === undefined || Instances === undefined) return [];
  const hosts = new Set(
    Instances.flatMap(({ Placement }) =>
      Placement?.HostResourceGroupArn === undefined ? [] : (Placement.HostId ?? []),
    ),
  );
  return [...hosts].filter((id) => rising(id) > rising(ReservationId));
}

interface Launched {
  readonly ReservationId?: string;
  readonly Instances?: readonly Pick<Instance, 'Placement'>[];
}

/** What of an id rises: the digits before the random ones. */
const rising = (id: string): string => id.replace(/^[a-z]+-/, '').slice(0, 15);

function collect(value: unknown, members: ReadonlySet<string>, born: Set<string>): void {
  if (members.size === 0 || typeof value !== 'object' || value === null) return;
  for (const [name, member] of Object.entries(value)) {
    if (!members.has(name)) collect(member, members, born);
    else for (const id of Array.isArray(member) ? member : [member]) remember(id, born);
  }
}

/** An ARN is known by its id alone too: `lic-…` of `arn:…:license-configuration:lic-…`. */
function remember(id: unknown, born: Set<string>): void {
  if (typeof id !== 'string' || id === '') return;
  born.add(id);
  const tail = id.split(/[:/]/).at(-1);
  if (id.startsWith('arn:') && tail) born.add(tail);
}

/** The result with every born id, wherever it stands, written as `(known after apply)`. */
export function veil(result: Result, born: ReadonlySet<string>): Result {
  if (born.size === 0) return result;
  const cover = coverer(born);
  const { view } = result;
  return {
    ...result,
    value: coverAll(result.value, cover),
    view: typeof view === 'function' ? async () => coverView(await view(), cover) : coverView(view, cover),
    ...(result.names ? { names: result.names.map(cover) } : {}),
    ...(result.notes ? { notes: result.notes.map((note) => ({ ...note, text: cover(note.text) })) } : {}),
  };
}

type Cover = (text: string) => string;

/** Longest first, so that an ARN goes before the id inside it. */
function coverer(born: ReadonlySet<string>): Cover {
  const escaped = [...born].sort((a, b) => b.length - a.length).map((id) => id.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(escaped.join('|'), 'g');
  return (text) => text.replace(pattern, KNOWN_AFTER_APPLY);
}

function coverAll(value: unknown, cover: Cover): unknown {
  if (typeof value === 'string') return cover(value);
  if (Array.isArray(value)) return value.map((one) => coverAll(one, cover));
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return coverRow(Object.fromEntries(Object.entries(value)), cover);
}

function coverRow(row: Row, cover: Cover): Row {
  return Object.fromEntries(Object.entries(row).map(([name, member]) => [name, coverAll(member, cover)]));
}

function coverView(view: View, cover: Cover): View {
  switch (view.kind) {
    case 'list':
      return { ...view, rows: view.rows.map((row) => coverRow(row, cover)) };
    case 'record':
      return {
        ...view,
        fields: view.fields.map(([label, value]) => [label, coverAll(value, cover)] as const),
        ...(view.sections
          ? { sections: view.sections.map((part) => ({ ...part, rows: part.rows.map((row) => coverRow(row, cover)) })) }
          : {}),
      };
    case 'text':
      return { ...view, text: cover(view.text) };
    case 'launch-check':
      return view;
  }
}
