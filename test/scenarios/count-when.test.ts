import { describe } from 'vitest';
import { scenario } from '../support/scenario.ts';

describe('when it counts', () => {
  scenario(
    'count-release-on-stop: stopping gives the licences back, the association stays',
    `
    config   sql vcpu count=8 hard
    ami      web config=sql
    launch   a from web m5.xlarge
    usage    sql 4 a=4
    stop     a
    usage    sql 0 a=0
    associations sql a web
    launch   b from web m5.4xlarge x2   | refused launch-hard-block requested=32 used=0 limit=8 short=24
  `,
  );

  scenario(
    'count-release-on-terminate, count-ends-at-termination: nothing is left',
    `
    config   sql vcpu
    launch   a from amazon-linux-2023 m5.xlarge x2 config=sql
    terminate a1
    usage    sql 4 a2=4
    associations sql a2
    stop     a2
    terminate a2
    usage    sql 0
    associations sql
  `,
  );

  scenario(
    'count-reacquire-on-start: starting takes them again, judged as a launch is',
    `
    config   sql vcpu count=4 hard
    launch   a from amazon-linux-2023 m5.xlarge config=sql
    stop     a
    launch   b from amazon-linux-2023 m5.xlarge config=sql
    start    a                      | refused launch-hard-block requested=4 used=4 limit=4 short=4
    stop     b
    start    a
    usage    sql 4 a=4 b=0
  `,
  );

  scenario(
    'count-reboot-neutral: a reboot changes nothing',
    `
    config   sql vcpu
    launch   a from amazon-linux-2023 m5.xlarge config=sql
    reboot   a
    usage    sql 4 a=4
    machine  a running
  `,
  );

  scenario(
    'count-last-instance-on-host: the host is free when no tracked machine runs on it',
    `
    config   win core
    host     h m5
    launch   a from amazon-linux-2023 m5.2xlarge x2 host config=win
    launch   b from amazon-linux-2023 m5.2xlarge host
    stop     a1
    charged  win h=48
    stop     a2
    charged  win
    usage    win 0 a1=0 a2=0
  `,
  );

  scenario(
    'count-starts-when-attached, count-running-on-associate: a running machine counts from then on',
    `
    config   sql vcpu
    launch   a from amazon-linux-2023 m5.2xlarge
    tick     2d
    usage    sql 0
    attach   sql to a
    usage    sql 8 a=8
  `,
  );

  scenario(
    'count-remaining: what is left is the number less what is used',
    `
    config   win core count=96 hard
    host     h m5 count=2
    launch   a from amazon-linux-2023 m5.large host config=win
    shown    win LicenseCount=96 ConsumedLicenses=48
    launch   b from amazon-linux-2023 m5.24xlarge x2 host config=win   | refused launch-host-needs-capacity requested=2 fits=1
  `,
  );

  scenario(
    'count-tracked-kinds: Spot, Dedicated Instances and hosts count like On-Demand',
    `
    config   app instance
    host     h m5
    launch   a from amazon-linux-2023 m5.large spot config=app
    launch   b from amazon-linux-2023 m5.large dedicated config=app
    launch   c from amazon-linux-2023 m5.large host config=app
    usage    app 3 a=1 b=1 c=1
  `,
  );

  scenario(
    'launch-hard-block: a limit of 0 lets nothing through that needs a licence',
    `
    config   sql vcpu count=0 hard
    launch   a from amazon-linux-2023 m5.large config=sql   | refused launch-hard-block requested=2 used=0 limit=0 short=2
  `,
  );

  scenario(
    'count-last-instance-on-host: a machine that is stopped first and terminated then leaves once',
    `
    config   win core
    host     h m5
    launch   a from amazon-linux-2023 m5.large x3 host config=win
    stop     a1
    terminate a1
    stop     a2
    detach   win from a2
    charged  win h=48
    terminate a3
    charged  win
  `,
  );
});
