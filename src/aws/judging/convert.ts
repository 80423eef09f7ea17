import type { Input } from '../../contract/operations.ts';
import { check } from '../../validation/catalogue/index.ts';
import { Asking as Facts } from '../../validation/licensing/ask.ts';
import { decideConvert } from '../../validation/licensing/decide-convert.ts';
import { type Asking, decideOver } from '../asking.ts';
import { broken, type Judged } from './judged.ts';

/** CreateLicenseConversionTaskForResource: every prerequisite and limit that can be read of the account. */
export async function judgeConvert(
  input: Input<'license-manager:CreateLicenseConversionTaskForResource'>,
  asking: Asking,
): Promise<Judged> {
  const { verdict, violations, alerts, notChecked } = await decideOver(asking, (world) => decideConvert(input, world));
  return { verdict, violations, alerts, notChecked };
}

/** PutInventory: of an instance that there is; a server that is no instance is known to Systems Manager alone. */
export function judgeReport({ InstanceId: id = '' }: Input<'ssm:PutInventory'>, asking: Asking): Promise<Judged> {
  return decideOver(asking, (world) => {
    const facts = new Facts();
    const fact = id.startsWith('mi-') ? undefined : world.instance(id);
    const instance = fact && facts.value(fact, `instance ${id}`);
    const exists = fact === undefined || !fact.known || (instance !== undefined && instance.state !== 'terminated');
    const violations = check('ssm-node-not-found', { id, exists, reports: true });
    return { ...broken(violations), ...(facts.isOpen ? { verdict: 'unknown' as const } : {}), notChecked: facts.open };
  });
}
