import { existsSync, readFileSync } from 'node:fs';
import { createRequire, Module } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { Script } from 'node:vm';

const LENGTH_BYTES = 4;
const LENGTHS_BYTES = 2 * LENGTH_BYTES;

/**
 * Lets Node load the program's chunks from V8's compiled form, which the build keeps in a folder beside them, one for each
 * version of V8 that built (`npm run build`). A chunk without one is compiled as ever: nothing depends on it but the time to start.
 * A kept file holds the compiled form, then the text that V8 compiles the rest from when it is called, already in its frame,
 * then the lengths of both parts in four bytes each: one file to read, and nothing to put together.
 * Chunks find one another without Node's search, which takes longer than running them: they stand in one folder.
 *
 * @param v8 the version of V8 that runs, since compiled code fits no other
 */
export function useCodeCache(v8: string): void {
  const folder = join(__dirname, `v8-${v8}`);
  if (!existsSync(folder)) {
    nodeCache();
    return;
  }
  const compile = require.extensions['.js'];
  const near = nearby(folder);
  require.extensions['.js'] = (module, filename) => {
    const kept = dirname(filename) === __dirname ? keptOf(folder, basename(filename)) : undefined;
    if (kept === undefined) compile?.(module, filename);
    else run(module, filename, kept, near);
  };
}

/** Without such a folder Node's own cache is the next best; it came with Node 22. */
function nodeCache(): void {
  const loader: { readonly builtinModules: readonly string[]; readonly enableCompileCache?: () => unknown } = Module;
  loader.enableCompileCache?.();
}

/** A `require` for chunks. What it loads stands in Node's own list, so that each chunk runs once, whoever asks for it. */
function nearby(folder: string): NodeJS.Require {
  const native = createRequire(__filename);
  const near = (id: string): unknown => {
    if (!id.startsWith('./')) return native(id);
    const filename = join(__dirname, id);
    const known = native.cache[filename];
    if (known !== undefined) return known.exports;
    const kept = keptOf(folder, id);
    if (kept === undefined) return native(id);
    const module = new Module(filename);
    native.cache[filename] = module;
    try {
      run(module, filename, kept, require);
    } catch (error) {
      delete native.cache[filename];
      throw error;
    }
    module.loaded = true;
    return module.exports;
  };
  const require = Object.assign(near, native);
  return require;
}

/** Runs a chunk in the frame that Node itself puts around a module. */
function run(module: NodeJS.Module, filename: string, kept: Buffer, require: NodeJS.Require): void {
  const end = kept.length - LENGTHS_BYTES;
  const compiled = kept.readUInt32LE(end);
  // The build writes ASCII only (rolldown.config.ts), so that a byte is a character.
  const framed = kept.toString('latin1', compiled, end);
  const main: unknown = new Script(framed, { filename, cachedData: kept.subarray(0, compiled) }).runInThisContext();
  if (typeof main !== 'function') throw new TypeError(`${filename} is no module`);
  Reflect.apply(main, module.exports, [module.exports, require, module, filename, __dirname]);
}

/** A file whose lengths do not add up (a disk was full when it was written) is as good as none. */
function keptOf(folder: string, chunk: string): Buffer | undefined {
  try {
    const kept = readFileSync(join(folder, chunk));
    const end = kept.length - LENGTHS_BYTES;
    return kept.readUInt32LE(end) + kept.readUInt32LE(end + LENGTH_BYTES) === end ? kept : undefined;
  } catch {
    return undefined;
  }
}
