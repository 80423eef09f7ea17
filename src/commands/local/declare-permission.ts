import { custom, no, ok, required } from '../params.ts';
import { type ArgsOf, declare, type Verb, verb } from '../types.ts';

const isAction = (value: unknown): value is string =>
  typeof value === 'string' && /^[a-z0-9-]+:(\*|[A-Z]\w+)$/.test(value);

const actionArgument = {
  action: required(
    custom<string>(
      { help: 'an action of IAM, or all of a service', placeholder: 'ACTION', example: 'ssm:SendCommand' },
      {
        placeholder: 'ACTION',
        holds: isAction,
        parse: (given) => (isAction(given) ? ok(given) : no('must be written as ssm:SendCommand, or ssm:*')),
      },
    ),
  ),
};

const deny = declare({
  name: 'permission deny',
  summary: 'let callers of the account lack a permission',
  description:
    'A sandbox has no policies: everything is allowed but what is denied here. It counts where AWS acts for the caller and asks for permissions of its own: licence type conversion, and reports (s3:PutObject).',
  arguments: actionArgument,
  options: {},
  examples: [{ intent: 'what does a conversion say without it?', command: 'lm local permission deny ssm:SendCommand' }],
  mutates: false,
});
export type PermissionArgs = ArgsOf<typeof deny>;

const allow = declare({
  name: 'permission allow',
  summary: 'give callers of the account a permission back',
  arguments: actionArgument,
  options: {},
  examples: [{ intent: 'undo a denial', command: 'lm local permission allow ssm:SendCommand' }],
  mutates: false,
});

/** What a sandbox has in place of policies. */
export const permissionVerbs: readonly Verb[] = [
  verb(deny, () => import('./permission-deny.ts')),
  verb(allow, () => import('./permission-allow.ts')),
];
