import { row } from '../../contract/constraint.ts';
import { EXIT } from '../../contract/exit.ts';
import type { CountingType } from '../../contract/world.ts';
import { counted, fewOf } from '../words.ts';
import { type CountSubject, countArgs } from './count-args.ts';
import { shortfall } from './launch.ts';
import { guide, model, REFUSED, TERMS, when } from './sources.ts';
import { TEMPLATE_ARN } from './template-arn.ts';

const ASSOCIATE = ['license-manager:UpdateLicenseSpecificationsForResource'] as const;
const DELETE = ['license-manager:DeleteLicenseConfiguration'] as const;
const CONFLICT = { ...REFUSED, exit: EXIT.conflict } as const;
const DEACTIVATE = guide('Deactivate a license configuration');

/** What license configurations demand of the state of things: which exist, what uses them, what they may be put on. */
export const configStateRows = {
  'config-deactivate-requires-no-running': row({
    ...CONFLICT,
    statement: 'A license configuration that is attached to a running instance cannot be deactivated.',
    source: DEACTIVATE,
    basis: 'stated',
    operations: ['license-manager:UpdateLicenseConfiguration'],
    message: (a) =>
      `${a.configuration}: attached to ${counted(a.running.length, 'running instance')} (${fewOf(a.running)})`,
    why: () => 'A deactivated configuration tracks nothing, so machines that use its licences must stop first.',
    fix: (a) => [
      `lm instance stop ${a.running.join(' ')}`,
      `or take it off them: lm config detach ${a.configuration} ${a.running.join(' ')}`,
    ],
    check: (s: { readonly configuration: string; readonly running: readonly string[] }) =>
      when(s.running.length > 0, { configuration: s.configuration, running: s.running }),
  }),
  'config-deactivate-direct-launch-refused': row({
    ...REFUSED,
    statement: 'A launch that itself names a deactivated license configuration is refused.',
    source: DEACTIVATE,
    basis: 'stated',
    fault: 'InvalidParameterValue',
    operations: ['ec2:RunInstances'],
    message: (a) => `${a.configuration} is deactivated, and the launch names it`,
    why: () =>
      'No launches can be made with a deactivated configuration. Launches from its AMIs go through, uncounted.',
    fix: (a) => [`lm config activate ${a.configuration}`, 'or leave it out of the launch'],
    check: (s: {
      readonly configuration: string;
      readonly status: 'AVAILABLE' | 'DISABLED';
      readonly direct: boolean;
    }) => when(s.direct && s.status === 'DISABLED', { configuration: s.configuration }),
  }),
  'config-deactivate-association-refused': row({
    ...CONFLICT,
    statement: 'A deactivated license configuration cannot be attached to anything; it can be detached.',
    source: DEACTIVATE,
    basis: 'reading',
    operations: [...ASSOCIATE, 'ec2:ImportImage'],
    message: (a) => `${a.configuration} is deactivated and cannot be attached`,
    fix: (a) => [`lm config activate ${a.configuration}`],
    check: (s: { readonly configuration: string; readonly status: 'AVAILABLE' | 'DISABLED' }) =>
      when(s.status === 'DISABLED', { configuration: s.configuration }),
  }),
  'config-delete-needs-no-associations': row({
    ...CONFLICT,
    statement: 'A license configuration can be deleted only when nothing is associated with it.',
    source: guide('Delete a license configuration'),
    basis: 'stated',
    operations: DELETE,
    message: (a) =>
      `${a.configuration}: ${counted(a.associated.length, 'resource')} still associated (${fewOf(a.associated)})`,
    fix: (a) => [
      `lm config delete ${a.configuration} --detach`,
      `or detach them yourself: lm config associations ${a.configuration}`,
    ],
    check: (s: { readonly configuration: string; readonly associated: readonly string[] }) =>
      when(s.associated.length > 0, { configuration: s.configuration, associated: s.associated }),
  }),
  'config-delete-needs-no-report-generator': row({
    ...CONFLICT,
    statement: 'A license configuration that a report generator reports on cannot be deleted.',
    source: guide('Deleting a report generator'),
    basis: 'stated',
    operations: DELETE,
    message: (a) => `${a.configuration}: reported on by ${fewOf(a.generators)}`,
    fix: (a) => a.generators.map((generator) => `lm report delete ${generator}`),
    check: (s: { readonly configuration: string; readonly generators: readonly string[] }) =>
      when(s.generators.length > 0, { configuration: s.configuration, generators: s.generators }),
  }),
  'config-delete-needs-no-held-affinity': row({
    ...CONFLICT,
    statement: 'While licences are tied to a host by an affinity period, the configuration is in use.',
    source: TERMS,
    basis: 'reading',
    operations: DELETE,
    message: (a) => `${a.configuration}: ${a.units} licences are tied to ${a.hostId} until ${a.until}`,
    why: () => 'The affinity rule keeps licences on a host for its number of days, even when no machine is left there.',
    fix: (a) => [`wait until ${a.until}; the licences come back within 24 hours of it`],
    check: (s: { readonly configuration: string; readonly held: readonly HeldLicences[] }) =>
      s.held.map(({ hostId, units, until }) => ({ configuration: s.configuration, hostId, units, until })),
  }),
  'config-associate-target-kinds': row({
    ...REFUSED,
    statement:
      'AMIs, instances and Dedicated Hosts take license configurations; servers managed by Systems Manager take those that count vCPUs or instances. Databases are found by discovery only.',
    source: model('UpdateLicenseSpecificationsForResource', 'ResourceArn'),
    basis: 'model',
    operations: ASSOCIATE,
    message: (a) =>
      a.counting === null
        ? `${a.arn} cannot carry a license configuration`
        : `a managed server cannot carry a license configuration that counts ${a.counting}`,
    fix: (a) => [
      a.counting === null ? 'name an AMI, an instance or a Dedicated Host' : 'use one that counts vCPU or Instance',
    ],
    check: ({
      ResourceArn: arn = '',
      counting,
    }: {
      readonly ResourceArn?: string;
      readonly counting?: CountingType;
    }) => {
      if (TEMPLATE_ARN.test(arn)) return [];
      if (!MANAGED_ARN.test(arn)) return when(!TARGET_ARN.test(arn), { arn, counting: null });
      return when(counting === 'Core' || counting === 'Socket', { arn, counting: counting ?? null });
    },
  }),
  'config-associate-state': row({
    ...CONFLICT,
    statement: 'A licence cannot be put on a resource that is going or gone, such as a terminated instance.',
    source: model('UpdateLicenseSpecificationsForResource', 'InvalidResourceStateException'),
    basis: 'model',
    fault: 'InvalidResourceStateException',
    operations: ASSOCIATE,
    message: (a) => `${a.resource} is ${a.state}`,
    fix: () => ['use a resource that is running, stopped or available'],
    check: (s: { readonly resource: string; readonly state: string }) =>
      when(/^(shutting-down|terminated|released)/.test(s.state), { resource: s.resource, state: s.state }),
  }),
  'config-associate-hard-limit': row({
    ...REFUSED,
    statement:
      'Attaching a hard-limited configuration to something that runs is refused if it needs more than is left.',
    source: TERMS,
    basis: 'stated',
    fault: 'LicenseUsageException',
    operations: ASSOCIATE,
    message: shortfall,
    why: () => 'What runs counts from the moment it is attached, and the limit is hard. Nothing was attached.',
    fix: (a) => [
      'stop something that uses these licences, or attach it while it is stopped',
      `or buy ${counted(a.short, 'licence')}: lm config update ${a.configuration} --count ${a.limit + a.short}`,
      `or only be told: lm config update ${a.configuration} --soft`,
    ],
    check: (s: CountSubject) => countArgs(s),
  }),
};

/** Licences that an affinity period still ties to a host; `until` is an ISO 8601 time. */
export type HeldLicences = { readonly hostId: string; readonly units: number; readonly until: string };

const TARGET_ARN = /^arn:[\w-]+:ec2:[^:]+:[^:]*:(image|instance|dedicated-host)\/[\w-]+$/;
const MANAGED_ARN = /^arn:[\w-]+:ssm:[^:]+:[^:]*:managed-instance\/[\w-]+$/;
