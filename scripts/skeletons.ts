/** An operation to be added, and the command that calls it. */
export interface Wanted {
  readonly service: string;
  readonly operation: string;
  readonly noun: string;
  readonly verb: string;
}

export interface Skeletons {
  /** New files by path. */
  readonly files: Readonly<Record<string, string>>;
  /** Lines to add to files that exist: the compiler or a test asks for each. */
  readonly register: readonly { readonly file: string; readonly line: string }[];
}

const REFERENCES: Readonly<Record<string, string>> = {
  'license-manager': 'license-manager',
  ec2: 'AWSEC2',
  organizations: 'organizations',
  ram: 'ram',
  sts: 'STS',
};

/**
 * Reads `license-manager:CreateGrant grant create`.
 * @throws Error that says how it is written
 */
export function parseWanted(args: readonly string[]): Wanted {
  const [name = '', noun = '', verb = ''] = args;
  const [, service, operation] = /^([a-z][a-z0-9-]*):([A-Z][A-Za-z0-9]*)$/.exec(name) ?? [];
  const word = /^[a-z][a-z-]*$/;
  if (service === undefined || operation === undefined || !word.test(noun) || !word.test(verb)) {
    throw new Error(
      'Write SERVICE:Operation, a noun and a verb: npm run new:operation -- license-manager:CreateGrant grant create',
    );
  }
  return { service, operation, noun, verb };
}

/** `add-host` as `addHost`: a verb's name where it must be an identifier. */
const identifier = (verb: string) => verb.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** The type of a verb's arguments, as its noun's manifest exports it. */
const argsType = (verb: string) => identifier(`-${verb}-args`);

const reads = ({ operation }: Wanted) => /^(Get|List|Describe|Search)/.test(operation);

function operationFile(wanted: Wanted): string {
  const { service, operation } = wanted;
  const reference = `https://docs.aws.amazon.com/${REFERENCES[service] ?? service}/latest/APIReference/API_${operation}.html`;
  return `import { Fault } from '../../../contract/fault.ts';
import { operation } from '../../operation.ts';

/** ${reference} */
export default operation({
  name: '${service}:${operation}',
  access: '${reads(wanted) ? 'read' : 'write'}',
  constraints: [],
  run() {
    throw new Fault({ code: 'InternalError', message: '${operation} is not written yet' });
  },
});
`;
}

function commandFile({ service, operation, noun, verb }: Wanted): string {
  return `import type { Result } from '../../contract/result.ts';
import type { CommandContext } from '../types.ts';
import type { ${argsType(verb)} } from './manifest.ts';

/** \`lm ${noun} ${verb}\` */
export async function run(_args: ${argsType(verb)}, ctx: CommandContext): Promise<Result> {
  const value = await ctx.call('${service}:${operation}', {});
  return { value, view: { kind: 'text', text: 'done' } };
}
`;
}

function operationTest({ service, operation }: Wanted): string {
  return `import { describe, expect, it } from 'vitest';
import definition from '../../../../src/local-engine/operations/${service}/${operation}.ts';

describe('${operation}', () => {
  it('names every constraint it may refuse with', () => {
    expect(definition.constraints).not.toEqual([]);
  });
});
`;
}

function commandTest({ noun, verb }: Wanted): string {
  return `import { expect, it } from 'vitest';
import { manifest } from '../../../src/commands/${noun}/manifest.ts';

it('lm ${noun} ${verb} has an example', () => {
  expect(manifest.verbs.find(({ name }) => name === '${verb}')?.examples).not.toEqual([]);
});
`;
}

/** The files of a new operation with its command, and the lines that make them known. */
export function skeletons(wanted: Wanted): Skeletons {
  const { service, operation, noun, verb } = wanted;
  const key = `'${service}:${operation}'`;
  return {
    files: {
      [`src/local-engine/operations/${service}/${operation}.ts`]: operationFile(wanted),
      [`src/commands/${noun}/${verb}.ts`]: commandFile(wanted),
      [`test/local-engine/operations/${service}/${operation}.test.ts`]: operationTest(wanted),
      [`test/commands/${noun}/${verb}.test.ts`]: commandTest(wanted),
    },
    register: [
      {
        file: 'src/contract/operations.ts',
        line: `  ${key}: Operation<${alias(service)}.${operation}CommandInput, ${alias(service)}.${operation}CommandOutput>;`,
      },
      {
        file: `src/local-engine/operations/${service}/index.ts`,
        line: `  ${key}: () => import('./${operation}.ts'),`,
      },
      {
        file: `src/commands/${noun}/manifest.ts`,
        line: `export type ${argsType(verb)} = ArgsOf<typeof ${identifier(verb)}>;`,
      },
      {
        file: `src/commands/${noun}/manifest.ts`,
        line: `verb(${identifier(verb)}, () => import('./${verb}.ts')),`,
      },
    ],
  };
}

const alias = (service: string) => (service === 'license-manager' ? 'lm' : identifier(service));
