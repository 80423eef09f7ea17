import type { CheckReport, ReportCase } from '../../../src/contract/report.ts';

/** Texts that every format has to escape. */
export const NASTY = `a <b> & "c" 'd' | \`e\` 100%, x::y\n\u0007 \u{1f600} é`;

const CASES: readonly ReportCase[] = [
  {
    address: 'aws_instance.fits',
    type: 'aws_instance',
    place: { file: 'infra/plan.json', line: 3 },
    verdict: 'allowed',
    requested: 1,
    fits: 1,
    findings: [],
  },
  {
    address: 'module.web.aws_instance.db["a,b:c"]',
    type: 'aws_instance',
    place: { file: 'infra/plan.json', line: 12, column: 5 },
    verdict: 'blocked',
    requested: 3,
    fits: 1,
    findings: [
      {
        id: 'launch-hard-block',
        level: 'error',
        message: `win-dc: requested 3, used 19, limit 20, short 2 ${NASTY}`,
        why: 'Every configuration must have room.',
        fix: ['launch 1 now', 'buy 2 licences: lm config update win-dc --count 22'],
        source: 'License Manager User Guide, Rules',
      },
    ],
  },
  {
    address: 'aws_instance.later',
    type: 'aws_instance',
    place: { file: 'infra/plan.json', line: 20 },
    verdict: 'unknown',
    requested: 1,
    fits: 0,
    findings: [{ id: 'check-not-known', level: 'warning', message: 'AMI is known only after apply', fix: [] }],
  },
  {
    address: '1 × m5.large from web on shared tenancy',
    type: 'launch',
    verdict: 'warn',
    requested: 1,
    fits: 1,
    findings: [{ id: 'launch-soft-alert', level: 'warning', message: 'sql: over by 8', fix: [] }],
  },
];

/** A report with one case of each verdict; the last is written in no file. */
export const REPORT: CheckReport = {
  command: 'lm check plan',
  verdict: 'blocked',
  headline: `plan.json: 3 of 6 machines fit ${NASTY}`,
  cases: CASES,
  ledger: [
    { name: 'win|dc', counts: 'cores', limit: '20 hard', used: 19, needed: 3, left: -2 },
    { name: 'free', counts: 'instances', limit: 'none', used: 0, needed: 1, left: null },
  ],
  notes: ['not checked: IAM permissions'],
  where: 'sandbox "default", account 111122223333, us-east-1',
  at: new Date(Date.UTC(2026, 10, 21, 3)),
};
