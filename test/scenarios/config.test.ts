import { describe } from 'vitest';
import { scenario } from '../support/scenario.ts';

describe('terms', () => {
  scenario(
    'config-hard-limit-default-soft, config-status-values, config-description-optional: what a new one is',
    `
    config   sql vcpu count=10
    shown    sql LicenseCountHardLimit=false Status=AVAILABLE ConsumedLicenses=0 Description=undefined LicenseRules=
    update   sql description=databases
    shown    sql Description=databases Name=sql
  `,
  );

  scenario(
    'config-count-optional: without a number nothing is too many',
    `
    config   sql vcpu
    launch   a from amazon-linux-2023 m5.24xlarge x20 config=sql
    usage    sql 1920
    over     sql no
    shown    sql LicenseCount=undefined
  `,
  );

  scenario(
    'config-hard-limit-needs-count: enforcing needs a number',
    `
    config   sql vcpu hard            | refused config-hard-limit-needs-count
    config   sql vcpu count=0 hard
  `,
  );

  scenario(
    'config-edit-lower-count: accepted, flagged, nothing stops',
    `
    config   sql vcpu count=10 hard
    launch   a from amazon-linux-2023 m5.xlarge x2 config=sql
    update   sql count=8
    update   sql count=4    | alert config-edit-lower-count
    over     sql yes
    machine  a1 running
    usage    sql 8
    launch   b from amazon-linux-2023 m5.large config=sql   | refused launch-hard-block requested=2 used=8 limit=4 short=6
  `,
  );

  scenario(
    'config-edit-soft-to-hard: only what comes later is refused',
    `
    config   app instance count=4
    launch   a from amazon-linux-2023 m5.large x6 config=app   | alert launch-soft-alert over=2
    update   app hard
    machine  a6 running
    usage    app 6
    launch   b from amazon-linux-2023 m5.large config=app      | refused launch-hard-block requested=1 used=6 limit=4 short=3
  `,
  );

  scenario(
    'config-region-scoped: another Region neither sees nor uses it',
    `
    config   sql vcpu
    region   eu-west-1
    update   sql count=4                                     | refused config-region-scoped region=eu-west-1
    config   sql2 vcpu
    region   us-east-1
    update   sql count=4
  `,
  );

  scenario(
    'config-edit-owner-only: another account cannot change or delete it',
    `
    config   sql vcpu
    account  other 444455556666
    as       other
    update   sql count=4    | refused config-edit-owner-only
    delete   sql            | refused config-edit-owner-only
    as       home
    update   sql count=4
    delete   sql
  `,
  );
});
