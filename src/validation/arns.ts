import type { Scope } from '../contract/ports.ts';

/** The partition of a Region, as ARNs carry it. */
export function partitionOf(region: string): 'aws' | 'aws-cn' | 'aws-us-gov' {
  if (region.startsWith('cn-')) return 'aws-cn';
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}

export const configurationArn = (scope: Scope, id: string): string =>
  `arn:${partitionOf(scope.region)}:license-manager:${scope.region}:${scope.account}:license-configuration:${id}`;

/** Image ARNs have an empty account field. */
export const imageArn = (region: string, id: string): string => `arn:${partitionOf(region)}:ec2:${region}::image/${id}`;

export const instanceArn = (scope: Scope, id: string): string =>
  `arn:${partitionOf(scope.region)}:ec2:${scope.region}:${scope.account}:instance/${id}`;

export const hostArn = (scope: Scope, id: string): string =>
  `arn:${partitionOf(scope.region)}:ec2:${scope.region}:${scope.account}:dedicated-host/${id}`;

export const groupArn = (scope: Scope, name: string): string =>
  `arn:${partitionOf(scope.region)}:resource-groups:${scope.region}:${scope.account}:group/${name}`;

const GROUP = /^arn:aws[a-z-]*:resource-groups:([a-z0-9-]+):(\d{12}):group\/([A-Za-z0-9_.-]{1,300})$/;

/** @returns undefined where the text is not the ARN of a resource group */
export function parseGroupArn(arn: string): (Scope & { readonly name: string }) | undefined {
  const [, region, account, name] = GROUP.exec(arn) ?? [];
  return region === undefined || account === undefined || name === undefined ? undefined : { account, region, name };
}

/** The ARN of a group that is named by its ARN, or by its name for one of the caller's own. */
export const namedGroupArn = (scope: Scope, given: string): string =>
  parseGroupArn(given) === undefined ? groupArn(scope, given) : given;

/** A group by the last word of its ARN, which is its name. */
export const groupName = (arn: string): string => parseGroupArn(arn)?.name ?? arn;

export const topicArn = (scope: Scope, name: string): string =>
  `arn:${partitionOf(scope.region)}:sns:${scope.region}:${scope.account}:${name}`;

const TOPIC = /^arn:aws[a-z-]*:sns:([a-z0-9-]+):(\d{12}):([A-Za-z0-9_.-]{1,256})$/;

/** @returns undefined where the text is not the ARN of an SNS topic */
export function parseTopicArn(arn: string): (Scope & { readonly name: string }) | undefined {
  const [, region, account, name] = TOPIC.exec(arn) ?? [];
  return region === undefined || account === undefined || name === undefined ? undefined : { account, region, name };
}

/** Who acts in a sandbox: the account itself. */
export const rootArn = (scope: Scope): string => `arn:${partitionOf(scope.region)}:iam::${scope.account}:root`;

export const generatorArn = (scope: Scope, id: string): string =>
  `arn:${partitionOf(scope.region)}:license-manager:${scope.region}:${scope.account}:report-generator:${id}`;

const GENERATOR = /^arn:aws[a-z-]*:license-manager:([a-z0-9-]+):(\d{12}):report-generator:(r-[0-9a-f]{1,64})$/;

/** @returns undefined where the text is not the ARN of a report generator */
export function parseGeneratorArn(arn: string): (Scope & { readonly id: string }) | undefined {
  const [, region, account, id] = GENERATOR.exec(arn) ?? [];
  return region === undefined || account === undefined || id === undefined ? undefined : { account, region, id };
}

export interface ParsedConfigurationArn {
  readonly account: string;
  readonly region: string;
  readonly id: string;
}

const CONFIGURATION = /^arn:aws[a-z-]*:license-manager:([a-z0-9-]+):(\d{12}):license-configuration:(lic-[0-9a-f]{32})$/;

/** @returns undefined where the text is not an ARN of a license configuration */
export function parseConfigurationArn(arn: string): ParsedConfigurationArn | undefined {
  const [, region, account, id] = CONFIGURATION.exec(arn) ?? [];
  return region === undefined || account === undefined || id === undefined ? undefined : { account, region, id };
}

export type ResourceRef =
  | {
      readonly kind: 'EC2_AMI' | 'EC2_INSTANCE' | 'EC2_HOST';
      readonly id: string;
      readonly region: string;
      readonly account: string;
    }
  | { readonly kind: 'other'; readonly what: string };

const RESOURCE = /^arn:aws[a-z-]*:([a-z0-9-]+):([a-z0-9-]*):(\d{12})?:(?:([a-z-]+)[/:])?(.+)$/;
const KINDS = { image: 'EC2_AMI', instance: 'EC2_INSTANCE', 'dedicated-host': 'EC2_HOST' } as const;

const isKind = (word: string): word is keyof typeof KINDS => word in KINDS;

/** Reads the ARN of a resource that can be associated; anything else comes back as `other` with its kind in words. */
export function parseResourceArn(arn: string): ResourceRef {
  const [, service, region, account, type, id] = RESOURCE.exec(arn) ?? [];
  if (service !== 'ec2' || type === undefined || id === undefined || region === undefined || !isKind(type)) {
    return { kind: 'other', what: type ?? service ?? 'not an ARN' };
  }
  return { kind: KINDS[type], id, region, account: account ?? '' };
}
