import type { Violation } from '../contract/decision.ts';
import type { Fault } from '../contract/fault.ts';
import type { OperationName } from '../contract/operations.ts';
import type { Scope } from '../contract/ports.ts';
import { imageArn, instanceArn, parseConfigurationArn, parseResourceArn } from '../validation/arns.ts';
import { raiseAlert } from './ledger/alert.ts';
import type { Tx } from './store/store.ts';
import type { AlertRow } from './store/tables/journal.ts';

/** A call as it is kept: for the trail, the failure list and the alerts. */
export interface CallRecord {
  readonly operation: OperationName;
  readonly access: 'read' | 'write';
  readonly input: object;
  readonly scope: Scope;
  readonly at: number;
  readonly requestId: string;
  readonly alerts: readonly Violation[];
  readonly fault?: Fault;
}

/** One time that a call was made. */
export type Time = Pick<CallRecord, 'at' | 'requestId'>;

/** Members that may hold secrets; the trail keeps that they were sent, never what. */
const SECRET = new Set(['UserData', 'Message', 'MessageAttributes', 'PhoneNumber']);

const redacted = (key: string, value: unknown): unknown =>
  SECRET.has(key) && value !== undefined ? '(not kept)' : value;

/** Writes the event of a call; for a refused one also a failure and an alert under every configuration that refused it. */
export function recordCall(tx: Tx, call: CallRecord): void {
  tx.in(call.scope).journal.event({ at: call.at, requestId: call.requestId, ...eventOf(call) });
  for (const violation of call.alerts) raiseAlert(tx, call.scope.region, alertOf(call, violation, 'soft'));
  for (const violation of call.fault?.violations ?? []) recordRefusal(tx, call, violation);
}

/** Writes a call that was made again and again without an error, in one statement. */
export function recordAgain(tx: Tx, call: CallRecord, times: readonly Time[]): void {
  const [time, ...more] = times;
  if (time !== undefined && more.length === 0) recordCall(tx, { ...call, ...time });
  else tx.in(call.scope).journal.sameEvents(eventOf(call), times);
}

const eventOf = ({ operation, access, input, fault }: CallRecord) => ({
  operation,
  readOnly: access === 'read',
  request: JSON.stringify(input, redacted),
  errorCode: fault?.code,
  errorMessage: fault?.message,
});

function recordRefusal(tx: Tx, call: CallRecord, violation: Violation): void {
  const arn = violation.args['licenseConfigurationArn'];
  const parsed = typeof arn === 'string' ? parseConfigurationArn(arn) : undefined;
  const configuration = parsed && tx.across.configuration(parsed.id);
  if (configuration === undefined) return;
  const { journal } = tx.in(call.scope);
  journal.failure(configuration.key, {
    at: call.at,
    ...resourceOf(call),
    operation: call.operation.slice(call.operation.indexOf(':') + 1),
    owner: call.scope.account,
    requestedBy: call.scope.account,
    message: call.fault?.message ?? '',
  });
  raiseAlert(tx, call.scope.region, alertOf(call, violation, 'refused'));
}

/** What a refused call was about: the resource it names, the machine it would start, or the AMI it would launch. */
function resourceOf({ input, scope }: CallRecord): { readonly resourceArn: string; readonly resourceType: string } {
  const named: unknown = Reflect.get(input, 'ResourceArn');
  const machines: unknown = Reflect.get(input, 'InstanceIds');
  const image: unknown = Reflect.get(input, 'ImageId');
  if (typeof named === 'string') {
    const { kind } = parseResourceArn(named);
    return { resourceArn: named, resourceType: kind === 'other' ? 'EC2_INSTANCE' : kind };
  }
  if (Array.isArray(machines) && machines.length === 1)
    return { resourceArn: instanceArn(scope, String(machines[0])), resourceType: 'EC2_INSTANCE' };
  if (typeof image === 'string') return { resourceArn: imageArn(scope.region, image), resourceType: 'EC2_AMI' };
  return { resourceArn: '', resourceType: 'EC2_INSTANCE' };
}

function alertOf(call: CallRecord, violation: Violation, kind: 'soft' | 'refused'): AlertRow {
  const arn = violation.args['licenseConfigurationArn'];
  const owner = typeof arn === 'string' ? parseConfigurationArn(arn)?.account : undefined;
  // A notice to another account is for that account.
  const consumer = violation.args['consumer'];
  return {
    account: typeof consumer === 'string' ? consumer : (owner ?? call.scope.account),
    at: call.at,
    kind,
    operation: call.operation,
    caller: call.scope.account,
    violation,
  };
}
