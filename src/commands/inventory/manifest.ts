import { choice, listOf, required, text } from '../params.ts';
import { type ArgsOf, declare, type NounManifest, verb } from '../types.ts';

const record = declare({
  name: 'record',
  summary: 'let instances report to Systems Manager Inventory, as their agents would',
  description:
    'Writes a report for each instance, which licence type conversion asks for. It is kept for 30 days. On AWS the agent on a machine reports by itself.',
  arguments: {
    instances: required(
      listOf(text({ help: 'instance', placeholder: 'INSTANCE' }), {
        help: "instances, by name, id, 'name*' or tag:key=value",
        placeholder: 'INSTANCE',
        names: 'instance',
        example: 'erp-1',
      }),
    ),
  },
  options: {
    application: listOf(text({ help: 'name', placeholder: 'NAME' }), {
      help: 'an application that is installed; repeat it for more',
      placeholder: 'NAME',
      commas: false,
    }),
    agent: choice(['reachable', 'unreachable'], {
      help: 'in a sandbox: whether the agent answers when the machine runs; a conversion fails without it',
    }),
  },
  examples: [{ intent: 'make an instance fit for a conversion', command: 'lm inventory record erp-1' }],
  mutates: true,
});
export type RecordArgs = ArgsOf<typeof record>;

export const manifest: NounManifest = { verbs: [verb(record, () => import('./record.ts'))] };
