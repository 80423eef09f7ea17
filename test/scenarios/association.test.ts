import { describe } from 'vitest';
import { scenario } from '../support/scenario.ts';

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
    'config-associate-one-by-one-or-bulk: what is removed and added in one call is on it afterwards',
    `
    config   sql vcpu count=4 hard
    launch   a from amazon-linux-2023 m5.xlarge config=sql
    swap     sql for sql on a
    licences a sql
    usage    sql 4 a=4
    ami      web config=sql
    swap     sql for sql on web
    associations sql a web
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
