import { describe, expect, it, test } from 'vitest';
import type { LaunchStep } from '../../src/contract/plan.ts';
import { readCloudFormation } from '../../src/validation/plans/cloudformation/read.ts';
import { APP, ARN, fixture, SCOPE } from './world.ts';

const LICENSE = ARN.split(':').at(-1) ?? '';

const read = async (text: string, parameters: Readonly<Record<string, string>> = {}) =>
  (await readCloudFormation({ text, file: 'web.yaml', scope: SCOPE, parameters })).steps;

const fleet = (parameters?: Readonly<Record<string, string>>) => read(fixture('cloudformation/fleet.yaml'), parameters);

/** One machine whose image is the given expression. */
const imageOf = async (expression: string, around = '') => {
  const [step] = await read(
    `${around}\nResources:\n  M:\n    Type: AWS::EC2::Instance\n    Properties:\n      ImageId: ${expression}\n`,
  );
  if (step?.kind !== 'launch') throw new Error('no launch');
  return step.open[0]?.why ?? step.input.ImageId;
};

const launches = (steps: Awaited<ReturnType<typeof read>>): readonly LaunchStep[] =>
  steps.flatMap((step) => (step.kind === 'launch' ? step : []));

describe('a template is read as for a new stack', () => {
  it('with its parameters, mappings and conditions', async () => {
    const steps = launches(await fleet({ License: LICENSE }));
    expect(steps.map(({ address, input, open }) => [address, input.MaxCount, input.InstanceType, open.length])).toEqual(
      [
        ['Group', 2, 'm5.large', 0],
        ['Single', 1, 't3.micro', 0],
        ['Newest', 1, 't3.micro', 1],
      ],
    );
    expect(steps[0]?.input).toMatchObject({ ImageId: APP, LicenseSpecifications: [{ LicenseConfigurationArn: ARN }] });
  });

  it('with other parameters, and a host that a machine refers to', async () => {
    const steps = await fleet({ Environment: 'prod', License: LICENSE });
    expect(steps.map(({ address }) => address)).toEqual(['Host', 'OnHost', 'Group', 'Newest']);
    const [onHost, group] = launches(steps);
    expect(onHost?.input.Placement).toEqual({ Tenancy: 'host', HostId: 'Host' });
    expect([group?.input.MaxCount, group?.input.InstanceType]).toEqual([4, 'm5.2xlarge']);
  });

  it('in JSON, with a mixed policy over a template that it does not hold', async () => {
    const [step] = launches(await read(fixture('cloudformation/fleet.json')));
    expect(step?.input).toEqual({
      MinCount: 3,
      MaxCount: 3,
      InstanceType: 'm5.large',
      LaunchTemplate: { LaunchTemplateName: 'web', Version: '1' },
    });
  });

  it('with the line and column of each resource', async () => {
    const places = (await fleet({ License: LICENSE })).map(({ address, place }) => [address, place.line, place.column]);
    const lines = fixture('cloudformation/fleet.yaml').split('\n');
    expect(places).toEqual(['Group', 'Single', 'Newest'].map((id) => [id, lines.indexOf(`  ${id}:`) + 1, 3]));
  });
});

describe('a parameter', () => {
  it('without a value leaves open what it decides', async () => {
    const [group] = launches(await fleet());
    expect(group?.open).toEqual([
      {
        what: 'license configuration',
        why: 'comes from the parameter License, which has no default: --param License=VALUE',
      },
    ]);
  });

  it('from Parameter Store stays open', async () => {
    const newest = launches(await fleet({ License: LICENSE })).at(-1);
    expect(newest?.open[0]?.why).toBe('is read from Parameter Store (parameter Latest)');
  });

  it('that the template lacks is refused, with the nearest that it has', async () => {
    await expect(fleet({ Enviroment: 'prod' })).rejects.toMatchObject({
      message: 'web.yaml has no parameter Enviroment; it has Environment, Image, License, Latest',
      hint: 'did you mean Environment?',
    });
  });

  it('with a value that the template does not allow is refused', async () => {
    await expect(fleet({ Environment: 'stage' })).rejects.toThrow('the template allows test or prod');
  });

  it('with a value that does not match its pattern is refused, and one that does is taken', async () => {
    const text = 'Parameters:\n  P:\n    Type: String\n    AllowedPattern: "[a-z]+"\nResources: {}\n';
    await expect(read(text, { P: 'A1' })).rejects.toThrow('the template allows what matches [a-z]+');
    expect(await read(text, { P: 'abc' })).toEqual([]);
  });
});

test.each(['x', ''])('a parameter of type Number is refused the value "%s", and takes a number', async (value) => {
  const text = 'Parameters:\n  N: {Type: Number}\nResources: {}\n';
  await expect(read(text, { N: value })).rejects.toThrow(`--param N=${value}: the template wants a number`);
  expect(await read(text, { N: '2.5' })).toEqual([]);
});

const MAP = 'Mappings:\n  Images:\n    us-east-1:\n      web: ami-1\n';
const CONDITIONS =
  'Parameters:\n  P: {Type: String}\nConditions:\n  Yes: !Equals [a, a]\n  No: !Not [!Condition Yes]\n  Both: !And [!Condition Yes, !Condition No]\n  One: !Or [!Condition Yes, !Equals [!Ref P, a]]\n  Open: !Equals [!Ref P, a]\n  Loop: !Not [!Condition Loop]\n';
/** A placeholder of Fn::Sub. */
const hole = (name: string): string => `$\{${name}}`;
const HOST = 'is known only when the stack is made';

test.each([
  ['a text', 'ami-1', '', 'ami-1'],
  ['FindInMap with Ref', '!FindInMap [Images, !Ref AWS::Region, web]', MAP, 'ami-1'],
  [
    'FindInMap of what is not there',
    '!FindInMap [Images, eu-west-1, web]',
    MAP,
    'is not in the mapping Images.eu-west-1.web',
  ],
  ['Join', '!Join ["-", [ami, "1"]]', '', 'ami-1'],
  ['Select', '!Select [1, [ami-0, ami-1]]', '', 'ami-1'],
  ['Select of a Split', '!Select [1, !Split [",", "ami-0,ami-1"]]', '', 'ami-1'],
  ['Select of what is not there', '!Select [2, [ami-0, ami-1]]', '', 'selects what is not in the list'],
  ['Sub with a variable', `!Sub ["ami-${hole('n')}", {n: 1}]`, '', 'ami-1'],
  ['Sub with a literal', `!Sub "ami-${hole('!n')}"`, '', `ami-${hole('n')}`],
  ['the long form of Sub', `{"Fn::Sub": "ami-${hole('AWS::AccountId')}"}`, '', 'ami-111122223333'],
  ['If, true', '!If [Yes, ami-1, ami-2]', CONDITIONS, 'ami-1'],
  ['If, false', '!If [No, ami-1, ami-2]', CONDITIONS, 'ami-2'],
  ['And', '!If [Both, ami-1, ami-2]', CONDITIONS, 'ami-2'],
  ['Or, decided though one part is open', '!If [One, ami-1, ami-2]', CONDITIONS, 'ami-1'],
  [
    'an open condition',
    '!If [Open, ami-1, ami-2]',
    CONDITIONS,
    'comes from the parameter P, which has no default: --param P=VALUE',
  ],
  [
    'a condition that names itself',
    '!If [Loop, ami-1, ami-2]',
    CONDITIONS,
    'rests on the condition Loop, which cannot be decided',
  ],
  ['a condition that is missing', '!If [Gone, ami-1, ami-2]', '', 'names a condition that the template lacks: Gone'],
  ['GetAtt', '!GetAtt Maker.ImageId', '', HOST],
  ['Ref to nothing', '!Ref Gone', '', HOST],
  ['ImportValue', '!ImportValue other', '', 'uses Fn::ImportValue, which lm does not read'],
  ['a dynamic reference', '"{{resolve:ssm:image}}"', '', HOST],
])('%s is answered where it can be', async (_, expression, around, expected) => {
  expect(await imageOf(expression, around)).toBe(expected);
});

test('an open condition leaves open whether a machine is made', async () => {
  const [step] = await read(
    `${CONDITIONS}Resources:\n  M:\n    Type: AWS::EC2::Instance\n    Condition: Open\n    Properties: {ImageId: ami-1, InstanceType: t3.micro}\n`,
  );
  expect(step?.open.map(({ what }) => what)).toEqual(['whether it is made']);
});

test('a nested stack leaves the verdict open, and a bucket does not', async () => {
  const text = 'Resources:\n  S: {Type: "AWS::CloudFormation::Stack"}\n  B: {Type: "AWS::S3::Bucket"}\n';
  expect((await read(text)).map(({ address, open }) => [address, open[0]?.what])).toEqual([
    ['S', 'AWS::CloudFormation::Stack'],
  ]);
});

describe('YAML aliases', () => {
  const shared = `Defaults: &it {ImageId: ${APP}, InstanceType: t3.micro}
Others: &other {InstanceType: m5.large, Tenancy: dedicated}
Resources:
  Same: {Type: "AWS::EC2::Instance", Properties: *it}
  Merged: {Type: "AWS::EC2::Instance", Properties: {<<: [*it, *other], ImageId: ami-1}}
`;

  it('are written out, merges too: what is written first stands over what follows', async () => {
    expect(launches(await read(shared)).map(({ input }) => input)).toEqual([
      { ImageId: APP, InstanceType: 't3.micro', MinCount: 1, MaxCount: 1 },
      { ImageId: 'ami-1', InstanceType: 't3.micro', Placement: { Tenancy: 'dedicated' }, MinCount: 1, MaxCount: 1 },
    ]);
  });

  it('are noted, since CloudFormation refuses them', async () => {
    const { notes } = await readCloudFormation({ text: shared, file: 'web.yaml', scope: SCOPE, parameters: {} });
    expect(notes[1]).toContain('CloudFormation refuses them');
  });

  it.each([
    ['that grow without measure', 'A: &a [x,x,x,x,x,x,x,x,x,x]', /holds more than 500000 values/],
    ['of themselves', 'A: &a {B: *a}', /nests deeper than 200 levels, or names itself/],
  ])('%s are refused', async (_, text, why) => {
    const names = 'abcdefg';
    const grown = [...names].slice(1).map((name, at) => {
      const before = Array.from({ length: 10 }, () => `*${names[at]}`);
      return `  ${name.toUpperCase()}: &${name} [${before.join(',')}]`;
    });
    await expect(read(`Resources:\n  ${text}\n${grown.join('\n')}\n`)).rejects.toThrow(why);
  });
});

test.each([
  ['broken YAML', 'Resources:\n  A: [1\n', /^web\.yaml:\d+:\d+: cannot be read as YAML or JSON/],
  ['brackets without end', `Resources: ${'['.repeat(9000)}`, /it nests too deeply/],
  ['YAML of something else', 'Name: win-dc\n', /is no CloudFormation template: it has no Resources/],
])('a file of %s is refused', async (_, text, why) => {
  await expect(read(text)).rejects.toThrow(why);
});
