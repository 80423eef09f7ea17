import { row } from '../../contract/constraint.ts';
import { type CountSubject, countArgs } from './count-args.ts';
import { EC2_REFUSED, ec2Guide, note, when } from './sources.ts';

const RECOVERY = {
  ...EC2_REFUSED,
  source: ec2Guide('Host recovery'),
  basis: 'external',
  fault: 'LicenseUsageException',
  operations: ['schedule'],
} as const;

/** Licences that the replacement of a failed host needs. */
export type RecoverySubject = CountSubject & { readonly hostId: string };

/** What happens to licences and machines when a host fails. */
export const recoveryRows = {
  'host-recovery-hard-limit': row({
    ...RECOVERY,
    statement:
      'A failed host is not recovered where licences for its replacement would break a hard limit; it is reported. The failed host holds its own licences until it is released.',
    message: (a) =>
      `${a.hostId} cannot be recovered: ${a.configuration}: requested ${a.requested}, used ${a.used}, limit ${a.limit}, short ${a.short}`,
    why: () => 'The replacement needs licences of its own before the failed host gives any back.',
    fix: (a) => [
      'stop the machines that still point to the failed host and start them on another one',
      `or buy licences before the next failure: lm config update ${a.configuration} --count ${a.limit + a.short}`,
      `or only be told: lm config update ${a.configuration} --soft`,
    ],
    check: ({ hostId, ...subject }: RecoverySubject) => countArgs(subject).map((args) => ({ hostId, ...args })),
  }),
  'host-recovery-soft-limit': row({
    ...RECOVERY,
    severity: 'warn',
    statement: 'A failed host is recovered beyond a soft limit, and that is reported.',
    message: (a) =>
      `${a.hostId} is recovered beyond the limit: ${a.configuration}: requested ${a.requested}, used ${a.used}, limit ${a.limit}, over by ${a.over}`,
    fix: (a) => [`to have such recoveries refused: lm config update ${a.configuration} --hard`],
    check: ({ hostId, ...subject }: RecoverySubject) =>
      countArgs(subject).map(({ short, ...args }) => ({ hostId, ...args, over: short })),
  }),
  'host-fail-state': row({
    ...EC2_REFUSED,
    statement: 'A sandbox lets a host fail that is available.',
    source: ec2Guide('Host recovery'),
    basis: 'reading',
    fault: 'InvalidHostState',
    operations: ['schedule'],
    message: (a) => `${a.hostId} is ${a.state}, not available`,
    fix: () => ['name an available host: lm host list shows them'],
    check: (s: { readonly hostId: string; readonly state: string }) =>
      when(s.state !== 'available', { hostId: s.hostId, state: s.state }),
  }),
  'host-recovery-new-host': note({
    statement:
      'A replacement has a new id and the zone, type, tags and auto-placement of the failed host; machines keep their ids, and affinity goes with them.',
    source: ec2Guide('Host recovery'),
    basis: 'external',
  }),
  'host-recovery-states': note({
    statement:
      'A failed host is under-assessment, then released-permanent-failure; its replacement is pending, then available.',
    source: ec2Guide('Host recovery states'),
    basis: 'external',
  }),
};
