import { describe } from 'vitest';
import { scenario } from '../support/scenario.ts';

/** A host fails: 5 minutes of assessment, then recovery onto a replacement in 5 more, or it is lost. */
describe('host recovery', () => {
  scenario(
    'host-recovery-new-host, host-recovery-states: the replacement takes over what the host was, and the running machines',
    `
    host     h m5 zone=b recover
    launch   a from amazon-linux-2023 m5.large x2 on=h
    launch   p from amazon-linux-2023 m5.large on=h pinned
    stop     a2
    fail     h
    seen     h under-assessment runs=2
    launch   c from amazon-linux-2023 m5.large on=h    | refused host-launch-states state=under-assessment
    tick     5m
    newest   r
    seen     h under-assessment runs=0
    seen     r pending runs=2 zone=b autoplacement=on recovery=on cores=48
    machine  a1 running on=r
    launch   c from amazon-linux-2023 m5.large on=r    | refused host-launch-states state=pending
    launch   c from amazon-linux-2023 m5.large host    | refused launch-host-needs-capacity
    tick     5m
    seen     h released-permanent-failure
    seen     r available runs=2
    machine  p running on=r affinity=host
    machine  a2 stopped on=h
    stop     p
    start    p
    machine  p running on=r
    launch   c from amazon-linux-2023 m5.large host
    machine  c running on=r
  `,
  );

  scenario(
    'host-recovery-stopped-left: a stopped machine that is bound to the failed host starts only where it is moved',
    `
    host     h m5 recover
    launch   a from amazon-linux-2023 m5.large on=h pinned
    launch   b from amazon-linux-2023 m5.large on=h
    stop     a b
    fail     h
    start    a       | refused host-launch-states hostId=h state=under-assessment
    tick     10m
    newest   r
    start    a       | refused host-launch-states hostId=h state=released-permanent-failure
    start    b
    machine  b running on=r
    move     a on=r
    start    a
    machine  a running on=r
  `,
  );

  scenario(
    'both moments in one step of the clock',
    `
    config   win core count=96 hard
    host     h m5 recover
    launch   a from amazon-linux-2023 m5.large on=h config=win
    fail     h
    tick     1d
    newest   r
    seen     h released-permanent-failure
    seen     r available runs=1
    usage    win 48 r=48 a=0
  `,
  );
});

describe('licences of a host that fails', () => {
  scenario(
    'host-recovery-hard-limit: the replacement needs licences of its own while the failed host holds its own',
    `
    config   win core count=96 hard
    host     h m5 recover
    launch   a from amazon-linux-2023 m5.large on=h config=win
    fail     h
    tick     5m
    newest   r
    usage    win 96 h=48 r=48 a=0
    tick     5m
    usage    win 48 r=48 a=0
    failures win
  `,
  );

  scenario(
    'host-recovery-hard-limit: refused and reported; the host is lost and goes with its last machine',
    `
    config   win core count=48 hard
    host     h m5 recover
    launch   a from amazon-linux-2023 m5.large x2 on=h config=win
    fail     h
    tick     5m
    seen     h permanent-failure runs=2
    usage    win 48 h=48 a1=0 a2=0
    failures win HostRecovery
    alerts   home refused=1
    tick     1d
    seen     h permanent-failure runs=2
    stop     a1
    seen     h permanent-failure runs=1
    terminate a2
    seen     h released-permanent-failure runs=0
    usage    win 0 a1=0
    release  h       | refused InvalidHostID.NotFound
  `,
  );

  scenario(
    'host-recovery-soft-limit: recovered beyond the limit, and reported',
    `
    config   win core count=48 soft
    host     h m5 recover
    launch   a from amazon-linux-2023 m5.large on=h config=win
    fail     h
    tick     5m
    usage    win 96
    alerts   home soft=1 refused=0
    tick     5m
    newest   r
    usage    win 48 r=48 a=0
    failures win
  `,
  );

  scenario(
    'host-recovery-hard-limit: what machines count themselves moves with them and needs nothing',
    `
    config   seats vcpu count=2 hard
    host     h m5 recover
    launch   a from amazon-linux-2023 m5.large on=h config=seats
    fail     h
    tick     10m
    newest   r
    machine  a running on=r
    usage    seats 2 a=2
  `,
  );

  scenario(
    'host-release-keeps-affinity: affinity ties the licences to the failed host until its days are over',
    `
    config   win core count=96 hard affinity=30
    host     h m5 recover
    launch   a from amazon-linux-2023 m5.large on=h config=win
    tick     10d
    fail     h
    tick     10m
    newest   r
    seen     h released-permanent-failure
    usage    win 96 h=48 r=48 a=0
    fail     r
    tick     5m
    seen     r permanent-failure runs=1
    tick     21d
    usage    win 48 r=48 a=0
  `,
  );

  scenario(
    'licences that come free by the clock just before the assessment ends are there for the replacement',
    `
    config   win core count=96 hard affinity=1
    host     old m5
    launch   z from amazon-linux-2023 m5.large on=old config=win
    terminate z
    host     h m5 recover
    launch   a from amazon-linux-2023 m5.large on=h config=win
    tick     24h 57m
    usage    win 96 old=48 h=48 a=0
    fail     h
    tick     1h
    newest   r
    usage    win 96 h=48 r=48 a=0
    seen     r available runs=1
  `,
  );

  scenario(
    'a host that was attached by hand stays attached under its new id',
    `
    config   win core count=96 hard
    host     h m5 recover
    attach   win to h
    fail     h
    tick     5m
    newest   r
    usage    win 96 h=48 r=48
    managed  win EC2_HOST=2
    tick     5m
    usage    win 48 r=48
    associations win r
  `,
  );

  scenario(
    'several configurations: one that is full keeps the host from being recovered',
    `
    config   win core count=480 hard
    config   sql socket count=2 hard
    host     h m5 recover
    launch   a from amazon-linux-2023 m5.large on=h config=win,sql
    fail     h
    tick     5m
    seen     h permanent-failure runs=1
    failures sql HostRecovery
    failures win
    usage    win 48 h=48 a=0
  `,
  );
});

describe('without recovery', () => {
  scenario(
    'a host fails for good, and is released when its last machine stops',
    `
    host     h m5
    launch   a from amazon-linux-2023 m5.large on=h
    fail     h
    tick     4m
    seen     h under-assessment runs=1
    tick     1m
    seen     h permanent-failure runs=1
    stop     a
    seen     h released-permanent-failure runs=0
    start    a       | refused launch-host-needs-capacity
    host     k m5
    start    a
    machine  a running on=k
  `,
  );

  scenario(
    'an empty host goes at once',
    `
    host     h m5
    fail     h
    tick     5m
    seen     h released-permanent-failure runs=0
  `,
  );

  scenario(
    'a host that is released while it is assessed stays released',
    `
    host     h m5 recover
    fail     h
    release  h
    seen     h released
    tick     1h
    seen     h released
  `,
  );

  scenario(
    'a replacement that is emptied and released meanwhile stays released, and the failed host goes',
    `
    host     h m5 recover
    launch   a from amazon-linux-2023 m5.large on=h
    fail     h
    tick     5m
    newest   r
    terminate a
    release  r
    tick     1h
    seen     r released
    seen     h released-permanent-failure
  `,
  );
});
