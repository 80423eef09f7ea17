import type { EvictionNotice, Sandbox } from '../../contract/ports.ts';
import type { Section } from '../../contract/result.ts';
import type { CommandContext } from '../types.ts';

/** Notices to leave a host that is no longer shared. On AWS they reach their receiver by mail; no call reads them. */
export async function evictionNotices(
  ctx: CommandContext,
  of: Parameters<Sandbox['evictions']>[0],
): Promise<readonly EvictionNotice[]> {
  return ctx.settings.backend.value === 'local' ? (await ctx.sandbox()).evictions(of) : [];
}

/** A moment to the minute: "2026-12-06 03:00 UTC". */
const minute = (at: Date): string => `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;

const groupName = ({ groupArn }: EvictionNotice): string => groupArn.split('/').at(-1) ?? groupArn;

/** "its host by 2026-12-06 03:00 UTC: h-… of account … has left the shared group sql"; undefined where no notice stands. */
export function evictionWords([notice]: readonly EvictionNotice[]): string | undefined {
  if (notice === undefined) return undefined;
  const { hostId, hostOwnerId, deadline } = notice;
  return `its host by ${minute(deadline)}: ${hostId} of account ${hostOwnerId} has left the shared group ${groupName(notice)}`;
}

/** Whose machines must leave a host, and until when; no section where none must. */
export function evictionSection(notices: readonly EvictionNotice[]): readonly Section[] {
  if (notices.length === 0) return [];
  return [
    {
      title: 'machines of other accounts that must leave hosts that are no longer shared',
      columns: [
        { key: 'instanceId', title: 'instance' },
        { key: 'hostId', title: 'host' },
        { key: 'accountId', title: 'account' },
        { key: 'deadline', title: 'until' },
      ],
      rows: notices.map(({ instanceId, hostId, accountId, deadline }) => ({ instanceId, hostId, accountId, deadline })),
    },
  ];
}
