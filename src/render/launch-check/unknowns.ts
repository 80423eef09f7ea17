import type { NotChecked } from '../../contract/decision.ts';
import { fixLines, labelled, titleLines } from '../finding-lines.ts';
import { padEnd } from '../measure.ts';
import { harmless } from '../safe-text.ts';
import { wrap } from '../wrap.ts';
import { type Block, type ExplainedImpact, isOver, openQuestions, type Sheet } from './sheet.ts';

/** What could not be read, what follows from each possible answer, and how to find out. */
export function unknowns(sheet: Sheet): readonly Block[] {
  const open = openQuestions(sheet);
  const outcomes = outcomeLines(sheet);
  if (open.length === 0 && outcomes.length > 0) {
    const certain = sheet.check.decision.verdict !== 'unknown';
    const depends = certain ? 'the launch passes whichever it is' : 'the verdict depends on which one';
    const heading = title('EC2 chooses the host', depends, sheet);
    return [[...heading, ...outcomes, ...(certain ? [] : nameTheHost(sheet))]];
  }
  return open.map((question, at) => [
    ...title(`${question.what} ${question.why}`, denial(question, sheet), sheet),
    ...(at === 0 ? outcomes : []),
    ...howToFindOut(question, sheet),
  ]);
}

function title(subject: string, text: string, sheet: Sheet): readonly string[] {
  return titleLines('?', harmless(subject), text, sheet, sheet.paint.unsure).map((line) => line.trimEnd());
}

function denial({ permission }: NotChecked, { request }: Sheet): string {
  return permission === undefined ? '' : `${permission} was denied (account ${request.scope.account})`;
}

function outcomeLines(sheet: Sheet): readonly string[] {
  const cases = sheet.configurations.flatMap((impact) =>
    (impact.alternatives ?? []).map(({ label, needed }) => ({ text: `if ${label}`, outcome: outcome(impact, needed) })),
  );
  const column = Math.max(0, ...cases.map(({ text }) => sheet.measure(text))) + 5;
  return cases.flatMap(({ text, outcome: then }) => {
    const first = `       ${padEnd(harmless(text), column, sheet.measure)}`;
    return wrap(then, first, 9, sheet.width, sheet.measure);
  });
}

function outcome(impact: ExplainedImpact, needed: number): string {
  const { consumed, limit, enforced } = impact;
  if (!isOver(impact, needed) || limit === null) return `allowed: needs ${needed}`;
  const numbers = `requested ${needed}, used ${consumed}, limit ${limit}`;
  const short = consumed + needed - limit;
  return enforced ? `blocked: ${numbers}, short ${short}` : `allowed with an alert: ${numbers}, over by ${short}`;
}

function howToFindOut({ permission }: NotChecked, sheet: Sheet): readonly string[] {
  const depends = sheet.configurations.find((each) => each.alternatives !== undefined);
  if (permission === undefined) return [];
  const ask = `allow ${permission} and ask again`;
  return depends === undefined || sheet.request.group !== undefined
    ? fixLines([ask], sheet)
    : fixLines([`${ask}, or ${hostHint(depends)}`], sheet);
}

function nameTheHost(sheet: Sheet): readonly string[] {
  if (sheet.request.group !== undefined) return [];
  const depends = sheet.configurations.find((each) => each.alternatives !== undefined);
  return depends === undefined ? [] : labelled('fix', [hostHint(depends)], sheet);
}

function hostHint({ name }: ExplainedImpact): string {
  return `name the host: --host h-...  (lm config usage ${name} lists the charged ones; whether it has room stays unknown)`;
}
