import { describe, expect, it } from 'vitest';
import type { LaunchCheck } from '../../src/contract/ports.ts';
import type { LaunchRequest } from '../../src/contract/result.ts';
import type { Describe } from '../../src/render/launch-check/sheet.ts';
import { drawLaunchCheck } from '../../src/render/launch-check.ts';
import { ESCAPE, host, impact, launchCheck, newCharge, OLD, PIPE, request, SCREEN, wording } from './fixtures.ts';

const SHORT = { configuration: 'win-dc', requested: 48, used: 96, limit: 96, short: 48 };
const FULL = { usedCoresBefore: 48, usedCoresAfter: 48, chargedTo: ['win-dc'] };
const MET = ['16 cores a machine, allowed 8 to 16', 'tenancy Dedicated Host, allowed Dedicated Host'];

interface Example {
  readonly name: string;
  readonly check: LaunchCheck;
  readonly request: LaunchRequest;
  readonly words: Describe;
  readonly text: string;
  /** Words and signs that a terminal colours, in order, with the colour's code. */
  readonly coloured: readonly (readonly [text: string, code: number])[];
}

const GREEN = 32;
const YELLOW = 33;
const RED = 31;
const MAGENTA = 35;

const EXAMPLES: readonly Example[] = [
  {
    name: '1. allowed: rules met, hosts filled, and what is full then',
    check: launchCheck({
      requested: 6,
      configurations: [impact({ name: 'win-dc', needed: 96, met: MET })],
      hosts: ['h-0a1f', 'h-0b2e'].map((id) =>
        host(id, { takes: 3, usedCoresAfter: 48, newCharges: [newCharge(id, 'win-dc')] }),
      ),
    }),
    request: request({ count: 6 }),
    words: wording({}),
    coloured: [['ALLOWED', GREEN]],
    text: `
ALLOWED  6 × m5.8xlarge from win2022-byol on Dedicated Hosts: all 6 fit

  license configuration  counts  limit     used  this launch  after  left
  win-dc                 cores   96 hard      0          +96     96     0

  rules  win-dc: 16 cores a machine, allowed 8 to 16; tenancy Dedicated Host, allowed Dedicated Host
  hosts  h-0a1f  m5, us-east-1a   takes 3   48 of 48 cores in use   newly charged: 48 cores to win-dc
         h-0b2e  m5, us-east-1a   takes 3   48 of 48 cores in use   newly charged: 48 cores to win-dc
  next   win-dc is then full: one more m5.8xlarge opens another host and needs 48 cores

  not checked  IAM permissions, EC2 quotas
  checked on   sandbox "default", account 111122223333, us-east-1, 2026-11-21 03:00:00 UTC
`,
  },
  {
    name: '2. allowed with an alert: the limit is soft',
    check: launchCheck({
      verdict: 'warn',
      alerts: [
        { id: 'launch-soft-alert', args: { configuration: 'win-dc', requested: 48, used: 96, limit: 96, over: 48 } },
      ],
      configurations: [impact({ name: 'win-dc', enforced: false, needed: 48, consumed: 96 })],
      hosts: [
        host('h-0a1f', FULL),
        host('h-0b2e', FULL),
        host('h-0c3d', { takes: 1, usedCoresAfter: 16, newCharges: [newCharge('h-0c3d', 'win-dc')] }),
      ],
    }),
    request: request({ at: new Date('2026-11-21T03:05:00Z') }),
    words: wording({
      'launch-soft-alert': {
        message: 'win-dc: requested 48, used 96, limit 96, over by 48',
        why: 'The limit is soft: the launch goes through and raises an alert (dashboard; no SNS topic is set).',
        fix: [
          'to stay within the licences, first empty a host (lm host show h-0a1f lists its machines)',
          'to have such launches refused: lm config update win-dc --hard',
        ],
      },
    }),
    coloured: [
      ['ALLOWED WITH ALERT', YELLOW],
      ['!', YELLOW],
    ],
    text: `
ALLOWED WITH ALERT  1 × m5.8xlarge from win2022-byol on Dedicated Hosts: 1 fits, over a soft limit

  license configuration  counts  limit     used  this launch  after  left
  win-dc                 cores   96 soft     96          +48    144   -48

  !  launch-soft-alert   win-dc: requested 48, used 96, limit 96, over by 48
       why   h-0a1f and h-0b2e are full, so the machine opens h-0c3d, and a host is charged whole: 48 cores.
             The limit is soft: the launch goes through and raises an alert (dashboard; no SNS topic is set).
       fix   to stay within the licences, first empty a host (lm host show h-0a1f lists its machines)
             to have such launches refused: lm config update win-dc --hard
       from  License Manager User Guide, License configuration parameters and rules (stated)

  hosts  h-0c3d  m5, us-east-1a   takes 1   16 of 48 cores in use   newly charged: 48 cores to win-dc

  not checked  IAM permissions, EC2 quotas
  checked on   sandbox "default", account 111122223333, us-east-1, 2026-11-21 03:05:00 UTC
`,
  },
  {
    name: '3. blocked by a hard limit: the ways out that were tried',
    check: launchCheck({
      verdict: 'blocked',
      fits: 0,
      violations: [{ id: 'launch-hard-block', args: SHORT }],
      configurations: [impact({ name: 'win-dc', needed: 48, consumed: 96 })],
      hosts: [
        host('h-0a1f', FULL),
        host('h-0b2e', FULL),
        host('h-0c3d', { takes: 1, usedCoresAfter: 16, newCharges: [newCharge('h-0c3d', 'win-dc')] }),
      ],
      fixes: [
        {
          answers: 'launch-hard-block',
          effect:
            'stop or move one machine on h-0a1f or h-0b2e: then 1 m5.8xlarge fits there and needs no new licences',
          command: '',
          enough: true,
          remaining: [],
        },
        {
          answers: 'launch-hard-block',
          effect: 'buy 48 licences',
          command: 'lm config update win-dc --count 144',
          enough: true,
          remaining: [],
        },
        {
          answers: 'launch-hard-block',
          effect: 'only be told',
          command: 'lm config update win-dc --soft',
          enough: true,
          remaining: [],
        },
      ],
    }),
    request: request({ at: new Date('2026-11-21T03:04:00Z') }),
    words: wording({ 'launch-hard-block': { message: 'win-dc: requested 48, used 96, limit 96, short 48' } }),
    coloured: [
      ['BLOCKED', RED],
      ['✗', RED],
    ],
    text: `
BLOCKED  1 × m5.8xlarge from win2022-byol on Dedicated Hosts: 0 of 1 fit

  license configuration  counts  limit     used  this launch  after  left
  win-dc                 cores   96 hard     96          +48    144   -48

  ✗  launch-hard-block   win-dc: requested 48, used 96, limit 96, short 48
       why   The machine has 16 cores, but h-0a1f and h-0b2e have none free. It would open h-0c3d, and a host is charged
             whole: 48 cores.
       fix   stop or move one machine on h-0a1f or h-0b2e: then 1 m5.8xlarge fits there and needs no new licences
             or buy 48 licences:      lm config update win-dc --count 144
             or only be told:         lm config update win-dc --soft
       from  License Manager User Guide, License configuration parameters and rules (stated);
             charging the host whole: our reading (lm explain count-core)

  hosts  h-0a1f  m5, us-east-1a    0 of 48 cores free   charged to win-dc
         h-0b2e  m5, us-east-1a    0 of 48 cores free   charged to win-dc
         h-0c3d  m5, us-east-1a   48 of 48 cores free   not charged

  not checked  IAM permissions, EC2 quotas
  checked on   sandbox "default", account 111122223333, us-east-1, 2026-11-21 03:04:00 UTC
`,
  },
  {
    name: '4. blocked by two rules at once: the count is not judged',
    check: launchCheck({
      verdict: 'blocked',
      fits: 0,
      violations: [
        { id: 'tenancy-matrix-windows-byol', args: { usageOperation: 'RunInstances:0800', tenancy: 'default' } },
        { id: 'rule-tenancy-core-socket', args: { configuration: 'win-dc' } },
      ],
      notChecked: [
        { what: 'the count', why: 'was not judged: without a Dedicated Host there is nothing to charge' },
        { what: 'IAM permissions', why: 'are not part of the sandbox' },
        { what: 'EC2 quotas', why: 'are not part of the sandbox' },
      ],
      configurations: [impact({ name: 'win-dc', needed: null, consumed: 48 })],
      fixes: [
        {
          answers: 'launch',
          effect: 'would be ALLOWED, needs 0 of 48 left',
          command: 'lm check launch --ami win2022-byol --type m5.8xlarge --tenancy host',
          enough: true,
          remaining: [],
        },
      ],
    }),
    request: request({ tenancy: 'default', at: new Date('2026-11-21T03:02:00Z') }),
    words: wording({
      'tenancy-matrix-windows-byol': {
        message: 'billing code RunInstances:0800 (Windows Server BYOL) on shared tenancy',
        why: "A Windows Server licence that you bring may run on Dedicated Instances and Dedicated Hosts, not on shared tenancy. This is AWS's rule: no license configuration, hard or soft, changes it.",
        fix: ['--tenancy host   (--tenancy dedicated is enough here, but not for the next reason)'],
        source: { document: 'License Manager User Guide', section: 'Tenancy conversion limits' },
        basis: 'reading',
      },
      'rule-tenancy-core-socket': {
        message: 'win-dc: tenancy shared, allowed Dedicated Host',
        why: 'win-dc counts physical cores, and those can be counted only on a Dedicated Host.',
        fix: ['--tenancy host'],
      },
    }),
    coloured: [
      ['BLOCKED', RED],
      ['✗', RED],
      ['✗', RED],
    ],
    text: `
BLOCKED  1 × m5.8xlarge from win2022-byol on shared tenancy: 0 of 1 fit, 2 reasons

  license configuration  counts  limit     used  this launch  after  left
  win-dc                 cores   96 hard     48            –     48    48

  ✗  tenancy-matrix-windows-byol   billing code RunInstances:0800 (Windows Server BYOL) on shared tenancy
       why   A Windows Server licence that you bring may run on Dedicated Instances and Dedicated Hosts, not on shared
             tenancy. This is AWS's rule: no license configuration, hard or soft, changes it.
       fix   --tenancy host   (--tenancy dedicated is enough here, but not for the next reason)
       from  License Manager User Guide, Tenancy conversion limits (our reading)

  ✗  rule-tenancy-core-socket   win-dc: tenancy shared, allowed Dedicated Host
       why   win-dc counts physical cores, and those can be counted only on a Dedicated Host.
       fix   --tenancy host
       from  License Manager User Guide, License configuration parameters and rules (stated)

  try    lm check launch --ami win2022-byol --type m5.8xlarge --tenancy host      (would be ALLOWED, needs 0 of 48 left)
  the count was not judged: without a Dedicated Host there is nothing to charge

  not checked  IAM permissions, EC2 quotas
  checked on   sandbox "default", account 111122223333, us-east-1, 2026-11-21 03:02:00 UTC
`,
  },
  {
    name: '5. several configurations: a sign shows which one blocks',
    check: launchCheck({
      requested: 3,
      verdict: 'blocked',
      fits: 1,
      violations: [
        {
          id: 'launch-hard-block',
          args: { configuration: 'backup-agent', requested: 3, used: 19, limit: 20, short: 2 },
        },
      ],
      configurations: [
        impact({ name: 'win-dc', limit: 192, consumed: 144 }),
        impact({ name: 'sql-std', consumed: 96 }),
        impact({
          name: 'backup-agent',
          countingType: 'Instance',
          limit: 20,
          consumed: 19,
          needed: 3,
          basis: 'machine',
        }),
      ],
      hosts: [
        host('h-07c4', {
          family: 'r5',
          zone: 'us-east-1b',
          takes: 3,
          usedCoresBefore: 16,
          usedCoresAfter: 40,
          chargedTo: ['win-dc', 'sql-std'],
        }),
      ],
    }),
    request: request({ count: 3, instanceType: 'r5.4xlarge', image: 'win-sql-std' }),
    words: wording({
      'launch-hard-block': {
        message: 'backup-agent: requested 3, used 19, limit 20, short 2',
        fix: [
          'launch 1 now: --count 1',
          'or buy 2 licences: lm config update backup-agent --count 22',
          'or only be told: lm config update backup-agent --soft',
        ],
      },
    }),
    coloured: [
      ['BLOCKED', RED],
      ['✗', RED],
      ['✗', RED],
    ],
    text: `
BLOCKED  3 × r5.4xlarge from win-sql-std on Dedicated Hosts: 1 of 3 fits

  license configuration  counts     limit     used  this launch  after  left
  win-dc                 cores      192 hard   144           +0    144    48
  sql-std                cores       96 hard    96           +0     96     0
  backup-agent           instances   20 hard    19           +3     22    -2   ✗

  ✗  launch-hard-block   backup-agent: requested 3, used 19, limit 20, short 2
       why   Every configuration of the AMI must have room. win-dc and sql-std need nothing: h-07c4 is charged already.
       fix   launch 1 now:           --count 1
             or buy 2 licences:      lm config update backup-agent --count 22
             or only be told:        lm config update backup-agent --soft
       from  License Manager User Guide, License configuration parameters and rules (stated)

  hosts  h-07c4  r5, us-east-1b   takes 3   40 of 48 cores in use   already charged to win-dc and sql-std

  not checked  IAM permissions, EC2 quotas
  checked on   sandbox "default", account 111122223333, us-east-1, 2026-11-21 03:00:00 UTC
`,
  },
  {
    name: '6. unknown: both outcomes and how to find out',
    check: launchCheck({
      verdict: 'unknown',
      fits: 0,
      notChecked: [
        { what: 'hosts', why: 'could not be read', permission: 'ec2:DescribeHosts' },
        { what: 'IAM permissions', why: 'are not read' },
        { what: 'EC2 quotas', why: 'are not read' },
      ],
      configurations: [
        impact({
          name: 'win-dc',
          consumed: 84,
          needed: null,
          met: MET,
          alternatives: [
            { label: 'EC2 picks a host that win-dc is charged for already', needed: 0 },
            { label: 'EC2 picks any other host', needed: 48 },
          ],
        }),
      ],
    }),
    request: request({
      backend: 'aws',
      where: 'aws, profile prod',
      scope: { account: '111122223333', region: 'eu-west-1' },
    }),
    words: wording({}),
    coloured: [
      ['UNKNOWN', MAGENTA],
      ['?', MAGENTA],
    ],
    text: `
UNKNOWN  1 × m5.8xlarge from win2022-byol on Dedicated Hosts: it depends on what could not be read

  license configuration  counts  limit     used  this launch  after      left
  win-dc                 cores   96 hard     84      0 or 48  84 or 132  12 or -36

  ?  hosts could not be read   ec2:DescribeHosts was denied (account 111122223333)
       if EC2 picks a host that win-dc is charged for already     allowed: needs 0
       if EC2 picks any other host                                blocked: requested 48, used 84, limit 96, short 36
       fix   allow ec2:DescribeHosts and ask again, or name the host: --host h-...  (lm config usage win-dc lists the
             charged ones; whether it has room stays unknown)

  rules        win-dc: 16 cores a machine, allowed 8 to 16; tenancy Dedicated Host, allowed Dedicated Host
  not checked  hosts (denied, see above), IAM permissions, EC2 quotas
  checked on   aws, profile prod, account 111122223333, eu-west-1, 2026-11-21 03:00:00 UTC
`,
  },
];

const sgr = (code: number): string => `${ESCAPE}[1m${ESCAPE}[${code}m`;
const OFF = `${ESCAPE}[39m${ESCAPE}[22m`;

/** The coloured text made from the plain one: each sign, in order, takes its colour where it first stands on a line. */
function colour(text: string, coloured: Example['coloured']): string {
  let from = 0;
  let result = '';
  for (const [word, code] of coloured) {
    const at = text.indexOf(word, from);
    result += `${text.slice(from, at)}${sgr(code)}${word}${OFF}`;
    from = at + word.length;
  }
  return result + text.slice(from);
}

describe('drawLaunchCheck', () => {
  it.each(EXAMPLES)('$name, in a pipe', async ({ check, request: asked, words, text }) => {
    expect(`\n${await drawLaunchCheck(check, asked, words, PIPE)}\n`).toBe(text);
  });

  it.each(EXAMPLES)('$name, in a terminal: only the verdict and the signs are coloured', async (example) => {
    const drawn = await drawLaunchCheck(example.check, example.request, example.words, SCREEN);
    expect(`\n${drawn}\n`).toBe(colour(example.text, example.coloured));
  });

  it.each(EXAMPLES)('$name, in ASCII: the same with x and -', async ({ check, request: asked, words, text }) => {
    const ascii = text.replaceAll('×', 'x').replaceAll('✗', 'x').replaceAll('–', '-');
    expect(`\n${await drawLaunchCheck(check, asked, words, OLD)}\n`).toBe(ascii);
  });

  it.each(EXAMPLES)('$name, in 80 columns: no line is longer, but for the ledger and the hosts', async (example) => {
    const narrow = { ...PIPE, width: 80 };
    const drawn = await drawLaunchCheck(example.check, example.request, example.words, narrow);
    const [top = '', , ...rest] = drawn.split('\n\n');
    const wrapped = [top, ...rest].flatMap((block) => block.split('\n'));
    expect(wrapped.filter((line) => line.length > 80)).toEqual([]);
  });
});

/** The lines of a check in a pipe, from the one that contains `from`. */
async function lines(check: LaunchCheck, words: Describe = wording({}), over: Partial<LaunchRequest> = {}) {
  return (await drawLaunchCheck(check, request(over), words, PIPE)).split('\n');
}

describe('the headline', () => {
  it('counts the alerts that are not about a limit', async () => {
    const alerts = [
      { id: 'rule-minimum-cores-check', args: {} },
      { id: 'rule-maximum-cores-check', args: {} },
    ];
    const [first] = await lines(launchCheck({ verdict: 'warn', requested: 2, alerts }), wording({}), { count: 2 });
    expect(first).toBe('ALLOWED WITH ALERT  2 × m5.8xlarge from win2022-byol on Dedicated Hosts: all 2 fit, 2 alerts');
  });

  it('says 2 reasons for a rule and the limit, the rule first', async () => {
    const check = launchCheck({
      verdict: 'blocked',
      fits: 0,
      violations: [
        { id: 'rule-minimum-cores-check', args: { configuration: 'win-dc' } },
        { id: 'launch-hard-block', args: SHORT },
      ],
      configurations: [impact({ name: 'win-dc', needed: 48, consumed: 96 })],
    });
    const drawn = await lines(check);
    expect(drawn[0]).toContain('0 of 1 fit, 2 reasons');
    expect(drawn.filter((line) => line.includes('✗'))).toEqual([
      '  ✗  rule-minimum-cores-check   rule-minimum-cores-check is broken',
      '  ✗  launch-hard-block   launch-hard-block is broken',
    ]);
  });

  it.each([
    ['dedicated', 'on Dedicated Instances:'],
    ['default', 'on shared tenancy:'],
  ] as const)('names the tenancy %s as people do', async (tenancy, place) => {
    expect((await lines(launchCheck({}), wording({}), { tenancy }))[0]).toContain(place);
  });

  it('of a launch of 1 to 10 says how many fit', async () => {
    const [first] = await lines(launchCheck({ requested: 10, fits: 5 }));
    expect(first).toMatch(/^ALLOWED .*: 5 of 10 fit$/);
    const [whole] = await lines(launchCheck({ requested: 10, fits: 10 }));
    expect(whole).toMatch(/^ALLOWED .*: all 10 fit$/);
  });

  it('shows a name that carries terminal commands harmlessly', async () => {
    const [first] = await lines(launchCheck({}), wording({}), { image: `evil${ESCAPE}[2J\nami` });
    expect(first).toContain('from evil\\x1b[2J\\nami on');
  });
});

describe('the ledger', () => {
  it('says so when no license configuration applies', async () => {
    expect(await lines(launchCheck({}))).toContain('  no license configuration applies: nothing is counted');
  });

  it('does not say that none applies where the launch was refused before the licences', async () => {
    const check = launchCheck({ verdict: 'blocked' });
    const plan = { ...check.decision.plan, instanceType: '' };
    expect(await lines({ ...check, decision: { ...check.decision, plan } })).toContain(
      '  the licences were not judged',
    );
  });

  it('writes "no limit", and nothing is left to tell', async () => {
    const check = launchCheck({ configurations: [impact({ name: 'open', limit: null, needed: 4, basis: 'machine' })] });
    expect((await lines(check))[3]).toBe('  open                   cores   no limit     0           +4      4     –');
  });

  it('marks a soft limit that is exceeded with !, beside one that is not', async () => {
    const check = launchCheck({
      verdict: 'warn',
      configurations: [
        impact({ name: 'a', needed: 97, enforced: false, basis: 'machine' }),
        impact({ name: 'b', needed: 96, enforced: false, basis: 'machine' }),
      ],
    });
    const drawn = await lines(check);
    expect(drawn[3]).toMatch(/-1 {3}!$/);
    expect(drawn[4]).toMatch(/ 0$/);
  });

  it('does not mark a configuration that is over but needs nothing', async () => {
    const over = impact({ name: 'a', consumed: 200, needed: 0 });
    const drawn = await lines(launchCheck({ configurations: [over, impact({ name: 'b' })] }));
    expect(drawn[3]).toMatch(/-104$/);
  });

  it('lines up names with wide letters', async () => {
    const wide = impact({ name: '日本語', needed: 1 });
    const [, , , first, second] = await lines(launchCheck({ configurations: [wide, impact({ name: 'abcdef' })] }));
    expect(first).toBe('  日本語                 cores   96 hard      0           +1      1    95');
    expect(second).toBe('  abcdef                 cores   96 hard      0           +0      0    96');
  });
});

describe('the hosts', () => {
  it('shortens long ids alike in the hosts and in the findings, and leaves commands whole', async () => {
    const [first, second] = ['h-0193a5f00001a2b3c', 'h-0193a5f00001f2b3c'];
    const check = launchCheck({
      verdict: 'blocked',
      violations: [{ id: 'launch-host-needs-capacity', args: {} }],
      hosts: [host(first), host(second)],
    });
    const words = wording({
      'launch-host-needs-capacity': { message: `${first} has 0 cores free`, fix: [`lm host show ${first}`] },
    });
    const drawn = await lines(check, words);
    expect(drawn).toContain('  ✗  launch-host-needs-capacity   h-…a2b3c has 0 cores free');
    expect(drawn).toContain(`       fix   lm host show ${first}`);
    expect(drawn.filter((line) => line.includes('m5, us'))).toEqual([
      '  hosts  h-…a2b3c  m5, us-east-1a   48 of 48 cores free',
      '         h-…f2b3c  m5, us-east-1a   48 of 48 cores free',
    ]);
  });

  it('counts the hosts beyond the eighth of a launch that fits nowhere', async () => {
    const hosts = Array.from({ length: 11 }, (_, at) => host(`h-00${at}`));
    const drawn = await lines(launchCheck({ verdict: 'blocked', hosts }));
    expect(drawn.filter((line) => line.includes('cores free'))).toHaveLength(8);
    expect(drawn).toContain('         and 3 more: lm host list');
  });

  it('that a refused launch would have opened are not drawn', async () => {
    const opened = host('new-host-1', { opened: true, takes: 1, usedCoresAfter: 16 });
    const drawn = await lines(launchCheck({ verdict: 'blocked', hosts: [opened] }), wording({}), { group: 'sql-prod' });
    expect(drawn.join()).not.toContain('takes 1');
    const allowed = await lines(launchCheck({ hosts: [opened] }), wording({}), { group: 'sql-prod' });
    expect(allowed.join()).toContain('takes 1');
  });

  it('of a group names the command that shows all of them, since only some were read', async () => {
    const of = (hosts: readonly string[]) =>
      lines(launchCheck({ verdict: 'blocked', hosts: hosts.map((id) => host(id)) }), wording({}), {
        group: 'sql-prod',
      });
    expect(await of(['h-001', 'h-002'])).toContain('         all of them: lm hrg show sql-prod');
    expect((await of(['h-001'])).join()).not.toContain('lm hrg show');
  });

  it('names what is newly charged and what is charged already on one host', async () => {
    const configurations = [impact({ name: 'a' }), impact({ name: 'b', needed: 2, countingType: 'Socket' })];
    const taking = host('h-1', {
      takes: 1,
      usedCoresAfter: 8,
      chargedTo: ['a'],
      newCharges: [newCharge('h-1', 'b', 2)],
    });
    expect(await lines(launchCheck({ configurations, hosts: [taking] }))).toContain(
      '  hosts  h-1  m5, us-east-1a   takes 1   8 of 48 cores in use   newly charged: 2 sockets to b; already charged to a',
    );
  });
});

describe('the ways out', () => {
  const blocked = (fixes: LaunchCheck['fixes']): LaunchCheck =>
    launchCheck({ verdict: 'blocked', violations: [{ id: 'rule-maximum-cores-check', args: {} }], fixes });
  const words = wording({ 'rule-maximum-cores-check': { fix: ['general advice'] } });

  it('says what is still in the way of a fix that is not enough', async () => {
    const fix = { answers: 'rule-maximum-cores-check', effect: 'a smaller type', command: '--type m5.4xlarge' };
    const drawn = await lines(blocked([{ ...fix, enough: false, remaining: ['launch-hard-block'] }]), words);
    expect(drawn).toContain(
      '       fix   a smaller type: --type m5.4xlarge   (not enough by itself: launch-hard-block still in the way)',
    );
    expect(drawn.join('\n')).not.toContain('general advice');
  });

  it('falls back on the advice of the rule where none was tried', async () => {
    expect(await lines(blocked([]), words)).toContain('       fix   general advice');
  });
});

describe('what could not be read', () => {
  it('names a value that is known only after apply', async () => {
    const check = launchCheck({
      verdict: 'unknown',
      notChecked: [{ what: 'instance_type', why: 'is known only after apply' }],
    });
    const drawn = await lines(check);
    expect(drawn).toContain('  ?  instance_type is known only after apply');
    expect(drawn).toContain('  not checked  instance_type (see above)');
  });

  it('explains that EC2 chooses the host where everything could be read', async () => {
    const alternatives = [
      { label: 'EC2 picks h-1', needed: 0 },
      { label: 'EC2 picks h-2', needed: 48 },
    ];
    const soft = { name: 'win-dc', enforced: false, consumed: 84, alternatives };
    const drawn = await lines(launchCheck({ verdict: 'unknown', configurations: [impact(soft)] }));
    const at = drawn.findIndex((line) => line.startsWith('  ?'));
    expect(drawn.slice(at, at + 3)).toEqual([
      '  ?  EC2 chooses the host   the verdict depends on which one',
      '       if EC2 picks h-1     allowed: needs 0',
      '       if EC2 picks h-2     allowed with an alert: requested 48, used 84, limit 96, over by 36',
    ]);
  });
});

describe('what is next', () => {
  const filled = { name: 'win-dc', needed: 48, consumed: 48 };
  it.each([
    [
      'machines that count for themselves',
      impact({ ...filled, basis: 'machine' }),
      [],
      'one more m5.8xlarge needs licences that are not there',
    ],
    [
      'hosts with room',
      impact(filled),
      [host('h-1', { takes: 1, usedCoresAfter: 16 })],
      'only machines that fit on its charged hosts need nothing more',
    ],
  ] as const)('speaks of %s', async (_what, configuration, hosts, next) => {
    const drawn = await lines(launchCheck({ configurations: [configuration], hosts }));
    expect(drawn.some((line) => line.endsWith(`win-dc is then full: ${next}`))).toBe(true);
  });

  it('is silent while licences are left', async () => {
    const drawn = await lines(launchCheck({ configurations: [impact({ name: 'win-dc', needed: 47, consumed: 48 })] }));
    expect(drawn.join('\n')).not.toContain('then full');
  });
});
