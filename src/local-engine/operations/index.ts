import type { OperationName } from '../../contract/operations.ts';
import type { Operation } from '../operation.ts';

type Loaders = { readonly [K in OperationName]: () => Promise<{ readonly default: Operation<K> }> };
type Service = OperationName extends `${infer S}:${string}` ? S : never;

/** All operations of a service: the compiler asks its index for one line an operation. */
export type OperationsOf<S extends Service> = Pick<Loaders, Extract<OperationName, `${S}:${string}`>>;

/** A command calls one or two services; the lists of the others stay on disk. */
const SERVICES: Readonly<Record<string, () => Promise<{ readonly operations: Partial<Loaders> }>>> = {
  'license-manager': () => import('./license-manager/index.ts'),
  ec2: () => import('./ec2/index.ts'),
  'resource-groups': () => import('./resource-groups/index.ts'),
  ram: () => import('./ram/index.ts'),
  ssm: () => import('./ssm/index.ts'),
  sts: () => import('./sts/index.ts'),
  organizations: () => import('./organizations/index.ts'),
  sns: () => import('./sns/index.ts'),
  iam: () => import('./iam/index.ts'),
} satisfies { readonly [S in Service]: () => Promise<{ readonly operations: OperationsOf<S> }> };

/** The operation of that name, loaded when it is called. */
export async function operationNamed<K extends OperationName>(name: K): Promise<Operation<K>> {
  const found = await SERVICES[name.slice(0, name.indexOf(':'))]?.();
  const load = found?.operations[name];
  if (load === undefined) throw new TypeError(`${name} is in the list of no service`);
  return (await load()).default;
}
