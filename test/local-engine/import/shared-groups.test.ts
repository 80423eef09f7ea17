import { describe } from 'vitest';
import { copyScenario } from './copied.ts';

const SHARED = `
    account  member 444455556666
    organization
    invite   member as letter
    as       member
    accept   letter
    as       home
    config   sql core count=144 hard
    ami      win config=sql cross-account
    share    win with member
`;

/** The member launches into the group, and is the account that is copied. */
const LENT = `
    lend     prod,sql to member
    as       member
    launch   a from win m5.8xlarge x2 hrg=prod
`;

/** Hosts of a group that another account shares are seen by that account only. */
describe('a host resource group that is shared with the copied account', () => {
  copyScenario(
    'opens hosts by itself: a launch that the licences suffice for in any case goes to a new host of its owner',
    `${SHARED}
    group    prod config=sql allocate release
    ${LENT}`,
    { of: 'member', assumed: ['shared-group-hosts', 'share-way', 'organization-members'] },
    `
    machine  a1 running group=prod
    launch   b from win m5.8xlarge hrg=prod
    machine  b running group=prod
    as       home
    opened   prod n=2
    usage    sql 96
    as       member
    launch   c from win m5.8xlarge x3 hrg=prod
    launch   d from win m5.large hrg=prod
    launch   e from win r5.large hrg=prod            | refused launch-untold
    as       home
    usage    sql 144
  `,
  );

  copyScenario(
    'opens none: whether its hosts have room is not known',
    `${SHARED}
    group    prod config=sql
    host     h m5
    join     prod h
    tick     2m
    lend     prod,sql to member
    as       member
    launch   a from win m5.8xlarge hrg=prod`,
    { of: 'member', assumed: ['shared-group-hosts'] },
    `
    machine  a running group=prod
    launch   b from win m5.large hrg=prod            | refused launch-untold
    stop     a
    start    a
    machine  a running group=prod
    terminate a
    as       home
    usage    sql 48
  `,
  );

  copyScenario(
    'refuses what its settings refuse, whatever room there is',
    `${SHARED}
    config   ora core
    ami      other config=ora cross-account
    share    other with member
    group    prod config=sql families=m5
    lend     prod,sql,ora to member`,
    { of: 'member' },
    `
    launch   a from win r5.large hrg=prod            | refused hrg-setting-families
    launch   a from other m5.large hrg=prod          | refused hrg-setting-license-configs hrg-setting-auto-allocate
    launch   a from win m5.large hrg=prod            | refused hrg-setting-auto-allocate
  `,
  );

  copyScenario(
    'is no longer shared when the account leaves the organization',
    `${SHARED}
    group    prod config=sql allocate
    ${LENT}`,
    { of: 'member' },
    `
    leave-organization
    launch   b from win m5.large hrg=prod            | refused hrg-share-org name=prod owner=home caller=member
  `,
  );

  copyScenario(
    'a host that has left it with machines on it is to be left within 15 days, counted from the copy',
    `${SHARED}
    group    prod config=sql
    host     h m5
    join     prod h
    tick     2m
    lend     prod,sql to member
    as       member
    launch   a from win m5.large hrg=prod
    as       home
    leave    prod h                                   | alert hrg-remove-host-shared
    tick     3d
    as       member`,
    { of: 'member', assumed: ['eviction-deadline'] },
    `
    notices  a day=15
  `,
  );
});

/** The owner sees the machines of other accounts on its hosts, by id, owner and type. */
describe('a host resource group that the copied account shares', () => {
  copyScenario(
    'machines of others take room and keep their licences; they can be seen to be theirs',
    `${SHARED}
    group    prod config=sql allocate release limit=1
    ${LENT}
    as       home`,
    { of: 'home', assumed: ['foreign-machine'] },
    `
    usage    sql 48
    opened   prod n=1
    owners   sql a1=member a2=member prod-1=home
    launch   b from win m5.8xlarge hrg=prod
    launch   c from win m5.large hrg=prod            | refused hrg-allocate-host-limit
    terminate b
    tick     1d
    usage    sql 48
    as       member
    terminate a1 a2
    as       home
    usage    sql 0
  `,
  );
});

describe('an AMI under a license configuration that the copied account cannot see', () => {
  copyScenario(
    'whether a launch from it may run is not known',
    `${SHARED}
    config   hidden vcpu count=1 hard
    ami      strict config=hidden cross-account
    share    strict with member`,
    { of: 'member', assumed: ['unseen-configuration'] },
    `
    launch   a from strict m5.large                  | refused launch-untold
    launch   a from strict m5.nosuch                 | refused ec2-instance-type-unknown
  `,
  );
});
