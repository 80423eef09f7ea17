import { useCodeCache } from './code-cache.ts';
import { VERSION } from './version.ts';

/**
 * The composition root: the only file, with io.ts, that touches `process`. It imports nothing at once but the version
 * and the loader of compiled code, so that `lm --version` answers before anything loads and no lazy chunk needs this one.
 */
async function main(): Promise<void> {
  const argv = process.argv.slice(2);
  const [first, ...more] = argv;
  if (more.length === 0 && (first === '--version' || first === '-V')) {
    process.stdout.write(`${VERSION}\n`);
    return;
  }
  // The AWS SDK announces on stderr which Node it will drop; what reads our stderr must not find that there.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
  useCodeCache(process.versions.v8);
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
