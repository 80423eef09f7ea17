import { fstatSync, statSync, writeSync } from 'node:fs';
import type { Descriptors } from './io.ts';

const NULL_DEVICE = '/dev/null';
const PAUSE_MS = 1;

/** Stdout and stderr written straight to their descriptors. */
export const nodeDescriptors: Descriptors = {
  isTerminal(descriptor) {
    try {
      const stat = fstatSync(descriptor);
      return stat.isCharacterDevice() && stat.rdev !== statSync(NULL_DEVICE).rdev;
    } catch {
      // Not known: let the stream say.
      return true;
    }
  },
  write(descriptor, text) {
    let rest = Buffer.from(text);
    while (rest.length > 0) {
      try {
        rest = rest.subarray(writeSync(descriptor, rest));
      } catch (error) {
        if (codeOf(error) === 'EPIPE') return false;
        if (codeOf(error) !== 'EAGAIN') throw error;
        pause();
      }
    }
    return true;
  },
};

/** A pipe that somebody made non-blocking is full: its reader gets a moment. */
function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
}

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);
