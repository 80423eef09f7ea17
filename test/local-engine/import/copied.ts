import { readAccount } from '../../../src/commands/local/import/read-account.ts';
import type { AccountCopy, ConfigurationCopy, CopyReport } from '../../../src/contract/copy.ts';
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
  const { unread: _, unseen: __, nodes, configurations, ...all } = await readAccount(call, scope);
  // A sandbox knows which agent is the latest as long as its machine has not reported another.
  const told = nodes.map(({ information: { IsLatestVersion, ...information }, items }) => ({ information, items }));
  return { ...all, nodes: told, configurations: configurations.map((one) => ownFigures(one, scope)) };
}

/** Of what is shared with the account only the total is copied, not by what kind of resources others take it. */
function ownFigures(copy: ConfigurationCopy, { account }: Scope): ConfigurationCopy {
  if (copy.configuration.OwnerAccountId === account) return copy;
  const { ConsumedLicenseSummaryList: _, ManagedResourceSummaryList: __, ...configuration } = copy.configuration;
  return { ...copy, configuration };
}
