import type { LicenseConfigurationAssociation } from '@aws-sdk/client-license-manager';
import type { Call } from '../../contract/ports.ts';
import type { Result } from '../../contract/result.ts';
import { check } from '../../validation/catalogue/index.ts';
import { guard } from '../../validation/refuse.ts';
import { generatorNames } from '../../validation/report-generator.ts';
import { counted } from '../../validation/words.ts';
import { generators } from '../shared/generators.ts';
import type { CommandContext, Danger } from '../types.ts';
import { doneWord } from './change.ts';
import type { DeleteArgs } from './declare-state.ts';
import { associationsOf, findWhole } from './read.ts';
import { idOf, resourceWord } from './words.ts';

/**
 * Deletes a license configuration for good (DeleteLicenseConfiguration); with --detach it is taken off everything first.
 * @throws Fault config-delete-needs-no-associations when something is attached and --detach was not given;
 * config-delete-needs-no-report-generator, which AWS would say only after everything was taken off
 */
export async function run({ config, detach }: DeleteArgs, ctx: CommandContext): Promise<Result> {
  const { arn, name, now } = await findWhole(ctx, config);
  const attached = await associationsOf(ctx.call, arn);
  if (detach !== true) {
    guard(
      check('config-delete-needs-no-associations', {
        configuration: name,
        associated: attached.map(({ ResourceArn }) => idOf(ResourceArn)),
      }),
    );
  }
  await guardNotReported(ctx, arn, name);
  await ctx.confirm(danger(name, now.LicenseConfigurationId ?? '', attached));
  await ctx.atomically(async (call) => {
    await takeOff(call, arn, attached);
    await call('license-manager:DeleteLicenseConfiguration', { LicenseConfigurationArn: arn });
  });
  const off = attached.length === 0 ? '' : `, taken off ${counted(attached.length, 'resource')}`;
  return {
    value: { LicenseConfigurationArn: arn, Disassociated: attached.map(({ ResourceArn }) => ResourceArn) },
    view: { kind: 'text', text: '' },
    names: [name],
    notes: [{ kind: 'done', text: `${doneWord(ctx, 'deleted')}: ${name}${off}` }],
  };
}

/** @throws Fault config-delete-needs-no-report-generator */
export async function guardNotReported(ctx: CommandContext, arn: string, configuration: string): Promise<void> {
  const Filters = [{ Name: 'LicenseConfigurationArn', Values: [arn] }];
  const names = generatorNames(await generators(ctx.call, Filters));
  guard(check('config-delete-needs-no-report-generator', { configuration, generators: names }));
}

/** Disassociates everything, one call for each resource. */
export async function takeOff(
  call: Call,
  arn: string,
  attached: readonly LicenseConfigurationAssociation[],
): Promise<void> {
  for (const { ResourceArn } of attached) {
    await call('license-manager:UpdateLicenseSpecificationsForResource', {
      ResourceArn,
      RemoveLicenseSpecifications: [{ LicenseConfigurationArn: arn }],
    });
  }
}

const SHOWN = 10;

/** What is attached, for a person to look over: the first ten and how many more. */
export function attachedLines(attached: readonly LicenseConfigurationAssociation[]): readonly string[] {
  const lines = attached
    .slice(0, SHOWN)
    .map(({ ResourceType, ResourceArn }) => `  ${resourceWord(ResourceType)} ${idOf(ResourceArn)}`);
  return attached.length > SHOWN ? [...lines, `  and ${attached.length - SHOWN} more`] : lines;
}

function danger(name: string, id: string, attached: readonly LicenseConfigurationAssociation[]): Danger {
  const gone = `${name} (${id}) will be deleted for good, with its usage.`;
  if (attached.length === 0) return { lines: [gone], danger: 'confirm', name };
  const lines = [gone, `It is taken off ${counted(attached.length, 'resource')} first:`, ...attachedLines(attached)];
  return { lines, danger: 'type-name', name };
}
