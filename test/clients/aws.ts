import { awsCommand, clientEnvironment, required, runProgram } from './programs.ts';

/** What the `aws` command answered: its JSON, or the error code and message that it prints. */
export interface AwsAnswer {
  readonly exit: number;
  /** Undefined where it printed nothing. */
  readonly value: unknown;
  readonly code: string | undefined;
  readonly message: string;
}

export type Aws = (words: string, options?: Readonly<Record<string, string | object>>) => Promise<AwsAnswer>;

/**
 * The `aws` command, pointed at a server.
 * @returns a function of the plain words of a line and of options by name, whose objects are written as JSON
 */
export function awsAt(endpoint: string, account?: string): Aws {
  return async (words, options = {}) => {
    const given = Object.entries(options).flatMap(([name, value]) => [
      `--${name}`,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]);
    const line = ['--endpoint-url', endpoint, '--output', 'json', ...words.split(' '), ...given];
    const { exit, stdout, stderr } = await runProgram(required(awsCommand), line, clientEnvironment(account));
    const [, code, message = stderr] = /An error occurred \(([\w.]+)\)[^:]*: ([\s\S]*)/.exec(stderr) ?? [];
    return { exit, value: stdout.trim() === '' ? undefined : JSON.parse(stdout), code, message };
  };
}
