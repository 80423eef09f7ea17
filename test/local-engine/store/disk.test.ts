import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../../src/local-engine/store/database.ts';
import { Disk } from '../../../src/local-engine/store/disk.ts';
import { StoreError } from '../../../src/local-engine/store/errors.ts';
import { MIGRATIONS } from '../../../src/local-engine/store/schema.ts';
import { nothingElseToDo, slowDisk } from '../../support/slow-disk.ts';
import { newFile } from './folder.ts';

/** What waits for the disk. */

function opened() {
  const file = newFile();
  const database = openDatabase(file, { migrations: MIGRATIONS });
  const slow = slowDisk();
  return { file, database, slow, disk: new Disk(file, slow.force) };
}

/** Notes in which order promises are fulfilled. */
function noting() {
  const done: string[] = [];
  return { done, note: (name: string, promise: Promise<void>) => promise.then(() => void done.push(name)) };
}

describe('the disk', () => {
  it('is asked once for all who wait in one turn, and again for those who come while it works', async () => {
    const { database, disk, slow } = opened();
    const { done, note } = noting();
    const first = [note('a', disk.settled()), note('b', disk.settled())];
    await slow.untilAsked(1);
    const second = [note('c', disk.settled()), note('d', disk.settled())];
    await nothingElseToDo();
    expect([slow.asked(), done]).toEqual([1, []]);
    slow.answer();
    await Promise.all(first);
    await slow.untilAsked(2);
    expect(done).toEqual(['a', 'b']);
    slow.answer();
    await Promise.all(second);
    expect(done).toEqual(['a', 'b', 'c', 'd']);
    disk.close();
    database.close();
  });

  it('that fails has taken nothing, and is not believed any more', async () => {
    const { file, database, disk, slow } = opened();
    const first = disk.settled();
    await slow.untilAsked(1);
    slow.answer(new Error('EIO: i/o error, fdatasync'));
    const error = await first.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(StoreError);
    expect(error).toMatchObject({
      kind: 'io',
      message: expect.stringContaining(`${file} (EIO: i/o error, fdatasync)`),
    });
    await expect(disk.settled()).rejects.toBe(error);
    expect(slow.asked()).toBe(1);
    disk.close();
    database.close();
  });

  it('is let go only when nobody waits any more', async () => {
    const { database, disk, slow } = opened();
    const last = disk.settled();
    await slow.untilAsked(1);
    disk.close();
    slow.answer();
    await expect(last).resolves.toBeUndefined();
    database.close();
  });

  it('takes the log of an open sandbox by itself', async () => {
    const file = newFile();
    const database = openDatabase(file, { migrations: MIGRATIONS });
    const disk = new Disk(file);
    await expect(disk.settled()).resolves.toBeUndefined();
    disk.close();
    database.close();
  });

  it('cannot be asked about a file that nobody has open', () => {
    expect(() => new Disk(newFile())).toThrow('ENOENT');
  });
});
