import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { Script } from 'node:vm';

/**
 * Lets Node load the program's chunks from V8's compiled form, which the build keeps beside them (`npm run build`).
 * Node 22 and later do this by themselves (`module.enableCompileCache`). A cache made by another version of V8 is not
 * taken, and a chunk without one is compiled as ever: nothing depends on it but the time to start.
 */
export function useCodeCache(): void {
  const compile = require.extensions['.js'];
  require.extensions['.js'] = (module, filename) => {
    const cachedData = cacheOf(filename);
    if (cachedData === undefined) return compile?.(module, filename);
    const source = readFileSync(filename, 'utf8');
    // The frame that Node itself puts around a module.
    const framed = `(function (exports, require, module, __filename, __dirname) { ${source}\n});`;
    const run: unknown = new Script(framed, { filename, cachedData }).runInThisContext();
    if (typeof run !== 'function') return compile?.(module, filename);
    const frame = [module.exports, createRequire(filename), module, filename, dirname(filename)];
    return Reflect.apply(run, module.exports, frame);
  };
}

function cacheOf(filename: string): Buffer | undefined {
  try {
    return readFileSync(`${filename}.cache`);
  } catch {
    return undefined;
  }
}
