import type { Call } from '../contract/ports.ts';
import type { Io } from '../io.ts';

/** Operations whose names begin so change nothing. */
const READS = /:(Get|List|Describe|Search)/;
/** The ids that AWS gives to what costs something: machines, hosts, images, templates, tasks, configurations. */
const IDS = /\b(?:i|h|ami|lt|lic|lct)-[0-9a-f]{8,}\b/g;
const SHOWN = 20;

/** A call that remembers which changes went through. */
export interface Remembered {
  readonly call: Call;
  /**
   * Says on stderr what was carried out before a verb failed: a launch that AWS has made is not undone because a read after
   * it is denied.
   */
  confess(io: Io): void;
}

/** Watches the changes of a verb. */
export function remembered(call: Call): Remembered {
  const done: string[] = [];
  return {
    call: async (operation, input) => {
      const output = await call(operation, input);
      if (!READS.test(operation)) done.push(`${operation}${idsIn(output)}`);
      return output;
    },
    confess: (io) => {
      for (const one of done) io.err(`! carried out all the same: ${one}\n`);
    },
  };
}

function idsIn(output: object): string {
  const ids = [...new Set(JSON.stringify(output).match(IDS) ?? [])];
  const more = ids.length > SHOWN ? ` and ${ids.length - SHOWN} more` : '';
  return ids.length === 0 ? '' : ` (${ids.slice(0, SHOWN).join(', ')}${more})`;
}
