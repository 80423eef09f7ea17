import { describe } from 'vitest';
import { scenario } from '../support/scenario.ts';

describe('time', () => {
  scenario(
    'time-virtual-clock: nothing falls due until the clock moves',
    `
    config   win core affinity=1
    host     h m5
    launch   a from amazon-linux-2023 m5.large host config=win
    terminate a
    usage    win 48
    tick     23h 59m
    usage    win 48
    tick     1d
    usage    win 0
  `,
  );

  scenario(
    'a terminated machine is shown for an hour',
    `
    launch   a from amazon-linux-2023 m5.large
    terminate a
    tick     59m
    machine  a terminated
    tick     1m
    stop     a       | refused ec2-instance-not-found
  `,
  );
});

describe('how hosts are charged (a sandbox setting)', () => {
  scenario(
    'per machine: each machine takes its own cores, or one socket',
    `
    charging per-machine
    config   win core count=10 hard
    config   ora socket
    host     h m5
    launch   a from amazon-linux-2023 m5.2xlarge x2 host config=win,ora
    usage    win 8 a1=4 a2=4
    usage    ora 2 a1=1 a2=1
    launch   b from amazon-linux-2023 m5.2xlarge host config=win   | refused launch-hard-block requested=4 used=8 limit=10 short=2
    stop     a1
    launch   b from amazon-linux-2023 m5.2xlarge host config=win
    usage    win 8 a1=0 a2=4 b=4
  `,
  );
});
