/** What becomes of Windows' activation when a licence type conversion is done. */
export type Activation = 'automatic' | 'by-hand' | 'unchanged';

/** A licence type conversion as data: which machine, from which billing code to which, and what follows. */
export interface ConversionPlan {
  readonly instanceId: string;
  readonly instanceArn: string;
  /** Billing codes, `RunInstances:0800`. */
  readonly source: string;
  readonly destination: string;
  readonly activation: Activation;
  /** License configurations that the machine leaves, by ARN, since all their discovery rules exclude what AWS then licenses. */
  readonly leaves: readonly string[];
}
