/**
 * What may differ between the embedded engine and AWS for the same command on the same state. The table grows only with a
 * decision in docs/decisions.
 */

/** Two values at one place of an answer that are not the same; `exit`, or a path into the data or the state left. */
export interface Differing {
  readonly at: string;
  readonly local: unknown;
  readonly aws: unknown;
}

export interface Permitted {
  readonly what: string;
  /** The ruling or decision that causes it. */
  readonly why: string;
  /** The lines in which it may appear. */
  readonly line: RegExp;
  readonly at: RegExp;
  fits(differing: Differing): boolean;
}

const absent = (value: unknown): boolean => value === undefined;

export const PERMITTED: readonly Permitted[] = [
  {
    what: "the backend's name",
    why: 'decision 10: every answer says which backend gave it',
    line: /^lm /,
    at: /^data\.backend$/,
    fits: ({ local, aws }) => local === 'local' && aws === 'aws',
  },
  {
    what: 'a verdict that depends on the host, and what it needs on each',
    why: 'RULINGS 20: against AWS, EC2 chooses the host',
    line: /^lm check (launch|config) /,
    at: /^(exit|data\.verdict|data\.configurations\.\d+\.alternatives|data\.fixes\.\d+\.enough|data\.next\.\d+\.after)$/,
    fits: ({ at, local, aws }) =>
      (at === 'exit' && local === 0 && aws === 3) ||
      (local === 'allowed' && aws === 'unknown') ||
      (local === true && aws === false) ||
      (absent(local) && Array.isArray(aws)),
  },
  {
    what: 'what AWS does not tell before a conversion begins: the role, and the permissions',
    why: 'decision 10: AWS refuses at once where one is missing, and nothing is changed',
    line: /^lm convert plan /,
    at: /^data\.instances\.\d+\.notChecked\.\d+$/,
    fits: ({ local }) => absent(local),
  },
  {
    what: 'which sandbox or which credentials, and where each setting came from',
    why: 'decision 10: a sandbox has no credentials, and AWS no sandbox',
    line: /^lm whoami/,
    at: /^data\.(Sandbox|Credentials|settings)\b/,
    fits: () => true,
  },
  {
    what: 'an AMI registered with a billing code of your choice is refused',
    why: 'RULINGS 28: AWS has no such call',
    line: /^lm ami register .*--imported/,
    at: /^(exit|data|left)\b/,
    fits: () => true,
  },
  {
    what: 'a host that fails at will is refused',
    why: 'decision 10: on AWS hosts fail by themselves',
    line: /^lm host fail /,
    at: /^(exit|data|left)\b/,
    fits: () => true,
  },
  {
    what: 'reports that were written are not read',
    why: 'decision 10: on AWS they are in Amazon S3, for which lm has no client',
    line: /^lm report (files|fetch)\b/,
    at: /^(exit|data|left)\b/,
    fits: () => true,
  },
  {
    what: 'an account that there is not',
    why: "decision 10: on AWS the credentials say which account it is, and unknown ones are AWS's to refuse",
    line: /^lm --account 9{12} /,
    at: /^(exit|data\.error\.\w+)$/,
    fits: () => true,
  },
];

/** Every place in which two answers differ, in order. */
export function differences(local: unknown, aws: unknown, at: string): readonly Differing[] {
  if (!isObject(local) || !isObject(aws)) return Object.is(local, aws) ? [] : [{ at, local, aws }];
  const [left, right] = [new Map(Object.entries(local)), new Map(Object.entries(aws))];
  return [...new Set([...left.keys(), ...right.keys()])].flatMap((key) =>
    differences(left.get(key), right.get(key), `${at}.${key}`),
  );
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** The first row that permits a difference in the answer to a line. */
export const permits = (line: string, differing: Differing): Permitted | undefined =>
  PERMITTED.find((row) => row.line.test(line) && row.at.test(differing.at) && row.fits(differing));
