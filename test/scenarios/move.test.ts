import { describe } from 'vitest';
import { scenario } from '../support/scenario.ts';

/** ModifyInstancePlacement: a stopped machine changes its tenancy, its host or its group. */
describe('moving among tenancies', () => {
  scenario(
    'tenancy-targets, tenancy-instances-keep-usage-op: shared, dedicated, host and back; the billing code stays',
    `
    host     h m5
    launch   a from windows-2022 m5.large
    stop     a
    move     a dedicated
    machine  a stopped tenancy=dedicated code=RunInstances:0002
    start    a
    machine  a running tenancy=dedicated
    stop     a
    move     a host
    machine  a stopped tenancy=host affinity=default
    start    a
    machine  a running tenancy=host on=h code=RunInstances:0002
    stop     a
    move     a shared
    start    a
    machine  a running tenancy=default on= code=RunInstances:0002
  `,
  );

  scenario(
    'tenancy-stopped, tenancy-at-least-one, ec2-instance-not-found: of a stopped machine, and something must change',
    `
    launch   a from amazon-linux-2023 m5.large
    move     a dedicated      | refused tenancy-stopped state=running
    stop     a
    move     a                | refused tenancy-at-least-one
    move     i-1 dedicated    | refused ec2-instance-not-found
    move     a dedicated
    terminate a
    move     a shared         | refused tenancy-stopped state=terminated
  `,
  );

  scenario(
    'tenancy-cmd-host-auto, tenancy-host-needs-capacity: a host must have room now, and auto-placement chooses at the start',
    `
    launch   a from amazon-linux-2023 m5.24xlarge
    stop     a
    move     a host           | refused tenancy-host-needs-capacity
    host     h m5 closed
    move     a host           | refused host-auto-placement closed=h
    placement h on
    move     a host
    launch   b from amazon-linux-2023 m5.large host
    move     a shared
    move     a host           | refused tenancy-host-needs-capacity
    host     k m5 zone=b
    move     a host           | refused tenancy-host-needs-capacity
    host     m m5
    move     a host
    start    a
    machine  a running on=m
  `,
  );

  scenario(
    'tenancy-cmd-host-targeted, host-affinity-restart: a named host is the only one it starts on',
    `
    host     h m5 count=2
    launch   a from amazon-linux-2023 m5.large
    stop     a
    move     a on=h1          | refused tenancy-host-id-needs-host
    move     a host on=h-none | refused host-not-found
    move     a host on=h2
    machine  a stopped affinity=host on=h2
    launch   b from amazon-linux-2023 m5.24xlarge on=h2
    start    a                | refused host-capacity-by-size hostId=h2
    move     a loose
    start    a
    machine  a running affinity=default on=h1
    stop     a
    move     a on=h2          | refused tenancy-host-needs-capacity
    move     a on=h1
    machine  a stopped affinity=host on=h1
  `,
  );

  scenario(
    'host-zone, host-type-supported, host-launch-states: a host in the zone of the machine, that takes its type',
    `
    host     b m5 zone=b
    host     c c5
    host     gone m5
    host     h m5
    release  gone
    launch   a from amazon-linux-2023 m5.large zone=a
    stop     a
    move     a host on=b      | refused host-zone
    move     a host on=c      | refused host-type-supported
    move     a host on=gone   | refused host-launch-states state=released
    move     a host on=h
  `,
  );

  scenario(
    'host-type-unsupported: a type that hosts do not take',
    `
    host     h m5
    launch   a from amazon-linux-2023 m5a.large
    stop     a
    move     a host           | refused host-type-unsupported instanceType=m5a.large
    move     a dedicated
  `,
  );

  scenario(
    'tenancy-cmd-default, tenancy-cmd-dedicated, tenancy-t3-launch-only: T3 neither leaves its hosts nor comes to them',
    `
    host     h t3
    launch   a from amazon-linux-2023 t3.large host
    launch   b from amazon-linux-2023 t3.large
    launch   c from amazon-linux-2023 t3a.large
    stop     a b c
    move     a shared         | refused tenancy-cmd-default
    move     a dedicated      | refused tenancy-cmd-dedicated
    move     a on=h
    move     b host           | refused tenancy-t3-launch-only
    move     b dedicated
    move     c dedicated
  `,
  );

  scenario(
    'ec2-affinity-needs-host, tenancy-shared-clears-host: affinity and host are forgotten off Dedicated Hosts',
    `
    host     h m5
    launch   a from amazon-linux-2023 m5.large on=h pinned
    stop     a
    move     a shared pinned  | refused ec2-affinity-needs-host
    move     a shared
    machine  a stopped tenancy=default on= affinity=
    move     a pinned         | refused ec2-affinity-needs-host
    move     a host pinned
    start    a
    stop     a
    host     k m5
    release  h
    start    a                | refused host-launch-states hostId=h state=released
    move     a on=k
    start    a
    machine  a running on=k affinity=host
  `,
  );
});

describe('licences of a machine that moves', () => {
  scenario(
    'tenancy-license-rules-on-start: the move warns, and the start is refused',
    `
    config   win core count=48 hard
    host     h m5
    launch   a from amazon-linux-2023 m5.large host config=win
    stop     a
    usage    win 0 a=0
    move     a shared         | alert tenancy-license-rules-on-start instanceId=a
    start    a                | refused rule-tenancy-core-socket
    move     a host
    start    a
    usage    win 48 h=48 a=0
  `,
  );

  scenario(
    'tenancy-license-rules-on-start: a soft configuration does not refuse the start, so the move says nothing',
    `
    config   win vcpu count=2 soft tenancy=host
    host     h m5
    launch   a from amazon-linux-2023 m5.large host config=win
    stop     a
    move     a shared
    start    a                | alert rule-tenancy-launch-check
  `,
  );

  scenario(
    'tenancy-license-rules-on-start: licences that are short now are told of too',
    `
    config   win core count=48 hard
    host     h m5 count=2
    launch   a from amazon-linux-2023 m5.large on=h1 config=win
    stop     a
    launch   b from amazon-linux-2023 m5.large on=h2 config=win
    move     a on=h1          | alert tenancy-license-rules-on-start
    move     a loose
    start    a
    machine  a running on=h2
  `,
  );

  scenario(
    'rule-affinity-effect: licences that a host keeps by affinity do not follow the machine',
    `
    config   win core count=96 hard affinity=30
    host     h m5 count=2
    launch   a from amazon-linux-2023 m5.large on=h1 config=win
    stop     a
    move     a on=h2
    start    a
    usage    win 96 h1=48 h2=48 a=0
    tick     31d
    usage    win 48 h2=48 a=0
  `,
  );
});
