import type { HostFailure } from '../../contract/ports.ts';
import type { Note, Result } from '../../contract/result.ts';
import { check, describe } from '../../validation/catalogue/index.ts';
import { guard } from '../../validation/refuse.ts';
import { done, FORMAT } from '../shared/done.ts';
import { oneHost } from '../shared/several.ts';
import type { CommandContext } from '../types.ts';
import type { FailArgs } from './manifest.ts';

/** @throws UsageError on AWS, where no host fails at will; Fault host-fail-state for one that is not available */
export async function run({ host: given }: FailArgs, ctx: CommandContext): Promise<Result> {
  const sandbox = await ctx.sandbox();
  const { HostId: hostId = '', State: state = '', Instances = [] } = await oneHost(ctx, given);
  guard(check('host-fail-state', { hostId, state }));
  const { scope } = await ctx.backend();
  const failure = sandbox.failHost(scope, hostId);
  const { assessedAt, recovery } = failure;
  const findings = [...failure.violations, ...failure.alerts].map(describe);
  return {
    value: {
      ...FORMAT,
      hostId,
      state: failure.state,
      assessedAt,
      recovery,
      recovers: recovers(failure),
      findings,
    },
    view: {
      kind: 'record',
      fields: [
        ['id', hostId],
        ['state', failure.state],
        ['assessed until', assessedAt],
        ['host recovery', recovery ? 'on' : 'off'],
        ['running machines', Instances.length],
        ['then', outlook(failure, Instances.length)],
      ],
    },
    names: [hostId],
    notes: [
      ...findings.map(({ id, message }): Note => ({ kind: 'alert', text: `${id}: ${message}` })),
      done(ctx, 'failed', 'fail', `host ${hostId}`),
      {
        kind: 'hint',
        text: `lm local clock advance 5m ends the assessment${recovers(failure) ? '; once more, the recovery' : ''}`,
      },
    ],
  };
}

const recovers = ({ recovery, violations }: HostFailure): boolean => recovery && violations.length === 0;

/** What comes of it, if nothing changes until the assessment ends. */
function outlook(failure: HostFailure, machines: number): string {
  if (recovers(failure)) return 'its machines go on on a replacement, five minutes later';
  const why = failure.recovery ? 'licences do not suffice for a replacement' : 'host recovery is off';
  return `it is lost, since ${why}, and released ${machines === 0 ? 'at once' : 'when its last machine stops'}`;
}
