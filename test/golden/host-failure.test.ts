import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { play, prepared, READERS } from './play.ts';
import { expectTranscript } from './transcript.ts';

/** Two hosts fail: the licences suffice for the replacement of the first, and not for that of the second. */
const BEFORE = [
  'lm config create win-dc --type core --count 96 --hard --affinity 30',
  'lm host allocate --family m5 --zone us-east-1a --name prod --recovery',
  'lm instance run --ami amazon-linux-2023 --type m5.large --tenancy host --config win-dc --name app-1',
  'lm instance run --ami amazon-linux-2023 --type m5.large --host prod --affinity host --config win-dc --name app-2',
  'lm instance stop app-2',
];

const LINES = [
  'lm host show prod',
  'lm host fail prod',
  'lm instance start app-2',
  'lm local clock advance 5m',
  'lm host list',
  'lm local clock advance 5m',
  'lm host list --all',
  'lm config usage win-dc',
  'lm instance start app-2',
  'lm instance move app-2 --to host',
  'lm instance start app-2',
  'lm host fail prod',
  'lm local clock advance 5m',
  'lm config failures win-dc',
  'lm instance stop app-1 app-2',
  'lm host list --all',
  'lm local clock advance 31d',
  'lm config usage win-dc',
];

describe('hosts fail, and licences decide whether they are recovered', () => {
  let world = '';
  beforeAll(async () => {
    world = await prepared(BEFORE);
  });
  afterAll(() => rm(world, { recursive: true, force: true }));

  it.each(READERS)('reads the same as its transcript (%s)', async (reader) => {
    const played = await play(LINES, reader, { world });
    expectTranscript(played, 'transcripts/host-failure', reader);
    expect(played.map(({ exit }) => exit)).toEqual(LINES.map((_, at) => (REFUSED.includes(at) ? 3 : 0)));
  });
});

/** Starts that a failed host does not take. */
const REFUSED = [2, 8];
