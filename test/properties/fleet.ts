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
  ami      sqls config=sql cross-account
  ami      oras config=ora cross-account
  share    sqls with member
  share    oras with member
  ami      mixed config=sql,win
  ami      apps config=app
  ami      softs config=soft
  ami      plain
  group    prod config=sql families=m5 allocate release limit=3
  group    any allocate
  group    fixed config=sql,ora release
  host     h m5 count=3
  host     k t3
  host     j m4.large
  join     fixed h1
  join     any k
  tick     2m
  lend     prod,any,sql to member
  launch   m from sqls m5.8xlarge x3 hrg=prod
  launch   n from oras m5.4xlarge x3 hrg=any
`;

const MACHINES = ['m1', 'm2', 'm3', 'n1', 'n2', 'n3'];
const GROUPS = ['prod', 'any', 'fixed'];

export const machine = fc.constantFrom(...MACHINES);
export const host = fc.constantFrom('h1', 'h2', 'h3', 'k', 'j');
export const group = fc.constantFrom(...GROUPS);
const config = fc.constantFrom('sql', 'ora', 'win', 'app', 'soft');
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
  fc.constantFrom('m', 'n', 'm1', 'n1', 'n2'),
  said('from'),
  fc.constantFrom('sqls', 'sqls', 'oras', 'mixed', 'apps', 'softs', 'plain'),
  type,
  fc.constantFrom('x1', 'x2', 'x3', 'x1:3', 'x2:8', 'x70'),
  fc.oneof(
    { weight: 4, arbitrary: group.map((name) => `hrg=${name}`) },
    { weight: 2, arbitrary: fc.constantFrom('host', 'host pinned', 'shared', 'dedicated') },
    { weight: 1, arbitrary: host.map((name) => `on=${name}`) },
  ),
  fc.option(fc.constantFrom('zone=a', 'zone=b', 'config=win', 'config=soft'), { nil: '', freq: 2 }),
);

const switches = words(
  ...['allocate', 'release'].map((word) => fc.constantFrom(word, '')),
  fc.constantFrom('', '', 'limit=2', 'limit=9'),
);

/** What may happen on a day; add to it. */
export const ACTIONS: readonly Action[] = [
  { weight: 10, arbitrary: launch },
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
  { weight: 3, arbitrary: words(said('as'), fc.constantFrom('home', 'home', 'member')) },
  { weight: 3, arbitrary: words(said('tick'), fc.constantFrom('30s', '2m', '8h', '1d', '3d')) },
];

/** One day of actions, as the rows of a scenario that may end in any way. */
export const dayOf = (actions: readonly Action[]): fc.Arbitrary<string> =>
  fc
    .array(fc.oneof(...actions), { minLength: 5, maxLength: 40, size: 'max' })
    .map((rows) => `${FLEET}\n${rows.map((one) => `${one} | any`).join('\n')}`);
