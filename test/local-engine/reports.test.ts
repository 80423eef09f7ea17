import { expect, test } from 'vitest';
import { ReportFiles } from '../../src/local-engine/store/reports/files.ts';
import { testSandbox } from '../support/sandbox.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A sandbox in which a configuration with one machine is reported on daily, in both types. */
async function reported(Name = 'web') {
  const sandbox = testSandbox();
  const { call } = sandbox;
  const { LicenseConfigurationArn: arn = '' } = await call('license-manager:CreateLicenseConfiguration', {
    Name,
    LicenseCountingType: 'vCPU',
  });
  await call('license-manager:CreateLicenseManagerReportGenerator', {
    ReportGeneratorName: 'daily',
    Type: ['LicenseConfigurationSummaryReport', 'LicenseConfigurationUsageReport'],
    ReportContext: { licenseConfigurationArns: [arn] },
    ReportFrequency: { value: 1, period: 'DAY' },
    ClientToken: 'token',
  });
  const count = (table: string) => Number(sandbox.database.get(`SELECT count(*) AS n FROM ${table}`)?.['n']);
  const texts = () =>
    sandbox.engine.ask(({ tx }) => {
      const files = new ReportFiles(tx.db, sandbox.home);
      return files.all().map(({ id }) => files.content(id) ?? '');
    });
  return { ...sandbox, arn, count, texts };
}

test('a year of sleep leaves a report for each day, and one text of each type where nothing changed', async () => {
  const { call, tick, count, texts } = await reported();
  tick(365 * DAY);
  await call('license-manager:ListLicenseConfigurations', {});
  expect([count('report_file'), count('report_body')]).toEqual([730, 2]);
  expect(new Set(texts()).size).toBe(2);
});

test('what comes between two runs of a sleep stands in the later one', async () => {
  const { call, tick, arn, texts } = await reported();
  const { Images = [] } = await call('ec2:DescribeImages', {});
  const ImageId = Images.find(({ UsageOperation }) => UsageOperation === 'RunInstances')?.ImageId;
  const LicenseSpecifications = [{ LicenseConfigurationArn: arn }];
  await call('ec2:RunInstances', {
    ImageId,
    InstanceType: 'm5.large',
    MinCount: 1,
    MaxCount: 1,
    LicenseSpecifications,
  });
  tick(2 * DAY);
  await call('license-manager:ListLicenseConfigurations', {});
  expect(texts().filter((text) => text.includes(':instance/i-'))).toHaveLength(2);
  const { Reservations = [] } = await call('ec2:DescribeInstances', {});
  const InstanceIds = Reservations.flatMap(({ Instances = [] }) => Instances.flatMap((one) => one.InstanceId ?? []));
  await call('ec2:TerminateInstances', { InstanceIds });
  tick(2 * DAY);
  await call('license-manager:ListLicenseConfigurations', {});
  expect(texts().filter((text) => text.includes(':instance/i-'))).toHaveLength(2);
  expect(texts()).toHaveLength(8);
});

test('report-csv: what CSV or a spreadsheet would take for more than text is quoted', async () => {
  const { call, tick, texts } = await reported('=1+1, "the\nlot"');
  tick(HOUR);
  await call('license-manager:ListLicenseConfigurations', {});
  expect(texts()[0]).toContain(`,"'=1+1, ""the\nlot""",vCPU,,false,,AVAILABLE,0,0,0,0\n`);
});

test('a text that no report needs any more is not kept', async () => {
  const { engine, home, call, tick, count } = await reported();
  engine.change(({ tx }) => tx.permissions.deny(home.account, 's3:PutObject'));
  tick(3 * DAY);
  await call('license-manager:ListLicenseConfigurations', {});
  expect([count('report_file'), count('report_body')]).toEqual([0, 0]);
});
