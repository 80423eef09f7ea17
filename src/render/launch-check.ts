import type { LaunchCheck } from '../contract/ports.ts';
import type { LaunchRequest } from '../contract/result.ts';
import { findings } from './launch-check/findings.ts';
import { closing } from './launch-check/footer.ts';
import { headline } from './launch-check/headline.ts';
import { ledger } from './launch-check/ledger.ts';
import type { Describe, Sheet } from './launch-check/sheet.ts';
import { unknowns } from './launch-check/unknowns.ts';
import { type Measure, measureFor } from './measure.ts';
import { asciiSigns } from './safe-text.ts';
import { idShortener } from './short-ids.ts';
import { type Paint, paintFor, type Terminal } from './terminal.ts';

export { launchCheckJson } from './launch-check/json.ts';
export { checkAsList } from './launch-check/rows.ts';

/** Lines are never longer, however wide the terminal is: text in longer lines is hard to read. */
const WIDEST = 120;

/**
 * `lm check launch` for people: the answer in one line, the licences as a ledger, every reason with why and how to go
 * on, the hosts, and what was not checked.
 *
 * @param describe words a violation by its constraint
 */
export async function drawLaunchCheck(
  check: LaunchCheck,
  request: LaunchRequest,
  describe: Describe,
  terminal: Terminal,
): Promise<string> {
  const measure = await measureFor([JSON.stringify([check, request])]);
  return launchCheckText(check, request, describe, { terminal, measure, paint: await paintFor(terminal.colour) });
}

interface Tools {
  readonly terminal: Terminal;
  readonly measure: Measure;
  readonly paint: Paint;
}

/** The same as a pure function of everything it needs. */
export function launchCheckText(check: LaunchCheck, request: LaunchRequest, describe: Describe, tools: Tools): string {
  const { plan, violations, alerts } = check.decision;
  const described = { violations: violations.map(describe), alerts: alerts.map(describe) };
  const messages = [...described.violations, ...described.alerts].flatMap(({ message, why = '' }) => [message, why]);
  const sheet: Sheet = {
    check,
    request,
    plan,
    configurations: plan.configurations,
    ...described,
    width: Math.min(WIDEST, tools.terminal.width),
    measure: tools.measure,
    paint: tools.paint,
    short: idShortener([...plan.hosts.map((host) => host.hostId), ...messages], tools.terminal.ascii),
  };
  const blocks = [headline(sheet), ledger(sheet), ...findings(sheet), ...unknowns(sheet), ...closing(sheet)];
  const text = blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n');
  return tools.terminal.ascii ? asciiSigns(text) : text;
}
