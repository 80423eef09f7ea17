import type { Constraint } from '../../contract/constraint.ts';
import type { Column, Result } from '../../contract/result.ts';
import { UsageError } from '../../contract/usage.ts';
import { areaOf, areas, CATALOGUE, constraint } from '../../validation/catalogue/index.ts';
import { nearest } from '../../validation/nearest.ts';
import { facts, sourceWords } from '../explain/facts.ts';
import type { ConstraintsArgs } from './manifest.ts';

const COLUMNS: readonly Column[] = [
  { key: 'id', title: 'id' },
  { key: 'severity', title: 'severity' },
  { key: 'exit', title: 'exit', align: 'right', optional: 2 },
  { key: 'statement', title: 'says' },
  { key: 'source', title: 'source', optional: 3 },
  { key: 'basis', title: 'basis', optional: 1 },
];

/** @throws UsageError for an area or an operation that no constraint has, with the nearest ones */
export async function run({ area, severity, operation }: ConstraintsArgs): Promise<Result> {
  guardArea(area);
  const wanted = operation === undefined ? undefined : knownOperation(operation);
  const found = allRows().filter(
    ([id, row]) =>
      (area === undefined || areaOf(id) === area) &&
      (severity === undefined || row.severity === severity) &&
      (wanted === undefined || row.operations.some((name) => name === wanted)),
  );
  return {
    value: { constraints: found.map(([id, row]) => ({ id, ...facts(row) })) },
    view: { kind: 'list', columns: COLUMNS, rows: found.map(shown), empty: 'no constraint is like that' },
    names: found.map(([id]) => id),
  };
}

type Entry = readonly [id: string, row: Constraint<never>];

function allRows(): readonly Entry[] {
  return Object.keys(CATALOGUE).flatMap((id) => {
    const row = constraint(id);
    return row === undefined ? [] : [[id, row] as const];
  });
}

function shown([id, row]: Entry): Readonly<Record<string, unknown>> {
  const { severity, statement, exit, basis } = row;
  return { id, severity, exit, statement, source: sourceWords(row.source), basis };
}

function guardArea(area: string | undefined): void {
  const known = areas().map((one) => one.area);
  if (area === undefined || known.includes(area)) return;
  throw new UsageError(
    `there is no area "${area}"`,
    suggestion(nearest(area, known, 1)) ?? `the areas are ${known.join(', ')}`,
  );
}

/** `RunInstances` as well as `ec2:RunInstances`. */
function knownOperation(word: string): string {
  const known = [...new Set(allRows().flatMap(([, row]) => row.operations.map(String)))];
  const found = known.find((name) =>
    [name, name.split(':')[1]].some((one) => one?.toLowerCase() === word.toLowerCase()),
  );
  if (found !== undefined) return found;
  const plain = known.map((name) => name.split(':')[1] ?? name);
  throw new UsageError(`no constraint belongs to an operation "${word}"`, suggestion(nearest(word, plain, 3)));
}

function suggestion(near: readonly string[]): string | undefined {
  return near.length === 0 ? undefined : `did you mean ${near.join(', ')}?`;
}
