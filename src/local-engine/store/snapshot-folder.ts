import { existsSync, mkdirSync, readdirSync, renameSync, statSync, utimesSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { Fault } from '../../contract/fault.ts';
import type { SnapshotRow, Snapshots } from '../../contract/ports.ts';
import type { Database } from './database.ts';
import { MIGRATIONS } from './schema.ts';
import { clearAbandoned, inScratch } from './scratch.ts';
import { loadSnapshot } from './snapshot.ts';

interface Where {
  readonly cwd?: string;
  readonly wall: () => number;
}

const ENDING = '.db';
const OWNER_ONLY_FOLDER = 0o700;

/** The snapshots beside the sandboxes, `snapshots/NAME.db`, and those in files that the user names. */
export class SnapshotFolder implements Snapshots {
  readonly #folder: string;

  constructor(
    private readonly database: Database,
    private readonly where: Where,
  ) {
    this.#folder = join(dirname(database.file), 'snapshots');
  }

  list(): readonly SnapshotRow[] {
    if (!existsSync(this.#folder)) return [];
    const files = readdirSync(this.#folder).filter((file) => file.endsWith(ENDING));
    return files.sort().map((file) => rowOf(join(this.#folder, file)));
  }

  find(place: string): SnapshotRow | undefined {
    const { file } = this.#placeOf(place);
    return existsSync(file) ? rowOf(file) : undefined;
  }

  save(place: string, replace: boolean): SnapshotRow {
    this.#clear();
    const { file, named } = this.#placeOf(place);
    if (existsSync(file) && !(named && replace)) throw taken(rowOf(file), named);
    if (named) mkdirSync(this.#folder, { recursive: true, mode: OWNER_ONLY_FOLDER });
    else requireFolder(dirname(file));
    if (existsSync(file)) this.#replace(file);
    else this.database.vacuumInto(file);
    const savedAt = new Date(this.where.wall());
    utimesSync(file, savedAt, savedAt);
    return rowOf(file);
  }

  load({ file }: SnapshotRow): void {
    this.#clear();
    loadSnapshot(this.database, file, { migrations: MIGRATIONS, folder: dirname(this.database.file) });
  }

  /** The old one stays until the new one is complete. No sandbox is ever opened in this folder. */
  #replace(file: string): void {
    inScratch(this.#folder, '.saving-', (scratch) => {
      const copy = join(scratch, basename(file));
      this.database.vacuumInto(copy);
      renameSync(copy, file);
    });
  }

  /** Nobody else comes by who would remove what a killed process left. */
  #clear(): void {
    const wall = this.where.wall();
    clearAbandoned(dirname(this.database.file), '.migrating-', wall);
    clearAbandoned(this.#folder, '.saving-', wall);
  }

  #placeOf(place: string): { readonly file: string; readonly named: boolean } {
    const named = !/[\\/]/.test(place) && !place.endsWith(ENDING);
    const file = named ? join(this.#folder, `${place}${ENDING}`) : resolve(this.where.cwd ?? '', place);
    return { file, named };
  }
}

function rowOf(file: string): SnapshotRow {
  const { mtime, size } = statSync(file);
  return { name: basename(file, ENDING), file, savedAt: mtime, sizeBytes: size };
}

function taken({ name, file, savedAt }: SnapshotRow, named: boolean): Fault {
  const message = named
    ? `snapshot "${name}" exists already, saved ${savedAt.toISOString()}. To fix: choose another name, or replace it with --overwrite`
    : `the file ${file} exists already, and lm does not overwrite it. To fix: choose another name, or move it away`;
  return new Fault({ code: 'SnapshotAlreadyExists', message });
}

function requireFolder(folder: string): void {
  if (existsSync(folder)) return;
  throw new Fault({ code: 'FolderNotFound', message: `there is no folder ${folder}. To fix: make it first` });
}
