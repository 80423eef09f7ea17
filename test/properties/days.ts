import fc from 'fast-check';

/** Days in the life of an account, made up at random as rows of a scenario, and the setting that they begin with. */
export const SETTING = `
  account  other 444455556666
  config   sql vcpu count=20 hard honor=True
  config   win core count=96 hard affinity=2 maxCores=24
  config   ora socket count=5
  config   app instance count=4 hard tenancy=shared,host
  config   soft instance count=2 minCores=2
  ami      web config=sql,app cross-account
  ami      plain
  share    web with other
  host     h m5 count=2 recover
  host     k m5 zone=b
  launch   m from plain m5.large x3 host
  launch   n from plain m5.xlarge x3
`;

const CONFIGS = ['sql', 'win', 'ora', 'app', 'soft'];
const MACHINES = ['m1', 'm2', 'm3', 'n1', 'n2', 'n3'];

const config = fc.constantFrom(...CONFIGS);
const configs = fc.uniqueArray(config, { minLength: 1, maxLength: 3 }).map((some) => some.join(','));
const machine = fc.constantFrom(...MACHINES);
const host = fc.constantFrom('h1', 'h2', 'k');
const rarely = (text: fc.Arbitrary<string>) => fc.option(text, { nil: '', freq: 1 });
const words = (...parts: readonly fc.Arbitrary<string>[]) => fc.tuple(...parts).map((some) => some.join(' '));
const said = (text: string) => fc.constant(text);

const launch = words(
  said('launch'),
  fc.constantFrom('m', 'n', 'm1', 'n1', 'n2'),
  said('from'),
  fc.constantFrom('web', 'web', 'plain', 'plain', 'plain', 'rhel-9'),
  fc.constantFrom('m5.large', 'm5.large', 'm5.xlarge', 'm5.4xlarge', 'm5.12xlarge', 'r5.large'),
  fc.constantFrom('x1', 'x2', 'x3', 'x1:3', 'x2:8'),
  fc.constantFrom('shared', 'host', 'host', 'host', 'host pinned', 'dedicated', 'on=h1', 'on=k'),
  rarely(configs.map((some) => `config=${some}`)),
  rarely(fc.constantFrom('cores=1 threads=1', 'cores=2 threads=1')),
);
const place = fc.constantFrom(
  ...['shared', 'dedicated', 'host', 'host', 'host pinned', 'pinned', 'loose'],
  ...['host on=h1', 'host on=h2', 'host on=k', 'on=h1', 'on=k'],
);
const rule = fc.constantFrom('affinity=1', 'affinity=3', 'minCores=2', 'hard', 'soft');

/** One row; what happens most in a working day comes up most. */
const row = fc.oneof(
  { weight: 8, arbitrary: launch },
  { weight: 6, arbitrary: words(fc.constantFrom('stop', 'start', 'start', 'terminate', 'reboot'), machine) },
  { weight: 2, arbitrary: words(fc.constantFrom('stop', 'start', 'terminate'), machine, machine) },
  { weight: 3, arbitrary: words(said('attach'), configs, said('to'), fc.oneof(machine, host, said('plain'))) },
  { weight: 3, arbitrary: words(said('detach'), configs, said('from'), fc.oneof(machine, host, said('plain'))) },
  { weight: 2, arbitrary: words(said('swap'), config, said('for'), config, said('on'), fc.oneof(machine, host)) },
  {
    weight: 2,
    arbitrary: words(said('update'), config, fc.constantFrom('count=0', 'count=4', 'count=100', 'count=200')),
  },
  { weight: 2, arbitrary: words(said('update'), config, rule) },
  { weight: 2, arbitrary: words(fc.constantFrom('deactivate', 'activate'), config) },
  { weight: 2, arbitrary: words(said('resize'), machine, fc.constantFrom('m5.large', 'm5.2xlarge', 'm5.24xlarge')) },
  { weight: 1, arbitrary: words(said('cpu'), machine, said('cores=1 threads=1')) },
  { weight: 1, arbitrary: words(fc.constantFrom('release', 'delete'), fc.oneof(host, config)) },
  { weight: 1, arbitrary: words(said('placement'), host, fc.constantFrom('on', 'off')) },
  { weight: 4, arbitrary: words(said('move'), machine, place) },
  { weight: 1, arbitrary: words(said('fail maybe'), host) },
  // Two rows: a host fails, and its assessment, or its recovery too, ends before anything else happens.
  { weight: 4, arbitrary: words(said('fail maybe'), host, said('| any\ntick'), fc.constantFrom('5m', '10m')) },
  // From here on a name means the host that took the place of a failed one.
  { weight: 1, arbitrary: words(said('newest'), host) },
  { weight: 1, arbitrary: fc.constantFrom('deregister web', 'copy web2 of web', 'image img of m1') },
  { weight: 3, arbitrary: words(said('as'), fc.constantFrom('home', 'home', 'home', 'other')) },
  { weight: 2, arbitrary: words(said('tick'), fc.constantFrom('5m', '30m', '8h', '1d', '3d')) },
);

/** How many days are played; `LM_PROPERTY_RUNS=2000` searches longer than a test run should. */
export const runs = (usual: number) => ({ numRuns: Number(process.env.LM_PROPERTY_RUNS ?? usual) });

export const day = fc.array(row, { minLength: 5, maxLength: 40, size: 'max' });

export const ledger = (rows: readonly string[]): string => rows.map((one) => `${one} | any`).join('\n');
