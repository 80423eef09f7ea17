import { describe } from 'vitest';
import { scenario } from '../support/scenario.ts';

describe('deactivation (OQ-01)', () => {
  scenario(
    'config-deactivate-requires-no-running, config-deactivate-how, config-deactivate-keeps-existing: (a) and (b)',
    `
    config   sql vcpu
    ami      web config=sql
    launch   a from web m5.xlarge
    deactivate sql    | refused config-deactivate-requires-no-running running=a
    stop     a
    deactivate sql
    shown    sql Status=DISABLED
    associations sql a web
  `,
  );

  scenario(
    'config-deactivate-ami-launch-allowed: (c) a launch from its AMI is neither judged nor counted',
    `
    config   sql vcpu count=0 hard
    ami      web config=sql
    deactivate sql
    launch   a from web m5.xlarge
    usage    sql 0
    licences a
  `,
  );

  scenario(
    'config-deactivate-direct-launch-refused, config-deactivate-association-refused: (d) it cannot be named',
    `
    config   sql vcpu
    launch   a from amazon-linux-2023 m5.xlarge
    deactivate sql
    launch   b from amazon-linux-2023 m5.xlarge config=sql   | refused config-deactivate-direct-launch-refused
    attach   sql to a                                        | refused config-deactivate-association-refused
    activate sql
    launch   b from amazon-linux-2023 m5.xlarge config=sql
    attach   sql to a
  `,
  );

  scenario(
    'config-deactivate-stops-tracking, config-reactivate: (e) starts go untracked, (f) what runs counts from then on',
    `
    config   sql vcpu count=4 hard
    launch   a from amazon-linux-2023 m5.xlarge config=sql
    stop     a
    deactivate sql
    start    a
    usage    sql 0 a=0
    launch   b from amazon-linux-2023 m5.xlarge
    stop     b
    activate sql
    usage    sql 4 a=4
    stop     a
    deactivate sql
    start    a
    stop     a
    usage    sql 0
    activate sql
    usage    sql 0
  `,
  );

  scenario(
    'config-reactivate: above a hard limit too, flagged and nothing stopped',
    `
    config   sql vcpu count=8 hard
    launch   a from amazon-linux-2023 m5.xlarge x2 config=sql
    stop     a1 a2
    deactivate sql
    start    a1 a2
    update   sql count=4
    activate sql
    usage    sql 8 a1=4 a2=4
    over     sql yes
    machine  a1 running
  `,
  );

  scenario(
    'config-reactivate: hosts are charged again for what runs on them',
    `
    config   win core
    host     h m5 count=2
    launch   a from amazon-linux-2023 m5.large x2 host config=win
    stop     a1 a2
    deactivate win
    start    a1 a2
    usage    win 0 a1=0 a2=0
    activate win
    charged  win h1=48
    stop     a1
    charged  win h1=48
    stop     a2
    charged  win
  `,
  );

  scenario(
    'a deactivated configuration may be left, and then deleted',
    `
    config   sql vcpu
    launch   a from amazon-linux-2023 m5.xlarge config=sql
    stop     a
    deactivate sql
    start    a
    detach   sql from a
    delete   sql
  `,
  );
});
