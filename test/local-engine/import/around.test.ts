import { describe } from 'vitest';
import { copyScenario } from './copied.ts';

const MACHINES = `
    ami      win usage=0800
    launch   a from win m5.large dedicated
    launch   b from win m5.large dedicated
    report   a b
    stop     a b
    convert  t of a from=0800 to=0002
`;

describe('licence type conversions and inventory', () => {
  copyScenario(
    'a conversion that has just begun goes on in the copy, to its end',
    MACHINES,
    { of: 'home', assumed: ['conversion-step', 'node-agent'] },
    `
    task     t IN_PROGRESS switched=not-yet
    convert  u of a from=0800 to=0002                  | refused convert-one-task-at-a-time
    tick     1m
    machine  a stopped code=RunInstances:0002
    tick     1m
    task     t SUCCEEDED
  `,
  );

  copyScenario(
    'one that has changed the billing only ends there; one that has ended stays',
    `${MACHINES}
    tick     1m
    convert  u of b from=0800 to=0002`,
    { of: 'home' },
    `
    task     t IN_PROGRESS switched=03:01 ended=not-yet
    task     u IN_PROGRESS switched=not-yet
    tick     1m
    task     t SUCCEEDED ended=03:02
    task     u IN_PROGRESS switched=03:02
  `,
  );

  copyScenario(
    'what machines report decides in the copy: a machine that does not report is not converted, nor one with another edition',
    `${MACHINES}
    launch   c from win m5.large dedicated
    stop     c
    report   b app=SQL-Server-2022-Developer`,
    { of: 'home' },
    `
    convert  u of c from=0800 to=0002                  | refused convert-ssm-inventory
    convert  v of b from=0800 to=0202                  | refused convert-sql-editions convert-sql-li-min-vcpu
    convert  w of b from=0800 to=0002
    tick     31d
    convert  x of b from=0002 to=0800                  | refused convert-ssm-inventory
  `,
  );

  copyScenario(
    'an agent that did not answer does not answer in the copy',
    `
    ami      win usage=0800
    launch   a from win m5.large dedicated
    report   a
    agent    a unreachable`,
    { of: 'home' },
    `
    stop     a
    convert  t of a from=0800 to=0002
    tick     1m
    task     t FAILED
  `,
  );

  copyScenario(
    'an account without the core role is not onboarded in the copy either',
    `${MACHINES}
    role     deleted`,
    { of: 'home' },
    `
    convert  u of b from=0800 to=0002                  | refused convert-onboarded
    role     there
    convert  u of b from=0800 to=0002
  `,
  );
});

const REPORTS = `
    config          win core count=96
    config          sql core count=48
    generator       daily on=win,sql every=day
    generator       weekly on=win every=week
    tick            1h
`;

describe('report generators', () => {
  copyScenario(
    'go on a period after their last report, under the same terms, and their configurations stay until they are gone',
    REPORTS,
    { of: 'home', assumed: ['report-generator'] },
    `
    generators      daily weekly
    generator-shows daily status=succeeded reported=11-21T03:59
    files
    delete          sql                                | refused config-delete-needs-no-report-generator
    tick            23h 59m
    generator-shows daily status=running
    tick            1m
    generator-shows daily status=succeeded reported=11-22T03:59
    files           Reports/daily/2026/11/22/*.csv
    generator-shows weekly reported=11-21T03:59
    generator-delete daily
    delete          sql
  `,
  );

  copyScenario(
    'one that has not run yet runs when it would have run, and one that failed says why',
    `
    config          win core count=96
    generator       early on=win every=day
    bucket          deleted
    tick            1h
    generator       late on=win every=day`,
    { of: 'home' },
    `
    generator-shows late status=scheduled reported=never
    generator-shows early status=failed
    tick            1h
    generator-shows late status=succeeded
  `,
  );
});

const ORGANIZATION = `
    account  member 444455556666
    account  stranger 777788889999
    organization
    invite   member as letter
    as       member
    accept   letter
    as       home
    enable-sharing
    config   sql vcpu count=8 hard
`;

describe('resource shares and the organization', () => {
  copyScenario(
    'the owner of a share: whom it is for, who was invited, and who is in the organization',
    `${ORGANIZATION}
    unit     sales
    move-account member from root to sales
    offer    sql with organization as all
    offer    sql with stranger as one`,
    { of: 'home', assumed: [] },
    `
    members  home member
    in       sales member
    services ram.amazonaws.com
    as       member
    sees     sql
    as       stranger
    sees
    accept-share one
    sees     sql
    as       home
    unshare  all with organization
    as       member
    sees
  `,
  );

  copyScenario(
    'a member: what the organization lets it use goes when it leaves',
    `${ORGANIZATION}
    offer    sql with organization as all`,
    { of: 'member', assumed: ['organization-members', 'organization-sharing', 'share-way'] },
    `
    sees     sql
    ami      own
    launch   a from own m5.large config=sql
    as       home
    usage    sql 2
    as       member
    leave-organization
    sees
    launch   b from own m5.large config=sql                  | refused launch-config-not-shared
  `,
  );

  copyScenario(
    'an account outside: what it has accepted stays, what waits can be accepted, and what is in that is not told',
    `${ORGANIZATION}
    config   ora vcpu
    offer    sql with stranger as one
    as       stranger
    accept-share one
    as       home
    offer    ora with stranger as two`,
    { of: 'stranger', assumed: ['pending-invitation', 'share-way'] },
    `
    sees     sql
    accept-share two
    sees     sql
    accept-share two                                         | refused share-invitation-accepted
  `,
  );
});
