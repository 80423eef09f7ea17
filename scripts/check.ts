/**
 * Everything CI does, in one command: `npm run check`, or `npm run check -- --node24` to run the tests on Node 24 as well.
 * Runs every check even when one fails, says how to mend each that did, and closes with the number of tests.
 */
import { CHECKS, forgetReports, ON_NODE_24, readReports } from './checks.ts';
import { tally } from './tally.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

const checks = process.argv.includes('--node24') ? [...CHECKS, ON_NODE_24] : CHECKS;
forgetReports();

const failed = checks.filter((check) => {
  say(`\n── ${check.name}`);
  return !check.run();
});

say('');
for (const check of failed) say(`failed: ${check.name}. To look closer: ${check.mend}`);
if (failed.length === 0) say(`All ${checks.length} checks are fine.`);

const { passed, failed: failedTests } = tally(readReports());
say(`${passed} passed, ${failedTests} failed`);
process.exitCode = failed.length === 0 ? 0 : 1;
