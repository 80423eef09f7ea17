import { describe } from 'vitest';
import { scenario } from '../support/scenario.ts';

const STAGE = `
    account  member 444455556666
    account  stranger 777788889999
    organization
    invite   member as letter
    as       member
    accept   letter
    as       home
    enable-sharing
`;

describe('license configurations that are shared', () => {
  scenario(
    'config-share-consumes-owner-pool, org-central-model: a member launches into the pool of the owner',
    `${STAGE}
    config   sql vcpu count=8 hard
    offer    sql with organization as all
    launch   a from amazon-linux-2023 m5.xlarge config=sql
    as       member
    sees     sql
    launch   b from amazon-linux-2023 m5.large config=sql
    usage    sql 6 a=4 b=2
    owners   sql a=home b=member
    launch   c from amazon-linux-2023 m5.xlarge config=sql   | refused launch-hard-block requested=4 used=6 limit=8 short=2
    stop     b
    usage    sql 4 a=4 b=0
    start    b
    usage    sql 6
    terminate b
    usage    sql 4
  `,
  );

  scenario(
    'config-share-ram: an account outside accepts first',
    `${STAGE}
    config   sql vcpu
    offer    sql with stranger as one
    as       stranger
    sees
    launch   a from amazon-linux-2023 m5.large config=sql    | refused launch-config-not-shared configuration=sql owner=home caller=stranger
    accept-share one
    sees     sql
    launch   a from amazon-linux-2023 m5.large config=sql
    owners   sql a=stranger
    accept-share one                                             | refused share-invitation-accepted share=one
  `,
  );

  scenario(
    'config-share-use-precondition: the account is a principal, the configuration is in the share, the member is in the organization',
    `${STAGE}
    config   sql vcpu
    offer    sql with organization as all
    as       member
    launch   a from amazon-linux-2023 m5.large
    attach   sql to a
    detach   sql from a
    as       home
    unshare  all of sql
    as       member
    attach   sql to a                                        | refused config-share-use-precondition configuration=sql owner=home caller=member
    as       home
    offer    sql with member as one
    as       member
    attach   sql to a
    detach   sql from a
    as       home
    unshare  one with member
    as       member
    attach   sql to a                                        | refused config-share-use-precondition
    as       home
    offer    sql with member as two
    remove   member
    as       member
    attach   sql to a                                        | refused config-share-use-precondition
  `,
  );

  scenario(
    'what runs stays and counts when the share ends; only new use is refused',
    `${STAGE}
    config   sql vcpu
    offer    sql with member as one
    as       member
    ami      web config=sql
    launch   a from web m5.large
    as       home
    delete-share one
    as       member
    sees
    usage    sql 2 a=2
    launch   b from amazon-linux-2023 m5.large config=sql    | refused launch-config-not-shared
    launch   b from web m5.large                             | refused launch-config-not-shared configuration=sql owner=home caller=member
    stop     a
    usage    sql 0
    start    a
    usage    sql 2
    detach   sql from web
    launch   b from web m5.large
    usage    sql 2 a=2
    detach   sql from a
    usage    sql 0
  `,
  );

  scenario(
    'config-edit-owner-only, config-data-ownership, share-resource-owner: a member uses, and does nothing else',
    `${STAGE}
    config   sql vcpu
    offer    sql with organization as all
    as       member
    update   sql count=5                                     | refused config-edit-owner-only
    delete   sql                                             | refused config-edit-owner-only
    offer    sql with stranger as more                       | refused share-resource-owner owner=home caller=member
  `,
  );

  scenario(
    'share-organization-only, share-organization-unknown: what is closed stays in the organization',
    `${STAGE}
    config   sql vcpu
    offer    sql with stranger as out closed                 | refused share-organization-only outside=stranger
    offer    sql with member as in closed
    as       stranger
    config   web vcpu
    offer    web with arn:aws:organizations::111122223333:organization/o-abcdefghij as foreign   | refused share-organization-unknown
  `,
  );

  scenario(
    'share-invitation-expired: seven days to answer',
    `
    account  other 444455556666
    config   sql vcpu
    offer    sql with other as one
    tick     7d
    as       other
    accept-share one                                             | refused share-invitation-expired share=one
    as       home
    offer    sql with other as two
    tick     6d 23h
    as       other
    accept-share two
    sees     sql
  `,
  );
});

describe('host resource groups that are shared', () => {
  scenario(
    'hrg-share-org, hrg-share-ownership: a member launches once the group and the configuration are shared with it',
    `${STAGE}
    config   sql core count=100 hard
    group    prod config=sql allocate release
    offer    prod with stranger as out                       | refused share-organization-only outside=stranger
    as       member
    ami      web
    launch   a from web m5.8xlarge hrg=prod                  | refused hrg-share-org
    as       home
    offer    prod with organization as group
    as       member
    attach   sql to web                                      | refused config-share-use-precondition
    launch   a from web m5.8xlarge hrg=prod config=sql       | refused hrg-share-org name=sql owner=home caller=member
    as       home
    offer    sql with member as licence
    as       member
    attach   sql to web
    launch   a from web m5.8xlarge hrg=prod
    machine  a running tenancy=host group=prod
    usage    sql 48
    as       home
    opened   prod n=1
    seen     prod-1 available runs=1
    usage    sql 48 prod-1=48 a=0
    owners   sql prod-1=home a=member
    as       member
    launch   b from web m5.8xlarge x6 hrg=prod               | refused launch-hard-block requested=96 used=48 limit=100
    terminate a
    usage    sql 0
  `,
  );

  scenario(
    'hrg-remove-host-shared, time-eviction-15d: a host that leaves a shared group is to be left within 15 days',
    `${STAGE}
    config   sql core
    group    prod config=sql
    host     h m5
    join     prod h
    tick     2m
    offer    prod,sql with organization as all
    as       member
    ami      web config=sql
    launch   a from web m5.large x2 hrg=prod
    as       home
    ami      own config=sql
    launch   o from own m5.large hrg=prod
    leave    prod h                                          | alert hrg-remove-host-shared host=h group=prod consumer=member machines=a1,a2
    as       member
    notices  a1 day=15
    machine  a1 running on=h
    stop     a1
    tick     15d
    notices  a1
    notices  a2 day=15
    machine  a2 running on=h
    told     time-eviction-15d member=1 home=1
    terminate a2
    notices  a2
    as       home
    notices  o
    join     prod h
    tick     2m
    leave    prod h
  `,
  );

  scenario(
    'hrg-remove-host-shared: a group that is not shared gives no notice, and joining it again takes one back',
    `${STAGE}
    config   sql core
    group    prod config=sql
    host     h m5
    join     prod h
    tick     2m
    ami      own config=sql
    launch   o from own m5.large hrg=prod
    leave    prod h
    join     prod h
    tick     2m
    offer    prod,sql with organization as all
    as       member
    ami      web config=sql
    launch   a from web m5.large hrg=prod
    as       home
    leave    prod h                                          | alert hrg-remove-host-shared
    as       member
    notices  a day=15
    as       home
    join     prod h
    as       member
    notices  a
  `,
  );
});
