import type { Column, Result } from '../../contract/result.ts';
import type { CommandContext } from '../types.ts';
import type { AssociationsArgs } from './declare-use.ts';
import { associationsOf, findWhole } from './read.ts';
import { idOf } from './words.ts';

const COLUMNS: readonly Column[] = [
  { key: 'resource', title: 'resource' },
  { key: 'type', title: 'type' },
  { key: 'owner', title: 'owner', optional: 1 },
  { key: 'scope', title: 'scope', optional: 3 },
  { key: 'since', title: 'since', optional: 2 },
];

/** What the configuration is attached to (ListAssociationsForLicenseConfiguration). */
export async function run({ config }: AssociationsArgs, ctx: CommandContext): Promise<Result> {
  const { arn, name } = await findWhole(ctx, config);
  const all = await associationsOf(ctx.call, arn);
  const rows = all.map((one) => ({
    resource: idOf(one.ResourceArn),
    type: one.ResourceType,
    owner: one.ResourceOwnerId,
    scope: one.AmiAssociationScope,
    since: one.AssociationTime,
  }));
  const empty = `${name} is attached to nothing; lm config attach ${name} AMI puts it on an AMI`;
  return {
    value: { LicenseConfigurationAssociations: all },
    view: { kind: 'list', rows, columns: COLUMNS, empty },
    names: rows.map(({ resource }) => resource),
  };
}
