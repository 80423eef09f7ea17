import type { Assumption, AssumptionKind } from '../../contract/copy.ts';

/** What is taken to be so, because AWS has no call that tells it. */
const STATEMENTS: Readonly<Record<AssumptionKind, string>> = {
  'affinity-clock': 'licences are tied to a host from the moment at which AWS says that they were associated',
  'association-origin': 'machines came under a configuration by their launch, everything else by hand',
  charging: 'Core and Socket charge a Dedicated Host once: nothing in the account shows which way it is',
  'configuration-created': 'license configurations and host resource groups were made at the moment of the copy',
  'conversion-step': 'licence type conversions that were under way go on as they do in a sandbox',
  'eviction-deadline': 'machines on a host that has left its shared group got their 15 days at the moment of the copy',
  'foreign-machine': 'machines of other accounts stay on the hosts: their room is taken, and they are not listed',
  'host-capacity': 'hosts of families that the program does not know take as many cores as they have',
  'host-group': 'hosts and machines of host resource groups that cannot be seen are as those of none',
  'image-sharing': 'private AMIs are shared with nobody: whom they are shared with was not read',
  'image-source': 'AMIs that bring a Windows licence along were imported, others registered',
  'image-unseen': 'AMIs that cannot be seen stay associated: whether they are deregistered or another’s is not told',
  'in-transition': 'machines that were pending, stopping or shutting down have arrived',
  'instance-type': 'machines of types that the program does not know take no room on their host',
  'node-agent': 'Systems Manager’s agents of machines that are not running will answer when these run',
  'organization-members': 'of the organization only those accounts are copied that share something with this one',
  'organization-sharing': 'sharing within the organization is switched on where something is shared that way, else off',
  'pending-invitation': 'what is in shares that wait for an answer, or were not accepted, is not told: they are empty',
  quota: 'the usual quotas of License Manager hold, or what the account has where that is more',
  'report-generator':
    'report generators run next a period after their last report; those reports, and generators that run once, are not copied',
  'share-way': 'shares of others name this account, not its organization or a unit: whom they name is not told',
  'shared-configuration': 'of license configurations that other accounts share, what those take stands as not copied',
  'shared-group-hosts':
    'hosts of groups that other accounts share have room and licences only for the machines that they carry: others’ are not told',
  'unseen-configuration':
    'license configurations that the account cannot see are not copied: launches under them are judged to be unknown',
  'usage-unread': 'what may not be read of the usage is counted by the rules, the rest of AWS’s figure as not copied',
};

const FEW = 3;

/** Collects assumptions by kind while a copy is planned. */
export class Assumed {
  readonly #of = new Map<AssumptionKind, Set<string>>();

  note(kind: AssumptionKind, name: string): void {
    const names = this.#of.get(kind) ?? new Set();
    this.#of.set(kind, names.add(name));
  }

  /** One row a kind, in alphabetical order. */
  list(): readonly Assumption[] {
    return [...this.#of]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([kind, names]) => ({
        kind,
        count: names.size,
        statement: STATEMENTS[kind],
        of: [...names].slice(0, FEW),
      }));
  }
}
