import type { Constraint, Source } from '../../contract/constraint.ts';
import type { Args } from '../../contract/decision.ts';

/** A row without its functions: what a program may read of it. */
export function facts(row: Constraint<never>): Readonly<Record<string, unknown>> {
  const { statement, source, basis, severity, exit, fault, operations } = row;
  return { statement, basis, severity, source, exitCode: exit, fault, fix: fixWords(row), operations };
}

/** `License Manager User Guide, License configuration parameters and rules`. */
export function sourceWords(source: Source): string {
  return 'document' in source ? `${source.document}, ${source.section}` : `${source.operation}, ${source.shape}`;
}

/** The fix in general, with names where a refusal has numbers: `lm config update <configuration> --count <limit + short>`. */
export function fixWords(row: Constraint<never>): readonly string[] {
  try {
    const lines = row.fix(new Proxy<Args>({}, { get: (_, name) => `<${String(name)}>` }));
    return lines.map((line) => line.replaceAll('><', ' + ')).filter((line) => !/NaN|undefined/.test(line));
  } catch {
    // A fix that is made from a list has no general form.
    return ['each refusal names its own'];
  }
}
