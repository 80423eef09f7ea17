import type { Basis, Constraint } from '../../contract/constraint.ts';
import { Fault } from '../../contract/fault.ts';
import type { Result } from '../../contract/result.ts';
import { areaOf, CATALOGUE, constraint } from '../../validation/catalogue/index.ts';
import { nearest } from '../../validation/nearest.ts';
import { facts, fixWords, sourceWords } from './facts.ts';
import type { ExplainArgs } from './manifest.ts';

/** @throws Fault `ConstraintNotFound`, exit 5, that names the nearest ids */
export async function run({ id }: ExplainArgs): Promise<Result> {
  const row = constraint(id);
  if (row === undefined) throw unknownId(id);
  return { value: { id, ...facts(row) }, view: { kind: 'record', fields: fieldsOf(id, row) }, names: [id] };
}

const BASIS_WORDS: Readonly<Record<Basis, string>> = {
  stated: 'AWS states it',
  model: "AWS's service model shows it",
  external: 'other public documents show it',
  reading: 'our reading; AWS does not say it in so many words',
};

function fieldsOf(id: string, row: Constraint<never>): readonly (readonly [string, unknown])[] {
  return [
    ['id', id],
    ['says', row.statement],
    ['severity', row.severity],
    ['basis', `${row.basis}: ${BASIS_WORDS[row.basis]}`],
    ['source', sourceWords(row.source)],
    ['fault', row.fault],
    ['exit code', row.exit],
    ...fixWords(row).map((line, at) => [at === 0 ? 'fix' : '', line] as const),
    ['operations', row.operations.join(', ') || 'none: it explains others'],
    ['area', areaOf(id)],
  ];
}

function unknownId(id: string): Fault {
  const near = nearest(id, Object.keys(CATALOGUE), 3);
  const hint = near.length > 0 ? `did you mean ${near.join(', ')}?` : 'lm constraints lists every id';
  return new Fault({ code: 'ConstraintNotFound', message: `there is no constraint "${id}"; ${hint}` });
}
