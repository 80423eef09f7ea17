import { Visitor, type VisitorObject } from 'rolldown/utils';
import { layerOf } from './layers.ts';
import type { Offence, Rule } from './rule.ts';
import type { Source } from './source.ts';

const EDGES: ReadonlySet<string> = new Set(['main', 'io', 'clock', 'ids', 'outbox']);
const FUNCTION_LINES = 70;

/** Collects what `visit` reports while it walks the file's syntax tree. */
function walk(source: Source, visit: (report: (at: number, what: string) => void) => VisitorObject): Offence[] {
  const offences: Offence[] = [];
  const report = (at: number, what: string) => offences.push({ line: source.lineOf(at), what });
  new Visitor(visit(report)).visit(source.program);
  return offences;
}

const lines = (source: Source, start: number, end: number) => source.text.slice(start, end).split('\n').length;

/** Uses of a global by its name. A property, a type or a parameter that happens to be called so is none. */
function uses(source: Source, name: string): Offence[] {
  return walk(source, (report) => ({
    MemberExpression({ object }) {
      if (object.type === 'Identifier' && object.name === name) report(object.start, name);
    },
    CallExpression(node) {
      for (const each of [node.callee, ...node.arguments]) {
        if (each.type === 'Identifier' && each.name === name) report(each.start, name);
      }
    },
  }));
}

function ambient(source: Source): Offence[] {
  const calls = /^(Date\.now|Math\.random|performance\.now|crypto\.randomUUID|crypto\.getRandomValues)$/;
  return walk(source, (report) => ({
    CallExpression({ callee, start, end }) {
      const name = source.text.slice(callee.start, callee.end);
      if (calls.test(name)) report(start, source.text.slice(start, end));
    },
    NewExpression({ callee, arguments: args, start }) {
      if (callee.type === 'Identifier' && callee.name === 'Date' && args.length === 0) report(start, 'new Date()');
    },
  }));
}

const SQL =
  /\b(SELECT\s[\s\S]*\sFROM|INSERT\s+(OR\s+\w+\s+)?INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|CREATE\s+(UNIQUE\s+)?(TABLE|INDEX)|PRAGMA\s|SAVEPOINT\s|BEGIN\s+IMMEDIATE)\b/;

function statements(source: Source): Offence[] {
  return walk(source, (report) => ({
    Literal({ value, start }) {
      if (typeof value === 'string' && SQL.test(value)) report(start, value.slice(0, 60));
    },
    TemplateElement({ value, start }) {
      if (SQL.test(value.raw)) report(start, value.raw.slice(0, 60));
    },
  }));
}

function casts(source: Source): Offence[] {
  return walk(source, (report) => ({
    TSAsExpression({ typeAnnotation: type, start }) {
      const text = source.text.slice(type.start, type.end);
      if (text !== 'const') report(start, `as ${text}`);
    },
    TSTypeAssertion: ({ start }) => report(start, 'a cast'),
    TSNonNullExpression: ({ start }) => report(start, 'a non-null !'),
    TSAnyKeyword: ({ start }) => report(start, 'any'),
  }));
}

function longFunctions(source: Source): Offence[] {
  return walk(source, (report) => {
    const measure = ({ start, end }: { start: number; end: number }) => {
      const length = lines(source, start, end);
      if (length > FUNCTION_LINES) report(start, `${length} lines`);
    };
    return { FunctionDeclaration: measure, FunctionExpression: measure, ArrowFunctionExpression: measure };
  });
}

const isSrc = ({ path }: Source) => path.startsWith('src/');
const layer = ({ path }: Source) => layerOf(path)?.name ?? '';

export const CODE_RULES: readonly Rule[] = [
  {
    name: 'only main.ts and io.ts touch the process',
    mend: 'Take what you need from Io (src/io.ts): streams, environment, working folder, exit code.',
    // Loading node:sqlite on Node 22 prints a warning, which only the process can keep back, where it is loaded.
    find: (source) =>
      isSrc(source) && !['main', 'io'].includes(layer(source)) && source.path !== 'src/local-engine/store/sqlite.ts'
        ? uses(source, 'process')
        : [],
    breaks: [['src/render/table.ts', 'const width = process.stdout.columns;']],
    passes: [
      ['src/io.ts', 'const width = process.stdout.columns;'],
      ['src/render/table.ts', 'const process = 1; const x = { process }; const y = x.process;'],
    ],
  },
  {
    name: 'nothing in src writes to the console',
    mend: 'Return the value and let render/ draw it, or write through Io.',
    find: (source) => (isSrc(source) ? uses(source, 'console') : []),
    breaks: [['src/commands/a.ts', `console.log('here');`]],
    passes: [['src/commands/a.ts', `const page = links.console;`]],
  },
  {
    name: 'time and randomness have one owner each',
    mend: 'Take `now` or `ids` as a parameter: a sandbox has one clock (clock.ts) and one issuer of ids (ids.ts).',
    find: (source) => (isSrc(source) && !EDGES.has(layer(source)) ? ambient(source) : []),
    breaks: [
      ['src/local-engine/engine.ts', 'const at = Date.now();'],
      ['src/validation/a.ts', 'const at = new Date();'],
      ['src/commands/a.ts', 'const dice = Math.random();'],
    ],
    passes: [
      ['src/local-engine/clock.ts', 'const at = Date.now();'],
      ['src/validation/a.ts', 'const at = new Date(now);'],
    ],
  },
  {
    name: 'only the store speaks SQL',
    mend: 'Give src/local-engine/store a function with a typed answer and call that.',
    find: (source) => (isSrc(source) && layer(source) !== 'store' ? statements(source) : []),
    breaks: [
      ['src/world/sql.ts', `db.get('SELECT arn FROM configuration');`],
      ['src/local-engine/engine.ts', 'db.run(`DELETE FROM usage`);'],
    ],
    passes: [
      ['src/local-engine/store/tables/a.ts', `db.get('SELECT arn FROM configuration');`],
      ['src/validation/words.ts', `const text = 'select a host from the family, then update it';`],
    ],
  },
  {
    name: 'the compiler is never overruled',
    mend: 'Narrow the value with a type guard, or type it where it is made; `as const` is fine.',
    find: (source) => (isSrc(source) ? casts(source) : []),
    breaks: [
      ['src/render/a.ts', 'const a = b as string;'],
      ['src/render/a.ts', 'const a = b!;'],
      ['src/render/a.ts', 'let a: any;'],
    ],
    passes: [['src/render/a.ts', 'const a = [1] as const; const b = { c: 1 } satisfies Record<string, number>;']],
  },
  {
    name: 'the checks are never switched off',
    mend: 'Mend the cause; a comment that silences a tool hides the next mistake too.',
    find: ({ comments }) =>
      comments
        .filter(({ text }) => /@ts-(ignore|expect-error|nocheck)|biome-ignore(?! format:)|eslint-disable/.test(text))
        .map(({ line, text }) => ({ line, what: text.trim() })),
    breaks: [
      ['src/render/a.ts', '// @ts-ignore\nconst a = 1;'],
      ['src/render/a.ts', '// biome-ignore lint/suspicious/noConsole: quick\nconst a = 1;'],
    ],
    passes: [
      ['src/render/a.ts', '// Ignores what the terminal cannot show.\nconst a = 1;'],
      ['src/render/a.ts', '// biome-ignore format: a table reads best as a table\nconst a = [1, 2];'],
    ],
  },
  {
    name: 'nothing is left to be done',
    mend: 'Do it, or open an issue: a note in the code is read by nobody.',
    find: ({ comments }) =>
      comments
        .filter(({ text }) => /\b(TODO|FIXME|XXX|HACK)\b/.test(text))
        .map(({ line, text }) => ({ line, what: text.trim() })),
    breaks: [['src/render/a.ts', '// TODO: colours\nconst a = 1;']],
    passes: [['src/render/a.ts', '// What is still to do is asked of the user.\nconst a = 1;']],
  },
  {
    name: `a function has at most ${FUNCTION_LINES} lines`,
    mend: 'Give a step of it a name and a function of its own.',
    find: (source) => (isSrc(source) ? longFunctions(source) : []),
    breaks: [['src/render/a.ts', `function a() {${'\n'.repeat(FUNCTION_LINES)}}`]],
    passes: [['src/render/a.ts', `function a() {${'\n'.repeat(FUNCTION_LINES - 1)}}`]],
  },
];
