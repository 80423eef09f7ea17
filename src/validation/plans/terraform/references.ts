import { isMembers, listOf, type Members, membersOf } from '../open.ts';
import type { Change, PlanDocument } from './document.ts';

/** Where an attribute stands: member names and, for nested blocks, their number. */
export type Path = readonly (string | number)[];

/** The resource and the attribute that a value refers to. */
export interface Referred {
  readonly change: Change;
  /** Undefined where the reference names the resource as a whole. */
  readonly attribute: string | undefined;
}

interface Where {
  readonly moduleAddress: string;
  readonly module: Members;
}

/**
 * Finds what a value that is known only after apply refers to. The changes of a plan do not carry it; its configuration
 * does, as a list of references, through variables and outputs of modules.
 */
export class References {
  readonly #byName = new Map<string, Change[]>();

  constructor(private readonly document: PlanDocument) {
    for (const change of document.changes) {
      const key = keyOf(change.moduleAddress, `${change.type}.${change.name}`);
      this.#byName.set(key, [...(this.#byName.get(key) ?? []), change]);
    }
  }

  /** @returns undefined where the value refers to none or to several resources of the plan */
  of(change: Change, path: Path): Referred | undefined {
    const where = this.whereOf(change.moduleAddress);
    return where && this.resolve(referencesAt(expressionsOf(where.module, change), path), where, change);
  }

  /** Whether the configuration writes an attribute at all, rather than leaving it to the provider. */
  writes(change: Change, attribute: string): boolean {
    const where = this.whereOf(change.moduleAddress);
    return where === undefined || expressionsOf(where.module, change)[attribute] !== undefined;
  }

  /** How the provider of a resource is configured. */
  providerOf(change: Change): Members {
    const where = this.whereOf(change.moduleAddress);
    const key = where && resourceOf(where.module, change)?.provider_config_key;
    const provider = typeof key === 'string' ? this.document.providers[key] : undefined;
    return membersOf(membersOf(provider).expressions);
  }

  private resolve(references: readonly string[], where: Where, from: Change): Referred | undefined {
    const found = new Map<string, Referred>();
    for (const reference of references) {
      const referred = this.one(reference, references, where, from);
      if (this.isForeign(reference, where)) return undefined;
      const before = referred && found.get(referred.change.address);
      // Terraform lists `a.b.c` and then `a.b`: the longer one says which attribute.
      if (referred !== undefined && (before === undefined || before.attribute === undefined)) {
        found.set(referred.change.address, referred);
      }
    }
    return found.size === 1 ? [...found.values()][0] : undefined;
  }

  /** A data source, or a resource without a change: beside others, it may be the one whose value is taken. */
  private isForeign(reference: string, { moduleAddress }: Where): boolean {
    const [first = '', second = ''] = partsOf(reference);
    return !NO_RESOURCE.has(first) && !this.#byName.has(keyOf(moduleAddress, `${first}.${second}`));
  }

  private one(reference: string, all: readonly string[], where: Where, from: Change): Referred | undefined {
    const parts = partsOf(reference);
    const [first = '', second = ''] = parts;
    if (first === 'var') return this.variable(second, where, from);
    if (first === 'module') return this.output(parts, where, from);
    const candidates = this.#byName.get(keyOf(where.moduleAddress, `${first}.${second}`)) ?? [];
    const written = indexIn(parts[2]);
    const attribute = parts.slice(2).find((part) => indexIn(part) === undefined);
    const change = chosen(candidates, written, from, all);
    return change && { change, attribute };
  }

  private variable(name: string, { moduleAddress }: Where, from: Change): Referred | undefined {
    const parent = this.whereOf(parentOf(moduleAddress));
    const call = parent && membersOf(membersOf(parent.module.module_calls)[lastName(moduleAddress)]);
    if (parent === undefined || call === undefined) return undefined;
    return this.resolve(referencesAt(membersOf(call.expressions), [name]), parent, from);
  }

  private output(parts: readonly string[], where: Where, from: Change): Referred | undefined {
    const [, name = '', ...rest] = parts;
    const index = rest.find((part) => indexIn(part) !== undefined) ?? '';
    const output = rest.find((part) => indexIn(part) === undefined);
    const child = this.whereOf(`${where.moduleAddress === '' ? '' : `${where.moduleAddress}.`}module.${name}${index}`);
    if (child === undefined || output === undefined) return undefined;
    const { expression } = membersOf(membersOf(child.module.outputs)[output]);
    return this.resolve(listOf(membersOf(expression).references).filter(isText), child, from);
  }

  /** The configuration of a module, by its address in the plan. */
  private whereOf(moduleAddress: string): Where | undefined {
    let module: Members | undefined = this.document.root;
    for (const name of namesOf(moduleAddress)) {
      const call: unknown = membersOf(module.module_calls)[name];
      const next: unknown = membersOf(call).module;
      if (!isMembers(next)) return undefined;
      module = next;
    }
    return { moduleAddress, module };
  }
}

const keyOf = (moduleAddress: string, name: string): string => `${moduleAddress}\n${name}`;
const isText = (value: unknown): value is string => typeof value === 'string';

const STEP = /module\.([\w-]+)(\[[^\]]*\])?/g;
const namesOf = (address: string): readonly string[] => [...address.matchAll(STEP)].map(([, name = '']) => name);
const lastName = (address: string): string => namesOf(address).at(-1) ?? '';
const parentOf = (address: string): string =>
  [...address.matchAll(STEP)]
    .map(([step]) => step)
    .slice(0, -1)
    .join('.');

const NO_RESOURCE = new Set(['var', 'local', 'module', 'each', 'count', 'path', 'terraform', 'self']);

/** `a.b["x.y"].id` as `a`, `b`, `["x.y"]`, `id`. */
const partsOf = (reference: string): readonly string[] =>
  [...reference.matchAll(/\[(?:"[^"]*"|[^\]]*)\]|[^.[\]]+/g)].map(([part]) => part);

/** The index that a part such as `[0]` or `["a"]` writes. */
function indexIn(part: string | undefined): string | undefined {
  return part === undefined ? undefined : /^\["?(.*?)"?\]$/.exec(part)?.[1];
}

/** The instance that is meant: the one written, the only one, or with count and for_each the one of the same key. */
function chosen(
  candidates: readonly Change[],
  written: string | undefined,
  from: Change,
  all: readonly string[],
): Change | undefined {
  if (written !== undefined) return candidates.find(({ index }) => String(index) === written);
  if (candidates.length === 1) return candidates[0];
  const sameKey = all.some((each) => each.startsWith('count.') || each.startsWith('each.'));
  return sameKey ? candidates.find(({ index }) => index !== undefined && index === from.index) : undefined;
}

const resourceOf = (module: Members, { type, name }: Change): Members | undefined =>
  listOf(module.resources)
    .filter(isMembers)
    .find((one) => one.type === type && one.name === name && one.mode !== 'data');

const expressionsOf = (module: Members, change: Change): Members => membersOf(resourceOf(module, change)?.expressions);

function referencesAt(expressions: Members, path: Path): readonly string[] {
  let at: unknown = expressions;
  for (const step of path) {
    if (typeof step === 'number') at = listOf(at)[step];
    else at = membersOf(at)[step];
  }
  return listOf(membersOf(at).references).filter(isText);
}
