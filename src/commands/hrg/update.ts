import { EXIT } from '../../contract/exit.ts';
import type { Note, Result } from '../../contract/result.ts';
import { UsageError } from '../../contract/usage.ts';
import { check } from '../../validation/catalogue/index.ts';
import { type HostGroupSettings, hostGroupItems } from '../../validation/host-group.ts';
import { guardIn } from '../../validation/refuse.ts';
import { takeAlerts } from '../shared/alerts.ts';
import { done } from '../shared/done.ts';
import { configurationsByArn } from '../shared/licences.ts';
import { ending, waitFor, waits } from '../shared/wait.ts';
import type { CommandContext } from '../types.ts';
import { readGroup, type WholeGroup, wholeGroup } from './group.ts';
import type { UpdateArgs } from './manifest.ts';
import { changedSettings, differenceView, saysSettings, settingWords } from './settings.ts';

/**
 * Changes a group (UpdateGroup, PutGroupConfiguration); what is not mentioned stays as it is, or as it was last asked for.
 * @throws UsageError when nothing is to change, or the line says two things at once
 */
export async function run(args: UpdateArgs, ctx: CommandContext): Promise<Result> {
  const { description: Description, anyLicense, anyFamily, unlimited } = args;
  const change = saysSettings(args) || [anyLicense, anyFamily, unlimited].includes(true);
  if (!change && Description === undefined)
    throw new UsageError(
      'nothing was given that is to change',
      `for example: lm hrg update ${args.group} --auto-allocate`,
    );
  refuseBoth(args);
  guardIn('resource-groups:UpdateGroup', check('hrg-description-format', { Description }));
  const before = await wholeGroup(ctx, args.group);
  const base = before.proposed ?? before.settings;
  const settings = opened(await changedSettings(base, args, ctx), args);
  await ctx.atomically(async (call) => {
    if (Description !== undefined) await call('resource-groups:UpdateGroup', { Group: before.arn, Description });
    if (change)
      await call('resource-groups:PutGroupConfiguration', {
        Group: before.arn,
        Configuration: hostGroupItems(settings),
      });
  });
  return answer(ctx, before, settings);
}

/** A list and "any" cannot both be meant. */
function refuseBoth({ license, family, hostLimit, anyLicense, anyFamily, unlimited }: UpdateArgs): void {
  const both = [
    ...(license !== undefined && anyLicense === true ? ['--license and --any-license'] : []),
    ...(family !== undefined && anyFamily === true ? ['--family and --any-family'] : []),
    ...(hostLimit !== undefined && unlimited === true ? ['--host-limit and --unlimited'] : []),
  ];
  if (both.length > 0) throw new UsageError(`${both.join(', ')} exclude each other`, 'give one of them');
}

const opened = (settings: HostGroupSettings, { anyLicense, anyFamily, unlimited }: UpdateArgs): HostGroupSettings => ({
  ...settings,
  ...(anyLicense === true ? { configurations: undefined } : {}),
  ...(anyFamily === true ? { families: undefined } : {}),
  ...(unlimited === true ? { hostLimit: undefined } : {}),
});

async function answer(ctx: CommandContext, before: WholeGroup, asked: HostGroupSettings): Promise<Result> {
  const look = () => readGroup(ctx, before.name, before.arn);
  const isOver = ({ configuration }: WholeGroup) => configuration.Status !== 'UPDATING';
  const waited = waits(ctx)
    ? await ctx.progress(`applying the settings of ${before.name}`, () => waitFor(ctx, look, isOver))
    : undefined;
  const after = waited?.seen ?? (await look());
  const { alerts, notes } = await takeAlerts(ctx);
  const all = await configurationsByArn(ctx);
  const words = (settings: HostGroupSettings, { group }: WholeGroup) =>
    new Map([...settingWords(settings, all), ['description', group.Description ?? 'none']]);
  const { rows, view } = differenceView(words(before.proposed ?? before.settings, before), words(asked, after));
  const end = ending(
    ctx,
    isOver(after) ? 'ended' : waited?.how,
    'the new settings are applied',
    `lm hrg show ${before.name}`,
  );
  const failed = waited === undefined ? undefined : failureOf(after);
  return {
    value: { Group: after.group, GroupConfiguration: after.configuration, Tags: after.tags, alerts },
    view,
    names: [before.name],
    notes: [
      ...notes,
      rows === 0 ? { kind: 'done', text: `unchanged: ${before.name}` } : done(ctx, 'changed', 'change', before.name),
      ...(failed === undefined ? [] : [failed]),
      ...end.notes,
    ],
    ...(failed === undefined ? end.exit : { exit: EXIT.conflict }),
  };
}

/** Why AWS did not apply what it had taken in. */
function failureOf({ name, configuration: { Status, FailureReason } }: WholeGroup): Note | undefined {
  if (Status !== 'UPDATE_FAILED') return undefined;
  return { kind: 'alert', text: `the change of ${name} failed: ${FailureReason ?? 'no reason given'}` };
}
