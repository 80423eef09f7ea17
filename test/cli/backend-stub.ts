import type { Opened } from '../../src/cli/deps.ts';
import type { Violation } from '../../src/contract/decision.ts';
import type { Call } from '../../src/contract/ports.ts';

export interface StubBackend {
  readonly opened: Opened;
  /** What was asked of it, in order. */
  readonly log: readonly string[];
}

/** A backend that answers with the given call and writes down what is asked of it. */
export function stubBackend(call: Call, alerts: readonly Violation[] = []): StubBackend {
  const log: string[] = [];
  const logged: Call = (operation, input) => {
    log.push(operation);
    return call(operation, input);
  };
  const within =
    (name: string) =>
    async <T>(steps: (inside: Call) => Promise<T>): Promise<T> => {
      log.push(`${name} begins`);
      const result = await steps(logged);
      log.push(`${name} ends`);
      return result;
    };
  return {
    log,
    opened: {
      backend: {
        kind: 'local',
        scope: { account: '111122223333', region: 'us-east-1' },
        call: logged,
        atomically: within('atomically'),
        rehearse: within('rehearsal'),
        checkLaunch: () => Promise.reject(new Error('not expected')),
        consult: () => Promise.reject(new Error('not expected')),
        takeAlerts: () => alerts,
        close: () => void log.push('close'),
      },
    },
  };
}
