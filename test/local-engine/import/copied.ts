import { readAccount } from '../../../src/commands/local/import/read-account.ts';
import type { AccountCopy, CopyReport } from '../../../src/contract/copy.ts';
import type { Call, Scope } from '../../../src/contract/ports.ts';
import { SandboxAdmin } from '../../../src/local-engine/sandbox.ts';
import { testSandbox } from '../../support/sandbox.ts';

/** Another sandbox, filled with a copy, whose clock begins where the copied one's stands. */
export async function filledWith(copy: AccountCopy, now: number) {
  const sandbox = testSandbox(now);
  const admin = new SandboxAdmin(sandbox.engine, sandbox.database, { sandbox: 'copy', wall: () => now });
  const report: CopyReport = await admin.fillWith(copy, true);
  return { sandbox, admin, report };
}

/** Everything that an account says of itself, as a program reads it: a copy of it must say the same. */
export async function saysOfItself(call: Call, scope: Scope) {
  const { unread: _, ...all } = await readAccount(call, scope);
  return all;
}
