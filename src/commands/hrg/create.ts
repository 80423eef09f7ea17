import type { Input } from '../../contract/operations.ts';
import type { Note, Result } from '../../contract/result.ts';
import { check } from '../../validation/catalogue/index.ts';
import { type HostGroupSettings, hostGroupItems, hostGroupSettings } from '../../validation/host-group.ts';
import { guardIn } from '../../validation/refuse.ts';
import { takeAlerts } from '../shared/alerts.ts';
import { done } from '../shared/done.ts';
import { inputFor } from '../shared/input.ts';
import { configurationsByArn } from '../shared/licences.ts';
import { said } from '../shared/said.ts';
import type { CommandContext } from '../types.ts';
import type { CreateArgs } from './manifest.ts';
import { changedSettings, OPEN, saysSettings, settingWords } from './settings.ts';

/**
 * Makes a host resource group (CreateGroup with both configuration items).
 * @throws Fault with every reason why it cannot be one
 */
export async function run(args: CreateArgs, ctx: CommandContext): Promise<Result> {
  const { name: Name, description: Description, tag } = args;
  const { Configuration: brought, ...given } = await inputFor(ctx, 'resource-groups:CreateGroup');
  guardIn('resource-groups:CreateGroup', [
    ...check('hrg-name-format', { Name }),
    ...check('hrg-description-format', { Description }),
  ]);
  const settings = await changedSettings(brought === undefined ? OPEN : hostGroupSettings(brought), args, ctx);
  const input: Input<'resource-groups:CreateGroup'> = {
    ...given,
    Name,
    // What `--input` brought is sent as it is, unless the line says something else.
    Configuration: brought === undefined || saysSettings(args) ? hostGroupItems(settings) : brought,
    ...(Description === undefined ? {} : { Description }),
    ...(tag === undefined ? {} : { Tags: { ...given.Tags, ...tag } }),
  };
  const answer = await ctx.call('resource-groups:CreateGroup', input);
  const { alerts, notes } = await takeAlerts(ctx);
  return {
    value: { ...answer, alerts },
    view: {
      kind: 'record',
      fields: said([
        ['name', Name],
        ['arn', answer.Group?.GroupArn],
        ['description', answer.Group?.Description],
        ...settingWords(settings, await configurationsByArn(ctx)),
      ]),
    },
    names: [Name],
    notes: [...notes, done(ctx, 'made', 'make', `the host resource group ${Name}`), ...next(Name, settings)],
  };
}

/** What a person may not expect, and how the group comes to its first host. */
function next(name: string, { configurations, autoAllocate }: HostGroupSettings): readonly Note[] {
  const any = 'any license configuration that counts cores or sockets may be used in it; --license names some';
  const host = `it holds no host yet, and launches open none: lm hrg add-host ${name} HOST, or lm hrg update ${name} --auto-allocate`;
  return [
    ...(configurations === undefined ? [{ kind: 'hint', text: any } as const] : []),
    ...(autoAllocate ? [] : [{ kind: 'hint', text: host } as const]),
  ];
}
