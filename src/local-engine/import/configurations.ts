import type { AccountCopy, ConfigurationCopy, Difference } from '../../contract/copy.ts';
import type { CopiedBooks } from '../ledger/copied.ts';
import type { NewConfiguration } from '../store/tables/configurations.ts';
import type { CopiedInstance } from '../store/tables/instances.ts';
import type { TagRow } from '../store/tables/tags.ts';
import type { Assumed } from './assumed.ts';
import { booksOf } from './books.ts';
import type { CopiedHost } from './hosts.ts';
import { tagRows } from './tags.ts';

export interface CopiedConfiguration {
  /** The account that it belongs to: the copied one, or one that shares it. */
  readonly owner: string;
  readonly row: NewConfiguration;
  readonly books: CopiedBooks;
  readonly differences: readonly Difference[];
  readonly tags: readonly TagRow[];
}

/** What the books of configurations are made from. */
export interface Around {
  readonly copy: AccountCopy;
  readonly machines: ReadonlyMap<string, CopiedInstance>;
  readonly hosts: ReadonlyMap<string, CopiedHost>;
  readonly charging: 'per-host' | 'per-machine';
  readonly now: number;
  readonly assumed: Assumed;
}

/** The license configurations that the account owns, and those that are shared with it. */
export function copiedConfigurations(around: Around): readonly CopiedConfiguration[] {
  const { copy, assumed } = around;
  for (const { configurationArn } of copy.unseen) assumed.note('unseen-configuration', configurationArn);
  return copy.configurations.map((one) => copied(one, around));
}

function copied(one: ConfigurationCopy, around: Around): CopiedConfiguration {
  const { configuration } = one;
  const { assumed } = around;
  const { account } = around.copy.scope;
  const row: NewConfiguration = {
    id: configuration.LicenseConfigurationId ?? '',
    name: configuration.Name ?? '',
    description: configuration.Description,
    counting: configuration.LicenseCountingType ?? 'vCPU',
    licenseCount: configuration.LicenseCount,
    hard: configuration.LicenseCountHardLimit ?? false,
    status: configuration.Status === 'DISABLED' ? 'DISABLED' : 'AVAILABLE',
    rules: configuration.LicenseRules ?? [],
    products: JSON.stringify(configuration.ProductInformationList ?? []),
    disassociateWhenNotFound: configuration.DisassociateWhenNotFound ?? false,
    expiry: configuration.LicenseExpiry,
    createdAt: around.now,
  };
  const owner = configuration.OwnerAccountId ?? account;
  const { books, differences } = booksOf(row, one, around);
  assumed.note(owner === account ? 'configuration-created' : 'shared-configuration', row.name);
  // Of what is shared only the owner sees the figures behind the total.
  const told = owner === account ? differences : [];
  return { owner, row, books, differences: told, tags: tagRows(configuration.Tags) };
}
