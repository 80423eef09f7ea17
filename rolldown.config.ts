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

/** TypeScript in, CommonJS chunks out: one file per `import()`, so that a command loads only what it uses (docs/decisions/0002). */
export default defineConfig({
  input: { main: './src/main.ts' },
  platform: 'node',
  // The native package finds its binary beside its own files, so it stays where npm put it.
  external: [/^node:/, '@photostructure/sqlite'],
  // The SDK's ES modules split by command; its CommonJS build is one piece.
  resolve: { mainFields: ['module', 'main'] },
  transform: { target: 'node20' },
  plugins: [dropStaleChunks()],
  output: {
    dir: 'dist',
    format: 'cjs',
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
    // Names stay readable in stack traces; only whitespace and dead code go.
    minify: { mangle: false, compress: true, codegen: { removeWhitespace: true } },
    sourcemap: false,
  },
});
