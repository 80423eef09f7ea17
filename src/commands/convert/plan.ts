import { EXIT } from '../../contract/exit.ts';
import type { Note, Result } from '../../contract/result.ts';
import { licensingWords } from '../../validation/conversion.ts';
import { fewOf } from '../../validation/words.ts';
import { FORMAT } from '../shared/done.ts';
import { findInstances } from '../shared/several.ts';
import type { CommandContext } from '../types.ts';
import type { PlanArgs } from './declare-licence.ts';
import { labelsOf, outcomeWords, type PlanItem, planItem, reasonsOf } from './plan-item.ts';
import { requireWish } from './target.ts';

/** Every instance with what would happen to it, or every reason why not. @throws UsageError for a wish that is none */
export async function run({ instances: given, ...wanted }: PlanArgs, ctx: CommandContext): Promise<Result> {
  requireWish(wanted);
  const instances = await findInstances(ctx, given.map(idOfArn));
  const backend = await ctx.backend();
  const { value: items } = await backend.consult((world) => instances.map((one) => planItem(one, wanted, world)));
  const stuck = items.filter(({ action }) => action === 'blocked' || action === 'unknown');
  const { account, region } = backend.scope;
  const labels = labelsOf(items);
  return {
    value: { ...FORMAT, kind: 'conversion-plan', account, region, wanted, instances: items },
    view: {
      kind: 'list',
      rows: items.map((item) => ({
        instance: labels.get(item.instanceId),
        from: item.from,
        to: item.to,
        action: item.action,
        what: outcomeWords(item),
      })),
      columns: [
        { key: 'instance', title: 'instance' },
        { key: 'from', title: 'from', optional: 2 },
        { key: 'to', title: 'to', optional: 1 },
        { key: 'action', title: 'action' },
        { key: 'what', title: 'what' },
      ],
      empty: '',
    },
    names: items.map(({ instanceId }) => instanceId),
    notes: [...obstacles(stuck, labels), ...afterwards(items, labels), ...fixes(stuck)],
    exit: stuck.length > 0 ? EXIT.refused : EXIT.done,
  };
}

/** An ARN is known by the id that it ends in. */
const idOfArn = (given: string): string => /^arn:.*:instance\/(i-[0-9a-f]+)$/.exec(given)?.[1] ?? given;

type Labels = ReadonlyMap<string, string>;

/** A table may cut a reason off, so each is said whole as well. */
const obstacles = (stuck: readonly PlanItem[], labels: Labels): readonly Note[] =>
  stuck.flatMap((item) =>
    reasonsOf(item).map((reason): Note => {
      const who = reason.includes(item.instanceId) ? item.name : labels.get(item.instanceId);
      return { kind: 'alert', text: who === '' ? reason : `${who}: ${reason}` };
    }),
  );

/** What is to be done after the conversions, and what they lead to. */
function afterwards(items: readonly PlanItem[], labels: Labels): readonly Note[] {
  const converted = items.filter(({ action }) => action === 'convert');
  const nameOf = ({ instanceId }: PlanItem): string => labels.get(instanceId) ?? instanceId;
  const byHand = converted.filter(({ activation }) => activation === 'by-hand').map(nameOf);
  const skms = 'afterwards point Windows at your own KMS server: slmgr.vbs /skms ADDRESS, then slmgr.vbs /ato';
  return [
    ...(byHand.length > 0 ? [{ kind: 'hint', text: `${fewOf(byHand)}: ${skms}` } as const] : []),
    ...converted.flatMap((item) =>
      item.leaves.map((arn): Note => {
        const text = `${nameOf(item)} leaves ${arn}: its discovery rules exclude ${licensingWords(item.to ?? '')}`;
        return { kind: 'hint', text };
      }),
    ),
  ];
}

/** Ways out, each once. */
const fixes = (items: readonly PlanItem[]): readonly Note[] =>
  [...new Set(items.flatMap(({ reasons }) => reasons.flatMap(({ fix }) => fix.slice(0, 1))))].map((fix) => ({
    kind: 'hint',
    text: `to fix: ${fix}`,
  }));
