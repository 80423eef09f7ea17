import { execFile, execFileSync } from 'node:child_process';
import { devNull } from 'node:os';
import { ACCOUNT, REGION } from './server.ts';

/** What a program wrote, and how it ended. */
export interface Ended {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program beside the test, so that a server in this process can answer it. */
export function runProgram(program: string, words: readonly string[], env: NodeJS.ProcessEnv): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(program, [...words], { env, encoding: 'utf8' }, (error, stdout, stderr) => {
      const exit = typeof error?.code === 'number' ? error.code : error === null ? 0 : 1;
      resolve({ exit, stdout, stderr });
    });
  });
}

/** An environment in which an AWS client knows only what the test tells it, and never looks for more. */
export function clientEnvironment(account = ACCOUNT): NodeJS.ProcessEnv {
  const aws = Object.keys(process.env).filter((name) => name.startsWith('AWS_'));
  return {
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !aws.includes(name))),
    AWS_ACCESS_KEY_ID: account,
    AWS_SECRET_ACCESS_KEY: 'none',
    AWS_DEFAULT_REGION: REGION,
    AWS_CONFIG_FILE: devNull,
    AWS_SHARED_CREDENTIALS_FILE: devNull,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_MAX_ATTEMPTS: '1',
    AWS_PAGER: '',
  };
}

/** A client that somebody else made, and where it was found. */
export interface Client {
  readonly program: string | undefined;
  /** The Debian package that brings it. */
  readonly debian: string;
}

export const awsCommand: Client = { program: firstThatRuns(['aws', '/usr/bin/aws'], ['--version']), debian: 'awscli' };
export const pythonWithBoto3: Client = {
  program: firstThatRuns(['python3', '/usr/bin/python3'], ['-c', 'import boto3']),
  debian: 'python3-boto3',
};

function firstThatRuns(programs: readonly string[], words: readonly string[]): string | undefined {
  return programs.find((program) => {
    try {
      execFileSync(program, [...words], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  });
}

/** Whether tests of a client are left out: where it is missing, but never in CI, where it must be there. */
export const isLeftOut = ({ program }: Client): boolean => program === undefined && !process.env.CI;

/** @throws where a client is missing in CI */
export function required({ program, debian }: Client): string {
  if (program === undefined) throw new Error(`not installed: apt-get install ${debian}`);
  return program;
}
