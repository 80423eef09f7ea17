import type { RequestLaunchTemplateData } from '@aws-sdk/client-ec2';
import type { Result } from '../../contract/result.ts';
import { UsageError } from '../../contract/usage.ts';
import { takeAlerts } from '../shared/alerts.ts';
import { done } from '../shared/done.ts';
import { findTemplate } from '../shared/find.ts';
import { inputFor } from '../shared/input.ts';
import { launchInput } from '../shared/launch.ts';
import { tagSpecifications } from '../shared/tags.ts';
import type { CommandContext } from '../types.ts';
import type { CreateArgs } from './manifest.ts';
import { templateList, versionSection, versionsOf } from './rows.ts';

/** @throws UsageError when it would launch nothing, or --from is given for a template that is new */
export async function run(args: CreateArgs, ctx: CommandContext): Promise<Result> {
  return args.newVersion ? addVersion(args, ctx) : createTemplate(args, ctx);
}

async function createTemplate(args: CreateArgs, ctx: CommandContext): Promise<Result> {
  const { name, from, description, tag } = args;
  if (from !== undefined) {
    throw new UsageError('--from goes with --new-version', `lm template create ${name} --new-version --from ${from}`);
  }
  const given = await inputFor(ctx, 'ec2:CreateLaunchTemplate');
  const answer = await ctx.call('ec2:CreateLaunchTemplate', {
    ...given,
    LaunchTemplateName: name,
    LaunchTemplateData: await dataOf(args, ctx, given.LaunchTemplateData),
    ...(description === undefined ? {} : { VersionDescription: description }),
    ...tagSpecifications('launch-template', tag),
  });
  const { LaunchTemplate: made } = answer;
  const { alerts, notes } = await takeAlerts(ctx);
  return {
    value: { ...answer, alerts },
    view: templateList(made === undefined ? [] : [made]),
    names: [made?.LaunchTemplateId ?? ''],
    notes: [...notes, done(ctx, 'made', 'make', `launch template ${name}, version ${made?.LatestVersionNumber ?? 1}`)],
  };
}

async function addVersion(args: CreateArgs, ctx: CommandContext): Promise<Result> {
  const { LaunchTemplateId, LaunchTemplateName } = await findTemplate(ctx, args.name);
  const given = await inputFor(ctx, 'ec2:CreateLaunchTemplateVersion');
  const answer = await ctx.call('ec2:CreateLaunchTemplateVersion', {
    LaunchTemplateId,
    SourceVersion: args.from ?? given.SourceVersion ?? '$Latest',
    LaunchTemplateData: await dataOf(args, ctx, given.LaunchTemplateData),
    ...(args.description === undefined ? {} : { VersionDescription: args.description }),
  });
  const number = answer.LaunchTemplateVersion?.VersionNumber;
  const { alerts, notes } = await takeAlerts(ctx);
  const made = (await versionsOf(ctx, LaunchTemplateId)).filter((one) => one.VersionNumber === number);
  const { rows, columns } = await versionSection(ctx, made);
  return {
    value: { ...answer, alerts },
    view: { kind: 'list', rows, columns, empty: '' },
    names: [`${LaunchTemplateName}:${number}`],
    notes: [
      ...notes,
      done(ctx, 'made', 'make', `version ${number} of launch template ${LaunchTemplateName}`),
      {
        kind: 'hint',
        text: `launches use the default version; for this one: lm instance run --launch-template ${LaunchTemplateName}:${number}`,
      },
    ],
  };
}

/** What the template says of a launch: the same words as for a launch itself, over what `--input` brings. */
async function dataOf(
  args: CreateArgs,
  ctx: CommandContext,
  given: RequestLaunchTemplateData = {},
): Promise<RequestLaunchTemplateData> {
  const { ami, type, config, tenancy, host, hrg, zone, cores, threadsPerCore } = args;
  const said = { ami, type, config, tenancy, host, hrg, zone, cores, threadsPerCore };
  if (Object.values({ ...given, ...said }).every((value) => value === undefined)) {
    throw new UsageError(
      `launch template ${args.name} would say nothing about a launch`,
      `for example: lm template create ${args.name}${args.newVersion ? ' --new-version' : ''} --ami AMI --type m5.large`,
    );
  }
  const { ImageId, InstanceType, Placement, LicenseSpecifications, CpuOptions } = await launchInput(said, ctx);
  const data = { ImageId, InstanceType, Placement, LicenseSpecifications, CpuOptions };
  return { ...given, ...Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined)) };
}
