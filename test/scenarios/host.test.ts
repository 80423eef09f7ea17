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

  scenario(
    'a host that is charged already is not charged again when it is attached by hand, and stays when its machines leave',
    `
    config   win core count=48 hard
    host     h m5
    launch   a from amazon-linux-2023 m5.large host config=win
    attach   win to h
    usage    win 48 h=48 a=0
    terminate a
    usage    win 48 h=48
    detach   win from h
    usage    win 0
  `,
  );
});
