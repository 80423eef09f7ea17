import type { ProductInformation } from '@aws-sdk/client-license-manager';
import type { Row } from './rows.ts';
import type { Stage } from './stage.ts';
import type { Verb } from './verbs-licence.ts';

const codeOf = (word: string | undefined): string => (word === undefined ? '' : `RunInstances:${word}`);

/** What DescribeInstances shows an instance to be billed as; nothing for one that is not there. */
async function presentCode(stage: Stage, instance: string): Promise<string> {
  const input = { Filters: [{ Name: 'instance-id', Values: [stage.id(instance)] }] };
  const { Reservations = [] } = await stage.sandbox.call('ec2:DescribeInstances', input, stage.scope);
  return Reservations[0]?.Instances?.[0]?.UsageOperation ?? '';
}

/** `convert NAME of INSTANCE from=0800 to=0002`; the task is called NAME, and `from=now` is what the machine is billed as. */
async function convert(stage: Stage, { words: [name = '', , instance = ''], options }: Row): Promise<void> {
  const from = options.get('from');
  const { LicenseConversionTaskId } = await stage.call('license-manager:CreateLicenseConversionTaskForResource', {
    ResourceArn: stage.arn(instance),
    SourceLicenseContext: { UsageOperation: from === 'now' ? await presentCode(stage, instance) : codeOf(from) },
    DestinationLicenseContext: { UsageOperation: codeOf(options.get('to')) },
  });
  stage.name(name, LicenseConversionTaskId);
}

const REPORT = { SchemaVersion: '1.0', CaptureTime: '2026-11-21T03:00:00Z' } as const;

/** `report INSTANCE... [app=SQL-Server-2022-Developer]`: machines report to Systems Manager Inventory. */
async function report(stage: Stage, { words, options }: Row): Promise<void> {
  const app = options.get('app')?.replaceAll('-', ' ');
  for (const name of words) {
    const InstanceId = stage.id(name);
    const applications = [
      { ...REPORT, TypeName: 'AWS:Application', Content: app === undefined ? [] : [{ Name: app }] },
    ];
    await stage.call('ssm:PutInventory', { InstanceId, Items: applications });
  }
}

const filter = (comparator: string, value: string) => ({
  ProductInformationFilterName: 'License Included',
  ProductInformationFilterComparator: comparator,
  ProductInformationFilterValue: value.split(','),
});
const SERVER = {
  ProductInformationFilterName: 'Application Name',
  ProductInformationFilterComparator: 'EQUALS',
  ProductInformationFilterValue: ['Windows Server'],
};

/** `but:windows-server-datacenter` excludes that included licence, `only:…` demands it, `any` says nothing of it. */
function ruleOf(word: string): ProductInformation {
  const [kind = '', value = ''] = word.split(':');
  const more = kind === 'but' ? [filter('NOT_EQUALS', value)] : kind === 'only' ? [filter('EQUALS', value)] : [];
  return { ResourceType: 'SSM_MANAGED', ProductInformationFilterList: [SERVER, ...more] };
}

/** `discover CONFIG RULE...`: a configuration's rules of automated discovery, one word each. */
async function discover(stage: Stage, { words: [name = '', ...rules] }: Row): Promise<void> {
  const LicenseConfigurationArn = stage.id(name);
  const ProductInformationList = rules.map(ruleOf);
  await stage.call('license-manager:UpdateLicenseConfiguration', { LicenseConfigurationArn, ProductInformationList });
}

export const CONVERT_VERBS: Readonly<Record<string, Verb>> = { convert, report, discover };
