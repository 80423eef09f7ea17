import { describe, expect, it } from 'vitest';
import { freshFolder, lm } from '../cli/harness.ts';
import { CREDENTIALS, IDENTITY, type Scripted, scripted } from './scripted.ts';

const serve = scripted();
const folder = freshFolder();

const aws = ({ endpoint }: Scripted, line: string) =>
  lm(folder(), `${line} --backend aws --endpoint-url ${endpoint}`, { env: CREDENTIALS });

const ID = `lic-${'0'.repeat(32)}`;
const ARN = `arn:aws:license-manager:us-east-1:111122223333:license-configuration:${ID}`;
const WIN_DC = {
  LicenseConfigurationId: ID,
  LicenseConfigurationArn: ARN,
  Name: 'win-dc',
  LicenseCountingType: 'Core',
};
const DAILY = {
  ReportGeneratorName: 'daily win',
  ReportType: ['LicenseConfigurationUsageReport', 'LicenseAssetGroupUsageReport'],
  ReportContext: { licenseConfigurationArns: [ARN] },
  ReportFrequency: { value: 1, period: 'ONE_TIME' },
  LicenseManagerReportGeneratorArn: `arn:aws:license-manager:us-east-1:111122223333:report-generator:r-${'0'.repeat(32)}`,
  S3Location: { bucket: 'aws-license-manager-service-1', keyPrefix: 'Reports/daily win' },
};
const reads = {
  GetCallerIdentity: [IDENTITY],
  ListLicenseConfigurations: [{ body: { LicenseConfigurations: [WIN_DC] } }],
  GetLicenseConfiguration: [{ body: WIN_DC }],
  ListLicenseManagerReportGenerators: [{ body: { ReportGenerators: [DAILY] } }],
};

describe('reports on AWS', () => {
  it.each(['report files', 'report fetch', 'report files other'])(
    'lm %s says where they are, and reads none',
    async (line) => {
      const words = line === 'report fetch' ? ['report', 'fetch', 'daily win'] : line.split(' ');
      const server = await serve(reads);
      const said = await lm(folder(), [...words, '--backend', 'aws', '--endpoint-url', server.endpoint], {
        env: CREDENTIALS,
      });
      expect([said.exit, said.stdout]).toEqual([2, '']);
      expect(said.stderr).toContain('reports are in Amazon S3, which lm does not read');
      expect(said.stderr).toContain("aws s3 ls --recursive 's3://aws-license-manager-service-1/Reports/daily win/'");
    },
  );

  it('what AWS says in words of its own is shown as it is, and what it leaves out is left out', async () => {
    const { exit, stdout } = await aws(await serve(reads), 'report list');
    expect(exit).toBe(0);
    expect(stdout).toMatch(/daily win +ONE_TIME +usage, LicenseAssetGroupUsageReport +win-dc/);
    expect(stdout).not.toMatch(/undefined|Invalid Date/);
  });

  it('a configuration that is reported on keeps what is attached to it', async () => {
    const attached = { LicenseConfigurationAssociations: [{ ResourceArn: 'arn:aws:ec2:us-east-1::image/ami-1' }] };
    const server = await serve({ ...reads, ListAssociationsForLicenseConfiguration: [{ body: attached }] });
    const { exit, stderr } = await aws(server, 'config delete win-dc --detach --confirm win-dc');
    expect([exit, stderr]).toEqual([6, expect.stringContaining(`lm report delete r-${'0'.repeat(32)}`)]);
    expect(server.sent.map(({ operation }) => operation)).not.toContain('UpdateLicenseSpecificationsForResource');
  });
});
