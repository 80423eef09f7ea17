// Loaded before the program (`node -r`) by scripts/code-cache.ts: writes V8's compiled form of every chunk that a command
// loaded, with the functions that it ran, beside the chunk.
const { mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { basename, dirname, join } = require('node:path');
const { Script } = require('node:vm');

const chunks = process.env.LM_CODE_CACHE_FOLDER;
const folder = join(chunks, `v8-${process.versions.v8}`);
const compile = require.extensions['.js'];
const scripts = new Map();

function cacheOf(filename) {
  try {
    return readFileSync(join(folder, basename(filename)));
  } catch {
    return undefined;
  }
}

require.extensions['.js'] = (module, filename) => {
  if (dirname(filename) !== chunks) return compile(module, filename);
  const source = readFileSync(filename, 'utf8');
  const framed = `(function (exports, require, module, __filename, __dirname) { ${source}\n});`;
  const script = new Script(framed, { filename, cachedData: cacheOf(filename) });
  scripts.set(filename, script);
  script
    .runInThisContext()
    .call(module.exports, module.exports, createRequire(filename), module, filename, dirname(filename));
  // The program would put its own loader in the place of this one.
  Object.defineProperty(require.extensions, '.js', { value: require.extensions['.js'], writable: false });
};

process.on('exit', () => {
  mkdirSync(folder, { recursive: true });
  for (const [filename, script] of scripts) writeFileSync(join(folder, basename(filename)), script.createCachedData());
});
