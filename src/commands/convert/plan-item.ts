import type { Instance } from '@aws-sdk/client-ec2';
import type { Activation } from '../../contract/conversion.ts';
import type { Decision, NotChecked, Violation } from '../../contract/decision.ts';
import type { World } from '../../contract/world.ts';
import { instanceArn } from '../../validation/arns.ts';
import { check, describe } from '../../validation/catalogue/index.ts';
import { licensingWords } from '../../validation/conversion.ts';
import { type ConversionRequest, decideConvert } from '../../validation/licensing/decide-convert.ts';
import { nameTag } from '../shared/tags.ts';
import { targetOf, type Wanted } from './target.ts';

/** What a plan rests on: where one of these is another, it is stale. */
export interface RestsOn {
  readonly state: string;
  readonly usageOperation: string;
  readonly tenancy: string;
  readonly instanceType: string;
  readonly hostId: string;
  readonly coreCount: number;
  readonly threadsPerCore: number;
}

export type Action = 'convert' | 'unchanged' | 'blocked' | 'unknown';

/** One machine of a plan. */
export interface PlanItem {
  readonly instanceId: string;
  readonly name: string;
  readonly action: Action;
  readonly from: string;
  readonly to: string | null;
  readonly activation: Activation;
  /** License configurations, by ARN, that the machine leaves afterwards. */
  readonly leaves: readonly string[];
  readonly reasons: readonly { readonly id: string; readonly message: string; readonly fix: readonly string[] }[];
  readonly notChecked: readonly NotChecked[];
  readonly restsOn: RestsOn;
}

export const restsOnOf = (one: Instance): RestsOn => ({
  state: one.State?.Name ?? '',
  usageOperation: one.UsageOperation ?? '',
  tenancy: one.Placement?.Tenancy ?? 'default',
  instanceType: one.InstanceType ?? '',
  hostId: one.Placement?.HostId ?? '',
  coreCount: one.CpuOptions?.CoreCount ?? 0,
  threadsPerCore: one.CpuOptions?.ThreadsPerCore ?? 0,
});

/** The request that converts a machine. */
export const requestFor = (arn: string, from: string, to: string) =>
  ({
    ResourceArn: arn,
    SourceLicenseContext: { UsageOperation: from },
    DestinationLicenseContext: { UsageOperation: to },
  }) satisfies ConversionRequest;

/** What would become of one machine. @throws UsageError where the wish lacks an edition */
export function planItem(one: Instance, wanted: Wanted, world: World): PlanItem {
  const { InstanceId = '', Tags, UsageOperation: from = '' } = one;
  const base = { instanceId: InstanceId, name: nameTag(Tags) ?? '', from, restsOn: restsOnOf(one) };
  const none = { activation: 'unchanged', leaves: [], notChecked: [] } as const;
  const target = targetOf(from, wanted);
  const subject = { instance: InstanceId, usageOperation: from, productCodes: false };
  if (target === undefined)
    return {
      ...base,
      ...none,
      action: 'blocked',
      to: null,
      reasons: told(check('convert-eligible-products', subject)),
    };
  if (target.code === undefined)
    return { ...base, ...none, action: 'blocked', to: null, reasons: told(target.violations) };
  if (target.code === from) return { ...base, ...none, action: 'unchanged', to: from, reasons: [] };
  const decision = decideConvert(requestFor(instanceArn(world.caller, InstanceId), from, target.code), world);
  const { activation, leaves } = decision.plan;
  const { notChecked, violations } = decision;
  return {
    ...base,
    action: actionOf(decision),
    to: target.code,
    activation,
    leaves,
    notChecked,
    reasons: told(violations),
  };
}

const actionOf = ({ verdict }: Decision<unknown>): Action =>
  verdict === 'blocked' || verdict === 'unknown' ? verdict : 'convert';

const told = (violations: readonly Violation[]) =>
  violations.map((violation) => {
    const { id, message, fix } = describe(violation);
    return { id, message, fix };
  });

/** "convert: Windows BYOL becomes Windows included", or why not. */
export function outcomeWords(item: PlanItem): string {
  if (item.action === 'unchanged') return 'stays as it is';
  if (item.action === 'convert') return `${licensingWords(item.from)} becomes ${licensingWords(item.to ?? '')}`;
  return reasonsOf(item).join('; ');
}

/** Why a machine cannot be converted, or why that cannot be said; nothing for one that can. */
export function reasonsOf({ action, reasons, notChecked }: PlanItem): readonly string[] {
  if (action === 'blocked') return reasons.map(({ id, message }) => `${message} [${id}]`);
  return action === 'unknown' ? notChecked.map(({ what, why }) => `${what} ${why}`) : [];
}

/** What a person calls each machine: its name, with the id where the name is not its alone, or the id. */
export function labelsOf(
  machines: readonly { readonly instanceId: string; readonly name: string }[],
): ReadonlyMap<string, string> {
  const times = new Map<string, number>();
  for (const { name } of machines) times.set(name, (times.get(name) ?? 0) + 1);
  return new Map(
    machines.map(({ instanceId, name }) => {
      if (name === '' || name === instanceId) return [instanceId, instanceId];
      return [instanceId, times.get(name) === 1 ? name : `${name} (${instanceId})`];
    }),
  );
}
