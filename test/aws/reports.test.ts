import { describe, expect, it } from 'vitest';
import { rehearsed } from '../../src/aws/rehearsal/index.ts';
import type { Violation } from '../../src/contract/decision.ts';
import { Fault } from '../../src/contract/fault.ts';
import type { Call } from '../../src/contract/ports.ts';
import { START, testSandbox } from '../support/sandbox.ts';

/** A sandbox stands for the real account, with a configuration that one generator reports on. */
async function account() {
  const { call, home } = testSandbox();
  const { LicenseConfigurationArn: arn = '' } = await call('license-manager:CreateLicenseConfiguration', {
    Name: 'win-dc',
    LicenseCountingType: 'Core',
  });
  const terms = {
    ReportGeneratorName: 'daily',
    Type: ['LicenseConfigurationUsageReport' as const],
    ReportContext: { licenseConfigurationArns: [arn] },
    ReportFrequency: { value: 1, period: 'DAY' as const },
    ClientToken: 'token',
  };
  const { LicenseManagerReportGeneratorArn: generator = '' } = await call(
    'license-manager:CreateLicenseManagerReportGenerator',
    terms,
  );
  const written: string[] = [];
  const alerts: Violation[] = [];
  const guarded: Call = async (operation, input) => {
    if (!/:(Get|List|Describe)/.test(operation)) written.push(operation);
    return call(operation, input);
  };
  const remarks = { alert: (some: readonly Violation[]) => void alerts.push(...some), tell: () => undefined };
  const dry = rehearsed({ call: guarded, scope: home, now: START }, remarks);
  return { dry, arn, generator, terms, written, alerts };
}

const refusal = async (work: Promise<unknown>): Promise<readonly [code: string, id: string | undefined]> => {
  const error: unknown = await work.then(
    () => new Error('it was expected to be refused'),
    (reason: unknown) => reason,
  );
  if (error instanceof Fault) return [error.code, error.violations[0]?.id];
  throw error;
};

describe('a dry run of report generators on a real account', () => {
  it('shows what would be made, and sends nothing', async () => {
    const { dry, arn, terms, written, alerts } = await account();
    const input = { ...terms, ReportGeneratorName: 'weekly', Description: 'ask a@example.com' };
    const { LicenseManagerReportGeneratorArn } = await dry(
      'license-manager:CreateLicenseManagerReportGenerator',
      input,
    );
    const { ReportGenerator } = await dry('license-manager:GetLicenseManagerReportGenerator', {
      LicenseManagerReportGeneratorArn,
    });
    expect(ReportGenerator).toMatchObject({
      ReportGeneratorName: 'weekly',
      ReportContext: { licenseConfigurationArns: [arn] },
      LastRunStatus: 'scheduled',
      CreateTime: new Date(START).toISOString(),
    });
    expect(written).toEqual([]);
    expect(alerts.map(({ id }) => id)).toEqual(['config-no-sensitive-text']);
  });

  it('shows what would be changed', async () => {
    const { dry, generator, terms, written } = await account();
    const named = { LicenseManagerReportGeneratorArn: generator };
    await dry('license-manager:UpdateLicenseManagerReportGenerator', {
      ...named,
      ...terms,
      ReportGeneratorName: 'nightly',
    });
    const { ReportGenerator } = await dry('license-manager:GetLicenseManagerReportGenerator', named);
    expect(ReportGenerator).toMatchObject({
      ReportGeneratorName: 'nightly',
      S3Location: { keyPrefix: 'Reports/nightly' },
      LastRunStatus: 'scheduled',
    });
    expect(await dry('license-manager:DeleteLicenseManagerReportGenerator', named)).toEqual({});
    expect(written).toEqual([]);
  });

  it('refuses what AWS would refuse', async () => {
    const { dry, arn, generator, terms, written } = await account();
    const create = (more: object) =>
      refusal(dry('license-manager:CreateLicenseManagerReportGenerator', { ...terms, ...more }));
    expect(await create({ Type: [] })).toEqual(['ValidationException', 'report-types']);
    expect(await create({ ReportFrequency: { value: 2, period: 'DAY' } })).toEqual([
      'ValidationException',
      'report-frequency',
    ]);
    const gone = { ReportContext: { licenseConfigurationArns: [arn.replace(/.$/, 'z')] } };
    expect(await create(gone)).toEqual(['ResourceNotFoundException', 'report-context']);
    const named = { LicenseManagerReportGeneratorArn: generator.replace(/.$/, '9') };
    expect(await refusal(dry('license-manager:DeleteLicenseManagerReportGenerator', named))).toEqual([
      'ResourceNotFoundException',
      'report-not-found',
    ]);
    const update = dry('license-manager:UpdateLicenseManagerReportGenerator', { ...terms, ...named });
    expect(await refusal(update)).toEqual(['ResourceNotFoundException', 'report-not-found']);
    const drop = dry('license-manager:DeleteLicenseConfiguration', { LicenseConfigurationArn: arn });
    expect(await refusal(drop)).toEqual(['InvalidParameterValueException', 'config-delete-needs-no-report-generator']);
    expect(written).toEqual([]);
  });
});
