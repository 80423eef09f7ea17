import { codeOf } from './sqlite.ts';

export type StoreErrorKind =
  | 'busy'
  | 'full'
  | 'readonly'
  | 'corrupt'
  | 'not-a-database'
  | 'newer-schema'
  | 'cannot-open'
  | 'io'
  | 'constraint'
  | 'bind'
  | 'other';

/**
 * What the store throws, and nothing else: a failure of the file or the machine, or a defect of lm itself. The message
 * is for a person: what happened, what became of the sandbox, what to do. `code` is SQLite's extended result code.
 */
export class StoreError extends Error {
  readonly kind: StoreErrorKind;
  readonly code: number | undefined;

  constructor(kind: StoreErrorKind, message: string, details: { code?: number; cause?: unknown } = {}) {
    super(message, { cause: details.cause });
    this.name = 'StoreError';
    this.kind = kind;
    this.code = details.code;
  }
}

/** The bits of an extended result code that name its primary one. */
const PRIMARY_CODE = 0xff;

/** SQLite's primary result codes (sqlite.org/rescode.html) that have a meaning of their own here. */
const KIND_OF_CODE: ReadonlyMap<number, StoreErrorKind> = new Map([
  [3, 'readonly'],
  [5, 'busy'],
  [6, 'busy'],
  [8, 'readonly'],
  [10, 'io'],
  [11, 'corrupt'],
  [13, 'full'],
  [14, 'cannot-open'],
  [15, 'busy'],
  [19, 'constraint'],
  [26, 'not-a-database'],
]);

/** The operating system's codes that mean the same as one of SQLite's; any other one is `cannot-open`. */
const KIND_OF_ERRNO: ReadonlyMap<string, StoreErrorKind> = new Map([
  ['EACCES', 'readonly'],
  ['EPERM', 'readonly'],
  ['EROFS', 'readonly'],
  ['ENOSPC', 'full'],
  ['EDQUOT', 'full'],
  ['EIO', 'io'],
]);

const ANOTHER_SANDBOX = 'use another sandbox with --sandbox NAME';
const DEFECT = 'Nothing was changed. This is a defect of lm: please report it with this text.';

/** What a person reads. `reason` is the engine's or the operating system's own text. */
const MESSAGES: Readonly<Record<StoreErrorKind, (file: string, reason: string) => string>> = {
  busy: (file) =>
    `The sandbox file ${file} stayed locked by another program. This call was undone and changed nothing. Run it again when the other lm, or the tool that has the file open, is done.`,
  full: (file) =>
    `There is no space left for the sandbox file ${file}. This call was undone and changed nothing. Free some disk space, then run it again.`,
  readonly: (file, reason) =>
    `The sandbox file ${file} cannot be written (${reason}). Nothing was changed. Give yourself write permission on the file and its folder, or keep sandboxes in another folder with LM_HOME=DIR.`,
  corrupt: (file) =>
    `The sandbox file ${file} is damaged, so lm cannot trust what it holds. lm left it as it is; \`lm local reset\` cannot repair it. Move the file away to start afresh (keep it beside its -wal file if you want to recover data), or ${ANOTHER_SANDBOX}.`,
  'not-a-database': (file) =>
    `The file ${file} is not a sandbox of lm. lm left it as it is; \`lm local reset\` cannot use it. Move the file away to start afresh, or ${ANOTHER_SANDBOX}.`,
  'newer-schema': (file, reason) =>
    `The sandbox file ${file} ${reason}. Update lm, or ${ANOTHER_SANDBOX}. Nothing was changed.`,
  'cannot-open': (file, reason) =>
    `The sandbox file ${file} cannot be opened (${reason}). Nothing was changed. Check that its folder exists and that you may write in it, or keep sandboxes in another folder with LM_HOME=DIR.`,
  io: (file, reason) =>
    `Reading or writing the sandbox file ${file} failed (${reason}). This call was undone and changed nothing. Check the disk, then run it again.`,
  constraint: (file, reason) => `The sandbox file ${file} refused a row: ${reason}. ${DEFECT}`,
  bind: (_file, reason) => `The store refused a statement: ${reason}. ${DEFECT}`,
  other: (file, reason) => `A statement on the sandbox file ${file} failed: ${reason}. ${DEFECT}`,
};

/**
 * Makes a StoreError of a known kind.
 * @param reason fills the place that the kind's text leaves for a cause, without a full stop
 */
export function storeError(
  kind: StoreErrorKind,
  file: string,
  reason: string,
  details: { code?: number; cause?: unknown } = {},
): StoreError {
  return new StoreError(kind, MESSAGES[kind](file, reason), details);
}

/** A statement or a value that must not reach the engine. */
export function bindError(reason: string): StoreError {
  return storeError('bind', '', reason);
}

/** The refusal of a file that a later lm wrote; `known` is the highest schema this lm has migrations for. */
export function newerSchema(file: string, found: number, known: number): StoreError {
  return storeError('newer-schema', file, `has schema ${found}; this lm knows up to ${known}`);
}

/**
 * Maps what an engine threw, by its numeric code only.
 * @returns the error itself when it is a StoreError already
 */
export function fromEngine(error: unknown, file: string): StoreError {
  if (error instanceof StoreError) return error;
  const reason = reasonOf(error);
  const code = codeOf(error);
  const kind = code === undefined ? undefined : KIND_OF_CODE.get(code & PRIMARY_CODE);
  return storeError(kind ?? 'other', file, reason, { code, cause: error });
}

/** Maps what a call of the file system threw, by its errno name. */
export function fromFileSystem(error: unknown, file: string): StoreError {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const kind = typeof code === 'string' ? KIND_OF_ERRNO.get(code) : undefined;
  return storeError(kind ?? 'cannot-open', file, reasonOf(error), { cause: error });
}

/** Whether waiting and trying again may help. */
export function isBusy(error: unknown): boolean {
  return error instanceof StoreError && error.kind === 'busy';
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
