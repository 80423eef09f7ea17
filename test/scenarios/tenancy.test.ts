import { describe } from 'vitest';
import { scenario } from '../support/scenario.ts';

/** Billing code x tenancy, at launch and at start. */
describe('billing codes and tenancies', () => {
  scenario(
    'tenancy-matrix-linux, tenancy-matrix-windows-li: Linux and included Windows run everywhere',
    `
    host     h m5
    launch   a from amazon-linux-2023 m5.large
    launch   b from amazon-linux-2023 m5.large dedicated
    launch   c from amazon-linux-2023 m5.large host
    launch   d from windows-2022 m5.large
    launch   e from windows-2022 m5.large dedicated
    launch   f from windows-2022 m5.large host
    machine  f running code=RunInstances:0002
    stop     f
    start    f
    machine  f running code=RunInstances:0002
  `,
  );

  scenario(
    'tenancy-matrix-rhel-li: included Red Hat does not run on hosts',
    `
    host     h m5
    launch   a from rhel-9 m5.large host       | refused tenancy-matrix-rhel-li
    launch   a from rhel-9 m5.large
    launch   b from rhel-9 m5.large dedicated
  `,
  );

  scenario(
    'tenancy-matrix-suse-li: included SUSE does not run on hosts',
    `
    host     h m5
    launch   a from sles-15 m5.large host      | refused tenancy-matrix-suse-li
    launch   a from sles-15 m5.large
    launch   b from sles-15 m5.large dedicated
  `,
  );

  scenario(
    'tenancy-matrix-sql-li: included SQL Server does not run on hosts',
    `
    host     h m5
    launch   a from windows-2022-sql-2022-standard m5.large host     | refused tenancy-matrix-sql-li
    launch   a from windows-2022-sql-2022-enterprise m5.large host   | refused tenancy-matrix-sql-li
    launch   a from windows-2022-sql-2022-standard m5.large
    launch   b from windows-2022-sql-2022-enterprise m5.large dedicated
  `,
  );

  scenario(
    'tenancy-matrix-other-li: no other included licence runs on hosts',
    `
    host     h m5
    launch   a from ubuntu-pro-22.04 m5.large host     | refused tenancy-matrix-other-li
    launch   a from ubuntu-pro-22.04 m5.large
  `,
  );

  scenario(
    'launch-billing-tenancy: the table comes before the rules, and capacity and counts are not judged',
    `
    config   win core count=1 hard minCores=8
    launch   a from rhel-9 m5.large host config=win   | refused tenancy-matrix-rhel-li rule-minimum-cores-check found=1
  `,
  );
});
