import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { Script } from 'node:vm';

/**
 * Lets Node load the program's chunks from V8's compiled form, which the build keeps in a folder beside them, one for each
 * version of V8 that built (`npm run build`). A chunk without one is compiled as ever: nothing depends on it but the time to start.
 *
 * @param v8 the version of V8 that runs, since compiled code fits no other
 * @returns whether there is such a folder; without one Node's own cache, where it has one, is the next best
 */
export function useCodeCache(v8: string): boolean {
  const folder = join(__dirname, `v8-${v8}`);
  if (!existsSync(folder)) return false;
  const compile = require.extensions['.js'];
  require.extensions['.js'] = (module, filename) => {
    const cachedData = dirname(filename) === __dirname ? cacheOf(join(folder, basename(filename))) : undefined;
    if (cachedData === undefined) return compile?.(module, filename);
    const source = readFileSync(filename, 'utf8');
    // The frame that Node itself puts around a module.
    const framed = `(function (exports, require, module, __filename, __dirname) { ${source}\n});`;
    const run: unknown = new Script(framed, { filename, cachedData }).runInThisContext();
    if (typeof run !== 'function') return compile?.(module, filename);
    const frame = [module.exports, createRequire(filename), module, filename, dirname(filename)];
    return Reflect.apply(run, module.exports, frame);
  };
  return true;
}

function cacheOf(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
