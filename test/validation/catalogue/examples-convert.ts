import type { convertRows } from '../../../src/validation/catalogue/convert.ts';
import type { convertStateRows } from '../../../src/validation/catalogue/convert-state.ts';
import type { ssmRows } from '../../../src/validation/catalogue/ssm.ts';
import type { Examples } from './example.ts';

const TO_BYOL = { instance: 'i-1', source: 'RunInstances:0002', destination: 'RunInstances:0800' } as const;
const OWN = { imageId: 'ami-1', imported: true, from: 'imported by this account' } as const;
const ROLE = { account: '111122223333', role: 'AWSServiceRoleForAWSLicenseManagerRole' } as const;
const ARN = 'arn:aws:ec2:us-east-1:111122223333:instance/i-1';
const KMS = { instance: 'i-1', taskId: 'lct-1', destination: 'RunInstances:0002', switched: true } as const;

export const convertExamples: Examples<typeof convertRows> = {
  'convert-eligible-products': {
    breaks: { instance: 'i-1', usageOperation: 'RunInstances:0010', productCodes: false },
    says: 'i-1 is billed as RunInstances:0010 (Red Hat Enterprise Linux); only Windows Server and SQL Server licences can be converted',
    holds: { instance: 'i-1', usageOperation: 'RunInstances:0800', productCodes: false },
  },
  'convert-sql-editions': {
    breaks: { edition: 'Developer' },
    says: 'SQL Server Developer is not licensed by AWS',
    holds: { edition: 'Standard' },
  },
  'convert-destination-known': {
    breaks: { destination: 'RunInstances:9999' },
    says: 'RunInstances:9999 is no billing code that a licence can be converted to',
    holds: { destination: 'RunInstances:0102' },
  },
  'convert-source-matches': {
    breaks: { instance: 'i-1', source: 'RunInstances:0002', present: 'RunInstances:0800' },
    says: 'i-1 is billed as RunInstances:0800, not as RunInstances:0002',
    holds: { instance: 'i-1', source: 'RunInstances:0800', present: 'RunInstances:0800' },
  },
  'convert-destination-differs': {
    breaks: { ...TO_BYOL, destination: 'RunInstances:0002' },
    says: 'i-1 is billed as RunInstances:0002 already (Windows included)',
    holds: { ...TO_BYOL, destination: 'RunInstances:0006' },
  },
  'convert-own-image-for-byol': {
    breaks: { ...TO_BYOL, imageId: 'ami-1', imported: false, from: 'an AMI of Amazon' },
    says: 'i-1 was launched from ami-1, an AMI of Amazon: Windows Server cannot become a licence that you bring',
    holds: { ...TO_BYOL, ...OWN },
  },
  'convert-sql-li-min-vcpu': {
    breaks: { instance: 'i-1', destination: 'RunInstances:0006', vcpus: 2 },
    says: 'i-1 has 2 vCPUs, RunInstances:0006 needs at least 4',
    holds: { instance: 'i-1', destination: 'RunInstances:0006', vcpus: 4 },
  },
  'convert-context-syntax': {
    breaks: { side: 'source', UsageOperation: '0002' },
    says: 'the source context "0002" is no usage operation',
    holds: { side: 'source', UsageOperation: 'RunInstances:0002' },
  },
};

export const convertStateExamples: Examples<typeof convertStateRows> = {
  'convert-onboarded': {
    breaks: { ...ROLE, present: false },
    says: 'account 111122223333 has no role AWSServiceRoleForAWSLicenseManagerRole: it has not been onboarded to License Manager',
    holds: { ...ROLE, present: true },
  },
  'convert-resource-arn': {
    breaks: { ResourceArn: 'arn:aws:ec2:us-east-1::image/ami-1', region: 'us-east-1', isInstance: false, found: false },
    says: 'arn:aws:ec2:us-east-1::image/ami-1 is not an EC2 instance',
    holds: { ResourceArn: ARN, region: 'us-east-1', isInstance: true, found: true },
  },
  'convert-stopped': {
    breaks: { instance: 'i-1', state: 'running' },
    says: 'i-1 is running, must be stopped',
    holds: { instance: 'i-1', state: 'stopped' },
  },
  'convert-ssm-inventory': {
    breaks: { instance: 'i-1', covered: false },
    says: 'Systems Manager Inventory knows nothing of i-1',
    holds: { instance: 'i-1', covered: true },
  },
  'convert-permissions': {
    breaks: { denied: ['ssm:SendCommand', 'ec2:StopInstances'] },
    says: 'you may not use ssm:SendCommand and ec2:StopInstances',
    holds: { denied: [] },
  },
  'convert-one-task-at-a-time': {
    breaks: { instance: 'i-1', running: [{ taskId: 'lct-1', destination: 'RunInstances:0002' }] },
    says: 'i-1 is being converted to RunInstances:0002 (Windows included) by lct-1',
    holds: { instance: 'i-1', running: [] },
  },
  'convert-list-filters': {
    breaks: { Filters: [{ Name: 'TaskId', Values: ['lct-1'] }] },
    says: '"TaskId" is not a filter of conversion tasks',
    holds: { Filters: [{ Name: 'Status', Values: ['FAILED'] }] },
  },
  'convert-task-not-found': {
    breaks: { taskId: 'lct-1', found: false },
    says: 'there is no conversion task lct-1 in this account and Region',
    holds: { taskId: 'lct-1', found: true },
  },
  'convert-partial-kms': {
    breaks: { ...KMS, activated: false },
    says: 'i-1 is billed as RunInstances:0002, but Windows is not activated by AWS (lct-1)',
    holds: { ...KMS, activated: true },
  },
  'convert-plan-stale': {
    breaks: { changes: ['web-1: state was stopped, is running'] },
    says: 'the plan is stale: web-1: state was stopped, is running',
    holds: { changes: [] },
  },
};

export const ssmExamples: Examples<typeof ssmRows> = {
  'ssm-node-not-found': {
    breaks: { id: 'i-1', exists: true, reports: false },
    says: 'Systems Manager knows nothing of i-1',
    holds: { id: 'i-1', exists: true, reports: true },
  },
  'ssm-item-content': {
    breaks: { type: 'AWS:Application', hasContent: false, hash: 'b', lastHash: 'a' },
    says: 'the report of AWS:Application has no content, and its hash is not that of the last report',
    holds: { type: 'AWS:Application', hasContent: false, hash: 'a', lastHash: 'a' },
  },
  'ssm-inventory-filter': {
    breaks: { filters: ['Name'] },
    says: '"Name" is not a filter of inventory',
    holds: { filters: ['AWS:Application.Name'] },
  },
  'ssm-information-filter': {
    breaks: { filters: ['Pingstatus'], allowed: ['InstanceIds', 'PingStatus'] },
    says: '"Pingstatus" is not a filter of managed machines',
    holds: { filters: ['PingStatus'], allowed: ['InstanceIds', 'PingStatus'] },
  },
  'ssm-aggregators-not-modelled': {
    breaks: { Aggregators: [{ Expression: 'AWS:InstanceInformation.PlatformType' }] },
    says: 'a sandbox does not aggregate inventory',
    holds: {},
  },
};
