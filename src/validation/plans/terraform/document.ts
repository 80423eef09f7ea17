import { isMembers, listOf, type Members, membersOf } from '../open.ts';
import { unreadable } from '../refusal.ts';

export type Action = 'no-op' | 'create' | 'read' | 'update' | 'delete' | 'forget';

/** One entry of `resource_changes`. */
export interface Change {
  readonly address: string;
  readonly moduleAddress: string;
  readonly type: string;
  readonly name: string;
  /** The key of count or for_each. */
  readonly index: string | number | undefined;
  readonly actions: readonly Action[];
  readonly before: Members;
  readonly after: Members;
  readonly afterUnknown: unknown;
  readonly line: number;
}

export interface PlanDocument {
  readonly changes: readonly Change[];
  /** What Terraform puts off to a later plan, because too much of it is not known. */
  readonly deferred: readonly Change[];
  /** `configuration.root_module`: where references stand that the changes do not carry. */
  readonly root: Members;
  /** `configuration.provider_config`, by the key that resources name. */
  readonly providers: Members;
  /** `prior_state.values.root_module`: what was there before, and what data sources have read. */
  readonly prior: Members;
  /** What was given for the variables of the root module. */
  readonly variables: Members;
}

const SHOW = 'write it with: terraform show -json PLANFILE > plan.json';
const ACTIONS: readonly Action[] = ['no-op', 'create', 'read', 'update', 'delete', 'forget'];

/**
 * Reads `terraform show -json` of a saved plan (JSON Output Format, plan representation).
 * @param file its name, for messages
 * @throws UsageError when it is no plan, not whole, or of a major format that is not known
 */
export function readPlanDocument(text: string, file: string): PlanDocument {
  const plan = parsed(text, file);
  const version = plan.format_version;
  if (typeof version !== 'string') throw unreadable(file, 'is no Terraform plan: it has no format_version', SHOW);
  // "The major version increases with changes that are not backward compatible": 0.x is the last preview of 1.
  const [major = '', minor = '0'] = version.split('.');
  if (major !== '1' && !(major === '0' && Number(minor) >= 1)) {
    throw unreadable(file, `has format version ${version}, and lm reads 1`, 'look for a newer lm');
  }
  if (plan.resource_changes === undefined && plan.planned_values === undefined) {
    throw unreadable(file, 'is a state, not a plan: nothing in it is to change', SHOW);
  }
  if (plan.errored === true)
    throw unreadable(file, 'is not whole: planning ended with an error', 'mend it and plan again');
  const lines = linesOf(text);
  return {
    changes: listOf(plan.resource_changes)
      .filter(isMembers)
      .filter(isManaged)
      .map((entry) => changeOf(entry, lines)),
    deferred: listOf(plan.deferred_changes)
      .map((entry) => membersOf(membersOf(entry).resource_change))
      .filter(isManaged)
      .map((entry) => changeOf(entry, lines)),
    root: membersOf(membersOf(plan.configuration).root_module),
    providers: membersOf(membersOf(plan.configuration).provider_config),
    prior: membersOf(membersOf(membersOf(plan.prior_state).values).root_module),
    variables: membersOf(plan.variables),
  };
}

function parsed(text: string, file: string): Members {
  const value = parsedJson(text, file);
  if (!isMembers(value)) throw unreadable(file, 'holds no object', SHOW);
  if (nestsTooDeeply(value)) throw unreadable(file, `nests deeper than ${DEEPEST} levels, as no plan does`);
  return value;
}

function parsedJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw unreadable(file, `cannot be read as JSON: ${why}`, `a saved plan is binary; ${SHOW}`);
  }
}

const DEEPEST = 500;

/** Whether a value holds others more levels down than any plan. */
function nestsTooDeeply(value: unknown): boolean {
  let level: readonly unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return true;
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
  }
  return false;
}

const isManaged = (entry: Members): boolean => entry.mode === undefined || entry.mode === 'managed';

function changeOf(entry: Members, lines: ReadonlyMap<string, number>): Change {
  const change = membersOf(entry.change);
  const address = String(entry.address ?? '');
  const { index } = entry;
  return {
    address,
    moduleAddress: typeof entry.module_address === 'string' ? entry.module_address : '',
    type: String(entry.type ?? ''),
    name: String(entry.name ?? ''),
    index: typeof index === 'string' || typeof index === 'number' ? index : undefined,
    actions: listOf(change.actions).flatMap((action) => ACTIONS.find((one) => one === action) ?? []),
    before: membersOf(change.before),
    after: membersOf(change.after),
    afterUnknown: change.after_unknown,
    line: lines.get(address) ?? 1,
  };
}

/** Where each entry of `resource_changes` begins, by its address; nothing where all stands on one line. */
function linesOf(text: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  const begin = text.indexOf('"resource_changes"');
  if (begin < 0 || !text.trimEnd().includes('\n')) return lines;
  let line = 1;
  for (const found of text.matchAll(/\n|"address"\s*:\s*("(?:[^"\\]|\\.)*")/g)) {
    if (found[1] === undefined) line += 1;
    else if (found.index > begin) {
      const address: unknown = JSON.parse(found[1]);
      if (typeof address === 'string' && !lines.has(address)) lines.set(address, line);
    }
  }
  return lines;
}
