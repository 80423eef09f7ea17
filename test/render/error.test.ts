import { describe, expect, it } from 'vitest';
import { Fault } from '../../src/contract/fault.ts';
import { UsageError } from '../../src/contract/usage.ts';
import { type ErrorOptions, renderError } from '../../src/render/error.ts';
import { ESCAPE, OLD, PIPE, SCREEN, wording } from './fixtures.ts';

const words = wording({
  'launch-hard-block': {
    message: 'win-dc: requested 48, used 96, limit 96, short 48',
    why: 'The limit is hard.',
    fix: [
      'stop machines that use these licences',
      'or buy 48 licences: lm config update win-dc --count 144',
      'or only be told: lm config update win-dc --soft',
    ],
  },
  'rule-minimum-cores-check': { message: 'win-dc: m5.2xlarge has 4 cores, minimum 8', fix: ['take m5.4xlarge'] },
});
const catalogue: ErrorOptions['catalogue'] = () =>
  Promise.resolve({ describe: words, exitOf: ({ id }) => (id === 'in-use' ? 6 : 3) });

const tell = (error: unknown, over: Partial<ErrorOptions> = {}) =>
  renderError(error, { terminal: PIPE, catalogue, ...over });

const BLOCK = {
  id: 'launch-hard-block',
  path: 'ImageId',
  args: { configuration: 'win-dc', requested: 48, used: 96, limit: 96, short: 48 },
};
const MINIMUM = { id: 'rule-minimum-cores-check', args: { found: 4, minimum: 8 } };
const refused = (...violations: readonly { readonly id: string; readonly args: object }[]) =>
  new Fault({
    code: 'LicenseUsageException',
    message: 'as AWS words it',
    violations: violations.map(({ id }) => ({ id, args: {} })),
  });

describe('a refusal as text', () => {
  it('with one reason: what and the code, then why, fix, and from with the id', async () => {
    expect(await tell(refused(BLOCK))).toEqual({
      exit: 3,
      text: `lm: win-dc: requested 48, used 96, limit 96, short 48 (LicenseUsageException)
       why   The limit is hard.
       fix   stop machines that use these licences
             or buy 48 licences:      lm config update win-dc --count 144
             or only be told:         lm config update win-dc --soft
       from  launch-hard-block: License Manager User Guide, License configuration parameters and rules (stated)
`,
    });
  });

  it('with several: how many, then each in order', async () => {
    expect((await tell(refused(MINIMUM, BLOCK))).text).toBe(`lm: refused for 2 reasons (LicenseUsageException)

  ✗  rule-minimum-cores-check   win-dc: m5.2xlarge has 4 cores, minimum 8
       fix   take m5.4xlarge
       from  License Manager User Guide, License configuration parameters and rules (stated)

  ✗  launch-hard-block   win-dc: requested 48, used 96, limit 96, short 48
       why   The limit is hard.
       fix   stop machines that use these licences
             or buy 48 licences:      lm config update win-dc --count 144
             or only be told:         lm config update win-dc --soft
       from  License Manager User Guide, License configuration parameters and rules (stated)
`);
  });

  it('takes its exit code from the first reason', async () => {
    expect((await tell(refused({ id: 'in-use', args: {} }, BLOCK))).exit).toBe(6);
    expect((await tell(refused(BLOCK, { id: 'in-use', args: {} }))).exit).toBe(3);
  });

  it('colours the lead and the signs in a terminal, and writes ASCII where it must', async () => {
    const red = (word: string): string => `${ESCAPE}[1m${ESCAPE}[31m${word}${ESCAPE}[39m${ESCAPE}[22m`;
    const onScreen = (await tell(refused(MINIMUM, BLOCK), { terminal: SCREEN })).text;
    expect(onScreen.startsWith(`${red('lm:')} refused`)).toBe(true);
    expect(onScreen.split(red('✗'))).toHaveLength(3);
    expect((await tell(refused(MINIMUM, BLOCK), { terminal: OLD })).text).toContain('  x  rule-minimum-cores-check');
  });

  it('is never wider than the terminal', async () => {
    const { text } = await tell(refused(BLOCK), { terminal: { ...PIPE, width: 70 } });
    expect(text.split('\n').filter((line) => line.length > 70)).toEqual([]);
  });
});

describe('a fault without a reason of ours', () => {
  it.each([
    ['AccessDeniedException', 4],
    ['UnauthorizedOperation', 4],
    ['AuthFailure', 4],
    ['ExpiredTokenException', 4],
    ['InvalidAMIID.NotFound', 5],
    ['ResourceNotFoundException', 5],
    ['ConflictException', 6],
    ['InvalidAMIName.Duplicate', 6],
    ['ServerInternalException', 1],
  ])('%s exits %i', async (code, exit) => {
    expect(await tell(new Fault({ code, message: 'no' }))).toEqual({ exit, text: `lm: no (${code})\n` });
  });

  it('tells the request id, and whether to try again', async () => {
    const fault = new Fault({
      code: 'RateLimitExceededException',
      message: 'slow down',
      requestId: 'r-1',
      retryable: true,
    });
    expect((await tell(fault)).text).toBe(
      'lm: slow down (RateLimitExceededException)\n    the call may be repeated as it is\n    request id r-1\n',
    );
  });

  it('shows what a service sends harmlessly', async () => {
    expect((await tell(new Fault({ code: 'X', message: `a${ESCAPE}[2Jb` }))).text).toBe('lm: a\\x1b[2Jb (X)\n');
  });
});

describe('other errors', () => {
  it('a usage error exits 2 and says what to type instead', async () => {
    expect(await tell(new UsageError('missing --count', 'lm config create NAME --type core --count 96'))).toEqual({
      exit: 2,
      text: 'lm: missing --count\n    lm config create NAME --type core --count 96\n',
    });
  });

  it('an error of the store keeps its own words', async () => {
    const error = Object.assign(new Error('The sandbox file is full.\nNothing was changed.'), {
      name: 'StoreError',
      kind: 'full',
    });
    expect(await tell(error)).toEqual({ exit: 1, text: 'lm: The sandbox file is full.\n    Nothing was changed.\n' });
  });

  it('anything else is an internal error, in one line, with its stack only on request', async () => {
    const error = new TypeError('x is not a function');
    const { text, exit } = await tell(error);
    expect([exit, text]).toEqual([
      1,
      'lm: internal error: x is not a function\n    run it again with --debug to see where it happened\n',
    ]);
    expect((await tell(error, { debug: true })).text).toContain('error.test.ts');
    expect((await tell('thrown text')).text).toContain('internal error: thrown text');
  });

  it('does not load the catalogue where no rule was broken', async () => {
    const never: ErrorOptions['catalogue'] = () => Promise.reject(new Error('loaded'));
    expect((await tell(new UsageError('no'), { catalogue: never })).exit).toBe(2);
  });
});

describe('an error as json', () => {
  it('is one object with every member and the numbers by name', async () => {
    const fault = new Fault({
      code: 'LicenseUsageException',
      message: 'as AWS words it',
      violations: [BLOCK],
      requestId: 'r-1',
    });
    const { text, exit } = await tell(fault, { format: 'json' });
    expect(exit).toBe(3);
    expect(JSON.parse(text)).toEqual({
      error: {
        code: 'LicenseUsageException',
        message: 'win-dc: requested 48, used 96, limit 96, short 48',
        violations: [expect.objectContaining({ id: 'launch-hard-block', path: 'ImageId', requested: 48, short: 48 })],
        hint: null,
        requestId: 'r-1',
        retryable: false,
        exitCode: 3,
      },
    });
  });

  it('has the same members for a usage error, without colour even in a terminal', async () => {
    const { text } = await tell(new UsageError('no', 'try'), { format: 'yaml', terminal: SCREEN });
    expect(text).toBe(`{
  "error": {
    "code": "UsageError",
    "message": "no",
    "violations": [],
    "hint": "try",
    "requestId": null,
    "retryable": false,
    "exitCode": 2
  }
}
`);
  });
});
