import { describe } from 'vitest';
import { scenario } from '../support/scenario.ts';

describe('rules on machines', () => {
  scenario(
    'rule-worked-example: 96 cores, 8 to 16 a machine, Dedicated Hosts: six run, the seventh does not',
    `
    config   win core count=96 hard minCores=8 maxCores=16 tenancy=host
    host     h m5 count=3
    ami      ws usage=0800 config=win
    launch   a from ws m5.8xlarge x6 host
    charged  win h1=48 h2=48
    launch   b from ws m5.8xlarge host     | refused launch-hard-block requested=48 used=96 limit=96 short=48
    launch   b from ws m5.2xlarge host     | refused rule-minimum-cores-check found=4 minimum=8 launch-hard-block requested=48
    launch   b from ws m5.12xlarge host    | refused rule-maximum-cores-check found=24 maximum=16 launch-hard-block requested=48
    launch   b from ws m5.8xlarge shared   | refused tenancy-matrix-windows-byol rule-tenancy-core-socket tenancy=default
    usage    win 96
    update   win soft
    launch   b from ws m5.8xlarge host     | alert launch-soft-alert requested=48 used=96 limit=96 over=48
    usage    win 144
    over     win yes
  `,
  );

  scenario(
    'rule-optional, rule-tenancy-default-all: without rules every tenancy and size is acceptable',
    `
    config   sql vcpu count=400 hard
    config   app instance count=4 hard
    host     h m5
    launch   a from amazon-linux-2023 m5.large shared config=sql,app
    launch   b from amazon-linux-2023 m5.24xlarge dedicated config=sql,app
    launch   c from amazon-linux-2023 m5.large host config=sql,app
    usage    app 3
  `,
  );

  scenario(
    'rule-tenancy-instance-vcpu, rule-tenancy-launch-check: the rule names the tenancies that may be used',
    `
    config   sql vcpu count=100 hard tenancy=shared
    config   app instance count=9 hard tenancy=dedicated
    host     h m5
    launch   a from amazon-linux-2023 m5.large config=sql
    launch   b from amazon-linux-2023 m5.large dedicated config=app
    launch   c from amazon-linux-2023 m5.large dedicated config=sql  | refused rule-tenancy-launch-check tenancy=dedicated allowed=EC2-Default
    launch   c from amazon-linux-2023 m5.large host config=app       | refused rule-tenancy-launch-check tenancy=host
    launch   c from amazon-linux-2023 m5.large config=app            | refused rule-tenancy-launch-check tenancy=default
  `,
  );

  scenario(
    'rule-tenancy-several: a list allows each of its tenancies',
    `
    config   sql vcpu count=100 hard tenancy=host,dedicated
    host     h m5
    launch   a from amazon-linux-2023 m5.large host config=sql
    launch   b from amazon-linux-2023 m5.large dedicated config=sql
    launch   c from amazon-linux-2023 m5.large config=sql   | refused rule-tenancy-launch-check tenancy=default allowed=EC2-DedicatedHost,EC2-DedicatedInstance
  `,
  );

  scenario(
    'rule-tenancy-core-socket: Core and Socket need a Dedicated Host, rule or no rule',
    `
    config   win core count=96 hard
    config   ora socket count=4 hard
    launch   a from amazon-linux-2023 m5.large config=win              | refused rule-tenancy-core-socket tenancy=default counting=Core
    launch   a from amazon-linux-2023 m5.large dedicated config=ora    | refused rule-tenancy-core-socket tenancy=dedicated counting=Socket
    config   bad core tenancy=shared                                  | refused rule-tenancy-core-socket
    host     h m5
    launch   a from amazon-linux-2023 m5.large host config=win,ora
  `,
  );

  scenario(
    'rule-subject-is-resource: each machine is judged for itself, never the sum',
    `
    config   win core count=96 hard maxCores=16
    host     h m5 count=2
    launch   a from amazon-linux-2023 m5.8xlarge x6 host config=win
    usage    win 96
  `,
  );

  scenario(
    'rule-minimum-cores-check and rule-maximum-cores-check: equality passes',
    `
    config   app instance count=9 hard minCores=4 maxCores=8
    launch   a from amazon-linux-2023 m5.2xlarge config=app
    launch   b from amazon-linux-2023 m5.4xlarge config=app
    launch   c from amazon-linux-2023 m5.xlarge config=app    | refused rule-minimum-cores-check found=2 minimum=4
    launch   c from amazon-linux-2023 m5.8xlarge config=app   | refused rule-maximum-cores-check found=16 maximum=8
  `,
  );

  scenario(
    'rule-minimum-vcpus-check and rule-maximum-vcpus-check: equality passes',
    `
    config   sql vcpu count=900 hard minVcpus=4 maxVcpus=8
    launch   a from amazon-linux-2023 m5.xlarge config=sql
    launch   b from amazon-linux-2023 m5.2xlarge config=sql
    launch   c from amazon-linux-2023 m5.large config=sql     | refused rule-minimum-vcpus-check found=2 minimum=4
    launch   c from amazon-linux-2023 m5.4xlarge config=sql   | refused rule-maximum-vcpus-check found=16 maximum=8
  `,
  );

  scenario(
    'rule-minimum-sockets-check and rule-maximum-sockets-check: the sockets of the host',
    `
    config   two socket count=90 hard minSockets=2 maxSockets=2
    config   three socket count=90 hard minSockets=3
    config   one socket count=90 hard maxSockets=1
    host     h m5
    launch   a from amazon-linux-2023 m5.large host config=two
    launch   b from amazon-linux-2023 m5.large host config=three   | refused rule-minimum-sockets-check found=2 minimum=3
    launch   b from amazon-linux-2023 m5.large host config=one     | refused rule-maximum-sockets-check found=2 maximum=1
  `,
  );

  scenario(
    'rule-minimum-sockets-check: off a host sockets are not published, so the machine runs and an alert says so',
    `
    config   app instance count=9 hard minSockets=2
    launch   a from amazon-linux-2023 m5.large config=app   | alert rule-minimum-sockets-check found=null minimum=2
    usage    app 1
  `,
  );

  scenario(
    'rule-honor-vcpu-true: chosen cores times threads are counted and compared',
    `
    config   sql vcpu count=20 hard maxVcpus=4 honor=True
    launch   a from amazon-linux-2023 r5.4xlarge cores=4 threads=1 config=sql
    usage    sql 4 a=4
    launch   b from amazon-linux-2023 r5.4xlarge config=sql   | refused rule-maximum-vcpus-check found=16 maximum=4
  `,
  );

  scenario(
    'rule-honor-vcpu-false: without the rule, or with False, the default of the type counts',
    `
    config   plain vcpu
    config   off vcpu honor=False
    launch   a from amazon-linux-2023 r5.4xlarge cores=4 threads=1 config=plain,off
    usage    plain 16
    usage    off 16
  `,
  );

  scenario(
    'rule-multi-config-all-must-pass: one that refuses is enough, and every reason is given',
    `
    config   sql vcpu count=8 hard
    config   app instance count=1 hard minCores=4
    launch   a from amazon-linux-2023 m5.4xlarge config=sql,app   | refused launch-hard-block configuration=sql requested=16 limit=8
    launch   a from amazon-linux-2023 m5.large config=app,sql     | refused rule-minimum-cores-check configuration=app
    launch   a from amazon-linux-2023 m5.2xlarge config=sql,app
    launch   b from amazon-linux-2023 m5.2xlarge config=sql,app   | refused launch-hard-block configuration=sql launch-hard-block configuration=app
  `,
  );

  scenario(
    'rule-enforcement-switch, launch-alert-on-rule: what is not enforced alerts and goes through',
    `
    config   sql vcpu count=100 tenancy=host minVcpus=4
    launch   a from amazon-linux-2023 m5.large config=sql   | alert rule-tenancy-launch-check tenancy=default rule-minimum-vcpus-check found=2
    usage    sql 2
    update   sql hard
    launch   b from amazon-linux-2023 m5.large config=sql   | refused rule-tenancy-launch-check rule-minimum-vcpus-check
    alerts   home soft=2 refused=2
  `,
  );

  scenario(
    'Core and Socket off a host, not enforced: the cores of the machine, one socket, with an alert',
    `
    config   win core
    config   ora socket
    launch   a from amazon-linux-2023 m5.8xlarge config=win,ora   | alert rule-tenancy-core-socket configuration=win rule-tenancy-core-socket configuration=ora
    usage    win 16 a=16
    usage    ora 1 a=1
  `,
  );
});
