import { describe } from 'vitest';
import { scenario } from '../support/scenario.ts';

const SHARED = `
    account  member 444455556666
    organization
    invite   member as letter
    as       member
    accept   letter
    as       home
    config   sql core count=96 hard
    ami      win config=sql cross-account
    share    win with member
    group    prod config=sql allocate release
`;

/** A group that another account launches into: hosts are the owner's, machines the member's, licences the configuration's. */
describe('a host resource group that is shared', () => {
  scenario(
    'hrg-share-org: the group and the configuration must both be shared',
    `${SHARED}
    as       member
    launch   a from win m5.large hrg=prod             | refused hrg-share-org name=prod owner=home caller=member
    as       home
    lend     prod to member
    as       member
    launch   a from win m5.large hrg=prod             | refused hrg-share-org name=sql owner=home caller=member
    as       home
    lend     sql to member
    as       member
    launch   a from win m5.large hrg=prod
    machine  a running group=prod
  `,
  );

  scenario(
    'hrg-share-ownership: the host belongs to the owner and carries the machine of the member; licences are the owner’s',
    `${SHARED}
    lend     prod,sql to member
    as       member
    launch   a from win m5.8xlarge x2 hrg=prod
    as       home
    opened   prod n=1
    seen     prod-1 available runs=2 owner=home
    usage    sql 48 prod-1=48 a1=0 a2=0
    launch   b from win m5.8xlarge hrg=prod
    machine  b running on=prod-1
    launch   c from win m5.24xlarge hrg=prod
    as       member
    launch   d from win m5.large hrg=prod             | refused launch-hard-block requested=48 used=96 limit=96 group=prod
    stop     a1 a2
    as       home
    seen     prod-1 available runs=1
    usage    sql 96
    release  prod-1                                   | refused Client.InvalidHost.Occupied
    terminate b
    seen     prod-1 released
    usage    sql 48
    as       member
    start    a1
    machine  a1 running group=prod
    start    a2
    as       home
    opened   prod n=2
    usage    sql 96
  `,
  );

  scenario(
    'hrg-share-ownership: a member’s machine alone keeps the owner’s host, and its last stop lets it go',
    `${SHARED}
    lend     prod,sql to member
    as       member
    launch   a from win m5.large hrg=prod
    as       home
    opened   prod n=1
    release  prod-1                                   | refused Client.InvalidHost.Occupied
    as       member
    terminate a
    as       home
    seen     prod-1 released
    usage    sql 0
  `,
  );

  scenario(
    'host-on-demand-quota: hosts that a group opens count against the quota of its owner',
    `${SHARED}
    update   sql count=500
    lend     prod,sql to member
    quota    hosts-per-family 1
    as       member
    launch   a from win m5.24xlarge hrg=prod
    launch   b from win m5.large hrg=prod             | refused host-on-demand-quota existing=1 limit=1
    host     h m5
  `,
  );

  scenario(
    'a running machine of the member is counted on the host of the owner; no launch can name that host',
    `${SHARED}
    config   ora core count=48 hard
    lend     prod,sql,ora to member
    as       member
    launch   a from win m5.large hrg=prod
    attach   ora to a
    as       home
    opened   prod n=1
    usage    ora 48 prod-1=48 a=0
    as       member
    launch   b from win m5.large on=prod-1            | refused host-not-found
    detach   ora from a
    as       home
    usage    ora 0
  `,
  );
});
