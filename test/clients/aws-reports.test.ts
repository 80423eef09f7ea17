import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Aws, awsAt } from './aws.ts';
import { memberOf, textOf } from './members.ts';
import { awsCommand, isLeftOut } from './programs.ts';
import { ACCOUNT, OTHER, type Served, serveSandbox } from './server.ts';

const TYPES = '["LicenseConfigurationSummaryReport","LicenseConfigurationUsageReport"]';

/** The `aws` command keeps a report generator: each test goes on where the last one stopped. */
describe.skipIf(isLeftOut(awsCommand))('aws license-manager report generators', () => {
  let served: Served;
  let aws: Aws;
  let other: Aws;
  const made = { configuration: '', generator: '' };
  const terms = (more: Readonly<Record<string, string | object>> = {}) => ({
    'report-generator-name': 'daily-win',
    type: TYPES,
    'report-context': { licenseConfigurationArns: [made.configuration] },
    'report-frequency': 'value=1,period=DAY',
    'client-token': 'first',
    ...more,
  });
  const create = (more?: Parameters<typeof terms>[0]) =>
    aws('license-manager create-license-manager-report-generator', terms(more));
  const named = (verb: string, by = aws) =>
    by(`license-manager ${verb}-license-manager-report-generator`, {
      'license-manager-report-generator-arn': made.generator,
    });
  const shown = async () => memberOf((await named('get')).value, 'ReportGenerator');

  beforeAll(async () => {
    served = await serveSandbox();
    aws = awsAt(served.endpoint);
    other = awsAt(served.endpoint, OTHER);
    const config = await aws('license-manager create-license-configuration --name win --license-counting-type Core');
    made.configuration = textOf(config.value, 'LicenseConfigurationArn');
  });
  afterAll(async () => {
    expect(served.troubles).toEqual([]);
    await served.stop();
  });

  it('is refused for terms that cannot be, with the codes of the service', async () => {
    expect((await create({ 'report-frequency': 'value=2,period=DAY' })).code).toBe('ValidationException');
    expect((await create({ 'report-frequency': 'value=1,period=ONE_TIME' })).code).toBe('ValidationException');
    expect((await create({ type: '["LicenseAssetGroupUsageReport"]' })).code).toBe('ValidationException');
    const gone = { licenseConfigurationArns: [made.configuration.replace(/.$/, 'z')] };
    expect((await create({ 'report-context': gone })).code).toBe('ResourceNotFoundException');
    expect((await create({ 'client-token': 't'.repeat(37) })).code).toBe('InvalidParameterValueException');
  });

  it('is made once for a client token, whose other use is refused', async () => {
    const first = await create({ tags: 'Key=team,Value=db', description: 'Board' });
    made.generator = textOf(first.value, 'LicenseManagerReportGeneratorArn');
    expect(made.generator).toMatch(/:report-generator:r-[0-9a-f]{32}$/);
    const again = await create({ tags: 'Key=team,Value=db', description: 'Board' });
    expect(again.value).toEqual(first.value);
    expect((await create({ description: 'Other' })).code).toBe('ValidationException');
    const listed = await aws('license-manager list-license-manager-report-generators', {
      filters: [{ Name: 'LicenseConfigurationArn', Values: [made.configuration] }],
    });
    expect(memberOf(listed.value, 'ReportGenerators')).toHaveLength(1);
    const filtered = await aws('license-manager list-license-manager-report-generators --filters Name=Name,Values=x');
    expect(filtered.code).toBe('ValidationException');
  });

  it('shows all that the guide lists, and may be tagged', async () => {
    await aws(`license-manager tag-resource --resource-arn ${made.generator} --tags Key=cost,Value=1`);
    await aws(`license-manager untag-resource --resource-arn ${made.generator} --tag-keys team`);
    const tags = await aws(`license-manager list-tags-for-resource --resource-arn ${made.generator}`);
    expect(tags.value).toEqual({ Tags: [{ Key: 'cost', Value: '1' }] });
    expect(await shown()).toMatchObject({
      ReportGeneratorName: 'daily-win',
      ReportType: JSON.parse(TYPES),
      ReportContext: { licenseConfigurationArns: [made.configuration] },
      ReportFrequency: { value: 1, period: 'DAY' },
      LicenseManagerReportGeneratorArn: made.generator,
      LastRunStatus: 'scheduled',
      ReportCreatorAccount: ACCOUNT,
      Description: 'Board',
      S3Location: {
        bucket: expect.stringMatching(/^aws-license-manager-service-/),
        keyPrefix: 'Reports/daily-win',
      },
      CreateTime: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      Tags: [{ Key: 'cost', Value: '1' }],
    });
  });

  it('runs within the hour, and fails with a reason where its bucket is gone', async () => {
    served.local.sandbox.advanceClock(3_600_000);
    expect(await shown()).toMatchObject({
      LastRunStatus: 'succeeded',
      LastReportGenerationTime: expect.stringMatching(/Z$/),
    });
    (await served.local.sandbox.reports()).deleteBucket();
    served.local.sandbox.advanceClock(86_400_000);
    expect(await shown()).toMatchObject({
      LastRunStatus: 'failed',
      LastRunFailureReason: expect.stringContaining('NoSuchBucket'),
    });
  });

  it('is changed, and scheduled again', async () => {
    const update = { ...terms({ 'client-token': 'second', 'report-generator-name': 'nightly' }) };
    const changed = await aws('license-manager update-license-manager-report-generator', {
      'license-manager-report-generator-arn': made.generator,
      ...update,
    });
    expect(changed.exit).toBe(0);
    expect(await shown()).toMatchObject({
      ReportGeneratorName: 'nightly',
      LastRunStatus: 'scheduled',
      Description: 'Board',
      S3Location: { keyPrefix: 'Reports/nightly' },
    });
  });

  it('belongs to its account, keeps its configuration, and is deleted for good', async () => {
    expect((await named('get', other)).code).toBe('ResourceNotFoundException');
    expect((await named('delete', other)).code).toBe('ResourceNotFoundException');
    const drop = () =>
      aws(`license-manager delete-license-configuration --license-configuration-arn ${made.configuration}`);
    const kept = await drop();
    expect([kept.code, kept.message]).toEqual([
      'InvalidParameterValueException',
      expect.stringContaining('reported on by nightly'),
    ]);
    expect((await named('delete')).exit).toBe(0);
    expect((await named('delete')).code).toBe('ResourceNotFoundException');
    expect((await drop()).exit).toBe(0);
  });
});
