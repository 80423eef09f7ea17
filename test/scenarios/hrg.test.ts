import { describe } from 'vitest';
import { scenario } from '../support/scenario.ts';

describe('a host in a host resource group', () => {
  scenario(
    'outside, joining, member, outside: hrg-add-host-delay, hrg-remove-host-instances-stay',
    `
    config   sql core count=96
    ami      win config=sql
    host     h m5
    launch   a from win m5.large host on=h
    group    prod families=m5
    grouped  prod
    join     prod h
    grouped  prod h?
    tick     89s
    grouped  prod h?
    tick     1s
    grouped  prod h
    launch   b from win m5.large host on=h            | refused hrg-no-direct-launch hostId=h
    launch   b from win m5.large hrg=prod
    machine  b running on=h group=prod
    leave    prod h
    grouped  prod
    machine  a running on=h
    machine  b running on=h group=prod
    usage    sql 48 h=48 a=0 b=0
    launch   c from win m5.large host on=h
    launch   d from win m5.large hrg=prod             | refused hrg-setting-auto-allocate requested=1 fits=0
  `,
  );

  scenario(
    'hrg-add-host-match: the family, and what the host is charged to, must be allowed',
    `
    config   sql core
    config   win core
    host     m m5
    host     r r5
    launch   a from amazon-linux-2023 m5.large host on=m config=win
    group    prod families=m5 config=sql
    join     prod r                                   | refused hrg-add-host-match
    join     prod m                                   | refused hrg-add-host-match
    grouped  prod
    terminate a
    join     prod m
    group    any
    join     any m                                    | refused hrg-host-in-group
    join     any r
    grouped  any r?
    leave    any m                                    | refused hrg-host-not-member
  `,
  );

  scenario(
    'affinity ties licences to a host that is charged to what the group does not allow, also when nothing runs on it',
    `
    config   win core affinity=30
    config   sql core
    host     h m5
    launch   a from amazon-linux-2023 m5.large host on=h config=win
    stop     a
    group    prod config=sql
    join     prod h                                   | refused hrg-add-host-match
    tick     31d
    join     prod h
  `,
  );

  scenario(
    'hrg-nitro-mixed: hosts of other types than those of the Nitro System join only their like',
    `
    host     small c4.large
    host     large c4.xlarge
    host     like c4.large
    host     nitro m5
    launch   a from amazon-linux-2023 c4.large host on=small
    group    prod
    join     prod small
    join     prod large                               | refused hrg-nitro-mixed
    join     prod like
    join     prod nitro
    terminate a
    join     prod large
  `,
  );

  scenario(
    'hrg-purpose: groups keep hosts apart by what they are for; the one never serves the other',
    `
    config   sql core
    ami      win config=sql
    host     d m5
    host     p m5
    group    dev
    group    prod
    join     dev d
    join     prod p
    tick     2m
    launch   a from win m5.24xlarge hrg=dev
    launch   b from win m5.large hrg=dev              | refused hrg-setting-auto-allocate
    launch   b from win m5.large hrg=prod
    machine  a running on=d
    machine  b running on=p
  `,
  );

  scenario(
    'hrg-add-host-owner, hrg-owner-only: another account neither sees the group nor adds its hosts to it',
    `
    account  partner 444455556666
    group    prod
    as       partner
    host     theirs m5
    join     prod theirs                              | refused hrg-not-found
  `,
  );

  scenario(
    'a host that is released leaves its group, joining or not',
    `
    host     h m5 count=2
    group    prod
    join     prod h1 h2
    release  h1
    tick     2m
    grouped  prod h2
    release  h2
    grouped  prod
    dissolve prod
  `,
  );
});

describe('the settings of a host resource group', () => {
  scenario(
    'UPDATE_COMPLETE, UPDATING, UPDATE_COMPLETE: hrg-update-asynchronous, hrg-modify-any-time',
    `
    group    prod families=m5
    settings prod UPDATE_COMPLETE families=m5 proposed=
    regroup  prod families=m5,r5
    settings prod UPDATING families=m5 proposed=m5,r5
    regroup  prod families=r5
    settings prod UPDATING families=m5 proposed=r5
    tick     30s
    settings prod UPDATE_COMPLETE families=r5 proposed=
  `,
  );

  scenario(
    'hrg-family-removal: not while a machine of the family runs; one that starts meanwhile makes the update fail',
    `
    config   sql core
    ami      win config=sql
    host     m m5
    host     c c5
    group    prod families=m5,c5
    join     prod m
    join     prod c
    tick     2m
    launch   a from win m5.large hrg=prod
    regroup  prod families=c5                         | refused hrg-family-removal
    stop     a
    regroup  prod families=c5
    start    a
    settings prod UPDATING families=m5,c5 proposed=c5
    tick     1m
    settings prod UPDATE_FAILED families=m5,c5 proposed=c5 because=hrg-family-removal
    terminate a
    regroup  prod families=c5
    tick     1m
    settings prod UPDATE_COMPLETE families=c5 proposed= because=
    launch   b from win m5.large hrg=prod             | refused hrg-setting-families
  `,
  );

  scenario(
    'hrg-host-limit: not below the hosts that are there or joining, and no host beyond it',
    `
    host     h m5 count=3
    group    prod limit=3
    join     prod h1 h2
    regroup  prod limit=1                             | refused hrg-host-limit present=2 limit=1
    regroup  prod limit=2
    tick     1m
    join     prod h3                                  | refused hrg-host-limit
    leave    prod h1
    join     prod h3
    grouped  prod h2? h3?
  `,
  );

  scenario(
    'a host that joins while a lower limit is being applied makes the update fail',
    `
    host     h m5 count=2
    group    prod limit=4
    join     prod h1
    regroup  prod limit=1
    join     prod h2
    tick     1m
    settings prod UPDATE_FAILED because=hrg-host-limit
    join     prod h1
  `,
  );

  scenario(
    'hrg-delete-empty: a group goes when it holds no host; machines that name it stay',
    `
    config   sql core
    ami      win config=sql
    host     h m5
    group    prod
    join     prod h
    dissolve prod                                     | refused hrg-delete-empty present=1
    tick     2m
    launch   a from win m5.large hrg=prod
    dissolve prod                                     | refused hrg-delete-empty present=1
    leave    prod h
    dissolve prod
    machine  a running on=h
    dissolve prod                                     | refused hrg-not-found
    group    prod
  `,
  );

  scenario(
    'hrg-core-socket-only, hrg-name-format, hrg-name-in-use: what a group may be called and hold',
    `
    config   vm vcpu
    config   cpu socket
    group    prod config=vm                           | refused hrg-core-socket-only configuration=vm
    group    prod config=cpu
    group    Prod                                     | refused hrg-name-in-use
    group    awsome                                   | refused hrg-name-format
    group    test families=m55                        | refused hrg-family-known family=m55
  `,
  );
});
