// Loaded before the program (`node -r`) by scripts/code-cache.ts: writes V8's compiled form of every chunk that a command
// loaded, with the functions that it ran, beside the chunk. src/code-cache.ts says what such a file holds.
const { mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { basename, dirname, join } = require('node:path');
const { Script } = require('node:vm');

const chunks = process.env.LM_CODE_CACHE_FOLDER;
const folder = join(chunks, `v8-${process.versions.v8}`);
const compile = require.extensions['.js'];
const LENGTH_BYTES = 4;
const scripts = new Map();

function cacheOf(filename) {
  try {
    const kept = readFileSync(join(folder, basename(filename)));
    return kept.subarray(0, kept.readUInt32LE(kept.length - 2 * LENGTH_BYTES));
  } catch {
    return undefined;
  }
}

require.extensions['.js'] = (module, filename) => {
  if (dirname(filename) !== chunks) return compile(module, filename);
  const source = readFileSync(filename, 'latin1');
  const framed = `(function (exports, require, module, __filename, __dirname) { ${source}\n});`;
  const script = new Script(framed, { filename, cachedData: cacheOf(filename) });
  scripts.set(filename, { script, framed });
  script
    .runInThisContext()
    .call(module.exports, module.exports, createRequire(filename), module, filename, dirname(filename));
  // The program would put its own loader in the place of this one.
  Object.defineProperty(require.extensions, '.js', { value: require.extensions['.js'], writable: false });
};

process.on('exit', () => {
  mkdirSync(folder, { recursive: true });
  for (const [filename, { script, framed }] of scripts) {
    const compiled = script.createCachedData();
    const text = Buffer.from(framed, 'latin1');
    const lengths = Buffer.alloc(2 * LENGTH_BYTES);
    lengths.writeUInt32LE(compiled.length);
    lengths.writeUInt32LE(text.length, LENGTH_BYTES);
    writeFileSync(join(folder, basename(filename)), Buffer.concat([compiled, text, lengths]));
  }
});
