import { USAGE_OPERATIONS } from '../validation/usage-operations.ts';
import { Ids, type RandomHex } from './ids.ts';
import type { Tx } from './store/store.ts';
import type { SandboxRow } from './store/tables/sandbox.ts';

const DEFAULT_ACCOUNT = '111122223333';
const DEFAULT_REGION = 'us-east-1';
/** Amazon's own images belong to this account, as in every Region of AWS. */
const AMAZON = '801119661308';

/** AMIs that cover the usual billing codes; a name, the code, and what a person calls it. */
const IMAGES: readonly (readonly [name: string, usageOperation: string, description: string])[] = [
  ['amazon-linux-2023', 'RunInstances', 'Amazon Linux 2023'],
  ['rhel-9', 'RunInstances:0010', 'Red Hat Enterprise Linux 9, licence included'],
  ['sles-15', 'RunInstances:000g', 'SUSE Linux Enterprise Server 15, licence included'],
  ['ubuntu-pro-22.04', 'RunInstances:0g00', 'Ubuntu Pro 22.04, licence included'],
  ['windows-2022', 'RunInstances:0002', 'Windows Server 2022, licence included'],
  [
    'windows-2022-sql-2022-standard',
    'RunInstances:0006',
    'Windows Server 2022 with SQL Server 2022 Standard, licences included',
  ],
  [
    'windows-2022-sql-2022-enterprise',
    'RunInstances:0102',
    'Windows Server 2022 with SQL Server 2022 Enterprise, licences included',
  ],
];

/** Fills an empty sandbox so that it works at once: one account, one Region, public AMIs. Returns its first row. */
export function fresh(tx: Tx, random: RandomHex, now: number): SandboxRow {
  const ids = new Ids(now, { time: 0, counter: 0 }, random);
  seed(tx, ids, now);
  const { time: idTime, counter: idCounter } = ids.state;
  const defaults = { defaultAccount: DEFAULT_ACCOUNT, defaultRegion: DEFAULT_REGION, charging: 'per-host' } as const;
  return { clockOffset: 0, lastApplied: now, nextDue: undefined, idTime, idCounter, ...defaults };
}

function seed(tx: Tx, ids: Ids, now: number): void {
  tx.sandbox.addAccount({ id: DEFAULT_ACCOUNT, name: 'default' }, now);
  const images = tx.in({ account: AMAZON, region: DEFAULT_REGION }).images;
  for (const [name, usageOperation, description] of IMAGES) {
    images.insert({
      id: ids.next('ami'),
      name,
      description,
      architecture: 'x86_64',
      usageOperation,
      platformDetails: USAGE_OPERATIONS.find((row) => row.usageOperation === usageOperation)?.platformDetails ?? '',
      source: 'amazon',
      sourceId: undefined,
      public: true,
      createdAt: now,
    });
  }
}
