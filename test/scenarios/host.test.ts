import { describe } from 'vitest';
import { scenario } from '../support/scenario.ts';

describe('allocating', () => {
  scenario(
    'host-allocate-defaults, host-properties: auto-placement and recovery are off unless asked for',
    `
    host     h m5 default
    seen     h available autoplacement=off recovery=off cores=48 sockets=2 vcpus=96 runs=0
    host     k m5
    seen     k available autoplacement=on
  `,
  );

  scenario(
    'host-multi-type-nitro, host-type-unsupported, ec2-instance-type-unknown: what a host can be',
    `
    host     h m4          | refused host-multi-type-nitro
    host     h m4.large
    host     k m5a         | refused host-type-unsupported instanceType=m5a
    host     k t2.micro    | refused host-type-unsupported instanceType=t2.micro
    host     k m55         | refused ec2-instance-type-unknown
    host     k m5
  `,
  );

  scenario(
    'host-on-demand-quota: as many per family as the sandbox allows',
    `
    quota    hosts-per-family 2
    host     h m5 count=3   | refused host-on-demand-quota requested=3 existing=0 limit=2
    host     h m5 count=2
    host     k m5           | refused host-on-demand-quota requested=1 existing=2 limit=2
    host     k r5
    release  h1
    host     m m5
  `,
  );
});

describe('placing', () => {
  scenario(
    'packing: a host whose licences are taken comes before one that would take new ones',
    `
    config   win core count=96 hard
    host     h m5 count=3
    launch   a from amazon-linux-2023 m5.large host on=h2 config=win
    launch   b from amazon-linux-2023 m5.12xlarge host on=h1
    launch   c from amazon-linux-2023 m5.large host config=win
    machine  c running on=h2
    charged  win h2=48
  `,
  );

  scenario(
    'packing: then the fullest that fits, then the oldest',
    `
    host     h m5 count=3
    launch   a from amazon-linux-2023 m5.large host on=h2
    launch   b from amazon-linux-2023 m5.12xlarge host on=h3
    launch   c from amazon-linux-2023 m5.xlarge host
    machine  c running on=h3
    launch   d from amazon-linux-2023 m5.16xlarge host
    machine  d running on=h2
    launch   e from amazon-linux-2023 m5.24xlarge host
    machine  e running on=h1
  `,
  );

  scenario(
    'packing: a launch of several stays in one zone, the one that takes most',
    `
    host     h m5 zone=a
    host     k m5 zone=b count=2
    launch   a from amazon-linux-2023 m5.24xlarge x2 host
    machine  a1 running zone=b on=k1
    machine  a2 running zone=b on=k2
    launch   b from amazon-linux-2023 m5.24xlarge x2 host    | refused launch-host-needs-capacity requested=2 fits=1
  `,
  );

  scenario(
    'host-auto-placement: an untargeted launch uses only open hosts',
    `
    host     h m5 closed
    launch   a from amazon-linux-2023 m5.large host        | refused host-auto-placement closed=h
    launch   a from amazon-linux-2023 m5.large on=h
    machine  a running on=h tenancy=host
  `,
  );

  scenario(
    'launch-host-needs-capacity, host-capacity-by-size: the numbers of what is free',
    `
    host     h m5 count=2
    launch   a from amazon-linux-2023 m5.16xlarge x2 host
    launch   b from amazon-linux-2023 m5.12xlarge host         | refused launch-host-needs-capacity requested=1 fits=0
    launch   b from amazon-linux-2023 m5.12xlarge on=h1        | refused host-capacity-by-size hostId=h1 requested=1 fits=0 freeCores=16
    launch   b from amazon-linux-2023 m5.8xlarge on=h1
    launch   c from amazon-linux-2023 r5.large host            | refused launch-host-needs-capacity requested=1 fits=0
  `,
  );

  scenario(
    'host-capacity-by-size: an m4 host takes 22 large, a t3 host 192 small',
    `
    host     h m4.large
    launch   a from amazon-linux-2023 m4.large x22 on=h
    launch   b from amazon-linux-2023 m4.large on=h       | refused host-capacity-by-size requested=1 fits=0
    host     k t3
    launch   c from amazon-linux-2023 t3.small x191 on=k
    launch   d from amazon-linux-2023 t3.large on=k       | refused host-capacity-by-size requested=1 fits=0
    launch   d from amazon-linux-2023 t3.small on=k
  `,
  );

  scenario(
    'host-type-supported, host-zone, host-not-found, host-launch-states: what a named host refuses',
    `
    host     h m5 zone=b
    host     k m5.large
    launch   a from amazon-linux-2023 r5.large on=h         | refused host-type-supported hostId=h instanceType=r5.large
    launch   a from amazon-linux-2023 m5.xlarge on=k        | refused host-type-supported hostId=k
    launch   a from amazon-linux-2023 m5.large on=h zone=a  | refused host-zone hostZone=us-east-1b zone=us-east-1a
    launch   a from amazon-linux-2023 m5.large on=h-0000000000000000a   | refused host-not-found
    release  k
    launch   a from amazon-linux-2023 m5.large on=k         | refused host-launch-states state=released
    launch   a from amazon-linux-2023 m5.large on=h zone=b
    machine  a running on=h zone=b
  `,
  );

  scenario(
    'host-no-placement-group, host-no-spot: what cannot go on a host',
    `
    host     h m5
    launch   a from amazon-linux-2023 m5.large host group=g   | refused host-no-placement-group groupName=g
    launch   a from amazon-linux-2023 m5.large host spot      | refused host-no-spot
    launch   a from amazon-linux-2023 m5.large group=g
    launch   b from amazon-linux-2023 m5a.large host          | refused host-type-unsupported instanceType=m5a.large
  `,
  );
});

describe('starting and releasing', () => {
  scenario(
    'host-affinity-restart: pinned machines come back to their host, the others go where there is room',
    `
    host     h m5 count=2
    launch   a from amazon-linux-2023 m5.24xlarge on=h1 pinned
    stop     a
    launch   b from amazon-linux-2023 m5.24xlarge on=h1
    start    a       | refused host-capacity-by-size hostId=h1 freeCores=0
    terminate b
    start    a
    machine  a running on=h1
    launch   c from amazon-linux-2023 m5.large on=h2
    stop     c
    launch   d from amazon-linux-2023 m5.24xlarge on=h2
    terminate a
    start    c
    machine  c running on=h1
  `,
  );

  scenario(
    'host-release-needs-empty, host-unused-definition: stopped machines do not hinder it',
    `
    host     h m5
    launch   a from amazon-linux-2023 m5.large on=h
    release  h      | refused Client.InvalidHost.Occupied
    stop     a
    release  h
    seen     h released
  `,
  );

  scenario(
    'host-released-final: it stays visible, cannot be released again, and its machines keep host tenancy',
    `
    host     h m5
    launch   a from amazon-linux-2023 m5.large on=h pinned
    stop     a
    release  h
    release  h      | refused InvalidHostID.NotFound
    machine  a stopped tenancy=host
    start    a      | refused host-launch-states hostId=h state=released
  `,
  );

  scenario(
    'host-mac-24h: a Mac host is kept for a day',
    `
    host     h mac2.metal
    tick     23h
    release  h      | refused Client.InvalidHost.Occupied
    tick     1h
    release  h
  `,
  );

  scenario(
    'a host attached by hand is charged while it is allocated',
    `
    config   win core count=48 hard
    host     h m5 count=2
    attach   win to h1
    usage    win 48 h1=48
    managed  win EC2_HOST=1
    attach   win to h2     | refused config-associate-hard-limit requested=48 used=48 limit=48 short=48
    failures win UpdateLicenseSpecificationsForResource
    release  h1
    usage    win 0
    attach   win to h2
    usage    win 48 h2=48
  `,
  );
});
