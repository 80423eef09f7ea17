import type { NotChecked } from '../../contract/decision.ts';

/** A value that stands in a file but cannot be known yet, and why. */
export class Open {
  constructor(readonly why: string) {}
}

export type Members = Readonly<Record<string, unknown>>;

export const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Open);

/** The value as an object with members; empty for anything else. */
export const membersOf = (value: unknown): Members => (isMembers(value) ? value : {});

/** The value as a list; one value alone is a list of one, nothing an empty one. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** Terraform writes a nested block as a list, CloudFormation as an object: the first of either. */
export const blockOf = (value: unknown): Members | Open => {
  const [first] = listOf(value);
  return first instanceof Open ? first : membersOf(first);
};

/** Reads members and remembers each that is open, so that no verdict rests on a value that is not known. */
export class Reading {
  readonly open: NotChecked[] = [];

  /** @returns undefined for a member that is absent, and for an open one (`open` then has it) */
  text(value: unknown, what: string): string | undefined {
    if (value instanceof Open) {
      this.miss(what, value.why);
      return undefined;
    }
    if (typeof value === 'object' && value !== null) this.miss(what, 'is written in a way that lm does not read');
    return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
  }

  /** A number, also where the file writes it as a text. */
  number(value: unknown, what: string): number | undefined {
    const text = this.text(value, what);
    if (text === undefined || text.trim() === '') return undefined;
    const number = Number(text);
    if (Number.isFinite(number)) return number;
    this.miss(what, `is no number: "${text}"`);
    return undefined;
  }

  flag(value: unknown, what: string): boolean | undefined {
    if (typeof value === 'boolean') return value;
    const text = this.text(value, what);
    return text === undefined ? undefined : text === 'true';
  }

  block(value: unknown, what: string): Members {
    const block = value instanceof Open ? value : blockOf(value);
    if (!(block instanceof Open)) return block;
    this.miss(what, block.why);
    return {};
  }

  miss(what: string, why: string): void {
    this.open.push({ what, why });
  }
}
