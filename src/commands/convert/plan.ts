import { EXIT } from '../../contract/exit.ts';
import type { Note, Result } from '../../contract/result.ts';
import { licensingWords } from '../../validation/conversion.ts';
import { FORMAT } from '../shared/done.ts';
import { findInstances } from '../shared/several.ts';
import type { CommandContext } from '../types.ts';
import type { PlanArgs } from './declare-licence.ts';
import { outcomeWords, type PlanItem, planItem } from './plan-item.ts';
import { requireWish } from './target.ts';

/** Every instance with what would happen to it, or every reason why not. @throws UsageError for a wish that is none */
export async function run({ instances: given, ...wanted }: PlanArgs, ctx: CommandContext): Promise<Result> {
  requireWish(wanted);
  const instances = await findInstances(ctx, given.map(idOfArn));
  const backend = await ctx.backend();
  const { value: items } = await backend.consult((world) => instances.map((one) => planItem(one, wanted, world)));
  const stuck = items.filter(({ action }) => action === 'blocked' || action === 'unknown');
  const { account, region } = backend.scope;
  return {
    value: { ...FORMAT, kind: 'conversion-plan', account, region, wanted, instances: items },
    view: {
      kind: 'list',
      rows: items.map((item) => ({
        instance: item.name || item.instanceId,
        from: item.from,
        to: item.to,
        action: item.action,
        what: outcomeWords(item),
      })),
      columns: [
        { key: 'instance', title: 'instance' },
        { key: 'from', title: 'from' },
        { key: 'to', title: 'to' },
        { key: 'action', title: 'action' },
        { key: 'what', title: 'what' },
      ],
      empty: '',
    },
    names: items.map(({ instanceId }) => instanceId),
    notes: [...items.flatMap(notesOf), ...fixes(stuck)],
    exit: stuck.length > 0 ? EXIT.refused : EXIT.done,
  };
}

/** An ARN is known by the id that it ends in. */
const idOfArn = (given: string): string => /^arn:.*:instance\/(i-[0-9a-f]+)$/.exec(given)?.[1] ?? given;

/** What is to be done after a conversion, and what it leads to. */
function notesOf({ name, instanceId, activation, leaves, action, to }: PlanItem): readonly Note[] {
  if (action !== 'convert') return [];
  const who = name || instanceId;
  const skms = `${who}: afterwards point Windows at your own KMS server: slmgr.vbs /skms ADDRESS, then slmgr.vbs /ato`;
  return [
    ...(activation === 'by-hand' ? [{ kind: 'hint', text: skms } as const] : []),
    ...leaves.map((arn) => ({
      kind: 'hint' as const,
      text: `${who} leaves ${arn}: its discovery rules exclude ${licensingWords(to ?? '')}`,
    })),
  ];
}

/** Ways out, each once. */
const fixes = (items: readonly PlanItem[]): readonly Note[] =>
  [...new Set(items.flatMap(({ reasons }) => reasons.flatMap(({ fix }) => fix.slice(0, 1))))].map((fix) => ({
    kind: 'hint',
    text: `to fix: ${fix}`,
  }));
