import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { completed, type Lock, missingFrom } from '../../scripts/lock.ts';

const wants = (version: string) => ({ version, dev: true, optionalDependencies: { '@a/linux-x64-musl': version } });

describe('package-lock.json', () => {
  it('has every optional package in the version that is wanted: npm ci takes no other lock', () => {
    const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
    expect(missingFrom(lock), 'npm run complete:lock adds what the registry did not have.').toEqual([]);
  });

  it('names no registry', () => {
    expect(readFileSync('package-lock.json', 'utf8')).not.toContain('"resolved"');
  });
});

describe('completing a lock', () => {
  it('puts a missing package below the one that wants it, for the platform that its name says', () => {
    const lock = completed<Lock>({ packages: { 'node_modules/a': wants('1.0.0') } });
    expect(lock.packages['node_modules/a/node_modules/@a/linux-x64-musl']).toEqual({
      version: '1.0.0',
      dev: true,
      optional: true,
      cpu: ['x64'],
      libc: ['musl'],
      os: ['linux'],
    });
    expect(missingFrom(lock)).toEqual([]);
  });

  it('does not take one of another version, and finds one above', () => {
    const above = { 'node_modules/@a/linux-x64-musl': { version: '1.0.0' } };
    const nested = 'node_modules/b/node_modules/a';
    expect(missingFrom({ packages: { ...above, [nested]: wants('1.0.0') } })).toEqual([]);
    expect(missingFrom({ packages: { ...above, [nested]: wants('2.0.0') } })).toHaveLength(1);
  });
});
