import { describe } from 'vitest';
import { scenario } from '../support/scenario.ts';

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
    'packing: of two zones with equal room, the one where fewer new licences are taken',
    `
    config   win core count=96 hard
    host     h m5 zone=a
    host     k m5 zone=b
    launch   a from amazon-linux-2023 m5.large on=k config=win
    launch   b from amazon-linux-2023 m5.large host config=win
    machine  b running on=k zone=b
    charged  win k=48
  `,
  );

  scenario(
    'packing: a host whose licences cannot be paid for is passed over',
    `
    config   win core count=96 hard
    config   ora socket count=2 hard
    host     h m5 count=2
    launch   a from amazon-linux-2023 m5.large on=h1 config=win
    launch   b from amazon-linux-2023 m5.large on=h2 config=ora
    launch   c from amazon-linux-2023 m5.large host config=win,ora
    machine  c running on=h2
    charged  win h1=48 h2=48
    charged  ora h2=2
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
    'host-auto-placement, host-launch-states: told after the rules, and not at all where the tenancy is unlawful',
    `
    config   win core count=96 hard minCores=8
    host     h m5 closed
    launch   a from amazon-linux-2023 m5.large host config=win  | refused rule-minimum-cores-check found=1 minimum=8 host-auto-placement closed=h
    launch   a from rhel-9 m5.large host                        | refused tenancy-matrix-rhel-li
    launch   a from rhel-9 m5.large on=h                        | refused tenancy-matrix-rhel-li
    release  h
    launch   a from amazon-linux-2023 m5.large on=h config=win  | refused rule-minimum-cores-check found=1 minimum=8 host-launch-states state=released
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
