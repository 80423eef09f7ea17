import fc from 'fast-check';

/**
 * Rows made up at random for a fleet of hosts and host resource groups. A row is what a scenario understands; how often it
 * comes is its weight. Whoever adds an action to the world adds its rows to `ACTIONS`.
 */
export interface Action {
  readonly weight: number;
  readonly arbitrary: fc.Arbitrary<string>;
}

/** Groups of every kind, two of them shared with another account, hosts of families that count differently, and configurations that are enforced or not. */
export const FLEET = `
  account  member 444455556666
  organization
  invite   member as letter
  as       member
  accept   letter
  as       home
  config   sql core count=192 hard affinity=2
  config   ora socket count=8 hard
  config   win vcpu count=60 hard tenancy=host
  config   app instance count=6 hard tenancy=shared
  config   soft core count=48 tenancy=host
  config   dev vcpu count=24 hard
  ami      sqls config=sql cross-account
  ami      oras config=ora cross-account
  share    sqls with member
  share    oras with member
  ami      mixed config=sql,win
  ami      apps config=app
  ami      softs config=soft
  ami      plain
  ami      wins usage=0800 config=win
  ami      owns usage=0002
  discover win but:windows-server-datacenter
  discover dev but:sql-server-standard,sql-server-web
  group    prod config=sql families=m5 allocate release limit=3
  group    any allocate
  group    fixed config=sql,ora release
  host     h m5 count=3 recover
  host     k t3
  host     j m4.large
  join     fixed h1
  join     any k
  tick     2m
  lend     prod,any,sql to member
  launch   m from sqls m5.8xlarge x3 hrg=prod
  launch   n from oras m5.4xlarge x3 hrg=any
  launch   v from wins m5.xlarge x2 host
  launch   w from owns m5.xlarge x2 dedicated config=dev
  report   v1 v2 w1 w2
`;

const MACHINES = ['m1', 'm2', 'm3', 'n1', 'n2', 'n3'];
const WINDOWS = ['v1', 'v2', 'w1', 'w2'];
const GROUPS = ['prod', 'any', 'fixed'];

/** A machine of Windows, which alone can be converted. */
const windows = fc.constantFrom(...WINDOWS);
export const machine = fc.constantFrom(...MACHINES, ...WINDOWS);
export const host = fc.constantFrom('h1', 'h2', 'h3', 'k', 'j');
export const group = fc.constantFrom(...GROUPS);
const config = fc.constantFrom('sql', 'ora', 'win', 'app', 'soft', 'dev');
const configs = fc.uniqueArray(config, { minLength: 1, maxLength: 2 }).map((some) => some.join(','));

export const said = (text: string): fc.Arbitrary<string> => fc.constant(text);
export const words = (...parts: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc.tuple(...parts).map((some) => some.join(' '));

const type = fc.constantFrom(
  ...['m5.large', 'm5.4xlarge', 'm5.8xlarge', 'm5.24xlarge', 'm5d.large', 'r5.4xlarge'],
  ...['t3.small', 't3.2xlarge', 'm4.large', 'c4.large', 'c4.xlarge'],
);

const launch = words(
  said('launch'),
  fc.constantFrom('m', 'n', 'm1', 'n1', 'n2', 'v1', 'w', 'w2'),
  said('from'),
  fc.constantFrom('sqls', 'sqls', 'oras', 'mixed', 'apps', 'softs', 'plain', 'wins', 'owns', 'windows-2022'),
  type,
  fc.constantFrom('x1', 'x2', 'x3', 'x1:3', 'x2:8', 'x70'),
  fc.oneof(
    { weight: 4, arbitrary: group.map((name) => `hrg=${name}`) },
    { weight: 2, arbitrary: fc.constantFrom('host', 'host pinned', 'shared', 'dedicated') },
    { weight: 1, arbitrary: host.map((name) => `on=${name}`) },
  ),
  fc.option(fc.constantFrom('zone=a', 'zone=b', 'config=win', 'config=soft'), { nil: '', freq: 2 }),
);

/** As many as a host takes, or more, where that is no sum of cores: 24 of the largest T3, 22 of the smallest M4. */
const crowd = words(
  said('launch'),
  fc.constantFrom('m', 'n'),
  fc.constantFrom('from sqls', 'from sqls', 'from oras', 'from owns'),
  fc.constantFrom(
    ...['t3.2xlarge x20 hrg=any', 't3.2xlarge x25:70 hrg=any', 't3.2xlarge x25:70 on=k', 't3.xlarge x30:60 hrg=any'],
    ...['m4.large x22 on=j', 'm4.large x20:30 on=j'],
  ),
);

const place = fc.oneof(
  { weight: 2, arbitrary: group.map((name) => `host group=${name}`) },
  { weight: 1, arbitrary: group.map((name) => `group=${name}`) },
  { weight: 1, arbitrary: host.map((name) => `host on=${name}`) },
  { weight: 3, arbitrary: fc.constantFrom('shared', 'dedicated', 'host', 'host pinned', 'pinned', 'loose') },
);

const switches = words(
  ...['allocate', 'release', 'recover'].map((word) => fc.constantFrom(word, '')),
  fc.constantFrom('', '', 'limit=2', 'limit=9'),
);

/** Codes that a machine of Windows may be billed as, two that it may not, and the words that convert it to one of them. */
const code = fc.constantFrom('0002', '0002', '0800', '0800', '0006', '0102', '0202', '0804', '0804', '0010', '9999');
const conversion = fc.tuple(windows, fc.constantFrom('now', 'now', 'now', '0002', '0800'), code);
const convert = ([name, from, to]: readonly string[]) => `convert t of ${name} from=${from} to=${to}`;

const converting = (one: readonly string[]) => [`stop ${one[0]}`, `report ${one[0]}`, convert(one)];
const then = (...rows: readonly string[]): string => rows.join(' | any\n');

/** What may happen on a day; add to it. */
export const ACTIONS: readonly Action[] = [
  { weight: 10, arbitrary: launch },
  { weight: 4, arbitrary: crowd },
  { weight: 8, arbitrary: words(fc.constantFrom('stop', 'start', 'start', 'terminate'), machine) },
  { weight: 2, arbitrary: words(fc.constantFrom('stop', 'start', 'terminate'), machine, machine) },
  { weight: 2, arbitrary: words(fc.constantFrom('join', 'leave'), group, host) },
  {
    weight: 2,
    arbitrary: words(
      said('regroup'),
      group,
      fc.constantFrom('', 'config=sql', 'config=sql,ora'),
      fc.constantFrom('', 'families=m5', 'families=m5,t3'),
      switches,
    ),
  },
  { weight: 2, arbitrary: words(fc.constantFrom('attach', 'attach'), configs, said('to'), fc.oneof(machine, host)) },
  { weight: 1, arbitrary: words(said('detach'), configs, said('from'), fc.oneof(machine, host)) },
  { weight: 2, arbitrary: words(said('update'), config, fc.constantFrom('count=8', 'count=48', 'count=300')) },
  { weight: 1, arbitrary: words(said('update'), config, fc.constantFrom('hard', 'soft')) },
  { weight: 1, arbitrary: words(fc.constantFrom('deactivate', 'activate'), config) },
  { weight: 1, arbitrary: words(said('resize'), machine, type) },
  { weight: 1, arbitrary: words(said('release'), host) },
  { weight: 1, arbitrary: words(said('placement'), host, fc.constantFrom('on', 'off')) },
  { weight: 1, arbitrary: fc.constantFrom('quota hosts-per-family 3', 'quota hosts-per-family 1000') },
  { weight: 4, arbitrary: words(said('move'), machine, place) },
  // Two rows: a host fails, and its assessment, or its recovery too, ends before anything else happens.
  { weight: 3, arbitrary: words(said('fail maybe'), host, said('| any\ntick'), fc.constantFrom('5m', '10m')) },
  { weight: 1, arbitrary: words(said('fail maybe'), host) },
  // From here on a name means the host that was allocated last: by a group, or in place of one that failed.
  { weight: 2, arbitrary: words(said('newest'), host) },
  // A conversion as it is, and with what has to be done before.
  { weight: 1, arbitrary: conversion.map(convert) },
  { weight: 3, arbitrary: conversion.map((one) => then(...converting(one))) },
  // The billing changes a minute after the task began, the task ends after two: the machine may have moved and run by then.
  {
    weight: 5,
    arbitrary: fc
      .tuple(conversion, fc.oneof(place, fc.constantFrom('shared', 'host')))
      .map(([one, to]) => then(...converting(one), `move ${one[0]} ${to}`, `start ${one[0]}`, 'tick 1m')),
  },
  { weight: 1, arbitrary: words(said('resize'), windows, fc.constantFrom('m5.large', 'm5.xlarge')) },
  { weight: 2, arbitrary: words(fc.constantFrom('start', 'start', 'terminate'), windows) },
  { weight: 2, arbitrary: said('tick 1m') },
  { weight: 1, arbitrary: words(said('kms'), fc.constantFrom('unreachable', 'reachable')) },
  { weight: 3, arbitrary: words(said('as'), fc.constantFrom('home', 'home', 'member')) },
  { weight: 3, arbitrary: words(said('tick'), fc.constantFrom('30s', '2m', '8h', '1d', '3d')) },
];

/** One day of actions, as the rows of a scenario that may end in any way. */
export const dayOf = (actions: readonly Action[]): fc.Arbitrary<string> =>
  fc
    .array(fc.oneof(...actions), { minLength: 5, maxLength: 40, size: 'max' })
    .map((rows) => `${FLEET}\n${rows.map((one) => `${one} | any`).join('\n')}`);
