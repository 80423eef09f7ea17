import type { Result } from '../../contract/result.ts';
import type { HelpArgs } from './manifest.ts';
import { TOPICS } from './topics.ts';

/** The text of a topic; without one, the list of topics. */
export async function run({ topic }: HelpArgs): Promise<Result> {
  if (topic !== undefined) {
    return { value: { topic, text: TOPICS[topic] }, view: { kind: 'text', text: TOPICS[topic] } };
  }
  const names = Object.keys(TOPICS);
  return { value: { topics: names }, view: { kind: 'text', text: `Topics: ${names.join(', ')}` }, names };
}
