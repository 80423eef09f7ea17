/** A copy of an AWS account as the content of a sandbox: planned without the store, then filled in. */
export { fill } from './fill.ts';
export { planCopy } from './plan.ts';
