import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Played, play } from '../../golden/play.ts';

/** Two machines whose Windows AWS includes, stopped and reporting; on tenancy where a brought Windows may run. */
const TWO = [
  'lm ami register erp --usage-operation RunInstances:0002 --imported',
  'lm instance run --ami erp --type m5.xlarge --tenancy dedicated --name erp-1 --tag app=erp',
  'lm instance run --ami erp --type m5.xlarge --tenancy dedicated --name erp-2 --tag app=erp',
  'lm instance stop tag:app=erp',
  'lm inventory record tag:app=erp',
];
const PLANNED = [...TWO, 'lm convert plan --to byol tag:app=erp -o json > conversion.json'];
const APPLY = 'lm convert apply conversion.json';

const last = async (lines: readonly string[], silent: readonly string[]): Promise<Played> => {
  const played = await play(lines, 'pipe', { silent });
  const end = played.at(-1);
  if (end === undefined) throw new Error('nothing was played');
  return end;
};
const said = ({ exit, stdout, stderr }: Played): string => `${exit} ${stdout}${stderr}`.replaceAll(/\s+/g, ' ');

describe('lm convert plan', () => {
  it('exits 3 and names every reason and its way out for what is blocked, and lists the rest', async () => {
    const end = await last(['lm convert plan --to byol tag:app=erp'], [...TWO, 'lm instance start erp-2']);
    expect(said(end)).toMatch(/^3 .*erp-1 .*convert .*erp-2 .*blocked .*to fix: lm instance stop i-/);
  });

  it('says every reason whole, however wide the table, and tells two machines of one name apart', async () => {
    const twins = [...TWO, 'lm instance run --ami erp --type m5.xlarge --name erp-1 --tag app=erp'];
    const { stdout, stderr } = await last(['lm convert plan --to byol tag:app=erp'], twins);
    expect(stdout).toMatch(/^erp-1 \(i-\w+\) +convert[\s\S]*^erp-2 +convert[\s\S]*^erp-1 \(i-\w+\) +blocked/m);
    const alerts = stderr.split('\n').filter((line) => line.startsWith('! '));
    expect(alerts.map((line) => line.replaceAll(/i-[0-9a-f]{17}/g, 'ID'))).toEqual([
      '! erp-1: ID is running, must be stopped [convert-stopped]',
      '! erp-1: Systems Manager Inventory knows nothing of ID [convert-ssm-inventory]',
      expect.stringMatching(/^! erp-1 \(ID\): billing code RunInstances:0800 .* \[tenancy-matrix-windows-byol\]$/),
    ]);
    expect(stderr).toMatch(/^hint: erp-1 \(i-\w+\) and erp-2: afterwards point Windows at your own KMS server/m);
  });

  it('leaves alone what is licensed so already', async () => {
    const end = await last(['lm convert plan --to included tag:app=erp'], TWO);
    expect(said(end)).toMatch(/^0 .*unchanged stays as it is/);
  });

  it.each([
    ['lm convert plan erp-1', /^2 .*nothing to convert to was given.*--to byol/],
    ['lm convert plan --sql included erp-1', /^2 .*needs an edition.*--edition standard/],
    ['lm convert plan --to byol --edition web erp-1', /^2 .*--edition goes with --sql included/],
    ['lm convert plan --sql included --edition developer erp-1', /^3 .*convert-sql-editions/],
    ['lm convert plan --windows byol --sql included --edition web erp-1', /^3 .*blocked .*to fix: use RunInstances/],
    ['lm convert plan --to byol erp-9', /^5 .*did you mean/],
  ])('%s', async (line, says) => {
    expect(said(await last([line], TWO))).toMatch(says);
  });

  it('refuses Linux with its reason', async () => {
    const linux = [...TWO, 'lm instance run --ami rhel-9 --type m5.large --name red'];
    expect(said(await last(['lm convert plan --to byol red'], linux))).toMatch(/^3 .*blocked .*Red Hat/);
  });
});

describe('automated discovery', () => {
  const BYOL = [
    'lm ami register own --usage-operation windows-byol --imported',
    'lm config create dc --type vcpu --product windows-server --except-included windows-server',
    'lm instance run --ami own --type m5.xlarge --tenancy dedicated --config dc --name erp-1 --tag app=erp',
    'lm instance stop erp-1',
    'lm inventory record erp-1',
    'lm convert plan --to included erp-1 -o json > conversion.json',
  ];

  it('the plan says which configuration a machine leaves, and it does (convert-discovery-disassociate)', async () => {
    const planned = await last(['lm convert plan --to included erp-1'], BYOL);
    expect(planned.stderr).toMatch(/^hint: erp-1 leaves .*: its discovery rules exclude Windows included$/m);
    const before = await last(['lm config associations dc -o name'], BYOL);
    expect(before.stdout).toMatch(/^i-\w+\n$/);
    const after = await last(['lm config associations dc -o name'], [...BYOL, APPLY, 'lm local clock advance 2m']);
    expect(after.stdout).toBe('');
  });
});

describe('what a conversion leaves', () => {
  it('convert-success-effect: the instance tells since when it is billed so', async () => {
    const before = await last(['lm instance show erp-1'], TWO);
    expect(before.stdout).not.toContain('billed so since');
    const silent = [...PLANNED, APPLY, 'lm local clock advance 2m'];
    const { stdout } = await last(['lm instance show erp-1'], silent);
    expect(stdout).toMatch(/^billing code +RunInstances:0800\nbilled so since +2026-\d\d-\d\d \d\d:\d\d:\d\d UTC$/m);
  });
});

describe('lm convert apply', () => {
  it('refuses a stale plan with what has changed, and begins nothing', async () => {
    const end = await last([APPLY], [...PLANNED, 'lm instance start erp-2']);
    expect(said(end)).toMatch(/^6 .*erp-2: state was stopped, is running/);
    expect(said(end)).toContain('convert-plan-stale');
    const listed = await last([APPLY, 'lm convert list'], [...PLANNED, 'lm instance start erp-2']);
    expect(said(listed)).toContain('no conversions');
  });

  it('goes on after a single failure and says which (exit 6)', async () => {
    const end = await last([`${APPLY} --wait`], [...PLANNED, 'lm inventory record erp-1 --agent unreachable']);
    expect(said(end)).toMatch(/^6 .*erp-1 .*FAILED .*erp-2 .*SUCCEEDED.*erp-1: .*could not be reached/);
  });

  it('goes on after a refusal and exits as it says', async () => {
    const end = await last([APPLY], [...PLANNED, 'lm local permission deny ssm:SendCommand']);
    expect(said(end)).toMatch(/^4 .*refused: erp-1 and erp-2/);
  });

  it('exits 7 when the time is up, with the way back', async () => {
    const end = await last([`${APPLY} --wait --timeout 30s`], PLANNED);
    expect(said(end)).toMatch(
      /^7 .*IN_PROGRESS.*lm convert list --status in-progress.*lm convert apply conversion\.json --wait/,
    );
  });

  it('can be applied again: what is under way is waited for, what is done is left alone', async () => {
    const again = await last([APPLY, `${APPLY} --wait`], PLANNED);
    expect(said(again)).toMatch(/^0 .*SUCCEEDED.*SUCCEEDED/);
    const third = await last([`${APPLY} --wait`], [...PLANNED, APPLY, 'lm local clock advance 1h']);
    expect(said(third)).toMatch(/^0 .*is converted already/);
    expect(third.stderr).toBe('');
  });

  it('changes nothing in a dry run', async () => {
    const played = await play([`${APPLY} --dry-run`, 'lm convert list'], 'pipe', { silent: PLANNED });
    expect(played.map(({ exit }) => exit)).toEqual([0, 0]);
    expect(played[0]?.stderr).toContain('would convert erp-1 and erp-2');
    expect(played[1]?.stdout).toContain('no conversions');
  });

  it('refuses what is no plan, or a plan for somewhere else', async () => {
    const bad = await last([APPLY], ['lm config list -o json > conversion.json']);
    expect(said(bad)).toMatch(/^2 .*no conversion plan.*lm convert plan/);
    const nobody = JSON.stringify({ kind: 'conversion-plan', formatVersion: 1, instances: [{ restsOn: {} }] });
    const [broken] = await play([APPLY], 'pipe', {
      tamper: (home) => writeFileSync(join(home, 'conversion.json'), nobody),
    });
    expect(broken && said(broken)).toMatch(/^2 .*has an instance that is none/);
    const elsewhere = await last([`${APPLY} --region eu-west-1`], PLANNED);
    expect(said(elsewhere)).toMatch(/^2 .*plan is for account 111122223333, us-east-1/);
  });
});

describe('lm convert show', () => {
  it('tells of a partial conversion with the remedy', async () => {
    const byol = TWO.map((line) => line.replace('RunInstances:0002', 'windows-byol'));
    const failed = [
      ...byol,
      'lm local set kms unreachable',
      'lm convert plan --to included erp-1 -o json > conversion.json',
      APPLY,
      'lm local clock advance 2m',
    ];
    const end = await last(['lm convert show --exit-code'], failed);
    expect(said(end)).toMatch(/^6 .*FAILED.*not activated by AWS.*AWSSupport-ActivateWindowsWithAmazonLicense/);
  });

  it('knows a task by the beginning of its id, and says when there is none', async () => {
    expect(said(await last(['lm convert show lct-'], [...PLANNED, APPLY]))).toMatch(/^0 .*lct-/);
    expect(said(await last(['lm convert show'], TWO))).toMatch(/^5 .*no conversion task/);
  });
});
