import { utc } from '../cells.ts';
import { padEnd } from '../measure.ts';
import { harmless } from '../safe-text.ts';
import { wrap } from '../wrap.ts';
import { hostLines } from './hosts.ts';
import { type Block, type ExplainedImpact, isCount, isOpenQuestion, type Sheet } from './sheet.ts';

type Labelled = readonly [label: string, lines: readonly string[]];

/** Rules met, hosts and what comes next; then the last lines: what was not checked, against what and when. */
export function closing(sheet: Sheet): readonly Block[] {
  const rules: Labelled = ['rules', rulesMet(sheet)];
  const hosts: Labelled = ['hosts', hostLines(sheet)];
  const next: Labelled = ['next', whatIsNext(sheet)];
  const last: readonly Labelled[] = [
    ['not checked', notChecked(sheet)],
    ['checked on', [checkedOn(sheet)]],
  ];
  if (hosts[1].length === 0) return [block([rules, next, ...last], sheet)];
  return [block([rules, hosts, next], sheet), block(last, sheet)];
}

function block(parts: readonly Labelled[], { width, measure }: Sheet): Block {
  const present = parts.filter(([, lines]) => lines.length > 0);
  const column = 2 + Math.max(0, ...present.map(([label]) => label.length)) + 2;
  return present.flatMap(([label, lines]) =>
    lines.flatMap((text, at) => {
      const first = padEnd(at === 0 ? `  ${label}` : '', column, measure);
      return wrap(harmless(text), first, column, width, measure);
    }),
  );
}

/** Only where nothing speaks against the launch; otherwise the findings name the rules. */
function rulesMet({ violations, alerts, configurations }: Sheet): readonly string[] {
  if (violations.length + alerts.length > 0) return [];
  return configurations.flatMap(({ name, met = [] }) => (met.length === 0 ? [] : [`${name}: ${met.join('; ')}`]));
}

/** A configuration that this launch fills to the last licence. */
function whatIsNext(sheet: Sheet): readonly string[] {
  if (sheet.check.decision.verdict !== 'allowed') return [];
  return sheet.configurations
    .filter(({ limit, consumed, needed }) => limit !== null && needed !== null && consumed + needed === limit)
    .map((impact) => `${impact.name} is then full: ${oneMore(impact, sheet)}`);
}

function oneMore(impact: ExplainedImpact, { plan, request }: Sheet): string {
  const machine = `one more ${request.instanceType}`;
  if (impact.basis === 'machine') return `${machine} needs licences that are not there`;
  const [host] = plan.hosts;
  const allFull = plan.hosts.every(({ usedCoresAfter, cores }) => usedCoresAfter >= cores);
  if (host === undefined || !allFull) return 'only machines that fit on its charged hosts need nothing more';
  const units = impact.countingType === 'Core' ? ` and needs ${host.cores} cores` : ' and needs its licences';
  return `${machine} opens another host${units}`;
}

function notChecked({ check }: Sheet): readonly string[] {
  const named = check.decision.notChecked
    .filter((entry) => !isCount(entry))
    .map((entry) =>
      isOpenQuestion(entry)
        ? `${entry.what} (${entry.permission === undefined ? '' : 'denied, '}see above)`
        : entry.what,
    );
  return named.length === 0 ? [] : [named.join(', ')];
}

function checkedOn({ request }: Sheet): string {
  const { where, scope, at } = request;
  return `${where}, account ${scope.account}, ${scope.region}, ${utc(at)}`;
}
