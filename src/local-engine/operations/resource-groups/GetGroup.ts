import { operation } from '../../operation.ts';
import { foundGroup, GROUP_CONSTRAINTS, groupAnswer } from '../group.ts';

/** https://docs.aws.amazon.com/ARG/latest/APIReference/API_GetGroup.html */
export default operation({
  name: 'resource-groups:GetGroup',
  access: 'read',
  decides: true,
  constraints: GROUP_CONSTRAINTS,
  run: (tx, input, context) => ({ Group: groupAnswer(foundGroup(tx, input, context)) }),
});
