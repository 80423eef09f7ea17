import { describe } from 'vitest';
import { scenario } from '../support/scenario.ts';

/** What happens to machines and hosts of a group afterwards: stop, start, terminate, hosts that come and go. */
describe('machines of a host resource group', () => {
  scenario(
    'a stopped machine starts through its group: on any member with room, licences as at a launch',
    `
    config   sql core count=96 hard
    ami      win config=sql
    group    prod
    host     h m5 count=2
    join     prod h1 h2
    tick     2m
    launch   a from win m5.8xlarge hrg=prod
    stop     a
    usage    sql 0 a=0
    launch   b from win m5.24xlarge hrg=prod
    machine  b running on=h1
    start    a
    machine  a running on=h2 group=prod
    usage    sql 96 h1=48 h2=48 a=0 b=0
    stop     a
    launch   c from win m5.24xlarge hrg=prod
    start    a                                        | refused hrg-setting-auto-allocate requested=1 fits=0
  `,
  );

  scenario(
    'hrg-setting-auto-allocate, hrg-allocate-needs-licenses: a start may open a host too, in the zone of the machine',
    `
    config   sql core count=96 hard
    ami      win config=sql
    group    prod allocate
    launch   a from win m5.24xlarge hrg=prod zone=b
    stop     a
    launch   b from win m5.24xlarge hrg=prod zone=b
    opened   prod n=1
    start    a
    opened   prod n=2
    machine  a running on=prod-2 zone=b
    stop     a
    launch   c from win m5.24xlarge hrg=prod zone=a
    opened   prod n=3
    start    a                                        | refused launch-hard-block requested=48 short=48
  `,
  );

  scenario(
    'hrg-setting-auto-release: the host goes when the last running machine leaves, by stop or by termination',
    `
    config   sql core
    ami      win config=sql
    group    prod allocate release
    launch   a from win m5.8xlarge x2 hrg=prod
    opened   prod n=1
    stop     a1
    seen     prod-1 available
    stop     a2
    seen     prod-1 released
    usage    sql 0 a1=0 a2=0
    opened   prod n=0
    start    a1
    opened   prod n=1
    machine  a1 running on=prod-1
    terminate a1
    opened   prod n=0
    terminate a2
  `,
  );

  scenario(
    'host-mac-24h: a Mac host is not released by itself within 24 hours of its allocation, and goes with the next that leaves',
    `
    config   mac socket
    ami      mac-os config=mac
    group    lab allocate release
    launch   a from mac-os mac1.metal hrg=lab
    opened   lab n=1
    tick     23h
    stop     a
    seen     lab-1 available runs=0
    tick     2h
    start    a
    opened   lab n=1
    stop     a
    seen     lab-1 released
  `,
  );

  scenario(
    'hrg-setting-auto-release: off, an unused host stays; hosts outside of groups always do (host-unused-definition)',
    `
    config   sql core
    ami      win config=sql
    group    prod allocate
    launch   a from win m5.large hrg=prod
    opened   prod n=1
    stop     a
    seen     prod-1 available runs=0
    host     h m5
    launch   b from win m5.large on=h
    terminate b
    seen     h available
  `,
  );

  scenario(
    'hrg-setting-auto-release, host-release-keeps-affinity: licences that are tied to the host stay taken when it goes',
    `
    config   sql core count=96 hard affinity=30
    ami      win config=sql
    group    prod allocate release
    launch   a from win m5.24xlarge x2 hrg=prod
    opened   prod n=2
    terminate a1 a2
    opened   prod n=0
    usage    sql 96
    launch   b from win m5.large hrg=prod             | refused launch-hard-block requested=48 used=96 short=48 group=prod
    tick     31d
    usage    sql 0
    launch   b from win m5.large hrg=prod
  `,
  );

  scenario(
    'hrg-setting-auto-release: a host that was attached by hand gives its licences back when it goes',
    `
    config   sql core
    ami      win config=sql
    group    prod release
    host     h m5
    join     prod h
    tick     2m
    attach   sql to h
    launch   a from win m5.large hrg=prod
    stop     a
    seen     h released
    usage    sql 0 a=0
    associations sql a win
  `,
  );

  scenario(
    'hrg-restart-after-add: stopped on a host that joined a group, and tied to it',
    `
    config   sql core
    ami      win config=sql
    host     h m5
    launch   a from win m5.large on=h pinned
    launch   b from win m5.large on=h
    stop     a b
    group    prod
    join     prod h
    tick     2m
    start    a                                        | refused hrg-restart-after-add group=prod
    start    b                                        | refused hrg-restart-after-add group=prod
    host     k m5
    start    b
    machine  b running on=k group=
  `,
  );

  scenario(
    'hrg-restart-after-add: placed in the group, a machine starts under configurations that the group allows',
    `
    config   sql core
    config   ora socket
    config   win vcpu
    ami      wins config=win
    ami      sqls config=sql
    host     h m5 count=2
    group    prod config=sql
    join     prod h1
    tick     2m
    launch   a from wins m5.large on=h2
    stop     a
    move     a group=prod                             | alert tenancy-license-rules-on-start
    start    a                                        | refused hrg-restart-after-add group=prod
    attach   ora to a
    start    a                                        | refused hrg-restart-after-add group=prod
    attach   sql to a
    start    a                                        | refused hrg-setting-license-configs configuration=ora
    detach   ora from a
    start    a
    machine  a running on=h1 group=prod
    usage    sql 48 h1=48 a=0
  `,
  );

  scenario(
    'a running machine that is associated charges its host in the group',
    `
    config   sql core
    config   ora core count=40 hard
    ami      win config=sql
    group    prod allocate
    launch   a from win m5.large hrg=prod
    opened   prod n=1
    attach   ora to a                                 | refused config-associate-hard-limit requested=48
    update   ora count=48
    attach   ora to a
    usage    ora 48 prod-1=48 a=0
    stop     a
    usage    ora 0 a=0
  `,
  );

  scenario(
    'hrg-remove-host-instances-stay: off the group, a machine starts through it again',
    `
    config   sql core
    ami      win config=sql
    group    prod
    host     h m5 count=2
    join     prod h1 h2
    tick     2m
    launch   a from win m5.large hrg=prod
    leave    prod h1
    machine  a running on=h1 group=prod
    stop     a
    start    a
    machine  a running on=h2 group=prod
  `,
  );
});
