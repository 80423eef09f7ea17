import type { Look } from './looks.ts';
import type { Row } from './rows.ts';
import type { Verb } from './verbs-licence.ts';

/** `name=value` options as members of a request. */
const given = ({ options }: Row) => Object.fromEntries(options);

/** The rows of SNS topics; a topic is named by the name that it was made with. */
export const TOPIC_VERBS: Readonly<Record<string, Verb>> = {
  /** `topic NAME [as WORD] [Attribute=value ...]` */
  topic: async (stage, row) => {
    const [Name, , word = Name ?? ''] = row.words;
    const { TopicArn } = await stage.call('sns:CreateTopic', { Name, Attributes: given(row) });
    stage.name(word, TopicArn);
  },
  /** `tagged-topic NAME [Key=value ...]` */
  'tagged-topic': async (stage, row) => {
    const Tags = [...row.options].map(([Key, Value]) => ({ Key, Value }));
    await stage.call('sns:CreateTopic', { Name: row.words[0], Tags });
  },
  'delete-topic': async (stage, { words: [name = ''] }) => {
    await stage.call('sns:DeleteTopic', { TopicArn: stage.id(name) });
  },
  /** `publish TOPIC [WORD ...] [Member=value ...]` */
  publish: async (stage, row) => {
    const [name = '', ...words] = row.words;
    await stage.call('sns:Publish', { TopicArn: stage.id(name), Message: words.join(' '), ...given(row) });
  },
  /** `text NUMBER WORD`: to a telephone. */
  text: async (stage, { words: [PhoneNumber, Message] }) => {
    await stage.call('sns:Publish', { PhoneNumber, Message });
  },
  /** `attribute TOPIC TYPE VALUE`: a message with an attribute `it`. */
  attribute: async (stage, { words: [name = '', DataType, StringValue] }) => {
    const MessageAttributes = { it: { DataType, StringValue } };
    await stage.call('sns:Publish', { TopicArn: stage.id(name), Message: 'hello', MessageAttributes });
  },
};

export const TOPIC_LOOKS: Readonly<Record<string, Look>> = {
  /** `topics NAME ...`: exactly these, by name. */
  topics: async (stage, { words }) => {
    const { Topics = [] } = await stage.sandbox.call('sns:ListTopics', {}, stage.scope);
    return { seen: Topics.map(({ TopicArn = '' }) => TopicArn.split(':').at(-1)).join(' '), wanted: words.join(' ') };
  },
};
