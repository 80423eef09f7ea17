import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { play, prepared, READERS } from './play.ts';
import { expectTranscript } from './transcript.ts';

/** An owner with a group that opens hosts up to a limit and one that opens none, and a member of the organization. */
const BEFORE = [
  'lm org create',
  'lm share enable-organization',
  'lm org account create partner --email partner@example.com',
  'lm config create sql-ent --type core --count 96 --hard',
  'lm config create win-dc --type socket --count 8 --hard',
  'lm config create mw --type vcpu --count 100',
  'lm ami register sql --usage-operation linux --imported',
  'lm ami attach sql --config sql-ent --all-accounts',
  'lm ami share sql --public',
  'lm ami register web --usage-operation linux --imported',
  'lm ami attach web --config mw',
  'lm ami register win --usage-operation windows-byol --imported',
  'lm ami attach win --config win-dc',
  'lm hrg create prod --license sql-ent --family m5 --auto-allocate --host-limit 3',
  'lm hrg create own --license sql-ent --family m5 --family r5',
  'lm host allocate --family m5 --zone us-east-1a --name spare',
];

/** What is typed, and the constraint that answers; without one it goes through. */
const LINES: readonly (readonly [line: string, refusedBy?: string, exit?: number])[] = [
  ['lm check launch --ami sql --type c5.xlarge --hrg prod', 'hrg-setting-families'],
  ['lm instance run --ami sql --type c5.xlarge --hrg prod', 'hrg-setting-families'],
  ['lm check launch --ami web --type m5.xlarge --hrg prod', 'hrg-launch-needs-ami-config'],
  ['lm instance run --ami web --type m5.xlarge --hrg prod', 'hrg-launch-needs-ami-config'],
  ['lm check launch --ami win --type m5.xlarge --hrg prod', 'hrg-setting-license-configs'],
  ['lm check launch --ami sql --type m5.24xlarge --count 3 --hrg prod', 'launch-hard-block'],
  ['lm instance run --ami sql --type m5.24xlarge --count 4 --hrg prod', 'hrg-allocate-host-limit'],
  ['lm check launch --ami sql --type m5.xlarge --hrg prod --host spare', 'hrg-launch-placement'],
  ['lm check launch --ami sql --type m5.xlarge --hrg own', 'hrg-setting-auto-allocate'],
  ['lm hrg add-host own spare'],
  ['lm instance run --ami sql --type m5.xlarge --hrg own', 'hrg-setting-auto-allocate'],
  ['lm local clock advance 2m'],
  ['lm check launch --ami sql --type m5.xlarge --hrg own'],
  ['lm template create sql-in-prod --ami sql --type m5.xlarge --hrg prod'],
  ['lm check launch --launch-template sql-in-prod'],
  ['lm check launch --launch-template sql-in-prod --type c5.xlarge', 'hrg-setting-families'],
  ['lm template create sql-in-nowhere --ami sql --type m5.xlarge --hrg nowhere', 'name-not-found', 5],
  ['lm hrg share prod --with organization'],
  ['lm --account 160293120001 check launch --ami sql --type m5.xlarge --hrg prod', 'hrg-share-org'],
  ['lm config share sql-ent --with organization'],
  ['lm --account 160293120001 instance run --ami sql --type m5.xlarge --hrg prod --name theirs'],
  ['lm hrg share prod --with organization --remove'],
  ['lm --account 160293120001 instance run --ami sql --type m5.xlarge --hrg prod', 'name-not-found', 5],
  [
    'lm --account 160293120001 check launch --ami sql --type m5.xlarge --hrg arn:aws:resource-groups:us-east-1:111122223333:group/prod',
    'hrg-share-org',
  ],
  ['lm --account 160293120001 instance stop theirs'],
  ['lm --account 160293120001 instance start theirs', 'hrg-share-org', 4],
];

describe('launches into host resource groups that are refused', () => {
  let world = '';
  beforeAll(async () => {
    world = await prepared(BEFORE);
  });
  afterAll(() => rm(world, { recursive: true, force: true }));

  it.each(READERS)('read the same as their transcript (%s)', async (reader) => {
    const played = await play(
      LINES.map(([line]) => line),
      reader,
      { world },
    );
    expectTranscript(played, 'transcripts/refused-into-groups', reader);
    for (const [at, [line, refusedBy = '', exit = 3]] of LINES.entries()) {
      const { exit: found, screen = '' } = played[at] ?? {};
      expect({ line, exit: found }).toEqual({ line, exit: refusedBy === '' ? 0 : exit });
      expect(screen, line).toContain(refusedBy);
    }
  });
});
