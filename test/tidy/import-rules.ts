import { posix } from 'node:path';
import { layerOf } from './layers.ts';
import type { Rule } from './rule.ts';
import type { Import, Source } from './source.ts';

const offence = ({ line, target }: Import) => ({ line, what: `imports ${target}` });
const inProject = ({ target }: Import) => target.startsWith('src/');
const isOperation = (path: string) => /^src\/local-engine\/operations\/[\w-]+\/[A-Z]\w*\.ts$/.test(path);

function crossesLayers(source: Source, { target }: Import): boolean {
  const from = layerOf(source.path);
  const to = layerOf(target);
  if (from === undefined || to === undefined) return true;
  return from.name !== to.name && !from.may.includes('*') && !from.may.includes(to.name);
}

/** Loading one of these costs more than all else a local command does (docs/performance.md). */
const HEAVY =
  /^(conf|inquirer|@inquirer\/.*|ora|cli-table3|yaml|jmespath|csv-stringify(\/.*)?|chalk|@bomb\.sh\/tab|@aws-sdk\/.*|src\/aws\/(ec2|license-manager|sts)\.ts)$/;

/** One file of src/aws/ a service names the commands it sends, so that only those are bundled; it is loaded with import(). */
const isServiceOf = (path: string, target: string): boolean =>
  path === `src/aws/${target.replace('@aws-sdk/client-', '')}.ts`;

/** The one part of the house that may load a package. */
const OWNERS: readonly (readonly [packages: RegExp, owners: RegExp])[] = [
  [/^@aws-sdk\//, /^src\/aws\//],
  [/^(inquirer|@inquirer\/.*)$/, /^src\/prompts\//],
  [/^(cli-table3|csv-stringify\/.*|jmespath)$/, /^src\/render\//],
  [/^commander$/, /^src\/cli\//],
  [/^conf$/, /^src\/settings\//],
  [/^(@photostructure\/sqlite|node:sqlite)$/, /^src\/local-engine\/store\//],
];

export const IMPORT_RULES: readonly Rule[] = [
  {
    name: 'every import stays within what its layer may use',
    mend: 'Move the code to the layer that owns it, or pass the value in; the table is test/tidy/layers.ts.',
    find: (source) => source.imports.filter((each) => inProject(each) && crossesLayers(source, each)).map(offence),
    breaks: [
      ['src/validation/a.ts', `import { Store } from '../local-engine/store/store.ts';`],
      ['src/commands/config/show.ts', `import type { Engine } from '../../local-engine/engine.ts';`],
      ['src/render/a.ts', `const x = () => import('../validation/words.ts');`],
      ['src/contract/a.ts', `export { b } from '../validation/b.ts';`],
      ['src/cli/a.ts', `import { VERSION } from '../version.ts';`],
    ],
    passes: [
      ['src/validation/a.ts', `import { Fault } from '../contract/fault.ts'; import { b } from './b.ts';`],
      ['src/world/sql.ts', `import { Store } from '../local-engine/store/store.ts';`],
    ],
  },
  {
    name: 'every file of src belongs to a layer',
    mend: 'Put the file into one of the folders of docs/ARCHITECTURE.md, or add the new layer to test/tidy/layers.ts.',
    find: ({ path }) => (path.startsWith('src/') && layerOf(path) === undefined ? [{ line: 1, what: 'has none' }] : []),
    breaks: [['src/utils/helpers.ts', '']],
    passes: [['src/contract/fault.ts', '']],
  },
  {
    name: 'the entry point has no static import but the version and the loader of chunks, which nothing else imports',
    mend: 'Load it with import(): a chunk that shares a module with the entry would load the whole entry again.',
    find: ({ path, imports }) =>
      imports
        .filter(({ kind, target }) =>
          path === 'src/main.ts'
            ? kind === 'static' && target !== 'src/version.ts' && target !== 'src/code-cache.ts'
            : target === 'src/code-cache.ts',
        )
        .map(offence),
    breaks: [
      ['src/main.ts', `import { EXIT } from './contract/exit.ts';`],
      ['src/cli/run.ts', `import { useCodeCache } from '../code-cache.ts';`],
    ],
    passes: [
      [
        'src/main.ts',
        `import { useCodeCache } from './code-cache.ts'; import { VERSION } from './version.ts'; import type { Io } from './io.ts'; void import('./io.ts');`,
      ],
    ],
  },
  {
    name: 'no operation imports another',
    mend: 'Move what both need to ledger/ (it changes licences, hosts or machines) or store/ (it reads rows).',
    find: ({ path, imports }) =>
      isOperation(path) ? imports.filter(({ target }) => isOperation(target)).map(offence) : [],
    breaks: [['src/local-engine/operations/ec2/RunInstances.ts', `import { run } from './StartInstances.ts';`]],
    passes: [['src/local-engine/operations/ec2/RunInstances.ts', `import { page } from './pages.ts';`]],
  },
  {
    name: 'packages that are slow to load are loaded where they are used',
    mend: 'Write `await import(...)` inside the function that needs the package, or `import type` for its types.',
    find: ({ path, imports }) =>
      imports
        .filter(({ kind, target }) => kind === 'static' && HEAVY.test(target) && !isServiceOf(path, target))
        .map(offence),
    breaks: [
      ['src/render/table.ts', `import Table from 'cli-table3';`],
      ['src/contract/operations.ts', `import { EC2Client } from '@aws-sdk/client-ec2';`],
      ['src/aws/sts.ts', `import { EC2Client } from '@aws-sdk/client-ec2';`],
      ['src/aws/backend.ts', `import { open } from './ec2.ts';`],
    ],
    passes: [
      ['src/aws/ec2.ts', `import { EC2Client } from '@aws-sdk/client-ec2';`],
      ['src/aws/clients.ts', `const load = () => import('./ec2.ts');`],
      ['src/render/table.ts', `const load = () => import('cli-table3');`],
      ['src/contract/operations.ts', `import type * as ec2 from '@aws-sdk/client-ec2';`],
    ],
  },
  {
    name: 'each outside package has one owner',
    mend: 'Ask the folder that owns the package for what you need; OWNERS in test/tidy/import-rules.ts names it.',
    find: ({ path, imports }) =>
      imports
        .filter(({ kind, target }) => {
          const owner = OWNERS.find(([packages]) => packages.test(target))?.[1];
          return kind !== 'type' && owner !== undefined && !owner.test(path);
        })
        .map(offence),
    breaks: [
      ['src/commands/config/create.ts', `const ask = () => import('@inquirer/prompts');`],
      ['src/local-engine/engine.ts', `const load = () => import('node:sqlite');`],
    ],
    passes: [['src/prompts/gateway.ts', `const ask = () => import('@inquirer/prompts');`]],
  },
  {
    name: "Node's own modules stay at the edges",
    mend: 'Take the value as a parameter: files, processes and randomness come in through io.ts, settings/, store/, ids.ts or outbox.ts.',
    find: ({ path, imports }) =>
      layerOf(path)?.node
        ? []
        : imports.filter(({ kind, target }) => kind !== 'type' && target.startsWith('node:')).map(offence),
    breaks: [['src/validation/a.ts', `import { readFileSync } from 'node:fs';`]],
    passes: [
      ['src/settings/read.ts', `import { readFileSync } from 'node:fs';`],
      ['src/validation/a.ts', `import type { Readable } from 'node:stream';`],
    ],
  },
  {
    name: 'a relative import names the file with its ending',
    mend: "Write './name.ts': one spelling for the compiler, the tests and the bundler.",
    find: ({ imports }) =>
      imports.filter((each) => inProject(each) && posix.extname(each.target) !== '.ts').map(offence),
    breaks: [['src/validation/a.ts', `import { b } from './b';`]],
    passes: [['src/validation/a.ts', `import { b } from './b.ts';`]],
  },
];
