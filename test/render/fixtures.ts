import type { Finding } from '../../src/contract/constraint.ts';
import type { Decision, Violation } from '../../src/contract/decision.ts';
import type { ConfigurationImpact, HostImpact, LaunchPlan } from '../../src/contract/launch.ts';
import type { LaunchCheck, VerifiedFix } from '../../src/contract/ports.ts';
import type { LaunchRequest } from '../../src/contract/result.ts';
import type { ExplainedImpact } from '../../src/render/launch-check/sheet.ts';
import type { Terminal } from '../../src/render/terminal.ts';

export const PIPE: Terminal = { width: 120, colour: 0, ascii: false };
export const SCREEN: Terminal = { width: 120, colour: 1, ascii: false };
export const OLD: Terminal = { width: 120, colour: 0, ascii: true };

export const ESCAPE = String.fromCharCode(0x1b);

export function request(over: Partial<LaunchRequest> = {}): LaunchRequest {
  return {
    count: 1,
    instanceType: 'm5.8xlarge',
    image: 'win2022-byol',
    tenancy: 'host',
    backend: 'local',
    where: 'sandbox "default"',
    scope: { account: '111122223333', region: 'us-east-1' },
    at: new Date('2026-11-21T03:00:00Z'),
    ...over,
  };
}

export const arn = (name: string): string =>
  `arn:aws:license-manager:us-east-1:111122223333:license-configuration:lic-${name}`;

export function impact(over: Partial<ExplainedImpact> & { readonly name: string }): ConfigurationImpact {
  const { limit = 96, consumed = 0 } = over;
  return {
    licenseConfigurationArn: arn(over.name),
    countingType: 'Core',
    enforced: true,
    needed: 0,
    consumed,
    limit,
    remaining: limit === null ? null : limit - consumed,
    basis: 'host',
    ...over,
  };
}

export function host(hostId: string, over: Partial<HostImpact> = {}): HostImpact {
  const { usedCoresBefore = 0 } = over;
  return {
    hostId,
    family: 'm5',
    zone: 'us-east-1a',
    takes: 0,
    cores: 48,
    usedCoresBefore,
    usedCoresAfter: usedCoresBefore,
    chargedTo: [],
    newCharges: [],
    ...over,
  };
}

export const newCharge = (hostId: string, name: string, units = 48) => ({ configurationArn: arn(name), hostId, units });

interface CheckParts extends Partial<Omit<Decision<LaunchPlan>, 'plan'>> {
  readonly requested?: number;
  readonly fixes?: readonly VerifiedFix[];
  readonly configurations?: readonly ConfigurationImpact[];
  readonly hosts?: readonly HostImpact[];
}

export function launchCheck(parts: CheckParts): LaunchCheck {
  const { requested = 1, fixes = [], configurations = [], hosts = [], ...decision } = parts;
  return {
    at: Date.UTC(2026, 10, 21, 3),
    requested,
    fixes,
    decision: {
      verdict: 'allowed',
      violations: [],
      alerts: [],
      notChecked: [
        { what: 'IAM permissions', why: 'are not part of the sandbox' },
        { what: 'EC2 quotas', why: 'are not part of the sandbox' },
      ],
      fits: requested,
      ...decision,
      plan: {
        count: requested,
        imageId: 'ami-1',
        instanceType: 'm5.8xlarge',
        tenancy: 'host',
        affinity: 'default',
        placements: [],
        associate: [],
        machineCharges: [],
        hostCharges: [],
        hostCharged: [],
        configurations,
        hosts,
      },
    },
  };
}

const TERMS = {
  document: 'License Manager User Guide',
  section: 'License configuration parameters and rules',
} as const;

/** Words violations from a table of what a catalogue row would say. */
export function wording(rows: Readonly<Record<string, Partial<Finding>>>): (violation: Violation) => Finding {
  return ({ id, args, path }) => ({
    id,
    severity: 'block',
    message: `${id} is broken`,
    fix: [],
    source: TERMS,
    basis: 'stated',
    args,
    ...(path === undefined ? {} : { path }),
    ...rows[id],
  });
}
