// Started by scripts/code-cache.ts: `node scripts/code-cache-keeper.cjs FOLDER LINE...` runs the program in FOLDER once for
// each line, all of them in this one process, and writes V8's compiled form of every chunk that they loaded, with the
// functions that any of them ran, beside the chunk. One process, since V8 adds nothing to a compiled form that it was
// given. src/code-cache.ts says what such a file holds.
const { mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { basename, dirname, join } = require('node:path');
const { Script } = require('node:vm');

const [chunks, ...lines] = process.argv.slice(2);
const folder = join(chunks, `v8-${process.versions.v8}`);
const main = join(chunks, 'main.js');
const compile = require.extensions['.js'];
const scripts = new Map();

function load(module, filename) {
  if (dirname(filename) !== chunks || filename === main) return compile(module, filename);
  const source = readFileSync(filename, 'latin1');
  const framed = `(function (exports, require, module, __filename, __dirname) { ${source}\n});`;
  const script = new Script(framed, { filename });
  scripts.set(filename, { script, framed });
  script
    .runInThisContext()
    .call(module.exports, module.exports, createRequire(filename), module, filename, dirname(filename));
}
// The program would put its own loader in the place of this one.
Object.defineProperty(require.extensions, '.js', { value: load, writable: false });

function keep() {
  mkdirSync(folder, { recursive: true });
  for (const [filename, { script, framed }] of scripts) {
    const compiled = script.createCachedData();
    const text = Buffer.from(framed, 'latin1');
    const lengths = Buffer.alloc(8);
    lengths.writeUInt32LE(compiled.length);
    lengths.writeUInt32LE(text.length, 4);
    writeFileSync(join(folder, basename(filename)), Buffer.concat([compiled, text, lengths]));
  }
}

let line;
// A line has ended when nothing is left to do.
process.on('beforeExit', () => {
  if (process.exitCode) {
    process.stderr.write(`lm ${line} ended with ${process.exitCode}\n`);
    process.exit();
  }
  line = lines.shift();
  if (line === undefined) {
    keep();
    process.exit();
  }
  process.argv = [process.execPath, main, ...line.split(' ')];
  delete require.cache[main];
  require(main);
  // Node asks again only where something was left to do.
  setImmediate(() => {});
});
