import { readFileSync, writeFileSync } from 'node:fs';
import { completed } from './lock.ts';

/**
 * Adds the packages of other platforms that npm left out of package-lock.json because the registry it spoke to does not
 * have them: without them `npm ci` refuses the lock, and other platforms would not get their binaries.
 */
const FILE = 'package-lock.json';
writeFileSync(FILE, `${JSON.stringify(completed(JSON.parse(readFileSync(FILE, 'utf8'))), null, 2)}\n`);
