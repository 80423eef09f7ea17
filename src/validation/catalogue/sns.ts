import { row } from '../../contract/constraint.ts';
import { EXIT } from '../../contract/exit.ts';
import { parseTopicArn } from '../arns.ts';
import { defaultMessage } from '../topic-message.ts';
import { when } from './sources.ts';

const LONGEST_NAME = 256;
/** In bytes of UTF-8, not in characters. */
const LONGEST_MESSAGE = 262_144;
/** A subject is shorter than this. */
const SUBJECT_LIMIT = 100;

const reference = (section: string) => ({ document: 'Amazon SNS API Reference', section });
const SNS = { severity: 'block', basis: 'external', exit: EXIT.refused, fault: 'InvalidParameter' } as const;
const TOPIC = { ...SNS, source: reference('CreateTopic'), operations: ['sns:CreateTopic'] } as const;
const NAMED = { ...SNS, operations: ['sns:DeleteTopic', 'sns:Publish'] } as const;
const MESSAGE = { ...SNS, source: reference('Publish'), operations: ['sns:Publish'] } as const;

/** An attribute of a message, as a client sends it. */
interface MessageAttribute {
  readonly DataType: string | undefined;
  readonly StringValue?: string | undefined;
  readonly BinaryValue?: Uint8Array | undefined;
}

/** What SNS demands of topics and of what is published to them. */
export const snsRows = {
  'sns-topic-name': row({
    ...TOPIC,
    statement: `A topic's name has 1 to ${LONGEST_NAME} letters, digits, hyphens and underscores, all ASCII.`,
    message: (a) => `"${a.name}" is no name for a topic; it has ${a.found} characters, allowed 1 to ${a.max}`,
    fix: () => ['use letters, digits, - and _ only, such as aws-license-manager-service-alerts'],
    check: ({ name }: { readonly name: string }) =>
      when(!/^[A-Za-z0-9_-]{1,256}$/.test(name), { name, found: [...name].length, max: LONGEST_NAME }),
  }),
  'sns-fifo-not-modelled': row({
    ...SNS,
    statement:
      'A sandbox has standard topics only: a FIFO topic, or a deduplication id, is refused rather than ignored.',
    source: reference('CreateTopic'),
    basis: 'reading',
    operations: ['sns:CreateTopic', 'sns:Publish'],
    message: (a) => `${a.what} is for FIFO topics, which a sandbox does not have`,
    fix: () => ['use a standard topic: no .fifo in its name, no FifoTopic, no MessageDeduplicationId'],
    check: (s: { readonly name: string; readonly fifo: boolean; readonly deduplication: string | undefined }) => [
      ...when(s.fifo || s.name.endsWith('.fifo'), { what: `the topic ${s.name}` }),
      ...when(s.deduplication !== undefined, { what: 'MessageDeduplicationId' }),
    ],
  }),
  'sns-topic-differs': row({
    ...TOPIC,
    statement: 'Made again, a topic answers with its ARN, unless the attributes or tags are given and are not its own.',
    exit: EXIT.conflict,
    message: (a) => `the topic ${a.name} exists already with other ${a.part}: ${a.differing.join(', ')}`,
    fix: (a) => [`leave out the ${a.part}`, 'or delete the topic first: aws sns delete-topic'],
    check: (s: {
      readonly name: string;
      readonly part: 'attributes' | 'tags';
      readonly given: Readonly<Record<string, string>>;
      readonly kept: Readonly<Record<string, string>>;
    }) => {
      const differing = Object.keys(s.given).filter((key) => s.given[key] !== s.kept[key]);
      return when(differing.length > 0, { name: s.name, part: s.part, differing });
    },
  }),
  'sns-topic-arn': row({
    ...NAMED,
    statement: 'A topic is named by its ARN, and asked for in the Region that stands there.',
    source: reference('DeleteTopic'),
    message: (a) => `"${a.arn}" is not the ARN of a topic in ${a.region}`,
    fix: () => ['aws sns list-topics shows the ARNs of this account and Region'],
    check: ({ arn, region }: { readonly arn: string; readonly region: string }) =>
      when(parseTopicArn(arn)?.region !== region, { arn, region }),
  }),
  'sns-topic-owner': row({
    ...NAMED,
    statement: "Another account's topic is open to those whom its policy admits. A sandbox admits its owner alone.",
    source: reference('Publish'),
    exit: EXIT.denied,
    fault: 'AuthorizationError',
    message: (a) => `the topic ${a.arn} belongs to account ${a.owner}, not to ${a.account}`,
    fix: (a) => [`act as account ${a.owner}`],
    check: ({ arn, account }: { readonly arn: string; readonly account: string }) => {
      const owner = parseTopicArn(arn)?.account ?? '';
      return when(owner !== account, { arn, owner, account });
    },
  }),
  'sns-topic-not-found': row({
    ...MESSAGE,
    statement: 'A topic that is published to exists.',
    exit: EXIT.notFound,
    fault: 'NotFound',
    message: (a) => `there is no topic ${a.arn}`,
    fix: () => ['aws sns list-topics shows the topics; aws sns create-topic --name NAME makes one'],
    check: (s: { readonly arn: string; readonly found: boolean }) => when(!s.found, { arn: s.arn }),
  }),
  'sns-publish-target': row({
    ...MESSAGE,
    statement: 'A message goes to one place: TopicArn, TargetArn or PhoneNumber.',
    message: (a) => `the message names ${a.targets} places to go to, and needs 1`,
    fix: () => ['give TopicArn alone'],
    check: ({ targets }: { readonly targets: number }) => when(targets !== 1, { targets }),
  }),
  'sns-sms-not-modelled': row({
    ...MESSAGE,
    statement: 'A sandbox calls no telephone: a message to a number is refused rather than lost.',
    basis: 'reading',
    message: () => 'a sandbox sends no text messages',
    fix: () => ['publish to a topic, with TopicArn'],
    check: ({ byPhone }: { readonly byPhone: boolean }) => when(byPhone, {}),
  }),
  'sns-message-empty': row({
    ...MESSAGE,
    statement: 'A message is not empty.',
    message: () => 'the message is empty',
    fix: () => ['give it a text'],
    check: ({ message }: { readonly message: string }) => when(message === '', {}),
  }),
  'sns-message-length': row({
    ...MESSAGE,
    statement: `A message has at most ${LONGEST_MESSAGE} bytes of UTF-8.`,
    message: (a) => `the message has ${a.found} bytes, at most ${a.max}`,
    fix: (a) => [`leave out ${a.found - a.max} bytes`],
    check: ({ message }: { readonly message: string }) => {
      const found = new TextEncoder().encode(message).length;
      return when(found > LONGEST_MESSAGE, { found, max: LONGEST_MESSAGE });
    },
  }),
  'sns-message-structure': row({
    ...MESSAGE,
    statement: 'MessageStructure is json or absent; with it the message is a JSON object that has a text as default.',
    message: (a) =>
      a.structure === 'json'
        ? 'the message is not a JSON object with a text as "default"'
        : `MessageStructure is "${a.structure}", and can only be json`,
    fix: () => ['leave out MessageStructure', 'or write the message as {"default": "TEXT"}'],
    check: ({ structure, message }: { readonly structure: string | undefined; readonly message: string }) =>
      structure === undefined || (structure === 'json' && defaultMessage(message) !== undefined) ? [] : [{ structure }],
  }),
  'sns-subject': row({
    ...MESSAGE,
    statement: `A subject is ASCII, begins with a letter, digit or punctuation mark, has no control characters and fewer than ${SUBJECT_LIMIT} characters.`,
    message: (a) =>
      `the subject has ${a.found} characters, of which SNS takes fewer than ${a.limit}, in one line of ASCII`,
    fix: () => ['shorten it, and leave out line ends, accents and a blank at its beginning'],
    check: ({ subject }: { readonly subject: string | undefined }) =>
      when(subject !== undefined && !/^[!-~][ -~]{0,98}$/.test(subject), {
        found: [...(subject ?? '')].length,
        limit: SUBJECT_LIMIT,
      }),
  }),
  'sns-message-attribute': row({
    ...MESSAGE,
    statement: 'An attribute of a message is a String, String.Array, Number or Binary, and has a value of that type.',
    fault: 'ParameterValueInvalid',
    message: (a) => `the attribute ${a.name} has the type "${a.type}" and no value that fits it`,
    fix: () => ['give StringValue for String, String.Array and Number, BinaryValue for Binary'],
    check: ({ attributes }: { readonly attributes: Readonly<Record<string, MessageAttribute>> }) =>
      Object.entries(attributes)
        .filter(([, attribute]) => !fits(attribute))
        .map(([name, { DataType: type = '' }]) => ({ name, type })),
  }),
};

/** A type may go on after a dot, as in `Number.int`. */
function fits({ DataType: type = '', StringValue: text = '', BinaryValue: bytes }: MessageAttribute): boolean {
  if (/^Binary(\.|$)/.test(type)) return text === '' && bytes !== undefined && bytes.length > 0;
  if (text === '' || bytes !== undefined) return false;
  return /^Number(\.|$)/.test(type) ? Number.isFinite(Number(text)) : /^String(\.|$)/.test(type);
}
