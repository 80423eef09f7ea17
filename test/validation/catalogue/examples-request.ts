import type { ec2Rows } from '../../../src/validation/catalogue/ec2.ts';
import type { requestRows } from '../../../src/validation/catalogue/request.ts';
import type { templateRows } from '../../../src/validation/catalogue/template.ts';
import type { Examples } from './example.ts';

const ID = 'license-configuration:lic-0123456789abcdef0123456789abcdef';
const ARN = `arn:aws:license-manager:us-east-1:111122223333:${ID}`;
const M5 = { instanceType: 'm5.xlarge', validCores: [1, 2], defaultCores: 2, defaultThreads: 2 } as const;
const M5_CPU = { ...M5, coreCount: 2, threadsPerCore: 1 } as const;

export const ec2Examples: Examples<typeof ec2Rows> = {
  'ec2-instance-not-found': {
    breaks: { instanceId: 'i-1', found: false },
    says: 'there is no instance i-1 in this account and Region',
    holds: { instanceId: 'i-1', found: true },
  },
  'ec2-instance-state': {
    breaks: { instanceId: 'i-1', state: 'running', allowed: ['stopped'] },
    says: 'i-1 is running, must be stopped',
    holds: { instanceId: 'i-1', state: 'stopped', allowed: ['stopped'] },
  },
  'ec2-instance-type-unknown': {
    breaks: { instanceType: 'm5.8xlrage', known: false, nearest: ['m5.8xlarge'] },
    says: 'there is no instance type m5.8xlrage',
    holds: { instanceType: 'm5.8xlarge', known: true },
  },
  'ec2-cpu-options-valid': {
    breaks: { ...M5_CPU, coreCount: 3 },
    says: 'm5.xlarge does not offer 3 cores',
    holds: M5_CPU,
  },
  'ec2-min-max-count': {
    breaks: { MinCount: 2, MaxCount: 1 },
    says: 'from 2 to 1 machines were asked for',
    holds: { MinCount: 2, MaxCount: 2 },
  },
  'ec2-affinity-needs-host': {
    breaks: { tenancy: 'default', affinity: 'host' },
    says: "The parameter affinity cannot be used without specifying a tenancy of 'host'",
    holds: { tenancy: 'host', affinity: 'host' },
  },
  'license-configuration-arn-malformed': {
    breaks: { LicenseConfigurationArn: 'lic-1', region: 'us-west-2' },
    says: "The ARN 'lic-1' is not valid. The expected format is arn:aws:license-manager:us-west-2:<account-id>:license-configuration:<license-configuration-id>",
    holds: { LicenseConfigurationArn: ARN },
  },
  'ec2-filter-unknown': {
    breaks: { filter: 'image', known: false, allowed: ['image-id'] },
    says: '"image" is not a filter of this listing',
    holds: { filter: 'image-id', known: true, allowed: ['image-id'] },
  },
  'ec2-zone-unknown': {
    breaks: { zone: 'us-east-1', region: 'us-east-1' },
    says: '"us-east-1" is not an Availability Zone of us-east-1',
    holds: { zone: 'us-east-1a', region: 'us-east-1' },
  },
  'ec2-attribute-not-modelled': {
    breaks: { found: ['UserData', 'Kernel'], modelled: ['InstanceType'] },
    says: 'a sandbox does not model UserData and Kernel',
    holds: { found: [], modelled: ['InstanceType'] },
  },
  'ec2-nothing-to-change': {
    breaks: { given: false, modelled: ['InstanceType'] },
    says: 'the request names nothing to change',
    holds: { given: true, modelled: ['InstanceType'] },
  },
};

export const templateExamples: Examples<typeof templateRows> = {
  'template-not-found': {
    breaks: { template: 'web', found: false },
    says: 'there is no launch template web in this account and Region',
    holds: { template: 'web', found: true },
  },
  'template-version-not-found': {
    breaks: { template: 'web', version: '7', found: false },
    says: 'launch template web has no version 7',
    holds: { template: 'web', version: '7', found: true },
  },
  'template-name-in-use': {
    breaks: { LaunchTemplateName: 'web', taken: true },
    says: 'the launch template web exists already',
    holds: { LaunchTemplateName: 'web', taken: false },
  },
  'template-name-syntax': {
    breaks: { LaunchTemplateName: 'my web' },
    says: '"my web" is not a name for a launch template (6 characters)',
    holds: { LaunchTemplateName: 'my(web)/1.0_b-c' },
  },
  'template-id-or-name': {
    breaks: { LaunchTemplateId: 'lt-1', LaunchTemplateName: 'web' },
    says: 'a launch template was named by id, lt-1, and by name, web',
    holds: { LaunchTemplateName: 'web' },
  },
};

export const requestExamples: Examples<typeof requestRows> = {
  'page-token-invalid': {
    breaks: { valid: false },
    says: 'the page token is not valid for this request',
    holds: { valid: true },
  },
  'page-size-invalid': {
    breaks: { size: 0 },
    says: 'MaxResults is 0, and a page holds at least 1',
    holds: { size: 1 },
  },
  'ec2-dry-run': {
    breaks: { DryRun: true },
    says: 'Request would have succeeded, but DryRun flag is set',
    holds: { DryRun: false },
  },
  'client-token-mismatch': {
    breaks: { ClientToken: 'once', same: false },
    says: 'the client token once was used before with other parameters',
    holds: { ClientToken: 'once', same: true },
  },
  'report-not-found': {
    breaks: { arn: 'r-1', found: false },
    says: 'there is no report generator r-1 in this account and Region',
    holds: { arn: 'r-1', found: true },
  },
  'tag-key-length': {
    breaks: { Tags: [{ Key: 'k'.repeat(129), Value: '' }] },
    says: 'a tag key has 129 characters, allowed 1 to 128',
    holds: { Tags: [{ Key: 'k'.repeat(128), Value: '' }] },
  },
  'tag-value-length': {
    breaks: { Tags: [{ Key: 'team', Value: 'v'.repeat(257) }] },
    says: 'the value of the tag team has 257 characters, at most 256',
    holds: { Tags: [{ Key: 'team', Value: 'v'.repeat(256) }] },
  },
  'tag-reserved-prefix': {
    breaks: { Tags: [{ Key: 'aws:team', Value: 'dba' }] },
    says: 'the tag key aws:team begins with aws:, which AWS keeps for itself',
    holds: { Tags: [{ Key: 'awsteam', Value: 'dba' }] },
  },
  'tag-limit-50': {
    breaks: { Tags: [{ Key: 'team', Value: 'dba' }], kept: 50 },
    says: 'the resource would have 51 tags, at most 50',
    holds: { Tags: [{ Key: 'team', Value: 'dba' }], kept: 49 },
  },
};
