import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { parseSync } from 'rolldown/utils';

/** One import or re-export, whichever way it is written. */
export interface Import {
  /** A path from the project's root (`src/contract/fault.ts`), or a package's name. */
  readonly target: string;
  readonly kind: 'static' | 'dynamic' | 'type';
  readonly line: number;
}

/** A TypeScript file, parsed once and read by every rule. */
export interface Source {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly Import[];
  readonly comments: readonly { readonly text: string; readonly line: number }[];
  readonly program: ReturnType<typeof parseSync>['program'];
  lineOf(offset: number): number;
}

type Parsed = ReturnType<typeof parseSync>['module'];

const resolve = (from: string, to: string) => (to.startsWith('.') ? posix.join(posix.dirname(from), to) : to);

function importsOf(path: string, text: string, module: Parsed, lineOf: (offset: number) => number): Import[] {
  const statics = module.staticImports.map((each) => ({ ...each, request: each.moduleRequest.value }));
  const exports = module.staticExports.flatMap((each) => {
    const request = each.entries.find((entry) => entry.moduleRequest)?.moduleRequest?.value;
    return request === undefined ? [] : [{ start: each.start, request }];
  });
  const named = [...statics, ...exports].map(({ start, request }): Import => {
    const erased = /^(import|export)\s+type\b/.test(text.slice(start, start + 40));
    return { target: resolve(path, request), kind: erased ? 'type' : 'static', line: lineOf(start) };
  });
  const dynamic = module.dynamicImports.flatMap(({ start, moduleRequest }): Import[] => {
    const request = /^(['"`])(.*)\1$/.exec(text.slice(moduleRequest.start, moduleRequest.end))?.[2];
    return request === undefined ? [] : [{ target: resolve(path, request), kind: 'dynamic', line: lineOf(start) }];
  });
  return [...named, ...dynamic];
}

/** Parses one file; throws where it is not TypeScript. */
export function parse(path: string, text: string): Source {
  const { program, module, comments, errors } = parseSync(path, text, { lang: 'ts' });
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]?.message}`);
  const lineOf = (offset: number) => text.slice(0, offset).split('\n').length;
  return {
    path,
    text,
    imports: importsOf(path, text, module, lineOf),
    comments: comments.map(({ value, start }) => ({ text: value, line: lineOf(start) })),
    program,
    lineOf,
  };
}

/** Paths of the files below a folder that end as given, with forward slashes, in order. */
export function filesBelow(folder: string, ending: string): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  const named = files.filter((entry) => entry.isFile() && entry.name.endsWith(ending));
  return named.map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/')).sort();
}

export const readSource = (path: string): Source => parse(path, readFileSync(path, 'utf8'));

/** Generated files: their generator is what is kept tidy. */
export const isGenerated = (path: string): boolean =>
  path.startsWith('src/contract/shapes/') || path.startsWith('src/validation/tables/');
