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

describe('associations', () => {
  scenario(
    'config-associate-one-by-one-or-bulk: both lists apply or neither does',
    `
    config   sql vcpu count=4 hard
    config   app instance
    config   big vcpu count=2 hard
    launch   a from amazon-linux-2023 m5.xlarge config=sql
    swap     sql for app on a
    usage    sql 0
    usage    app 1
    swap     app for big on a    | refused config-associate-hard-limit requested=4 used=0 limit=2 short=2
    usage    app 1
    licences a app
    attach   sql,big to a        | refused config-associate-hard-limit configuration=big
    licences a app
  `,
  );

  scenario(
    'config-associate-duplicate: adding it again changes nothing',
    `
    config   sql vcpu
    launch   a from amazon-linux-2023 m5.xlarge config=sql
    attach   sql to a
    usage    sql 4
    managed  sql EC2_INSTANCE=1
  `,
  );

  scenario(
    'config-disassociate-releases: what it took comes back at once',
    `
    config   sql vcpu
    launch   a from amazon-linux-2023 m5.xlarge config=sql
    detach   sql from a
    usage    sql 0
    associations sql
  `,
  );

  scenario(
    'config-associate-hard-limit: a running machine that does not fit is not attached, a stopped one is',
    `
    config   sql vcpu count=4 hard
    launch   a from amazon-linux-2023 m5.2xlarge
    attach   sql to a        | refused config-associate-hard-limit requested=8 used=0 limit=4 short=4
    failures sql UpdateLicenseSpecificationsForResource
    stop     a
    attach   sql to a
    start    a               | refused launch-hard-block requested=8
    launch   b from amazon-linux-2023 m5.xlarge
    attach   sql to b
    usage    sql 4 a=0 b=4
  `,
  );

  scenario(
    'config-associate-state, config-associate-target-kinds, launch-template-not-via-lm: what takes a licence',
    `
    config   sql vcpu
    launch   a from amazon-linux-2023 m5.xlarge
    terminate a
    attach   sql to a                       | refused config-associate-state state=terminated
    attach   sql to i-0123456789abcdef0     | refused ec2-instance-not-found
    attach   sql to lt-0123456789abcdef0    | refused launch-template-not-via-lm
    attach   sql to h-0123456789abcdef0     | refused host-not-found
    attach   sql to ami-0123456789abcdef0   | refused ami-accessible-only
    launch   b from amazon-linux-2023 m5.xlarge
    attach   sql to b
  `,
  );

  scenario(
    'quota-configurations-25, quota-disabled-counts, config-delete-permanent: a slot is free only after a deletion',
    `
    quota    configurations 2
    config   a vcpu
    config   b vcpu
    config   c vcpu        | refused quota-configurations-25 existing=2 limit=2
    deactivate b
    config   c vcpu        | refused quota-configurations-25
    delete   b
    config   c vcpu
    delete   b             | refused config-not-found
    region   eu-west-1
    config   d vcpu
  `,
  );

  scenario(
    'config-delete-needs-no-associations, config-change-terms-workflow: detach, delete, make anew, attach',
    `
    config   old vcpu
    launch   a from amazon-linux-2023 m5.xlarge config=old
    delete   old            | refused config-delete-needs-no-associations associated=a
    detach   old from a
    delete   old
    config   new vcpu honor=True
    attach   new to a
    usage    new 4
  `,
  );
});

describe('deactivation (OQ-01)', () => {
  scenario(
    'config-deactivate-requires-no-running, config-deactivate-how, config-deactivate-keeps-existing: (a) and (b)',
    `
    config   sql vcpu
    ami      web config=sql
    launch   a from web m5.xlarge
    deactivate sql    | refused config-deactivate-requires-no-running running=a
    stop     a
    deactivate sql
    shown    sql Status=DISABLED
    associations sql a web
  `,
  );

  scenario(
    'config-deactivate-ami-launch-allowed: (c) a launch from its AMI is neither judged nor counted',
    `
    config   sql vcpu count=0 hard
    ami      web config=sql
    deactivate sql
    launch   a from web m5.xlarge
    usage    sql 0
    licences a
  `,
  );

  scenario(
    'config-deactivate-direct-launch-refused, config-deactivate-association-refused: (d) it cannot be named',
    `
    config   sql vcpu
    launch   a from amazon-linux-2023 m5.xlarge
    deactivate sql
    launch   b from amazon-linux-2023 m5.xlarge config=sql   | refused config-deactivate-direct-launch-refused
    attach   sql to a                                        | refused config-deactivate-association-refused
    activate sql
    launch   b from amazon-linux-2023 m5.xlarge config=sql
    attach   sql to a
  `,
  );

  scenario(
    'config-deactivate-stops-tracking, config-reactivate: (e) starts go untracked, (f) what runs counts from then on',
    `
    config   sql vcpu count=4 hard
    launch   a from amazon-linux-2023 m5.xlarge config=sql
    stop     a
    deactivate sql
    start    a
    usage    sql 0 a=0
    launch   b from amazon-linux-2023 m5.xlarge
    stop     b
    activate sql
    usage    sql 4 a=4
    stop     a
    deactivate sql
    start    a
    stop     a
    usage    sql 0
    activate sql
    usage    sql 0
  `,
  );

  scenario(
    'config-reactivate: above a hard limit too, flagged and nothing stopped',
    `
    config   sql vcpu count=8 hard
    launch   a from amazon-linux-2023 m5.xlarge x2 config=sql
    stop     a1 a2
    deactivate sql
    start    a1 a2
    update   sql count=4
    activate sql
    usage    sql 8 a1=4 a2=4
    over     sql yes
    machine  a1 running
  `,
  );

  scenario(
    'config-reactivate: hosts are charged again for what runs on them',
    `
    config   win core
    host     h m5 count=2
    launch   a from amazon-linux-2023 m5.large x2 host config=win
    stop     a1 a2
    deactivate win
    start    a1 a2
    usage    win 0 a1=0 a2=0
    activate win
    charged  win h1=48
    stop     a1
    charged  win h1=48
    stop     a2
    charged  win
  `,
  );

  scenario(
    'a deactivated configuration may be left, and then deleted',
    `
    config   sql vcpu
    launch   a from amazon-linux-2023 m5.xlarge config=sql
    stop     a
    deactivate sql
    start    a
    detach   sql from a
    delete   sql
  `,
  );
});
