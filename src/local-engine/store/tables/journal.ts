import type { Violation } from '../../../contract/decision.ts';
import type { Scope } from '../../../contract/ports.ts';
import type { Database } from '../database.ts';
import { int, optionalText, text } from '../rows.ts';

/** One API call, as CloudTrail records it. */
export interface EventRow {
  readonly at: number;
  readonly operation: string;
  readonly readOnly: boolean;
  readonly requestId: string;
  /** Request parameters as JSON, secrets already removed. */
  readonly request: string;
  readonly errorCode: string | undefined;
  readonly errorMessage: string | undefined;
}

export interface FailureRow {
  readonly key: number;
  readonly at: number;
  readonly resourceArn: string;
  readonly resourceType: string;
  readonly operation: string;
  readonly owner: string;
  readonly requestedBy: string;
  readonly message: string;
}

export interface AlertRow {
  /** The account that owns the configuration. */
  readonly account: string;
  readonly at: number;
  readonly kind: 'soft' | 'refused';
  readonly operation: string;
  readonly caller: string;
  readonly violation: Violation;
}

export interface RememberedAnswer {
  readonly input: string;
  readonly answer: string;
}

/** What is kept about calls: the trail, failures, alerts, and answers by client token. */
export class Journal {
  constructor(
    private readonly db: Database,
    private readonly scope: Scope,
  ) {}

  event(row: EventRow): void {
    this.db.run(
      `INSERT INTO event (account, region, at, operation, read_only, request_id, request, error_code, error_message)
       VALUES ($account, $region, $at, $operation, $readOnly, $requestId, $request, $errorCode, $errorMessage)`,
      { ...row, errorCode: row.errorCode ?? null, errorMessage: row.errorMessage ?? null, ...this.here },
    );
  }

  /** One call that was made several times, in this order: events that differ in their moment and request id alone. */
  sameEvents(row: Omit<EventRow, 'at' | 'requestId'>, calls: readonly Pick<EventRow, 'at' | 'requestId'>[]): void {
    this.db.run(
      `INSERT INTO event (account, region, at, operation, read_only, request_id, request, error_code, error_message)
       SELECT $account, $region, value ->> 0, $operation, $readOnly, value ->> 1, $request, $errorCode, $errorMessage
       FROM json_each($calls)`,
      {
        ...row,
        errorCode: row.errorCode ?? null,
        errorMessage: row.errorMessage ?? null,
        calls: JSON.stringify(calls.map(({ at, requestId }) => [at, requestId])),
        ...this.here,
      },
    );
  }

  alert(row: AlertRow): void {
    this.db.run(
      `INSERT INTO alert (account, region, at, kind, operation, caller, violation)
       VALUES ($account, $region, $at, $kind, $operation, $caller, $violation)`,
      { ...row, violation: JSON.stringify(row.violation), region: this.scope.region },
    );
  }

  failure(configurationKey: number, row: Omit<FailureRow, 'key'>): void {
    this.db.run(
      `INSERT INTO failure (configuration_key, at, resource_arn, resource_type, operation, owner, requested_by, message)
       VALUES ($configurationKey, $at, $resourceArn, $resourceType, $operation, $owner, $requestedBy, $message)`,
      { configurationKey, ...row },
    );
  }

  failures(configurationKey: number, afterKey: number, limit: number): readonly FailureRow[] {
    return this.db
      .all(
        'SELECT * FROM failure WHERE configuration_key = $configurationKey AND key > $afterKey ORDER BY key LIMIT $limit',
        {
          configurationKey,
          afterKey,
          limit,
        },
      )
      .map((row) => ({
        key: int(row, 'key'),
        at: int(row, 'at'),
        resourceArn: text(row, 'resource_arn'),
        resourceType: text(row, 'resource_type'),
        operation: text(row, 'operation'),
        owner: text(row, 'owner'),
        requestedBy: text(row, 'requested_by'),
        message: text(row, 'message'),
      }));
  }

  remembered(operation: string, token: string): RememberedAnswer | undefined {
    const row = this.db.get(
      'SELECT input, answer FROM client_token WHERE account = $account AND region = $region AND operation = $operation AND token = $token',
      { operation, token, ...this.here },
    );
    return row && { input: text(row, 'input'), answer: text(row, 'answer') };
  }

  remember(operation: string, token: string, kept: RememberedAnswer, at: number): void {
    this.db.run(
      `INSERT INTO client_token (account, region, operation, token, input, answer, at)
       VALUES ($account, $region, $operation, $token, $input, $answer, $at)`,
      { operation, token, ...kept, at, ...this.here },
    );
  }

  /** The trail after a key, oldest first. */
  events(afterKey: number, limit: number): readonly (EventRow & { readonly key: number })[] {
    return this.db
      .all(
        'SELECT * FROM event WHERE account = $account AND region = $region AND key > $afterKey ORDER BY key LIMIT $limit',
        {
          afterKey,
          limit,
          ...this.here,
        },
      )
      .map((row) => ({
        key: int(row, 'key'),
        at: int(row, 'at'),
        operation: text(row, 'operation'),
        readOnly: int(row, 'read_only') !== 0,
        requestId: text(row, 'request_id'),
        request: text(row, 'request'),
        errorCode: optionalText(row, 'error_code'),
        errorMessage: optionalText(row, 'error_message'),
      }));
  }

  private get here() {
    return { account: this.scope.account, region: this.scope.region };
  }
}
