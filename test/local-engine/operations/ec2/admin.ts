import type { Engine } from '../../../../src/local-engine/engine.ts';

/** What `lm local` sets in a sandbox. */
export class Admin {
  constructor(private readonly engine: Engine) {}

  quota(name: string, value: number): void {
    this.engine.change(({ tx }) => tx.sandbox.setQuota(name, value));
  }
}
