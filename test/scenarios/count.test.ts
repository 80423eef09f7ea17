import { describe } from 'vitest';
import { scenario } from '../support/scenario.ts';

describe('what counts', () => {
  scenario(
    'count-instance: one licence for each running machine, whatever its size',
    `
    config   app instance count=3 hard
    launch   a from amazon-linux-2023 m5.24xlarge config=app
    launch   b from amazon-linux-2023 m5.large x2 config=app
    usage    app 3 a=1 b1=1 b2=1
    launch   c from amazon-linux-2023 m5.large config=app  | refused launch-hard-block requested=1 used=3 limit=3 short=1
  `,
  );

  scenario(
    'count-vcpu: the vCPUs of each machine',
    `
    config   sql vcpu
    launch   a from amazon-linux-2023 m5.2xlarge x2 config=sql
    usage    sql 16 a1=8 a2=8
  `,
  );

  scenario(
    'count-core: a host is charged once, with its physical cores',
    `
    config   win core
    host     h r5
    launch   a from amazon-linux-2023 r5.2xlarge x3 host config=win
    usage    win 48 h=48 a1=0 a2=0 a3=0
    summary  win EC2_HOST=48 EC2_INSTANCE=0
  `,
  );

  scenario(
    'count-socket: a host is charged once, with its physical sockets',
    `
    config   ora socket
    host     h r5
    launch   a from amazon-linux-2023 r5.large x5 host config=ora
    usage    ora 2 h=2 a1=0 a2=0 a3=0 a4=0 a5=0
  `,
  );

  scenario(
    'count-rule-vs-count-subject: the host is charged, the machine is judged',
    `
    config   win core count=96 hard maxCores=16
    host     h m5 count=3
    launch   a from amazon-linux-2023 m5.8xlarge x6 host config=win
    charged  win h1=48 h2=48
    launch   b from amazon-linux-2023 m5.8xlarge host config=win   | refused launch-hard-block requested=48 used=96 limit=96 short=48
  `,
  );

  scenario(
    'count-instance-cores-default: physical cores are the chosen ones, else the default of the type',
    `
    config   win core count=96 hard minCores=8
    host     h m5
    launch   a from amazon-linux-2023 m5.8xlarge host config=win
    launch   b from amazon-linux-2023 m5.8xlarge host config=win cores=4 threads=2   | refused rule-minimum-cores-check found=4 minimum=8
    launch   c from amazon-linux-2023 m5.8xlarge host config=win cores=8 threads=2
  `,
  );

  scenario(
    'count-total, count-by-type: the sum over all resources, and the same by kind',
    `
    config   sql vcpu
    ami      web config=sql
    launch   a from web m5.xlarge x2
    launch   b from web m5.2xlarge
    usage    sql 16 a1=4 a2=4 b=8
    summary  sql EC2_INSTANCE=16 EC2_HOST=0 SYSTEMS_MANAGER_MANAGED_INSTANCE=0
    managed  sql EC2_INSTANCE=3 EC2_AMI=1 EC2_HOST=0 SYSTEMS_MANAGER_MANAGED_INSTANCE=0
  `,
  );

  scenario(
    'count-usage-figures-consistent: configuration, summary and usage show the same (asserted after every row)',
    `
    config   win core
    config   sql vcpu
    host     h m5
    launch   a from amazon-linux-2023 m5.xlarge x2 host config=win,sql
    usage    win 48 h=48 a1=0 a2=0
    usage    sql 8 a1=4 a2=4
    terminate a1
    usage    win 48 h=48 a2=0
    usage    sql 4 a2=4
  `,
  );

  scenario(
    'count-each-config-separately: one machine, two configurations, two units',
    `
    config   sql vcpu
    config   app instance
    launch   a from amazon-linux-2023 m5.xlarge config=sql,app
    usage    sql 4
    usage    app 1
  `,
  );

  scenario(
    'count-association-not-usage: AMIs never take licences, and stopped machines do not',
    `
    config   sql vcpu count=0 hard
    ami      web config=sql
    launch   a from amazon-linux-2023 m5.large
    stop     a
    attach   sql to a
    usage    sql 0 a=0
    associations sql a web
  `,
  );

  scenario(
    'count-exactly-full: filling the limit is allowed, one more is not',
    `
    config   sql vcpu count=8 hard
    launch   a from amazon-linux-2023 m5.xlarge x2 config=sql
    launch   b from amazon-linux-2023 m5.large config=sql   | refused launch-hard-block requested=2 used=8 limit=8 short=2
  `,
  );

  scenario(
    'count-soft-overage: beyond a soft limit it still counts, and the flag is on',
    `
    config   sql vcpu count=10
    launch   a from amazon-linux-2023 m5.2xlarge config=sql
    over     sql no
    launch   b from amazon-linux-2023 m5.xlarge config=sql   | alert launch-soft-alert requested=4 used=8 limit=10 over=2
    usage    sql 12
    over     sql yes
    terminate b
    over     sql no
  `,
  );
});
