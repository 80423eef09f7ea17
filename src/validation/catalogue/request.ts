import { row } from '../../contract/constraint.ts';
import { EXIT } from '../../contract/exit.ts';
import { model, REFUSED, when } from './sources.ts';

/** The tags of a request; `kept` is how many others the resource keeps. */
export type TagSubject = { readonly Tags?: readonly { readonly Key?: string; readonly Value?: string }[] };

const LONGEST_KEY = 128;
const LONGEST_VALUE = 256;
const MOST_TAGS = 50;

const TAGGING = {
  ...REFUSED,
  source: { document: 'Tagging AWS Resources User Guide', section: 'Tag naming limits and requirements' },
  basis: 'external',
  operations: [
    'license-manager:CreateLicenseConfiguration',
    'license-manager:TagResource',
    'license-manager:CreateLicenseManagerReportGenerator',
    'ram:CreateResourceShare',
    'sns:CreateTopic',
  ],
} as const;

/** What holds for requests of every kind: pages, tokens and tags. A report generator stands here because it can be tagged. */
export const requestRows = {
  'page-token-invalid': row({
    ...REFUSED,
    statement: 'A page token belongs to the request that it came from: same account, Region, operation and filters.',
    source: model('ListLicenseConfigurations', 'NextToken'),
    basis: 'external',
    operations: [
      'license-manager:ListLicenseConfigurations',
      'license-manager:ListUsageForLicenseConfiguration',
      'license-manager:ListAssociationsForLicenseConfiguration',
      'license-manager:ListLicenseSpecificationsForResource',
      'license-manager:ListFailuresForLicenseConfigurationOperations',
      'license-manager:ListLicenseConversionTasks',
      'license-manager:ListLicenseManagerReportGenerators',
      'ssm:GetInventory',
      'ssm:ListInventoryEntries',
      'ssm:DescribeInstanceInformation',
      'ec2:DescribeInstances',
      'ec2:DescribeImages',
      'ec2:DescribeHosts',
      'ec2:DescribeInstanceTypes',
      'ec2:DescribeLaunchTemplates',
      'ec2:DescribeLaunchTemplateVersions',
      'ram:GetResourceShares',
      'ram:GetResourceShareAssociations',
      'ram:GetResourceShareInvitations',
      'ram:ListResources',
      'ram:ListPrincipals',
      'iam:ListRoles',
      'sns:ListTopics',
      'organizations:ListAccounts',
      'organizations:ListAccountsForParent',
      'organizations:ListChildren',
      'organizations:ListHandshakesForOrganization',
      'organizations:ListAWSServiceAccessForOrganization',
    ],
    message: () => 'the page token is not valid for this request',
    fix: () => ['start again without NextToken'],
    check: (s: { readonly token?: string; readonly valid: boolean }) => when(!s.valid, {}),
  }),
  'page-size-invalid': row({
    ...REFUSED,
    statement: 'A page of a listing holds at least one entry, where AWS gives its size no other bounds.',
    source: model('ListLicenseConfigurations', 'MaxResults'),
    basis: 'reading',
    operations: [
      'ec2:DescribeInstances',
      'ec2:DescribeHosts',
      'ec2:DescribeLaunchTemplateVersions',
      'ec2:DescribeImages',
      'license-manager:ListUsageForLicenseConfiguration',
      'license-manager:ListLicenseSpecificationsForResource',
      'license-manager:ListLicenseConfigurations',
      'license-manager:ListFailuresForLicenseConfigurationOperations',
      'license-manager:ListAssociationsForLicenseConfiguration',
      'license-manager:ListLicenseConversionTasks',
    ],
    message: (a) => `MaxResults is ${a.size}, and a page holds at least 1`,
    fix: () => ['leave out MaxResults, or give 1 or more'],
    check: (s: { readonly size: number }) => when(s.size < 1, { size: s.size }),
  }),
  'client-token-mismatch': row({
    ...REFUSED,
    statement: 'A client token stands for one request: sent again with other parameters it is refused.',
    source: { document: 'EC2 API Reference', section: 'Ensuring idempotency' },
    basis: 'external',
    fault: 'IdempotentParameterMismatch',
    operations: [
      'license-manager:CreateLicenseManagerReportGenerator',
      'license-manager:UpdateLicenseManagerReportGenerator',
      'ec2:RunInstances',
      'ec2:AllocateHosts',
      'ec2:CopyImage',
      'ec2:ImportImage',
      'ec2:CreateLaunchTemplate',
      'ec2:CreateLaunchTemplateVersion',
      'ram:CreateResourceShare',
      'ram:UpdateResourceShare',
      'ram:DeleteResourceShare',
      'ram:AssociateResourceShare',
      'ram:DisassociateResourceShare',
      'ram:AcceptResourceShareInvitation',
      'ram:RejectResourceShareInvitation',
    ],
    message: (a) => `the client token ${a.token} was used before with other parameters`,
    fix: () => ['use a new client token for a new request'],
    check: (s: { readonly ClientToken?: string; readonly same: boolean }) =>
      when(!s.same, { token: s.ClientToken ?? '' }),
  }),
  'ec2-dry-run': row({
    ...REFUSED,
    statement: 'With DryRun an EC2 call does nothing and says so with an error, also when it would have succeeded.',
    source: model('RunInstances', 'DryRun'),
    basis: 'model',
    fault: 'DryRunOperation',
    operations: [
      'ec2:RunInstances',
      'ec2:StartInstances',
      'ec2:StopInstances',
      'ec2:TerminateInstances',
      'ec2:DescribeInstances',
    ],
    message: () => 'Request would have succeeded, but DryRun flag is set',
    fix: () => ['lm check launch says what a launch would meet', 'or use --dry-run of any lm command'],
    check: (s: { readonly DryRun: boolean }) => when(s.DryRun, {}),
  }),
  'report-not-found': row({
    ...REFUSED,
    statement: 'A report generator that is read, changed or deleted exists in the account and Region.',
    source: model('GetLicenseManagerReportGenerator', 'ResourceNotFoundException'),
    basis: 'model',
    exit: EXIT.notFound,
    fault: 'ResourceNotFoundException',
    operations: [
      'license-manager:GetLicenseManagerReportGenerator',
      'license-manager:UpdateLicenseManagerReportGenerator',
      'license-manager:DeleteLicenseManagerReportGenerator',
      'license-manager:TagResource',
      'license-manager:UntagResource',
      'license-manager:ListTagsForResource',
    ],
    message: (a) => `there is no report generator ${a.arn} in this account and Region`,
    fix: () => ['lm report list shows the generators'],
    check: (s: { readonly arn: string; readonly found: boolean }) => when(!s.found, { arn: s.arn }),
  }),
  'tag-key-length': row({
    ...TAGGING,
    statement: `A tag's key has 1 to ${LONGEST_KEY} characters.`,
    message: (a) => `a tag key has ${a.found} characters, allowed 1 to ${a.max}`,
    fix: () => ['use a shorter key; an empty one is no key'],
    check: (s: TagSubject) =>
      keysOf(s).flatMap((key) => {
        const found = [...key].length;
        return when(found < 1 || found > LONGEST_KEY, { found, max: LONGEST_KEY });
      }),
  }),
  'tag-value-length': row({
    ...TAGGING,
    statement: `A tag's value has at most ${LONGEST_VALUE} characters.`,
    message: (a) => `the value of the tag ${a.key} has ${a.found} characters, at most ${a.max}`,
    fix: () => ['use a shorter value'],
    check: (s: TagSubject) =>
      (s.Tags ?? []).flatMap(({ Key: key = '', Value: value = '' }) => {
        const found = [...value].length;
        return when(found > LONGEST_VALUE, { key, found, max: LONGEST_VALUE });
      }),
  }),
  'tag-reserved-prefix': row({
    ...TAGGING,
    statement: 'Keys that begin with aws: belong to AWS.',
    message: (a) => `the tag key ${a.key} begins with aws:, which AWS keeps for itself`,
    fix: () => ['choose another key'],
    check: (s: TagSubject) => keysOf(s).flatMap((key) => when(/^aws:/i.test(key), { key })),
  }),
  'tag-limit-50': row({
    ...TAGGING,
    statement: `A resource has at most ${MOST_TAGS} tags.`,
    message: (a) => `the resource would have ${a.found} tags, at most ${a.max}`,
    fix: (a) => [`leave out ${a.found - a.max}`],
    check: (s: TagSubject & { readonly kept: number }) => {
      const found = s.kept + new Set(keysOf(s)).size;
      return when(found > MOST_TAGS, { found, max: MOST_TAGS });
    },
  }),
};

const keysOf = (s: TagSubject): readonly string[] => (s.Tags ?? []).map(({ Key: key = '' }) => key);
