import { row } from '../../contract/constraint.ts';
import { EXIT } from '../../contract/exit.ts';
import { anyOf } from '../words.ts';
import { guide, model, REFUSED, when } from './sources.ts';

const READS = [
  'license-manager:ListLicenseConfigurations',
  'license-manager:ListUsageForLicenseConfiguration',
] as const;

/** Filters of a listing, and the names that this listing knows. */
export type FilterSubject = {
  readonly Filters?: readonly { readonly Name?: string; readonly Values?: readonly string[] }[];
  readonly allowed: readonly string[];
};

/** What people write into names, descriptions and tags. */
export type FreeText = {
  readonly Name?: string;
  readonly Description?: string;
  readonly Tags?: readonly { readonly Key?: string; readonly Value?: string }[];
};

/** How license configurations are found, listed and owned: what nearly every call about one checks, so it stands by itself. */
export const configAccessRows = {
  'config-not-found': row({
    ...REFUSED,
    statement: 'An ARN that no license configuration has is refused as an invalid value, not as a missing resource.',
    source: model('GetLicenseConfiguration', 'InvalidParameterValueException'),
    basis: 'external',
    exit: EXIT.notFound,
    operations: [
      'license-manager:GetLicenseConfiguration',
      'license-manager:UpdateLicenseConfiguration',
      'license-manager:ListUsageForLicenseConfiguration',
      'license-manager:ListAssociationsForLicenseConfiguration',
      'license-manager:ListFailuresForLicenseConfigurationOperations',
      'license-manager:TagResource',
      'license-manager:UntagResource',
      'license-manager:ListTagsForResource',
      'license-manager:DeleteLicenseConfiguration',
      'license-manager:UpdateLicenseSpecificationsForResource',
    ],
    message: (a) => `Invalid license configuration ARN ${a.arn}: there is no such license configuration`,
    fix: (a) => [
      ...(a.nearest.length > 0 ? [`did you mean ${a.nearest.join(', ')}?`] : []),
      'lm config list shows those of this account and Region',
    ],
    check: (s: {
      readonly LicenseConfigurationArn?: string;
      readonly found: boolean;
      readonly nearest?: readonly string[];
    }) => when(!s.found, { arn: s.LicenseConfigurationArn ?? '', nearest: s.nearest ?? [] }),
  }),
  'config-region-scoped': row({
    ...REFUSED,
    statement: 'A license configuration can be seen and used only in the Region where it was created.',
    source: model('ListLicenseConfigurations', 'LicenseConfigurationArn'),
    basis: 'reading',
    exit: EXIT.notFound,
    operations: [
      'license-manager:GetLicenseConfiguration',
      'ec2:RunInstances',
      'ec2:CreateLaunchTemplate',
      'ec2:CreateLaunchTemplateVersion',
      'ec2:ImportImage',
      'license-manager:UpdateLicenseSpecificationsForResource',
    ],
    message: (a) => `Invalid license configuration ARN ${a.arn}: it is in ${a.itsRegion}, the request in ${a.region}`,
    fix: (a) => [`--region ${a.itsRegion}`, `or use a license configuration of ${a.region}`],
    check: ({
      LicenseConfigurationArn: arn = '',
      region,
    }: {
      readonly LicenseConfigurationArn?: string;
      readonly region: string;
    }) => {
      const itsRegion = /^arn:[\w-]+:license-manager:([a-z0-9-]+):/.exec(arn)?.[1] ?? region;
      return when(itsRegion !== region, { arn, itsRegion, region });
    },
  }),
  'config-edit-owner-only': row({
    ...REFUSED,
    statement: 'Only the account that owns a license configuration changes or deletes it, even where it is shared.',
    source: guide('Share a license configuration'),
    basis: 'reading',
    exit: EXIT.denied,
    fault: 'AccessDeniedException',
    operations: ['license-manager:UpdateLicenseConfiguration', 'license-manager:DeleteLicenseConfiguration'],
    message: (a) => `${a.configuration} belongs to account ${a.owner}; account ${a.caller} cannot change it`,
    fix: (a) => [`ask account ${a.owner}, or use --account ${a.owner}`],
    check: (s: Ownership) => foreign(s),
  }),
  'config-data-ownership': row({
    ...REFUSED,
    statement: 'Only the account that owns a license configuration sees what it tracks.',
    source: guide('License rules in License Manager'),
    basis: 'stated',
    exit: EXIT.denied,
    fault: 'AccessDeniedException',
    operations: [
      'license-manager:ListUsageForLicenseConfiguration',
      'license-manager:ListAssociationsForLicenseConfiguration',
    ],
    message: (a) => `${a.configuration} belongs to account ${a.owner}; account ${a.caller} cannot see what it tracks`,
    fix: (a) => [`--account ${a.owner}`],
    check: (s: Ownership) => foreign(s),
  }),
  'config-list-filters': row({
    ...REFUSED,
    statement: 'A listing knows a fixed set of filters, spelled exactly; each filter carries one value.',
    source: model('ListLicenseConfigurations', 'Filters'),
    basis: 'model',
    operations: READS,
    message: (a) => (a.known ? `the filter ${a.filter} has no value` : `"${a.filter}" is not a filter of this list`),
    fix: (a) => (a.known ? [`give ${a.filter} one value`] : [`use ${anyOf(a.allowed)}`]),
    check: (s: FilterSubject) =>
      (s.Filters ?? []).flatMap(({ Name: filter = '', Values: values = [] }) => {
        const known = s.allowed.includes(filter);
        return when(!known || values.length === 0, { filter, known, allowed: s.allowed });
      }),
  }),
  'config-list-filter-limit': row({
    ...REFUSED,
    statement: 'A listing takes each of its filters once, with a single value.',
    source: model('ListLicenseConfigurations', 'FilterLimitExceededException'),
    basis: 'model',
    fault: 'FilterLimitExceededException',
    operations: READS,
    message: (a) => `${a.found} values for the filter ${a.filter}, at most 1`,
    fix: () => ['ask once for each value'],
    check: (s: FilterSubject) => {
      const counts = new Map<string, number>();
      for (const { Name: filter = '', Values: values = [] } of s.Filters ?? [])
        counts.set(filter, (counts.get(filter) ?? 0) + values.length);
      return [...counts].flatMap(([filter, found]) => when(found > 1, { filter, found }));
    },
  }),
  'config-no-sensitive-text': row({
    ...REFUSED,
    severity: 'warn',
    statement:
      'Names, descriptions and tags are no place for personal or secret data: they can end up in bills and logs.',
    source: guide('Data protection in AWS License Manager'),
    basis: 'stated',
    operations: [
      'license-manager:CreateLicenseConfiguration',
      'license-manager:UpdateLicenseConfiguration',
      'license-manager:TagResource',
    ],
    message: (a) => `${a.where} holds an e-mail address: ${a.found}`,
    why: () => 'AWS may copy names and tags into billing and diagnostic logs.',
    fix: () => ['use the name of a team or a system instead'],
    check: (s: FreeText) =>
      freeTexts(s).flatMap(({ where, text }) => {
        const found = /[\w.+-]+@[\w-]+(\.[\w-]+)+/.exec(text)?.[0];
        return when(found !== undefined, { where, found: found ?? '' });
      }),
  }),
};

type Ownership = { readonly configuration: string; readonly ownerId: string; readonly accountId: string };

const foreign = (s: Ownership) =>
  when(s.ownerId !== s.accountId, { configuration: s.configuration, owner: s.ownerId, caller: s.accountId });

const freeTexts = (s: FreeText): readonly { readonly where: string; readonly text: string }[] => [
  { where: 'the name', text: s.Name ?? '' },
  { where: 'the description', text: s.Description ?? '' },
  ...(s.Tags ?? []).map(({ Key: key = '', Value: value = '' }) => ({
    where: `the tag ${key}`,
    text: `${key} ${value}`,
  })),
];
