import { check } from '../../../validation/catalogue/index.ts';
import { guard } from '../../../validation/guard.ts';
import { instanceType } from '../../../validation/instance-types.ts';
import { operation } from '../../operation.ts';
import { cpuViolations } from '../cpu.ts';
import { foundInstance, mustBe } from '../instance.ts';

const MODELLED = ['CoreCount', 'ThreadsPerCore'];

/**
 * Changes what a stopped machine shows and counts of its cores (never what it takes of a host); what is not given stays.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyInstanceCpuOptions.html
 */
export default operation({
  name: 'ec2:ModifyInstanceCpuOptions',
  access: 'write',
  constraints: [
    'ec2-instance-not-found',
    'ec2-attribute-not-modelled',
    'ec2-nothing-to-change',
    'ec2-instance-state',
    'ec2-cpu-options-valid',
  ],
  run(_tx, input, context) {
    const row = foundInstance(input.InstanceId, context);
    const { CoreCount, ThreadsPerCore, NestedVirtualization } = input;
    const given = CoreCount !== undefined || ThreadsPerCore !== undefined;
    const found = NestedVirtualization === undefined ? [] : ['NestedVirtualization'];
    guard(
      check('ec2-attribute-not-modelled', { found, modelled: MODELLED }),
      check('ec2-nothing-to-change', { given, modelled: MODELLED }),
    );
    mustBe([row], ['stopped']);
    const type = instanceType(row.instanceType);
    const coreCount = CoreCount ?? row.coreCount;
    const threadsPerCore = ThreadsPerCore ?? row.threadsPerCore;
    if (type !== undefined) guard(cpuViolations(type, { coreCount, threadsPerCore }));
    context.here.instances.resize(row.id, { instanceType: row.instanceType, coreCount, threadsPerCore });
    return {
      InstanceId: row.id,
      CoreCount: coreCount ?? type?.cores,
      ThreadsPerCore: threadsPerCore ?? type?.threadsPerCore,
    };
  },
});
