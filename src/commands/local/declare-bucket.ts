import { declare, type Verb, verb } from '../types.ts';

const remove = declare({
  name: 'bucket delete',
  summary: "delete License Manager's bucket with the reports in it, so that report runs fail",
  description:
    'A sandbox keeps the bucket of the account and Region that reports are written to. Without it a run fails with a reason, which lm report show tells, and the next one comes at the next period. To deny writing and keep the files: lm local permission deny s3:PutObject.',
  arguments: {},
  options: {},
  examples: [{ intent: 'what does a run say without its bucket?', command: 'lm local bucket delete --yes' }],
  mutates: false,
});

const restore = declare({
  name: 'bucket restore',
  summary: "make License Manager's bucket again, empty and under its old name",
  arguments: {},
  options: {},
  examples: [{ intent: 'let reports be written again', command: 'lm local bucket restore' }],
  mutates: false,
});

/** What can happen to the bucket of reports outside License Manager. */
export const bucketVerbs: readonly Verb[] = [
  verb(remove, () => import('./bucket-delete.ts')),
  verb(restore, () => import('./bucket-restore.ts')),
];
