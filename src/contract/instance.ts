import type { _InstanceType, InstanceStateName } from '@aws-sdk/client-ec2';
import type { Tenancy } from './world.ts';

const CODES: Readonly<Record<InstanceStateName, number>> = {
  pending: 0,
  running: 16,
  'shutting-down': 32,
  terminated: 48,
  stopping: 64,
  stopped: 80,
};

/** A state as EC2 answers it: "InstanceState", https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InstanceState.html */
export const stateAnswer = (name: InstanceStateName) => ({ Code: CODES[name], Name: name });

/** Whether a value is a tenancy as EC2 names it. */
export const isTenancy = (value: unknown): value is Tenancy =>
  value === 'default' || value === 'dedicated' || value === 'host';

/** Whether a value has the form of an instance type; the types that there are grow faster than any list. */
export const isInstanceType = (value: unknown): value is _InstanceType =>
  typeof value === 'string' && /^[a-z0-9-]+\.[a-z0-9-]+$/.test(value);
