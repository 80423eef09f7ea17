import { describe } from 'vitest';
import { scenario } from '../support/scenario.ts';

describe('how rules reach a launch', () => {
  scenario(
    'launch-ami-automatic, launch-record: a launch from an associated AMI is tracked by itself',
    `
    config   sql vcpu
    ami      web config=sql
    launch   a from web m5.xlarge
    licences a sql
    associations sql a web
  `,
  );

  scenario(
    'launch-union: what the AMI brings and what the launch names, each once',
    `
    config   sql vcpu
    config   app instance
    ami      web config=sql
    launch   a from web m5.xlarge config=sql,app
    licences a sql app
    usage    sql 4
    usage    app 1
  `,
  );

  scenario(
    'launch-inventory-untracked: without a configuration nothing is tracked',
    `
    config   sql vcpu
    launch   a from amazon-linux-2023 m5.xlarge
    licences a
    usage    sql 0
  `,
  );

  scenario(
    'launch-unknown-config, config-region-scoped, license-configuration-arn-malformed: what a launch may name',
    `
    config   sql vcpu
    launch   a from amazon-linux-2023 m5.large config=arn:aws:license-manager:us-east-1:111122223333:license-configuration:lic-00000000000000000000000000000000   | refused launch-unknown-config
    launch   a from amazon-linux-2023 m5.large config=arn:aws:license-manager:eu-west-1:111122223333:license-configuration:lic-00000000000000000000000000000000   | refused config-region-scoped itsRegion=eu-west-1
    launch   a from amazon-linux-2023 m5.large config=sqlserver   | refused license-configuration-arn-malformed found=sqlserver
    launch   a from amazon-linux-2023 m5.large config=sql
  `,
  );

  scenario(
    'launch-config-not-shared: another account cannot name it',
    `
    config   sql vcpu
    account  other 444455556666
    as       other
    launch   a from amazon-linux-2023 m5.large config=sql   | refused launch-config-not-shared configuration=sql owner=home caller=other
    as       home
    launch   a from amazon-linux-2023 m5.large config=sql
  `,
  );

  scenario(
    'launch-max-ten: the AMI and the launch bring at most ten together',
    `
    config   c1 instance
    config   c2 instance
    config   c3 instance
    config   c4 instance
    config   c5 instance
    config   c6 instance
    config   c7 instance
    config   c8 instance
    config   c9 instance
    config   c10 instance
    config   c11 instance
    ami      web config=c1,c2,c3,c4,c5,c6
    launch   a from web m5.large config=c7,c8,c9,c10,c11   | refused launch-max-ten found=11 limit=10
    launch   a from web m5.large config=c6,c7,c8,c9,c10
    attach   c11 to a                                      | refused quota-configurations-per-resource-10
    swap     c10 for c11 on a
    usage    c10 0
    usage    c11 1
  `,
  );

  scenario(
    'launch-ami-access: an AMI that is not ours is not found',
    `
    account  other 444455556666
    as       other
    ami      theirs
    as       home
    launch   a from theirs m5.large                        | refused launch-ami-access imageId=theirs
    launch   a from ami-0123456789abcdef0 m5.large         | refused launch-ami-access
  `,
  );

  scenario(
    'ec2-instance-type-unknown, ec2-cpu-options-valid, ec2-zone-unknown: what EC2 itself refuses',
    `
    launch   a from amazon-linux-2023 m5.huge                        | refused ec2-instance-type-unknown instanceType=m5.huge
    launch   a from amazon-linux-2023 m5.xlarge cores=3 threads=1    | refused ec2-cpu-options-valid
    launch   a from amazon-linux-2023 m5.xlarge cores=2 threads=1
    launch   b from amazon-linux-2023 m5.xlarge zone=z               | refused ec2-zone-unknown
    launch   b from amazon-linux-2023 m5.xlarge x3:2                 | refused ec2-min-max-count min=3 max=2
    launch   b from amazon-linux-2023 m5.xlarge pinned               | refused ec2-affinity-needs-host
  `,
  );
});

describe('how much a launch may take', () => {
  scenario(
    'launch-hard-min-max: as many as the licences allow, from the minimum to the maximum, or none',
    `
    config   sql vcpu count=10 hard
    launch   a from amazon-linux-2023 m5.xlarge x3:5 config=sql   | refused launch-hard-min-max requested=12 used=0 limit=10 short=2
    launch   a from amazon-linux-2023 m5.xlarge x1:5 config=sql
    usage    sql 8 a1=4 a2=4
    launch   b from amazon-linux-2023 m5.xlarge x1:5 config=sql   | refused launch-hard-min-max requested=4 used=8 limit=10 short=2
  `,
  );

  scenario(
    'launch-hard-min-max: several limits and the room on hosts bound it together',
    `
    config   win core count=96 hard
    config   app instance count=5 hard
    host     h m5 count=3
    launch   a from amazon-linux-2023 m5.8xlarge x1:9 host config=win,app
    usage    app 5
    charged  win h1=48 h2=48
    launch   b from amazon-linux-2023 m5.8xlarge x1:9 host config=win
    usage    win 96 h1=48 h2=48 a1=0 a2=0 a3=0 a4=0 a5=0 b=0
  `,
  );

  scenario(
    'launch-soft-alert, launch-block-reported, config-failure-log: who hears of it',
    `
    config   soft instance count=1
    config   hard instance count=1 hard
    launch   a from amazon-linux-2023 m5.large x2 config=soft   | alert launch-soft-alert over=1
    launch   b from amazon-linux-2023 m5.large x2 config=hard   | refused launch-hard-block short=1
    alerts   home soft=1 refused=1
    failures hard RunInstances
    failures soft
  `,
  );

  scenario(
    'launch-atomic: a refused launch leaves nothing behind (the whole database is compared)',
    `
    config   win core count=48 hard
    config   app instance count=1 hard
    host     h m5
    launch   a from amazon-linux-2023 m5.large x2 host config=win,app   | refused launch-hard-block configuration=app
    usage    win 0
    usage    app 0
    seen     h available runs=0
  `,
  );

  scenario(
    'launch-start-checks, tenancy-license-rules-on-start: a start is judged as a launch is',
    `
    config   sql vcpu count=4 hard tenancy=shared
    launch   a from amazon-linux-2023 m5.xlarge config=sql
    launch   b from amazon-linux-2023 m5.large dedicated
    stop     a
    stop     b
    attach   sql to b
    start    b      | refused rule-tenancy-launch-check tenancy=dedicated
    start    a
    usage    sql 4 a=4 b=0
  `,
  );

  scenario(
    'needs nothing, is never blocked: a charged host takes more, even above the limit',
    `
    config   win core count=48 hard
    host     h m5
    launch   a from amazon-linux-2023 m5.large host config=win
    update   win count=10        | alert config-edit-lower-count
    launch   b from amazon-linux-2023 m5.large host config=win
    usage    win 48 h=48 a=0 b=0
    over     win yes
  `,
  );

  scenario(
    'needs nothing, raises no alert: a charged host above a soft limit',
    `
    config   win core count=10
    host     h m5
    launch   a from amazon-linux-2023 m5.large host config=win   | alert launch-soft-alert requested=48 over=38
    launch   b from amazon-linux-2023 m5.large host config=win
    over     win yes
  `,
  );

  scenario(
    'client-token-mismatch: the same token gives the same answer, another input is refused',
    `
    config   sql vcpu count=8 hard
    launch   a from amazon-linux-2023 m5.xlarge config=sql token=t1
    launch   a from amazon-linux-2023 m5.xlarge config=sql token=t1
    usage    sql 4 a=4
    launch   a from amazon-linux-2023 m5.large config=sql token=t1   | refused client-token-mismatch
    launch   b from amazon-linux-2023 m5.xlarge config=sql token=t2
    usage    sql 8
  `,
  );
});
