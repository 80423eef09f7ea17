import type { Input } from '../../../contract/operations.ts';
import { check } from '../../../validation/catalogue/index.ts';
import { guard } from '../../../validation/guard.ts';
import { instanceType, nearestInstanceTypes } from '../../../validation/instance-types.ts';
import { operation } from '../../operation.ts';
import { keptBy } from '../cpu.ts';
import { foundInstance, mustBe } from '../instance.ts';

const MODELLED = ['InstanceType'];
/** Members that say which machine and how, not what to change. */
const ADDRESS = ['InstanceId', 'DryRun', 'Attribute', 'Value'];

/**
 * Changes the type of a stopped machine; nothing else of it is modelled. Whether a host, or its licences, take the new
 * type is judged when it starts. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyInstanceAttribute.html
 */
export default operation({
  name: 'ec2:ModifyInstanceAttribute',
  access: 'write',
  constraints: [
    'ec2-instance-not-found',
    'ec2-attribute-not-modelled',
    'ec2-nothing-to-change',
    'ec2-instance-type-unknown',
    'ec2-instance-state',
  ],
  run(_tx, input, context) {
    const row = foundInstance(input.InstanceId, context);
    const wanted = input.InstanceType?.Value ?? (input.Attribute === 'instanceType' ? input.Value : undefined);
    guard(
      check('ec2-attribute-not-modelled', { found: others(input), modelled: MODELLED }),
      check('ec2-nothing-to-change', { given: wanted !== undefined, modelled: MODELLED }),
    );
    const name = wanted ?? '';
    const type = instanceType(name);
    guard(
      check('ec2-instance-type-unknown', {
        instanceType: name,
        known: type !== undefined,
        nearest: nearestInstanceTypes(name),
      }),
    );
    mustBe([row], ['stopped']);
    if (type !== undefined) context.here.instances.resize(row.id, { instanceType: name, ...keptBy(type, row) });
    return {};
  },
});

/** What the request wants to change besides the type. */
function others(input: Input<'ec2:ModifyInstanceAttribute'>): readonly string[] {
  const members = Object.entries(input).flatMap(([name, value]) =>
    value === undefined || ADDRESS.includes(name) || MODELLED.includes(name) ? [] : [name],
  );
  const { Attribute } = input;
  return Attribute === undefined || Attribute === 'instanceType' ? members : [...members, Attribute];
}
