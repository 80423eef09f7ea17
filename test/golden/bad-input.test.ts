import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXAMPLE_WORLD } from './example-world.ts';
import { type Played, play, prepared, READERS } from './play.ts';
import { expectTranscript } from './transcript.ts';

interface Mistake {
  readonly line: string;
  readonly exit: number;
  /** What the answer must tell the person who typed it. */
  readonly says: string | RegExp;
}

const mistake = (exit: number, line: string, says: string | RegExp): Mistake => ({ line, exit, says });

const MISTAKES: Readonly<Record<string, readonly Mistake[]>> = {
  'names that do not exist': [
    mistake(5, 'lm config show win-dd', 'did you mean win-dc?'),
    mistake(5, 'lm ami attach win2022-byol --config wn-dc', 'did you mean win-dc?'),
    mistake(5, 'lm check launch --ami win2022-byl --type m5.8xlarge', 'did you mean win2022-byol or win2019-byol?'),
    mistake(5, 'lm instance show web-3', 'did you mean web-1 or web-2?'),
    mistake(5, 'lm host show win-hots', 'did you mean win-host?'),
    mistake(5, 'lm template show wbe', 'did you mean web?'),
    mistake(5, 'lm explain launch-hard-blok', 'did you mean launch-hard-block?'),
    mistake(5, 'lm context use lib', 'lab'),
    mistake(2, 'lm local scenario load operating', 'did you mean operating-system?'),
    mistake(5, 'lm --account 999999999999 config list', 'which has 111122223333, 444455556666'),
    mistake(5, 'lm local account use 999999999999', 'lm local account add 999999999999'),
  ],
  'words of the command line': [
    mistake(2, 'lm confg list', 'did you mean lm config?'),
    mistake(2, 'lm config lst', 'did you mean lm config ls?'),
    mistake(2, 'lm config list --outptu json', 'did you mean --output?'),
    mistake(2, 'lm config list -o jsn', 'one of table, json, yaml, csv, text, name, markdown'),
    mistake(2, 'lm config list extra', 'too many arguments'),
    mistake(2, 'lm help exitcodes', 'did you mean exit-codes?'),
  ],
  'input that is missing': [
    mistake(2, 'lm config create', /needs NAME .* and --type /s),
    mistake(2, 'lm config create sql-web', /needs --type .*core, socket, vcpu or instance/s),
    mistake(2, 'lm host allocate --zone us-east-1a', /needs --family .* or --type /s),
    mistake(2, 'lm host allocate --family m5', 'needs --zone'),
    mistake(2, 'lm instance run', /needs --ami .* and --type /s),
    mistake(2, 'lm check launch --ami win2022-byol --tenancy host', 'needs --type'),
    mistake(2, 'lm config update win-dc', 'nothing was given that is to change'),
    mistake(2, 'lm instance terminate', 'needs INSTANCE'),
    mistake(2, 'lm instance terminate web-1', 'add --yes'),
    mistake(2, 'lm config delete win-dc --detach --yes', 'add --confirm win-dc'),
  ],
  'rules of a license configuration': [
    mistake(3, 'lm config create x --type vcpu --min-cores 8', 'only with Core and Instance'),
    mistake(3, "lm config create x --type core --rule '#minimumSockets=2'", 'only with Instance and Socket'),
    mistake(3, 'lm config create x --type vcpu --affinity 30', 'only with Core and Socket'),
    mistake(3, 'lm config create x --type core --tenancy shared', 'allowed Dedicated Host'),
    mistake(3, 'lm config create x --type core --rule minimumCores=8', "'#minimumCores=8'"),
    mistake(2, 'lm config create x --type core --rule', 'an unquoted # begins a comment'),
    mistake(3, "lm config create x --type core --rule ''", 'a rule is empty'),
    mistake(3, "lm config create x --type core --rule '#minimumCoers=8'", 'minimumCores'),
    mistake(3, 'lm config update win-dc --min-cores 4', 'lm config recreate win-dc'),
  ],
  'numbers out of range': [
    mistake(3, 'lm config create x --type core --affinity 200', '1 to 180'),
    mistake(3, 'lm config create x --type core --count -5', '0 or more'),
    mistake(2, 'lm config create x --type core --count many', 'a whole number, or none'),
    mistake(3, 'lm config create x --type core --min-cores 16 --max-cores 8', 'minimum of 16 cores is above'),
    mistake(3, 'lm config create x --type core --hard', 'no number of licences is set'),
    mistake(2, 'lm check launch --ami win2022-byol --type m5.8xlarge --count 5:1', 'the first not above the second'),
    mistake(2, 'lm local clock advance 5', '90s, 10m, 8h or 3d'),
    mistake(2, 'lm local set hosts-per-family many', 'a whole number'),
    mistake(2, 'lm local account add 12', '12 digits'),
    mistake(
      3,
      'lm instance run --ami win2022-byol --type m5.8xlarge --tenancy host --cores 5',
      'use 2, 4, 6, 8, 10, 12, 14 or 16',
    ),
  ],
  'machines and hosts': [
    mistake(3, 'lm check launch --ami win2022-byol --type m5.9xlarge --tenancy host', /did you mean m5\.\d*xlarge/),
    mistake(5, 'lm instance run --ami win2022-byol --type m55.large --tenancy host', 'did you mean m5.large'),
    mistake(5, 'lm host allocate --family m55 --zone us-east-1a', 'did you mean m5'),
    mistake(3, 'lm host allocate --family t2 --zone us-east-1a', 't2 cannot run on Dedicated Hosts'),
    mistake(3, 'lm host allocate --family m5 --zone us-east-9z', 'such as us-east-1a'),
    mistake(
      3,
      'lm instance run --ami win2022-byol --type m5.8xlarge --tenancy host --count 4 --host win-host',
      /requested 4, 3 fit on h-\w+ \(48 cores free\)/,
    ),
    mistake(
      3,
      'lm instance run --ami win2022-byol --type m5.8xlarge --tenancy host --count 12',
      /requested 12, 11 fit .*h-\w+\s+has\s+32\s+cores\s+free/s,
    ),
    mistake(3, 'lm check launch --ami win2022-byol --type r5.4xlarge --tenancy host', 'lm host allocate --family r5'),
  ],
  'in JSON': [
    mistake(5, 'lm config show win-dd -o json', '"exitCode": 5'),
    mistake(2, 'lm config create -o json', '"exitCode": 2'),
    mistake(3, 'lm instance run --ami win2022-byol --type m5.2xlarge --tenancy host -o json', '"minimum": 8'),
    mistake(2, "lm config show win-dc --query '[['", 'JMESPath'),
  ],
};

describe('bad input', () => {
  let world = '';
  beforeAll(async () => {
    world = await prepared([...EXAMPLE_WORLD, 'lm context create lab --region us-east-1']);
  });
  afterAll(() => rm(world, { recursive: true, force: true }));

  describe.each(Object.entries(MISTAKES))('%s', (name, mistakes) => {
    it.each(READERS)('is answered with what is wrong and how to go on (%s)', async (reader) => {
      const played: Played[] = [];
      for (const { line } of mistakes) played.push(...(await play([line], reader, { world })));
      expectTranscript(played, `bad-input/${name.replaceAll(' ', '-')}`, reader);
      for (const [at, { line, exit, says }] of mistakes.entries()) {
        const { exit: found, stdout = '', stderr = '' } = played[at] ?? {};
        expect({ line, exit: found }).toEqual({ line, exit });
        expect(unwrapped(stdout + stderr), line).toMatch(says);
      }
    });
  });
});

/** A text without colours and without the breaks at the width. */
const unwrapped = (text: string): string => stripVTControlCharacters(text).replaceAll(/\n {2,}/g, ' ');

describe('a database that cannot be used', () => {
  const LINES = ['lm config list', 'lm config create x --type core', 'lm local status', 'lm config list -o json'];
  const file = (home: string) => join(home, 'sandboxes', 'default.db');
  const changed = (home: string, change: (content: Buffer) => void) => {
    const content = readFileSync(file(home));
    change(content);
    writeFileSync(file(home), content);
  };
  /** Where SQLite keeps `user_version`, and how long its first page is (sqlite.org/fileformat.html). */
  const USER_VERSION = 60;
  const PAGE = 4096;

  const HARM: readonly (readonly [name: string, says: string, harm: (home: string) => void])[] = [
    ['no database', 'is not a sandbox of lm', (home) => writeFileSync(file(home), 'Dear aunt, '.repeat(1000))],
    ['damaged', 'is damaged', (home) => changed(home, (content) => content.fill(0xaa, PAGE))],
    [
      'newer than the program',
      'Update lm',
      (home) => changed(home, (content) => content.writeInt32BE(99, USER_VERSION)),
    ],
  ];

  it.each(HARM)('%s: every command says so, and it stays as it is', async (name, says, harm) => {
    const contents: Buffer[] = [];
    const keep = (home: string) => void contents.push(readFileSync(file(home)));
    const played = await play(LINES, 'pipe', {
      silent: ['lm local init'],
      tamper(home) {
        harm(home);
        keep(home);
      },
      afterwards: keep,
    });
    expectTranscript(played, `bad-input/database-${name.replaceAll(' ', '-')}`, 'pipe');
    expect(played.map(({ exit }) => exit)).toEqual(LINES.map(() => 1));
    for (const { stderr } of played) expect(unwrapped(stderr)).toContain(says);
    expect(contents[1]?.equals(contents[0] ?? Buffer.alloc(0))).toBe(true);
  });

  // Permissions do not bind root.
  it.skipIf(process.getuid?.() === 0)('read-only: a change is refused and says what is needed', async () => {
    const [refused] = await play(['lm config create x --type core'], 'pipe', {
      silent: ['lm local init'],
      tamper: (home) => chmodSync(file(home), 0o400),
    });
    expect(refused?.exit).toBe(1);
    expect(unwrapped(refused?.stderr ?? '')).toContain('Give yourself write permission');
  });
});
