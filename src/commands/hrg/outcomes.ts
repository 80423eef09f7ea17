import type { FailedResource } from '@aws-sdk/client-resource-groups';
import { EXIT } from '../../contract/exit.ts';
import type { Note, Result, View } from '../../contract/result.ts';
import { check, exitOf } from '../../validation/catalogue/index.ts';
import { guardIn } from '../../validation/refuse.ts';
import { findHosts } from '../shared/several.ts';
import type { CommandContext } from '../types.ts';

/** What GroupResources and UngroupResources answer. */
export interface Answer {
  readonly Succeeded?: readonly string[] | undefined;
  readonly Failed?: readonly FailedResource[] | undefined;
  readonly Pending?: readonly { readonly ResourceArn?: string }[] | undefined;
}

const idOf = (arn: string | undefined): string => arn?.split('/').at(-1) ?? '';

/**
 * The ARNs of the hosts that a command line names.
 * @throws Fault for a name that names none, or for more hosts than one call takes
 */
export async function hostArns(ctx: CommandContext, given: readonly string[], arnOf: (id: string) => string) {
  const hosts = await findHosts(ctx, given);
  guardIn('resource-groups:GroupResources', check('hrg-add-host-several', { given: hosts.length }));
  return hosts.map(({ HostId = '' }) => arnOf(HostId));
}

/** What became of each host, one line each. */
export function outcomeView({ Succeeded = [], Pending = [], Failed = [] }: Answer, succeeded: string): View {
  const rows = [
    ...Succeeded.map((arn) => ({ hostId: idOf(arn), outcome: succeeded })),
    ...Pending.map(({ ResourceArn }) => ({ hostId: idOf(ResourceArn), outcome: 'joining' })),
    ...Failed.map(({ ResourceArn }) => ({ hostId: idOf(ResourceArn), outcome: 'not changed' })),
  ];
  const columns = [
    { key: 'hostId', title: 'id' },
    { key: 'outcome', title: 'outcome' },
  ];
  return { kind: 'list', rows, columns, empty: '' };
}

/** The hosts that are where they were to be, or on their way. */
export const goneThrough = ({ Succeeded = [], Pending = [] }: Answer): readonly string[] =>
  [...Succeeded, ...Pending.map(({ ResourceArn }) => ResourceArn ?? '')].map(idOf);

/** AWS answers 200 even where a host stays as it was; for a person, and for a script's exit code, that is a failure. */
export const failures = ({ Failed = [] }: Answer): readonly Note[] =>
  Failed.map(({ ResourceArn, ErrorCode, ErrorMessage }) => {
    const text = ErrorMessage ?? ErrorCode ?? 'refused without a reason';
    return { kind: 'alert', text: text.includes(idOf(ResourceArn)) ? text : `${idOf(ResourceArn)}: ${text}` };
  });

/** The exit code of the first host that failed: by the constraint that the message ends with, if it names one. */
export function exitFor({ Failed = [] }: Answer): Pick<Result, 'exit'> {
  const [first] = Failed;
  if (first === undefined) return {};
  const id = /\(([a-z0-9-]+)\)$/.exec(first.ErrorMessage ?? '')?.[1];
  return { exit: id === undefined ? EXIT.conflict : exitOf({ id, args: {} }) };
}
