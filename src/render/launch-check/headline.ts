import type { Verdict } from '../../contract/decision.ts';
import { counted } from '../english.ts';
import { harmless } from '../safe-text.ts';
import type { Paint } from '../terminal.ts';
import { wrap } from '../wrap.ts';
import { type Block, openQuestions, type Sheet } from './sheet.ts';

const VERDICTS = {
  allowed: { word: 'ALLOWED', brush: 'good' },
  warn: { word: 'ALLOWED WITH ALERT', brush: 'warn' },
  blocked: { word: 'BLOCKED', brush: 'bad' },
  unknown: { word: 'UNKNOWN', brush: 'unsure' },
} as const satisfies Record<Verdict, { readonly word: string; readonly brush: keyof Paint }>;

const PLACES = { default: 'shared tenancy', dedicated: 'Dedicated Instances', host: 'Dedicated Hosts' } as const;

/** The whole answer in one line: verdict, how many of which type, from which AMI, where, how many fit, how many reasons. */
export function headline(sheet: Sheet): Block {
  const { count, instanceType, image, tenancy, group } = sheet.request;
  const { word, brush } = VERDICTS[sheet.check.decision.verdict];
  const place = group === undefined ? `on ${PLACES[tenancy]}` : `in the host resource group ${harmless(group)}`;
  // What a template without that version would have launched, nobody knows.
  const machines = instanceType === '' ? counted(count, 'machine') : `${count} × ${harmless(instanceType)}`;
  const what = `${machines} from ${harmless(image)} ${place}: ${outcome(sheet)}`;
  const [first = '', ...rest] = wrap(what, `${word}  `, word.length + 2, sheet.width, sheet.measure);
  return [sheet.paint[brush](word) + first.slice(word.length), ...rest];
}

function outcome(sheet: Sheet): string {
  const { check, violations, alerts } = sheet;
  const { verdict, fits } = check.decision;
  const some = `${fits} of ${check.requested} ${fits === 1 ? 'fits' : 'fit'}`;
  // Asked for 1 to 10, a launch of 5 is allowed.
  const all = fits < check.requested ? some : check.requested === 1 ? '1 fits' : `all ${check.requested} fit`;
  switch (verdict) {
    case 'allowed':
      return all;
    case 'warn':
      return `${all}, ${alerts.some((alert) => alert.id === 'launch-soft-alert') ? 'over a soft limit' : counted(alerts.length, 'alert')}`;
    case 'blocked':
      return violations.length > 1 ? `${some}, ${violations.length} reasons` : some;
    case 'unknown':
      return openQuestions(sheet).length === 0
        ? 'it depends on the host that EC2 picks'
        : 'it depends on what could not be read';
  }
}
