/**
 * `npm run bench`: measures what docs/performance.md promises and prints one table. `npm run bench -- startup store`
 * measures the named groups only. A missed budget is printed, never an error: only the reader knows how busy the machine is.
 */
import { cpus } from 'node:os';
import { run as decision } from './decision.ts';
import { run as engine } from './engine.ts';
import { run as live } from './live.ts';
import { run as packing } from './packing.ts';
import { type Group, type Row, table } from './row.ts';
import { run as server } from './server.ts';
import { run as startup } from './startup.ts';
import { run as store } from './store.ts';

const GROUPS: readonly Group[] = [
  { name: 'startup', run: startup },
  { name: 'decision', run: decision },
  { name: 'engine', run: engine },
  { name: 'packing', run: packing },
  { name: 'store', run: store },
  { name: 'server', run: server },
  { name: 'live', run: live },
];

async function main(wanted: readonly string[]): Promise<void> {
  const unknown = wanted.filter((name) => !GROUPS.some((group) => group.name === name));
  if (unknown.length > 0) {
    process.stderr.write(
      `No such group: ${unknown.join(', ')}. There are: ${GROUPS.map(({ name }) => name).join(', ')}.\n`,
    );
    process.exitCode = 2;
    return;
  }
  const rows: Row[] = [];
  for (const group of GROUPS.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
    process.stderr.write(`measuring ${group.name}…\n`);
    rows.push(...(await group.run()));
  }
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`;
  process.stdout.write(
    `Node ${process.versions.node}, ${process.platform} ${process.arch}, ${machine}\n\n${table(rows)}\n`,
  );
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
