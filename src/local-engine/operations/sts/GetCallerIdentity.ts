import { rootArn } from '../../../validation/arns.ts';
import { operation } from '../../operation.ts';

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html */
export default operation({
  name: 'sts:GetCallerIdentity',
  access: 'read',
  constraints: [],
  run(_tx, _input, { scope }) {
    return {
      Account: scope.account,
      UserId: scope.account,
      Arn: rootArn(scope),
    };
  },
});
