import { UsageError } from '../../contract/usage.ts';

/** What is carried out of a plan, and what it rests on. */
export interface Planned {
  readonly instanceId: string;
  readonly name: string;
  readonly action: string;
  readonly from: string;
  readonly to: string;
  readonly restsOn: Readonly<Record<string, unknown>>;
}

export interface PlanFile {
  readonly account: string;
  readonly region: string;
  readonly instances: readonly Planned[];
}

const HINT = 'make one with: lm convert plan --to byol INSTANCE -o json > plan.json';
const VERSION = 1;

/** Reads a plan as lm convert plan -o json writes it. @throws UsageError for anything else */
export function readPlan(text: string, file: string): PlanFile {
  const value = parsed(text, file);
  if (!isObject(value) || Reflect.get(value, 'kind') !== 'conversion-plan')
    throw new UsageError(`${file} is no conversion plan`, HINT);
  const version: unknown = Reflect.get(value, 'formatVersion');
  if (version !== VERSION)
    throw new UsageError(`${file} is a plan of format ${version}, this lm reads ${VERSION}`, 'make the plan again');
  const list: unknown = Reflect.get(value, 'instances');
  if (!Array.isArray(list)) throw new UsageError(`${file} names no instances`, HINT);
  const instances = list.map((one) => planned(one, file));
  return { account: textOf(value, 'account'), region: textOf(value, 'region'), instances };
}

function planned(one: unknown, file: string): Planned {
  const restsOn: unknown = isObject(one) ? Reflect.get(one, 'restsOn') : undefined;
  if (!isObject(one) || !isObject(restsOn) || textOf(one, 'instanceId') === '')
    throw new UsageError(`${file} has an instance that is none`, HINT);
  return {
    instanceId: textOf(one, 'instanceId'),
    name: textOf(one, 'name') || textOf(one, 'instanceId'),
    action: textOf(one, 'action'),
    from: textOf(one, 'from'),
    to: textOf(one, 'to'),
    restsOn: Object.fromEntries(Object.entries(restsOn)),
  };
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(`${file} is no JSON`, HINT);
  }
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function textOf(value: object, member: string): string {
  const found: unknown = Reflect.get(value, member);
  return typeof found === 'string' ? found : '';
}
