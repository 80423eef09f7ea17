import { describe } from 'vitest';
import { scenario } from '../support/scenario.ts';

/** Launching into host resource groups. An m5 or r5 host has 48 cores; m5.8xlarge takes 16 of them. */
describe('launching into a host resource group', () => {
  scenario(
    'hrg-launch-host-choice: a member with room takes it; hosts outside the group do not, and theirs are not taken by others',
    `
    config   sql core count=200 hard
    ami      win config=sql
    group    prod config=sql
    host     h m5 count=2
    host     k m5
    join     prod h1 h2
    tick     2m
    launch   a from win m5.8xlarge hrg=prod
    machine  a running on=h1 tenancy=host group=prod
    usage    sql 48 h1=48 a=0
    launch   b from win m5.8xlarge x3 hrg=prod
    machine  b1 running on=h1
    machine  b3 running on=h2
    usage    sql 96
    launch   c from amazon-linux-2023 m5.large host
    machine  c running on=k group=
  `,
  );

  scenario(
    'hrg-launch-host-choice: packing prefers a member whose licences are taken, then the fullest',
    `
    config   sql core count=200
    config   ora socket
    ami      win config=sql
    ami      dbs config=ora
    group    prod
    host     h m5 count=3
    launch   a from win m5.large on=h2
    launch   b from dbs m5.12xlarge on=h3
    join     prod h1 h2 h3
    tick     2m
    launch   c from win m5.12xlarge hrg=prod
    machine  c running on=h2
    launch   d from dbs m5.12xlarge hrg=prod
    machine  d running on=h3
    launch   e from win m5.24xlarge hrg=prod
    machine  e running on=h1
  `,
  );

  scenario(
    'hrg-setting-auto-allocate: off, a full group refuses; on, it gets a host that is a member at once',
    `
    config   sql core
    ami      win config=sql
    group    small
    host     h m5
    join     small h
    tick     2m
    launch   a from win m5.24xlarge hrg=small
    launch   b from win m5.large hrg=small            | refused hrg-setting-auto-allocate group=small requested=1 fits=0
    group    large allocate
    launch   b from win m5.8xlarge x4 hrg=large
    opened   large n=2
    charged  sql h=48 large-1=48 large-2=48
    launch   c from win m5.8xlarge x2 hrg=large
    opened   large n=2
    launch   d from win m5.8xlarge hrg=large
    opened   large n=3
  `,
  );

  scenario(
    'hrg-setting-auto-allocate: as many as fit are launched where a range was asked for',
    `
    config   sql core
    ami      win config=sql
    group    small
    host     h m5
    join     small h
    tick     2m
    launch   a from win m5.8xlarge x4 hrg=small       | refused hrg-setting-auto-allocate requested=4 fits=3
    launch   a from win m5.8xlarge x1:4 hrg=small
    machine  a3 running on=h
  `,
  );

  scenario(
    'hrg-setting-auto-allocate: a family whose types do not mix gets a host of the one type; a zone is kept',
    `
    config   sql core
    ami      win config=sql
    group    prod allocate
    launch   a from win m5d.large hrg=prod zone=b
    machine  a running zone=b
    kind     prod-1 m5d.large
    launch   b from win m5d.xlarge hrg=prod zone=b
    kind     prod-2 m5d.xlarge
    launch   c from win m5.large hrg=prod
    kind     prod-3 m5
    launch   d from win m5.xlarge hrg=prod
    opened   prod n=3
  `,
  );

  scenario(
    'hrg-allocate-needs-licenses: a new host takes its licences whole, or is not allocated',
    `
    config   sql core count=100 hard
    ami      win config=sql
    group    prod allocate
    launch   a from win m5.24xlarge x2 hrg=prod
    usage    sql 96
    launch   b from win m5.large hrg=prod             | refused launch-hard-block requested=48 used=96 limit=100 short=44 group=prod
    opened   prod n=2
    update   sql soft
    launch   b from win m5.large hrg=prod             | alert launch-soft-alert over=44 group=prod
    opened   prod n=3
  `,
  );

  scenario(
    'hrg-setting-auto-allocate, hrg-update-asynchronous: a host takes machines once it has joined, settings hold once they are applied',
    `
    config   sql core
    ami      win config=sql
    group    prod families=m5
    host     h m5
    launch   a from win m5.large hrg=prod             | refused hrg-setting-auto-allocate joining=0
    join     prod h
    launch   a from win m5.large hrg=prod             | refused hrg-setting-auto-allocate requested=1 fits=0 joining=1
    tick     2m
    launch   a from win m5.large hrg=prod
    regroup  prod families=m5,r5 allocate
    settings prod UPDATING families=m5 proposed=m5,r5
    launch   b from win r5.large hrg=prod             | refused hrg-setting-families
    launch   b from win m5.24xlarge hrg=prod          | refused hrg-setting-auto-allocate fits=0 joining=0
    tick     1m
    launch   b from win r5.large hrg=prod
    launch   c from win m5.24xlarge hrg=prod
    opened   prod n=2
  `,
  );

  scenario(
    'hrg-allocate-host-limit, host-on-demand-quota: what keeps a group from allocating',
    `
    config   sql core
    ami      win config=sql
    group    prod allocate limit=1
    launch   a from win m5.24xlarge x2 hrg=prod       | refused hrg-allocate-host-limit adding=2 present=0 limit=1
    launch   a from win m5.24xlarge x1:2 hrg=prod
    opened   prod n=1
    group    free allocate
    quota    hosts-per-family 2
    launch   b from win m5.24xlarge x2 hrg=free       | refused host-on-demand-quota requested=2 existing=1 limit=2
    launch   b from win m5.24xlarge hrg=free
    launch   c from win m5.24xlarge hrg=free          | refused host-on-demand-quota requested=1 existing=2 limit=2
    launch   c from win r5.24xlarge hrg=free
  `,
  );

  scenario(
    'hrg-setting-families: only the families of the group; without a list every type that hosts support',
    `
    config   sql core
    ami      win config=sql
    group    few families=c5,m5 allocate
    launch   a from win r5.large hrg=few              | refused hrg-setting-families instanceType=r5.large families=c5,m5
    launch   a from win c5.large hrg=few
    group    all allocate
    launch   b from win r5.large hrg=all
    launch   c from win m5a.large hrg=all             | refused host-type-unsupported
  `,
  );

  scenario(
    'hrg-nitro-mixed: other types than Nitro ones are all of one type in a group',
    `
    config   sql core
    ami      win config=sql
    group    prod allocate
    launch   a from win c4.large hrg=prod
    launch   b from win c4.xlarge hrg=prod            | refused hrg-nitro-mixed running=c4.large
    launch   b from win c4.large hrg=prod
    launch   c from win c5.large hrg=prod
    launch   d from win c5.4xlarge hrg=prod
    launch   f from win m5d.large hrg=prod
    terminate a b
    launch   e from win c4.xlarge hrg=prod
    launch   g from win m5d.xlarge hrg=prod
    launch   h from win c4.large hrg=prod             | refused hrg-nitro-mixed running=c4.xlarge
  `,
  );

  scenario(
    'hrg-launch-needs-ami-config, hrg-setting-license-configs: the AMI is under a configuration that the group allows',
    `
    config   sql core count=96 hard
    config   ora socket
    config   win vcpu
    ami      sqls config=sql,win
    ami      oras config=ora
    ami      wins config=win
    group    prod config=sql allocate
    group    any allocate
    launch   a from wins m5.large hrg=prod            | refused hrg-launch-needs-ami-config image=wins allowed=sql
    launch   a from wins m5.large hrg=any             | refused hrg-launch-needs-ami-config image=wins allowed=
    launch   a from wins m5.large hrg=prod config=sql | refused hrg-launch-needs-ami-config
    launch   a from oras m5.large hrg=prod            | refused hrg-setting-license-configs configuration=ora allowed=sql
    launch   a from sqls m5.large hrg=prod config=ora | refused hrg-setting-license-configs configuration=ora
    launch   a from sqls m5.large hrg=prod
    launch   b from oras m5.large hrg=any
    usage    win 2
  `,
  );

  scenario(
    'every reason in order: rules, the group, room, licences; without a lawful host neither room nor licences',
    `
    config   sql core count=40 hard minCores=4
    config   ora core
    ami      win config=sql
    ami      rhel usage=0010 config=sql
    group    prod config=ora families=m5 allocate
    launch   a from win m5.large hrg=prod    | refused rule-minimum-cores-check found=1 hrg-setting-license-configs configuration=sql launch-hard-block short=8 group=prod
    launch   a from win r5.large hrg=prod    | refused rule-minimum-cores-check hrg-setting-families hrg-setting-license-configs
    launch   a from rhel m5.large hrg=prod   | refused tenancy-matrix-rhel-li rule-minimum-cores-check hrg-setting-license-configs
  `,
  );

  scenario(
    'hrg-launch-placement: the group alone, with host tenancy or none',
    `
    config   sql core
    ami      win config=sql
    group    prod allocate
    host     h m5
    launch   a from win m5.large hrg=prod on=h        | refused hrg-launch-placement
    launch   a from win m5.large hrg=prod host pinned | refused hrg-launch-placement
    launch   a from win m5.large hrg=prod shared      | refused hrg-launch-placement
    launch   a from win m5.large hrg=prod group=pg    | refused host-no-placement-group
    launch   a from win m5.large hrg=prod host
    machine  a running group=prod
  `,
  );

  scenario(
    'hrg-launch-unknown-group, hrg-share-org: the group exists, and is the own one or shared',
    `
    account  member 444455556666
    config   sql core
    ami      win config=sql cross-account
    share    win with member
    group    prod allocate
    launch   a from win m5.large hrg=arn:aws:resource-groups:us-east-1:111122223333:group/none  | refused hrg-launch-unknown-group group=none
    launch   a from win m5.large hrg=prod
    as       member
    launch   b from win m5.large hrg=prod             | refused hrg-share-org owner=home caller=member
  `,
  );

  scenario(
    'hrg-no-direct-launch: a member takes machines through its group only',
    `
    config   sql core
    ami      win config=sql
    group    prod
    host     h m5
    launch   a from win m5.large on=h
    join     prod h
    tick     2m
    launch   b from win m5.large on=h                 | refused hrg-no-direct-launch group=prod
    launch   b from win m5.large host                 | refused launch-host-needs-capacity
    launch   b from win m5.large hrg=prod
    machine  b running on=h group=prod
    machine  a running on=h group=
  `,
  );

  scenario(
    'a launch template may name the group; what the launch says besides is merged with it',
    `
    config   sql core
    ami      win config=sql
    group    prod allocate
    host     h m5
    template tpl from win m5.large hrg=prod
    launch   a template=tpl
    machine  a running group=prod
    launch   b template=tpl on=h                        | refused hrg-launch-placement
  `,
  );

  scenario(
    'a deactivated configuration of the AMI neither counts nor blocks, in a group as elsewhere',
    `
    config   sql core count=40 hard
    ami      win config=sql
    group    prod config=sql allocate
    deactivate sql
    launch   a from win m5.large hrg=prod
    opened   prod n=1
    usage    sql 0
  `,
  );
});
