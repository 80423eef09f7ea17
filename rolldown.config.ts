import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'rolldown';

/**
 * Removes chunks of earlier builds after the new ones stand, instead of emptying `dist` first: a program that is
 * running from `dist`, or a test beside the build, never finds the folder empty.
 */
function dropStaleChunks(): Plugin {
  return {
    name: 'drop-stale-chunks',
    writeBundle(options, bundle) {
      const dir = options.dir ?? 'dist';
      for (const file of readdirSync(dir)) if (!(file in bundle)) rmSync(join(dir, file), { recursive: true });
    },
  };
}

/**
 * Commander loads `node:child_process`, and with it Node's network code, for subcommands that are programs of their own.
 * `lm` has none, so it gets an empty module instead: 0.15 of a bare start, for each command.
 */
function commanderWithoutPrograms(): Plugin {
  const empty = '\0no-child-process';
  return {
    name: 'commander-without-programs',
    resolveId: (id, importer) =>
      id === 'node:child_process' && /[\\/]commander[\\/]/.test(importer ?? '') ? empty : null,
    load: (id) => (id === empty ? 'module.exports = {};' : null),
  };
}

/** TypeScript in, CommonJS chunks out: one file per `import()`, so that a command loads only what it uses (docs/decisions/0002). */
export default defineConfig({
  input: { main: './src/main.ts' },
  platform: 'node',
  // The native package finds its binary beside its own files, so it stays where npm put it.
  external: ['@photostructure/sqlite'],
  // The SDK's ES modules split by command; its CommonJS build is one piece.
  resolve: { mainFields: ['module', 'main'] },
  transform: { target: 'node20' },
  plugins: [commanderWithoutPrograms(), dropStaleChunks()],
  output: {
    dir: 'dist',
    format: 'cjs',
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
    // Node parses each chunk at every start. Functions and classes keep their names, for stack traces.
    minify: { mangle: { keepNames: true }, compress: true, codegen: { removeWhitespace: true } },
    sourcemap: false,
  },
});
