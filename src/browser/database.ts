import { openDB } from 'idb';
import { StoreDamaged } from '../library/store.ts';
import { type Database, isWhole, migrate, type Schema, SCHEMA_VERSION } from './schema.ts';

/** Another window holds an older version of the database open. It is asked to let go; that failing, nothing is wrong with the papers. */
export class DatabaseBusy extends Error {
  override name = 'DatabaseBusy';
}

/**
 * Opens a database by name and brings it to the present schema. One of a newer schema, which a newer Paperkin left, is
 * opened as it is where it has all we need. Tries again some times: most faults of opening pass.
 * @throws StoreDamaged, DatabaseBusy
 */
export async function openDatabase(name: string, pauses: readonly number[] = [100, 400]): Promise<Database> {
  for (const pause of [...pauses, undefined]) {
    try {
      return await attempt(name);
    } catch (problem) {
      if (problem instanceof DatabaseBusy) throw problem;
      if (pause === undefined) throw new StoreDamaged(`the database ${name} does not open: ${problem instanceof Error ? problem.message : String(problem)}`, { cause: problem });
      await wait(pause);
    }
  }
  throw new StoreDamaged(name);
}

async function attempt(name: string): Promise<Database> {
  let database: Database;
  try {
    database = await patiently(name, SCHEMA_VERSION);
  } catch (problem) {
    if (!(problem instanceof DOMException) || problem.name !== 'VersionError') throw problem;
    database = await patiently(name, undefined);
  }
  if (isWhole(database)) return database;
  database.close();
  throw new StoreDamaged(`the database ${name} lacks a table`);
}

function patiently(name: string, version: number | undefined): Promise<Database> {
  return new Promise((opened, failed) => {
    let late: ReturnType<typeof setTimeout> | undefined;
    const opening = openDB<Schema>(name, version, {
      upgrade: (database, from, _, upgrade) => {
        upgrade.done.catch(() => undefined);
        migrate(database, from, upgrade).catch(() => {
          // What a step throws must not leave half of a version: all of the upgrade is taken back.
          try {
            upgrade.abort();
          } catch {
            // It has failed already.
          }
        });
      },
      blocked: () => {
        late = setTimeout(() => failed(new DatabaseBusy('Another window of Paperkin still works with the library: close it and try again.')), 10_000);
      },
    });
    opening.then(opened, failed).finally(() => clearTimeout(late));
  });
}

const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
