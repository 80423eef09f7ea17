import type { LaunchPlan } from '../../contract/launch.ts';
import type { Input } from '../../contract/operations.ts';
import type { LaunchRequest, Result } from '../../contract/result.ts';
import { groupName } from '../../validation/arns.ts';
import { launchRequest } from '../shared/launch-request.ts';
import type { CommandContext } from '../types.ts';
import { whereOf } from './file-result.ts';
import { launchReport as reportOf } from './launch-report.ts';
import type { CheckLaunchArgs } from './manifest.ts';
import { exitFor, wantedReports } from './outcome.ts';

/** @throws UsageError when neither an AMI nor a launch template says what would be launched */
export async function run(args: CheckLaunchArgs, ctx: CommandContext): Promise<Result> {
  const wanted = wantedReports(args.report, false);
  const backend = await ctx.backend();
  const input = await launchRequest('lm check launch', args, ctx);
  const check = await backend.checkLaunch(input);
  const { plan, verdict } = check.decision;
  const request: LaunchRequest = {
    count: check.requested,
    instanceType: plan.instanceType === '' ? (input.InstanceType ?? '') : plan.instanceType,
    image: args.ami ?? input.ImageId ?? args.launchTemplate ?? '',
    tenancy: plan.instanceType === '' ? tenancyOf(input) : plan.tenancy,
    ...groupOf(input, plan),
    backend: backend.kind,
    where: backend.kind === 'local' ? `sandbox "${ctx.settings.sandbox.value}"` : 'aws',
    scope: backend.scope,
    at: new Date(check.at),
  };
  return {
    value: check,
    view: { kind: 'launch-check', check, request },
    names: [verdict],
    exit: exitFor(verdict, args.failOn),
    reports: { report: reportOf(check, request, whereOf(backend.kind, ctx, backend.scope)), wanted },
  };
}

/** As it was asked for, where nothing was planned. */
const tenancyOf = ({ Placement = {} }: Input<'ec2:RunInstances'>): LaunchRequest['tenancy'] =>
  Placement.Tenancy ?? (Placement.HostResourceGroupArn === undefined ? 'default' : 'host');

/** The group that the request or its launch template names. */
function groupOf({ Placement }: Input<'ec2:RunInstances'>, plan: LaunchPlan): Pick<LaunchRequest, 'group'> {
  const arn = plan.hostResourceGroupArn ?? Placement?.HostResourceGroupArn;
  return arn === undefined ? {} : { group: groupName(arn) };
}
