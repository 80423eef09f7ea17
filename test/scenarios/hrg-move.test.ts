import { describe } from 'vitest';
import { scenario } from '../support/scenario.ts';

describe('moving into a host resource group and out of it', () => {
  scenario(
    'tenancy-cmd-hrg, tenancy-shared-clears-host: the group forgets the host, a host of its own forgets the group',
    `
    config   sql core count=200 hard
    ami      win config=sql
    group    prod config=sql
    host     h m5
    host     k m5
    join     prod h
    tick     2m
    launch   a from win m5.large on=k pinned
    stop     a
    move     a group=prod
    machine  a stopped tenancy=host affinity=default group=prod on=
    start    a
    machine  a running on=h group=prod
    usage    sql 48 h=48 a=0
    stop     a
    move     a on=h            | refused hrg-no-direct-launch
    move     a on=k
    machine  a stopped affinity=host group= on=k
    start    a
    machine  a running on=k
    stop     a
    move     a group=prod
    start    a
    machine  a running on=h group=prod
    stop     a
    move     a loose
    machine  a stopped tenancy=host affinity=default group= on=
    move     a group=prod
    move     a dedicated       | alert tenancy-license-rules-on-start
    machine  a stopped tenancy=dedicated group=
  `,
  );

  scenario(
    'hrg-host-in-group, hrg-restart-after-add: a host that changes groups leaves its stopped machines behind, until they are moved',
    `
    config   sql core count=200 hard affinity=30
    ami      win config=sql
    group    one config=sql
    group    two config=sql
    host     h m5
    launch   a from win m5.12xlarge on=h pinned
    join     one h
    stop     a
    start    a                 | refused hrg-restart-after-add group=one
    move     a group=one       | alert tenancy-license-rules-on-start
    start    a                 | refused hrg-setting-auto-allocate joining=1
    tick     2m
    start    a
    machine  a running on=h group=one
    join     two h             | refused hrg-host-in-group
    leave    one h
    machine  a running on=h group=one
    join     two h
    stop     a
    tick     2m
    start    a                 | refused hrg-setting-auto-allocate fits=0 joining=0
    usage    sql 48 h=48 a=0
    move     a on=h            | refused hrg-no-direct-launch
    move     a group=two
    start    a
    machine  a running on=h group=two
    usage    sql 48 h=48 a=0
  `,
  );

  scenario(
    'tenancy-license-rules-on-start: what the group would refuse at the start is told',
    `
    config   sql core count=200 hard
    ami      win config=sql
    group    small config=sql
    group    r5only config=sql families=r5
    host     h m5
    host     k m5
    join     small h
    tick     2m
    launch   a from win m5.24xlarge on=k
    launch   b from win m5.24xlarge hrg=small
    stop     a
    move     a group=small     | alert tenancy-license-rules-on-start
    start    a                 | refused hrg-setting-auto-allocate
    move     a group=r5only    | alert tenancy-license-rules-on-start
    start    a                 | refused hrg-setting-families
    stop     b
    move     a group=small
    start    a
    machine  a running on=h
  `,
  );

  scenario(
    'tenancy-hrg-requires-host, tenancy-hrg-needs-group, tenancy-hrg-no-host, tenancy-matrix-sql-li',
    `
    group    prod allocate
    host     k m5
    launch   a from amazon-linux-2023 m5.large
    launch   s from windows-2022-sql-2022-standard m5.large
    stop     a s
    move     a group=prod                | refused tenancy-hrg-requires-host
    move     a host group=prod on=k      | refused tenancy-hrg-no-host
    move     a host group=prod loose     | refused tenancy-hrg-no-host
    move     a host group=none           | refused tenancy-hrg-needs-group
    move     s host group=prod           | refused tenancy-matrix-sql-li
    move     a host group=prod           | alert tenancy-license-rules-on-start
    start    a                           | refused hrg-restart-after-add
  `,
  );
});

describe('a host of a group fails', () => {
  scenario(
    'hrg-setting-auto-recover: the group recovers its hosts, and the replacement is a member',
    `
    config   sql core count=96 hard
    ami      win config=sql
    group    prod config=sql recover
    host     h m5
    join     prod h
    tick     2m
    launch   a from win m5.large x2 hrg=prod
    stop     a2
    fail     h
    tick     5m
    newest   r
    seen     r pending runs=1
    grouped  prod h r
    start    a2                          | refused hrg-setting-auto-allocate
    tick     5m
    grouped  prod r
    machine  a1 running on=r group=prod
    start    a2
    machine  a2 running on=r group=prod
    usage    sql 48 r=48 a1=0 a2=0
  `,
  );

  scenario(
    'without it the group keeps the host that is lost until its last machine stops',
    `
    config   sql core
    ami      win config=sql
    group    prod allocate release
    launch   a from win m5.large x2 hrg=prod
    opened   prod n=1
    fail     prod-1
    tick     5m
    seen     prod-1 permanent-failure runs=2
    grouped  prod prod-1
    launch   b from win m5.large hrg=prod
    opened   prod n=2
    machine  b running on=prod-2
    stop     a1 a2
    seen     prod-1 released-permanent-failure
    grouped  prod prod-2
    start    a1
    machine  a1 running on=prod-2
  `,
  );
});
