import type { Result, Section } from '../../contract/result.ts';
import { type Placement, placementsOf } from '../../validation/usage-operations.ts';
import { findImage } from '../shared/find.ts';
import { type Configurations, configurationName, configurationsByArn, fillOf } from '../shared/licences.ts';
import { said } from '../shared/said.ts';
import { tagWords } from '../shared/tags.ts';
import type { CommandContext } from '../types.ts';
import { billingWords, licencesFrom } from './billing.ts';
import type { ShowArgs } from './declare-use.ts';
import { type LicensedImage, licensed, ownerWords } from './rows.ts';

export async function run({ image: given }: ShowArgs, ctx: CommandContext): Promise<Result> {
  const [image] = await licensed(ctx, [await findImage(ctx, given)]);
  if (image === undefined) throw new TypeError('unreachable: the image was found');
  const { scope } = await ctx.backend();
  const configurations = await configurationsByArn(ctx);
  return {
    value: image,
    view: {
      kind: 'record',
      fields: said([
        ['name', image.Name],
        ['id', image.ImageId],
        ['state', image.State],
        ['owner', ownerWords(image, scope.account)],
        ['public', image.Public ?? false],
        ['billing', billingWords(image.UsageOperation)],
        ['licences from', licencesFrom(image.UsageOperation)],
        ['billing code', image.UsageOperation],
        ['may run on', placementWords(image.UsageOperation)],
        ['architecture', image.Architecture],
        ['made from', image.SourceImageId ?? image.SourceInstanceId],
        ['created', image.CreationDate === undefined ? undefined : new Date(image.CreationDate)],
        ['description', image.Description],
        ['tags', tagWords(image.Tags)],
      ]),
      sections: [licences(image, configurations)],
    },
    names: [image.ImageId ?? ''],
  };
}

const PLACES: Readonly<Record<Placement, string>> = {
  shared: 'shared tenancy',
  dedicated: 'Dedicated Instances',
  host: 'Dedicated Hosts',
  group: 'host resource groups',
};

const placementWords = (code: string | undefined): string =>
  placementsOf(code ?? '')
    ?.map((place) => PLACES[place])
    .join(', ') ?? 'not known for this billing code';

function licences(image: LicensedImage, configurations: Configurations): Section {
  return {
    title: 'license configurations (launches are counted in)',
    columns: [
      { key: 'name', title: 'name' },
      { key: 'counts', title: 'counts' },
      { key: 'used', title: 'used' },
      { key: 'scope', title: 'for' },
    ],
    rows: image.LicenseSpecifications.map(({ LicenseConfigurationArn: arn, AmiAssociationScope: scope }) => {
      const one = configurations.get(arn ?? '');
      return {
        name: configurationName(configurations, arn),
        counts: one?.LicenseCountingType,
        used: one === undefined ? undefined : fillOf(one),
        scope: scope === 'cross-account' ? 'all accounts' : 'this account',
      };
    }),
  };
}
