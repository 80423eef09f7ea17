import { existsSync, readFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { Script } from 'node:vm';

/**
 * Lets Node load the program's chunks from V8's compiled form, which the build keeps in a folder beside them, one for each
 * version of V8 that built (`npm run build`). A chunk without one is compiled as ever: nothing depends on it but the time to start.
 * Chunks find one another without Node's search, which takes longer than running them: they stand in one folder.
 *
 * @param v8 the version of V8 that runs, since compiled code fits no other
 * @returns whether there is such a folder; without one Node's own cache, where it has one, is the next best
 */
export function useCodeCache(v8: string): boolean {
  const folder = join(__dirname, `v8-${v8}`);
  if (!existsSync(folder)) return false;
  const compile = require.extensions['.js'];
  const near = nearby(folder);
  require.extensions['.js'] = (module, filename) => {
    const cachedData = dirname(filename) === __dirname ? cacheOf(folder, basename(filename)) : undefined;
    if (cachedData === undefined) compile?.(module, filename);
    else run(module, filename, cachedData, near);
  };
  return true;
}

/** A `require` for chunks. What it loads stands in Node's own list, so that each chunk runs once, whoever asks for it. */
function nearby(folder: string): NodeJS.Require {
  const native = createRequire(__filename);
  const near = (id: string): unknown => {
    if (!id.startsWith('./')) return native(id);
    const filename = join(__dirname, id);
    const known = native.cache[filename];
    if (known !== undefined) return known.exports;
    const cachedData = cacheOf(folder, id);
    if (cachedData === undefined) return native(id);
    const module = new Module(filename);
    native.cache[filename] = module;
    try {
      run(module, filename, cachedData, require);
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
function run(module: NodeJS.Module, filename: string, cachedData: Buffer, require: NodeJS.Require): void {
  const source = readFileSync(filename, 'utf8');
  const framed = `(function (exports, require, module, __filename, __dirname) { ${source}\n});`;
  const main: unknown = new Script(framed, { filename, cachedData }).runInThisContext();
  if (typeof main !== 'function') throw new TypeError(`${filename} is no module`);
  Reflect.apply(main, module.exports, [module.exports, require, module, filename, __dirname]);
}

function cacheOf(folder: string, chunk: string): Buffer | undefined {
  try {
    return readFileSync(join(folder, chunk));
  } catch {
    return undefined;
  }
}
