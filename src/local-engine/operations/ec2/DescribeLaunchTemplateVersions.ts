import type { LaunchTemplateVersion } from '@aws-sdk/client-ec2';
import type { Input } from '../../../contract/operations.ts';
import { type Context, operation } from '../../operation.ts';
import { pageOf } from '../../paging.ts';
import { matches } from '../filters.ts';
import { ONE_TEMPLATE, oneTemplate, oneVersion, versionAnswer } from '../template.ts';

type Request = Input<'ec2:DescribeLaunchTemplateVersions'>;
/** Versions carry no tags, so only their own fields can be asked for. */
type Version = LaunchTemplateVersion & { readonly Tags?: undefined };
type Listed = { readonly answer: Version; readonly key: readonly [number, number] };

const PAGE = 200;
const ALIASES: readonly string[] = ['$Latest', '$Default'];

/**
 * The versions of one launch template, newest first; or, where none is named, the latest or default ones of all.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeLaunchTemplateVersions.html
 */
export default operation({
  name: 'ec2:DescribeLaunchTemplateVersions',
  access: 'read',
  constraints: [
    ...ONE_TEMPLATE,
    'template-version-not-found',
    'ec2-filter-unknown',
    'page-token-invalid',
    'page-size-invalid',
  ],
  run(_tx, input, context) {
    const { Filters = [], NextToken: token, MaxResults, ...rest } = input;
    const wanted = matches<Version>(Filters, FIELDS);
    const listed = (ofAll(input) ? aliasesOfAll(input, context) : ofOne(input, context)).filter((one) =>
      wanted(one.answer),
    );
    const page = pageOf(
      { operation: 'DescribeLaunchTemplateVersions', scope: context.scope, filters: [Filters, rest], token },
      Math.min(MaxResults ?? PAGE, PAGE),
      (after, limit) => {
        const from = after === undefined ? 0 : placeAfter(listed, after);
        return listed.slice(from, from + limit);
      },
      (one) => one.key,
    );
    return { LaunchTemplateVersions: page.rows.map((one) => one.answer), NextToken: page.nextToken };
  },
});

/** Where the next page begins; a template that was deleted meanwhile leaves the page to the next one. */
function placeAfter(listed: readonly Listed[], after: readonly (string | number)[]): number {
  const last = listed.findIndex((one) => one.key.every((part, index) => part === after[index]));
  if (last >= 0) return last + 1;
  const next = listed.findIndex((one) => one.key[0] > Number(after[0]));
  return next < 0 ? listed.length : next;
}

/** No template is named, and every version by its alias. */
function ofAll({ LaunchTemplateId, LaunchTemplateName, Versions = [] }: Request): boolean {
  const named = LaunchTemplateId !== undefined || LaunchTemplateName !== undefined;
  return !named && Versions.length > 0 && Versions.every((version) => ALIASES.includes(version));
}

function aliasesOfAll({ Versions = [] }: Request, context: Context): readonly Listed[] {
  const { here, scope } = context;
  return here.templates.after(0, Number.MAX_SAFE_INTEGER).flatMap((template) => {
    const rows = Versions.map((version) => oneVersion(template, version, context));
    return unique(rows).map((row) => ({
      answer: versionAnswer(template, row, scope),
      key: [template.key, row.version] as const,
    }));
  });
}

function ofOne(input: Request, context: Context): readonly Listed[] {
  const { here, scope } = context;
  const template = oneTemplate(input, context);
  const { Versions = [] } = input;
  const rows =
    Versions.length > 0
      ? Versions.map((version) => oneVersion(template, version, context))
      : here.templates.versions(template.key).filter((row) => within(row.version, input));
  return unique(rows).map((row) => ({
    answer: versionAnswer(template, row, scope),
    key: [template.key, row.version] as const,
  }));
}

const within = (version: number, { MinVersion = '1', MaxVersion = 'Infinity' }: Request): boolean =>
  version >= Number(MinVersion) && version <= Number(MaxVersion);

const unique = <T extends { readonly version: number }>(rows: readonly T[]): readonly T[] => [
  ...new Map(rows.map((row) => [row.version, row])).values(),
];

const FIELDS = {
  'is-default-version': (one: Version) => [one.DefaultVersion],
  'image-id': (one: Version) => [one.LaunchTemplateData?.ImageId],
  'instance-type': (one: Version) => [one.LaunchTemplateData?.InstanceType],
  'license-configuration-arn': (one: Version) =>
    (one.LaunchTemplateData?.LicenseSpecifications ?? []).map((each) => each.LicenseConfigurationArn),
};
