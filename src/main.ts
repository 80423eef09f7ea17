import { VERSION } from './version.ts';

/** What is used of `node:module`; the cache came with Node 22. */
interface NodeModule {
  readonly builtinModules: readonly string[];
  readonly enableCompileCache?: () => unknown;
}

/**
 * The composition root: the only file, with io.ts, that touches `process`. It has no static import but the version, so
 * that `lm --version` answers before anything loads and no lazy chunk needs this one.
 */
async function main(): Promise<void> {
  const argv = process.argv.slice(2);
  const [first, ...more] = argv;
  if (more.length === 0 && (first === '--version' || first === '-V')) {
    process.stdout.write(`${VERSION}\n`);
    return;
  }
  const loader: NodeModule = await import('node:module');
  if (loader.enableCompileCache) loader.enableCompileCache();
  else (await import('./code-cache.ts')).useCodeCache();
  const [{ processIo }, { nodeDescriptors }, { run }] = await Promise.all([
    import('./io.ts'),
    import('./descriptors.ts'),
    import('./cli/run.ts'),
  ]);
  // If the event loop runs dry before the answer, that must not look like success.
  process.exitCode = 1;
  process.once('SIGINT', () => process.exit(130));
  process.exitCode = await run(argv, processIo(process, nodeDescriptors), { version: VERSION });
}

void main();
