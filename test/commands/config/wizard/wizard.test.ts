import { describe, expect, it } from 'vitest';
import { createInput } from '../../../../src/commands/config/terms.ts';
import { ask } from '../../../../src/commands/config/wizard/index.ts';
import type { Backend } from '../../../../src/contract/ports.ts';
import { Cancelled } from '../../../../src/contract/prompts.ts';
import { testSandbox } from '../../../support/sandbox.ts';
import { context } from '../../context-stub.ts';
import { type Answer, script } from './script.ts';

/** Answers the wizard's questions over a sandbox that has one configuration, `old`. */
async function asked(answers: readonly Answer[]) {
  const { call, home } = testSandbox();
  await call('license-manager:CreateLicenseConfiguration', { Name: 'old', LicenseCountingType: 'vCPU' });
  const prompts = script(answers);
  const backend: Backend = { ...unusedBackend, scope: home, call };
  const outcome = await ask(context({ call, prompts, backend: async () => backend })).then(
    (args) => ({ input: createInput(args), error: undefined }),
    (error: unknown) => ({ input: undefined, error }),
  );
  const { LicenseConfigurations = [] } = await call('license-manager:ListLicenseConfigurations', {});
  return { ...outcome, prompts, names: LicenseConfigurations.map(({ Name }) => Name) };
}

const unused = (): never => {
  throw new Error('not expected: the wizard only reads');
};
const unusedBackend = {
  kind: 'local' as const,
  atomically: unused,
  rehearse: unused,
  checkLaunch: unused,
  consult: unused,
  takeAlerts: unused,
  close: unused,
};

const CORES = [
  'win-dc',
  '',
  'Physical',
  'No',
  '96',
  'Block',
  ['Minimum or maximum cores'],
  '8',
  '16',
  '',
  'y',
] as const;

describe('the wizard', () => {
  it('asks what wizard and guide say, in that order, for cores', async () => {
    const { input, prompts } = await asked(CORES);
    expect(prompts.left).toEqual([]);
    expect(prompts.shown).toEqual([
      'Name of the license configuration?',
      'Description? (Enter for none)',
      'What does the agreement count?',
      'Should License Manager find installed software by itself (automated discovery)?',
      'How many cores have you bought? (Enter: only track, no limit)',
      '96 = 2 hosts of the m5 family.',
      'When they are used up:',
      'This switch also decides whether the rules below block or only alert.',
      'Tenancy: Dedicated Host (required for cores and sockets).',
      'Which rules does the agreement have? (space to choose, Enter for none)',
      'Fewest cores a single machine must have? (e.g. 8; Enter: no minimum)',
      'Most cores a single machine may have? (Enter: no maximum)',
      'Of these only the affinity can be added or changed later; any other change means a new configuration (lm config recreate).',
      'Tags? key=value, one per line (Enter for none)',
      [
        '',
        'win-dc   96 physical cores, hard limit   = 2 m5 hosts',
        '         machines of 8 to 16 cores on Dedicated Hosts',
        'A launch that breaks any of this is blocked.',
        'AWS does not audit: whether this matches your agreement is for you to check.',
        '',
        'Same as:  lm config create win-dc --type core --count 96 --hard --min-cores 8 --max-cores 16 --tenancy dedicated-host',
        '',
      ].join('\n'),
      'Create it in sandbox "default", us-east-1? (Y/n/edit)',
    ]);
    expect(input).toEqual({
      Name: 'win-dc',
      LicenseCountingType: 'Core',
      LicenseCount: 96,
      LicenseCountHardLimit: true,
      LicenseRules: ['#maximumCores=16', '#minimumCores=8', '#allowedTenancy=EC2-DedicatedHost'],
    });
  });

  it.each(Array.from({ length: CORES.length }, (_, at) => at))(
    'leaves nothing behind when Ctrl-C comes at question %i',
    async (at) => {
      const { error, names } = await asked(CORES.slice(0, at));
      expect(error).toBeInstanceOf(Cancelled);
      expect(names).toEqual(['old']);
    },
  );

  it('makes nothing when the answer at the end is no', async () => {
    const { error } = await asked([...CORES.slice(0, -1), 'n']);
    expect(error).toBeInstanceOf(Cancelled);
  });

  it('goes through the questions again on edit, with the answers so far; none takes one away', async () => {
    const again = ['', '', '', '', '48', '', '', '', 'none', '', 'y'];
    const { input, prompts } = await asked([...CORES.slice(0, -1), 'edit', ...again]);
    expect(prompts.left).toEqual([]);
    expect(input).toMatchObject({
      Name: 'win-dc',
      LicenseCount: 48,
      LicenseCountHardLimit: true,
      LicenseRules: ['#minimumCores=8', '#allowedTenancy=EC2-DedicatedHost'],
    });
  });

  it('offers only the rules that the counting type allows, instances all of them but affinity and CPU options', async () => {
    const rules = ['Tenancy', 'Minimum or maximum cores', 'Minimum or maximum sockets', 'Minimum or maximum vCPUs'];
    const answers = [
      'web',
      '',
      'Instances',
      'No',
      '5',
      'Allow',
      rules,
      ['Shared'],
      '',
      '8',
      '1',
      '',
      '2',
      '4',
      '',
      'y',
    ];
    const { input } = await asked(answers);
    expect(input).toMatchObject({
      LicenseCountHardLimit: false,
      LicenseRules: [
        '#maximumCores=8',
        '#maximumVcpus=4',
        '#minimumSockets=1',
        '#minimumVcpus=2',
        '#allowedTenancy=EC2-Default',
      ],
    });
  });

  it.each([
    ['Physical', ['Minimum or maximum sockets']],
    ['Sockets', ['Tenancy']],
    ['vCPUs', ['Affinity']],
    ['Instances', ['Optimized']],
  ])('does not offer for %s what it cannot have: %j', async (counting, rules) => {
    const { error } = await asked(['a', '', counting, 'No', '5', 'Allow', rules]);
    expect(error).toMatchObject({ message: expect.stringContaining('cannot choose') });
  });

  it('leaves limit and rules out for Oracle, which takes vCPUs only', async () => {
    const { input, prompts } = await asked(['ora', '', 'vCPUs', 'Oracle', 'Standard Two', ['olap'], '8', '', 'y']);
    expect(prompts.shown).toContain('Oracle allows neither a hard limit nor rules, so those questions are left out.');
    expect(prompts.shown).not.toContain('When they are used up:');
    expect(input).toMatchObject({ LicenseCountingType: 'vCPU', LicenseCount: 8 });
    expect(input).not.toHaveProperty('LicenseRules');
    const { error } = await asked(['ora', '', 'Physical', 'Oracle']);
    expect(error).toMatchObject({
      message: expect.stringContaining('the configuration tracks Oracle and counts Core'),
    });
  });

  it('asks for the limit only when there is a number', async () => {
    const { input, prompts } = await asked([
      'a',
      '',
      'vCPUs',
      'Windows Server',
      true,
      '',
      ['Tenancy', 'Optimized'],
      [],
      true,
      '',
      'y',
    ]);
    expect(prompts.shown).toContain('Without a number nothing is ever blocked: rules below will only raise alerts.');
    expect(prompts.shown).toContain(
      'Windows Server that you bring may not run on shared tenancy, whatever is chosen here.',
    );
    expect(prompts.shown).not.toContain('When they are used up:');
    expect(input).toMatchObject({ DisassociateWhenNotFound: true, LicenseRules: ['#honorVcpuOptimization=True'] });
    expect(input).not.toHaveProperty('LicenseCount');
  });

  it('checks each answer at once, by the constraint that the option meets', async () => {
    const { prompts, input } = await asked([
      ...[' ', 'a', '', 'Physical', 'No', 'many', '-1', '96', 'Allow', ['Minimum or maximum cores', 'Affinity']],
      ...['0', '16', '8', '32', '181', '180', 'nonsense', 'aws:a=b', 'a=b', '', 'perhaps', 'y'],
    ]);
    expect(prompts.left).toEqual([]);
    expect(prompts.refused).toEqual([
      expect.stringContaining('the license configuration has no name'),
      'it must be a whole number, or none',
      expect.stringContaining('-1 is not a number of licences'),
      expect.stringContaining('"0" is not a whole number of at least 1'),
      expect.stringContaining('the minimum of 16 cores is above the maximum of 8'),
      expect.stringContaining('from 1 to 180'),
      expect.stringContaining('must be written key=value'),
      expect.stringContaining('begins with aws:'),
      'please answer y, n or edit',
    ]);
    expect(input).toMatchObject({ Tags: [{ Key: 'a', Value: 'b' }] });
  });

  it('asks whether a name may be that of another', async () => {
    const { prompts, input } = await asked(['old', false, 'old', true, '', 'vCPUs', 'No', '', [], '', 'y']);
    expect(prompts.shown.filter((line) => line.startsWith('There is one with this name already (lic-'))).toHaveLength(
      2,
    );
    expect(input).toMatchObject({ Name: 'old' });
  });

  it('warns of an e-mail address in the name', async () => {
    const { prompts } = await asked(['ann@example.com']);
    expect(prompts.shown).toContainEqual(expect.stringContaining('! the name holds an e-mail address'));
  });
});
