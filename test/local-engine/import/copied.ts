import { expect, test } from 'vitest';
import { readAccount } from '../../../src/commands/local/import/read-account.ts';
import type { AccountCopy, AssumptionKind, ConfigurationCopy, CopyReport } from '../../../src/contract/copy.ts';
import type { Call, Scope } from '../../../src/contract/ports.ts';
import { SandboxAdmin } from '../../../src/local-engine/sandbox.ts';
import { testSandbox } from '../../support/sandbox.ts';
import { chargesFollowMachines, sound, totalsAreSums } from '../../support/scenario/invariants.ts';
import { Stage } from '../../support/scenario/stage.ts';
import { play, playOn } from '../../support/scenario.ts';

/** Another sandbox, filled with a copy, whose clock begins where the copied one's stands. */
export async function filledWith(copy: AccountCopy, now: number) {
  const sandbox = testSandbox(now);
  const admin = new SandboxAdmin(sandbox.engine, sandbox.database, { sandbox: 'copy', wall: () => now });
  const report: CopyReport = await admin.fillWith(copy, true);
  return { sandbox, admin, report };
}

/** A copy of an account of a scenario, on a stage of its own where the same names mean the same ids. */
export async function copyOf(stage: Stage, name: string) {
  const scope = { ...stage.scope, account: stage.id(name) };
  const now = stage.sandbox.engine.ask((moment) => moment.now);
  const original: Call = (operation, input) => stage.sandbox.call(operation, input, scope);
  const copy = await readAccount(original, scope);
  const { sandbox, report } = await filledWith(copy, now);
  const copied: Call = (operation, input) => sandbox.call(operation, input, scope);
  const there = new Stage(sandbox, stage);
  there.scope = scope;
  return { scope, copy, report, original, copied, stage: there, sandbox };
}

/** What must hold of a copy after each row; hosts that are not seen are full of machines that are not there. */
export async function booksHold({ sandbox: { database } }: Stage): Promise<void> {
  totalsAreSums(database);
  chargesFollowMachines(database);
  sound(database);
}

/**
 * A scenario of which the first part is played, then an account is copied, and the second part is played in the copy.
 * @param copying the account whose copy it is, and what is assumed on the way, by kind
 */
export function copyScenario(
  title: string,
  before: string,
  copying: { readonly of: string; readonly assumed?: readonly AssumptionKind[] },
  inCopy: string,
): void {
  test(title, () =>
    play(before, async (original) => {
      const { stage, report, copied, scope, original: call } = await copyOf(original, copying.of);
      expect(report.unread).toEqual([]);
      const kinds = report.assumed.map(({ kind }) => kind);
      expect(kinds).toEqual(expect.arrayContaining([...(copying.assumed ?? [])]));
      expect(await saysOfItself(copied, scope)).toEqual(await saysOfItself(call, scope));
      await playOn(stage, inCopy, booksHold);
      stage.sandbox.engine.close();
    }),
  );
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
