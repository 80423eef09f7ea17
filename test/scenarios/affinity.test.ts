import { describe } from 'vitest';
import { scenario } from '../support/scenario.ts';

/** licenseAffinityToHost: licences of a host stay on it for a number of days, from the first tracked machine. The clock starts 03:00. */
describe('affinity', () => {
  scenario(
    'rule-affinity-effect, count-affinity-exception: licences stay on the host when the last machine leaves',
    `
    config   win core count=96 hard affinity=90
    host     h m5 count=3
    launch   a from amazon-linux-2023 m5.24xlarge host config=win on=h1
    tick     10d
    terminate a
    usage    win 48 h1=48
    launch   b from amazon-linux-2023 m5.24xlarge host config=win on=h2
    launch   c from amazon-linux-2023 m5.24xlarge host config=win on=h3  | refused launch-hard-block requested=48 used=96 limit=96 short=48
  `,
  );

  scenario(
    'rule-affinity-clock-start, rule-affinity-release-24h, time-affinity-release: free within 24 hours of the end',
    `
    config   win core affinity=30
    host     h m5
    launch   a from amazon-linux-2023 m5.large host config=win
    tick     5d
    stop     a
    tick     24d 23h
    usage    win 48 h=48 a=0
    tick     1d 1h
    usage    win 0 a=0
    charged  win
  `,
  );

  scenario(
    'rule-affinity-reuse-on-host: within the period another machine takes the same licences',
    `
    config   win core count=48 hard affinity=30
    host     h m5
    launch   a from amazon-linux-2023 m5.large host config=win
    terminate a
    tick     3d
    launch   b from amazon-linux-2023 m5.large host config=win
    usage    win 48 h=48 b=0
    terminate b
    tick     28d 1h
    usage    win 0
  `,
  );

  scenario(
    'rule-affinity-release-24h: machines still run at the end, so the last one to leave starts the release',
    `
    config   win core affinity=1
    host     h m5
    launch   a from amazon-linux-2023 m5.large x2 host config=win
    tick     10d
    usage    win 48 h=48 a1=0 a2=0
    stop     a1
    tick     2d
    usage    win 48 h=48 a1=0 a2=0
    stop     a2
    usage    win 48 h=48 a1=0 a2=0
    tick     24h
    usage    win 0 a1=0 a2=0
  `,
  );

  scenario(
    'host-release-keeps-affinity: releasing the host frees nothing before the end',
    `
    config   win core affinity=90
    host     h m5
    launch   a from amazon-linux-2023 m5.large host config=win
    terminate a
    tick     5d
    release  h
    seen     h released
    usage    win 48 h=48
    delete   win   | refused config-delete-needs-no-held-affinity units=48
    tick     86d
    usage    win 0
    delete   win
  `,
  );

  scenario(
    'config-disassociate-releases: everything but what affinity holds',
    `
    config   win core affinity=30
    config   sql vcpu
    host     h m5
    launch   a from amazon-linux-2023 m5.xlarge host config=win,sql
    detach   win,sql from a
    usage    sql 0
    usage    win 48 h=48
    associations win
    tick     31d
    usage    win 0
  `,
  );

  scenario(
    'rule-affinity-only-later-rule: affinity may come later and be changed; its clock keeps its start',
    `
    config   win core minCores=1
    host     h m5
    launch   a from amazon-linux-2023 m5.large host config=win
    update   win affinity=30
    shown    win LicenseRules=#minimumCores=1,#licenseAffinityToHost=30
    tick     10d
    terminate a
    usage    win 48 h=48
    update   win affinity=12
    tick     2d 1h
    usage    win 0
    update   win maxCores=16   | refused rule-affinity-only-later-rule
  `,
  );

  scenario(
    'a shorter affinity frees at the next run what it no longer ties',
    `
    config   win core affinity=30
    host     h m5
    launch   a from amazon-linux-2023 m5.large host config=win
    tick     10d
    terminate a
    update   win affinity=5
    usage    win 48 h=48
    tick     24h
    usage    win 0
  `,
  );

  scenario(
    'affinity ties the sockets of a Socket configuration in the same way',
    `
    config   ora socket affinity=2
    host     h r5
    launch   a from amazon-linux-2023 r5.large host config=ora
    terminate a
    tick     1d
    usage    ora 2 h=2
    tick     2d
    usage    ora 0
  `,
  );

  scenario(
    'a host attached by hand and one held by affinity are charged once',
    `
    config   win core affinity=2
    host     h m5
    attach   win to h
    usage    win 48 h=48
    launch   a from amazon-linux-2023 m5.large host config=win
    terminate a
    detach   win from h
    usage    win 48 h=48
    managed  win EC2_HOST=0
    tick     3d 1h
    usage    win 0
  `,
  );

  scenario(
    'rule-affinity-reuse-on-host: a machine that came back keeps the licences beyond the end, until it leaves',
    `
    config   win core affinity=2
    host     h m5
    launch   a from amazon-linux-2023 m5.large host config=win
    stop     a
    tick     1d
    start    a
    tick     9d
    usage    win 48 h=48 a=0
    stop     a
    tick     1d
    usage    win 0 a=0
  `,
  );
});
