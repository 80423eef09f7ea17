import { row } from '../../contract/constraint.ts';
import { EXIT } from '../../contract/exit.ts';
import { nearest } from '../nearest.ts';
import { USAGE_OPERATIONS, usageOperation } from '../usage-operations.ts';
import { allOf, anyOf } from '../words.ts';
import { AMIS, EC2_ERRORS, EC2_REFUSED, guide, model, REFUSED, when } from './sources.ts';

const ASSOCIATE = { ...REFUSED, operations: ['license-manager:UpdateLicenseSpecificationsForResource'] } as const;
const DISASSOCIATING = guide('Disassociating license configurations and AMIs');

/** What holds for AMIs: which may be associated and for whom, what a copy loses, and what a deregistered one still does. */
export const amiRows = {
  'ami-accessible-only': row({
    ...ASSOCIATE,
    statement: 'An account associates AMIs that it can use: its own and those shared with it.',
    source: AMIS,
    basis: 'stated',
    exit: EXIT.notFound,
    message: (a) => `there is no AMI ${a.imageId} that this account can use`,
    fix: () => ['lm ami list shows the AMIs that can be attached'],
    check: (s: { readonly imageId: string; readonly accessible: boolean }) =>
      when(!s.accessible, { imageId: s.imageId }),
  }),
  'ami-shared-scope-current': row({
    ...ASSOCIATE,
    statement: "Another account's AMI is associated for the own account only.",
    source: AMIS,
    basis: 'stated',
    message: (a) => `${a.imageId} belongs to another account, so it cannot be attached for all accounts`,
    fix: () => ['leave the scope out', 'or attach it in the account that owns it'],
    check: (s: { readonly imageId: string; readonly owned: boolean; readonly AmiAssociationScope?: string }) =>
      when(s.AmiAssociationScope === 'cross-account' && !s.owned, { imageId: s.imageId }),
  }),
  'ami-scope-value': row({
    ...ASSOCIATE,
    statement: 'The only scope is cross-account; without it the association holds for the own account.',
    source: model('UpdateLicenseSpecificationsForResource', 'AmiAssociationScope'),
    basis: 'model',
    message: (a) => `"${a.found}" is not a scope`,
    fix: () => ['use cross-account or leave the scope out'],
    check: ({ AmiAssociationScope: found }: { readonly AmiAssociationScope?: string }) =>
      when(found !== undefined && found !== 'cross-account', { found: found ?? '' }),
  }),
  'ami-scope-ami-only': row({
    ...ASSOCIATE,
    statement: 'A scope goes with AMIs only.',
    source: model('UpdateLicenseSpecificationsForResource', 'AmiAssociationScope'),
    basis: 'reading',
    message: (a) => `${a.resource} is no AMI and takes no scope`,
    fix: () => ['leave the scope out'],
    check: (s: { readonly resource: string; readonly kind: string; readonly AmiAssociationScope?: string }) =>
      when(s.AmiAssociationScope !== undefined && s.kind !== 'EC2_AMI', { resource: s.resource }),
  }),
  'ami-copy-escapes': row({
    ...EC2_REFUSED,
    severity: 'warn',
    statement: 'A copy of an associated AMI is a new AMI without associations: launches from it are not tracked.',
    source: AMIS,
    basis: 'stated',
    operations: ['ec2:CopyImage'],
    message: (a) => `the copy is not tracked, although ${a.imageId} falls under ${allOf(a.configurations)}`,
    fix: (a) => a.configurations.map((name) => `lm ami attach COPY --config ${name}`),
    check: (s: { readonly imageId: string; readonly configurations: readonly string[] }) =>
      when(s.configurations.length > 0, { imageId: s.imageId, configurations: s.configurations }),
  }),
  'ami-derived-escapes': row({
    ...EC2_REFUSED,
    severity: 'warn',
    statement: 'An AMI made from a tracked instance starts without associations: launches from it are not tracked.',
    source: AMIS,
    basis: 'stated',
    operations: ['ec2:CreateImage'],
    message: (a) => `the new AMI is not tracked, although ${a.instanceId} falls under ${allOf(a.configurations)}`,
    fix: (a) => a.configurations.map((name) => `lm ami attach NEW --config ${name}`),
    check: (s: { readonly instanceId: string; readonly configurations: readonly string[] }) =>
      when(s.configurations.length > 0, { instanceId: s.instanceId, configurations: s.configurations }),
  }),
  'ami-deregistered-no-manual': row({
    ...ASSOCIATE,
    statement: 'A deregistered AMI cannot be disassociated by hand.',
    source: DISASSOCIATING,
    basis: 'stated',
    exit: EXIT.conflict,
    message: (a) => `${a.imageId} is deregistered: its associations go by themselves`,
    fix: () => ['wait for the clean-up, which runs every 8 hours (in a sandbox: lm local clock advance 8h)'],
    check: (s: { readonly imageId: string; readonly state: 'available' | 'deregistered' }) =>
      when(s.state === 'deregistered', { imageId: s.imageId }),
  }),
  'ami-deregistered-blocks-delete': row({
    ...REFUSED,
    statement: 'A deregistered AMI whose association still lingers keeps the configuration from being deleted.',
    source: DISASSOCIATING,
    basis: 'reading',
    exit: EXIT.conflict,
    operations: ['license-manager:DeleteLicenseConfiguration'],
    message: (a) => `${a.configuration}: still associated with deregistered ${a.imageId} until ${a.until}`,
    fix: (a) => [`wait for the clean-up at ${a.until} (in a sandbox: lm local clock advance 8h)`],
    check: (s: { readonly configuration: string; readonly images: readonly LingeringImage[] }) =>
      s.images.map(({ imageId, sweepAt }) => ({ configuration: s.configuration, imageId, until: sweepAt })),
  }),
  'ami-import-operation': row({
    ...EC2_REFUSED,
    statement:
      'An import says who licenses the system once: by UsageOperation or by LicenseType. Without either, AWS licenses Windows.',
    source: { document: 'VM Import/Export User Guide', section: 'Licensing' },
    basis: 'external',
    fault: 'InvalidParameterCombination',
    operations: ['ec2:ImportImage'],
    message: (a) => `UsageOperation ${a.usageOperation} and LicenseType ${a.licenseType} were both given`,
    fix: () => ['give one of them'],
    check: (s: { readonly UsageOperation?: string; readonly LicenseType?: string }) =>
      when(s.UsageOperation !== undefined && s.LicenseType !== undefined, {
        usageOperation: s.UsageOperation ?? '',
        licenseType: s.LicenseType ?? '',
      }),
  }),
  'ami-import-values': row({
    ...EC2_REFUSED,
    statement:
      "An import's UsageOperation is a billing code, its LicenseType AWS or BYOL, its Platform Windows or Linux.",
    source: model('ImportImage', 'LicenseType'),
    basis: 'model',
    operations: ['ec2:ImportImage'],
    message: (a) => `"${a.found}" is not a ${a.member}`,
    fix: (a) => [`use ${anyOf(a.allowed)}`],
    check: ({ UsageOperation: code, LicenseType, Platform }: ImportSubject) => [
      ...when(code !== undefined && usageOperation(code) === undefined, {
        member: 'UsageOperation',
        found: code ?? '',
        allowed: codesNear(code ?? ''),
      }),
      ...oneOf('LicenseType', LicenseType, ['AWS', 'BYOL']),
      ...oneOf('Platform', Platform, ['Windows', 'Linux']),
    ],
  }),
  'ami-share-account': row({
    ...EC2_REFUSED,
    statement: 'An AMI is shared with accounts, each named by its 12 digits, or with all.',
    source: EC2_ERRORS,
    basis: 'external',
    fault: 'InvalidAMIAttributeItemValue',
    operations: ['ec2:ModifyImageAttribute'],
    message: (a) => `"${a.found}" is not an account`,
    fix: () => ['give an account as 12 digits, such as 444455556666, or share with all'],
    check: (s: { readonly accounts: readonly string[] }) =>
      s.accounts.flatMap((found) => when(found !== 'all' && !/^\d{12}$/.test(found), { found })),
  }),
  'ami-name-in-use': row({
    ...EC2_REFUSED,
    statement: "An AMI's name is unique in its account and Region.",
    source: EC2_ERRORS,
    basis: 'external',
    exit: EXIT.conflict,
    fault: 'InvalidAMIName.Duplicate',
    operations: ['ec2:RegisterImage', 'ec2:CreateImage', 'ec2:CopyImage', 'ec2:ImportImage'],
    message: (a) => `the AMI name ${a.name} is in use by ${a.imageId}`,
    fix: () => ['choose another name'],
    check: (s: { readonly name: string; readonly usedBy?: string }) =>
      when(s.usedBy !== undefined, { name: s.name, imageId: s.usedBy ?? '' }),
  }),
  'ami-owner-only': row({
    ...EC2_REFUSED,
    statement: 'Only the account that owns an AMI shares or deregisters it.',
    source: EC2_ERRORS,
    basis: 'external',
    exit: EXIT.denied,
    fault: 'AuthFailure',
    operations: ['ec2:ModifyImageAttribute', 'ec2:DeregisterImage'],
    message: (a) => `${a.imageId} belongs to account ${a.owner}; account ${a.caller} cannot change it`,
    fix: (a) => [`--account ${a.owner}`],
    check: (s: { readonly imageId: string; readonly ownerId: string; readonly accountId: string }) =>
      when(s.ownerId !== s.accountId, { imageId: s.imageId, owner: s.ownerId, caller: s.accountId }),
  }),
};

/** A deregistered AMI whose association is removed at `sweepAt`, an ISO 8601 time. */
export type LingeringImage = { readonly imageId: string; readonly sweepAt: string };

export type ImportSubject = {
  readonly UsageOperation?: string;
  readonly LicenseType?: string;
  readonly Platform?: string;
};

const oneOf = (member: string, found: string | undefined, allowed: readonly string[]) =>
  when(found !== undefined && !allowed.includes(found), { member, found: found ?? '', allowed });

function codesNear(code: string): readonly string[] {
  const close = nearest(
    code,
    USAGE_OPERATIONS.map((row) => row.usageOperation),
  );
  return close.length > 0 ? close : ['RunInstances:0002', 'RunInstances:0800', 'RunInstances'];
}
