import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserName } from '../../src/start/browser.ts';
import { openBrowser } from '../../src/start/open-browser.ts';
import { until } from '../../src/start/wait.ts';
import { LibraryUnderTest, papersFrom, titlesOf } from './library-under-test.ts';
import type { FaultReport } from './report.ts';

const KEPT = papersFrom(0, 30);

interface Damage {
  readonly name: string;
  /** Which of the database's files. */
  readonly files: RegExp;
  readonly do: (file: string) => void;
}

const cut = (file: string): void => truncateSync(file, Math.floor(statSync(file).size / 2));
const zero = (file: string): void => writeFileSync(file, Buffer.alloc(readFileSync(file).length));
const remove = (file: string): void => rmSync(file);

const DAMAGES: Readonly<Record<BrowserName, readonly Damage[]>> = {
  chromium: [
    { name: 'logs cut', files: /\.log$/, do: cut },
    { name: 'logs zeroed', files: /\.log$/, do: zero },
    { name: 'CURRENT zeroed', files: /CURRENT$/, do: zero },
    { name: 'manifest removed', files: /MANIFEST/, do: remove },
    { name: 'everything zeroed', files: /./, do: zero },
  ],
  firefox: [
    { name: 'database cut', files: /\.sqlite$/, do: cut },
    { name: 'database zeroed', files: /\.sqlite$/, do: zero },
    { name: 'database removed', files: /\.sqlite$/, do: remove },
  ],
};

/** Damages the files of the database while the browser is closed: the library must come back, be writable, and say so once. */
export async function damageFiles(name: BrowserName, extension: string, report: FaultReport, say: (line: string) => void): Promise<void> {
  for (const damage of DAMAGES[name]) {
    const profile = mkdtempSync(join(tmpdir(), 'paperkin-damage-'));
    const open = async (): Promise<LibraryUnderTest> => LibraryUnderTest.open(await openBrowser(name, { extension, profile, pages: [] }));
    const before = await open();
    await before.ask('save', { papers: KEPT });
    await until('the second copy', () => before.isCopied());
    await before.browser.close();
    const files = filesIn(profile).filter((file) => isDatabase(file) && damage.files.test(file));
    for (const file of files) damage.do(file);
    const after = await open();
    const problems: string[] = files.length === 0 ? ['no file was damaged'] : [];
    const there = await titles(after);
    const lost = titlesOf(KEPT).filter((title) => !there.has(title)).length;
    const { problem } = await after.ask<{ problem: string | null }>('standing', null);
    const { saved } = await after.ask<{ saved: number }>('save', { papers: papersFrom(500, 1) });
    if (saved !== 1 || !(await titles(after)).has('Study 500 of kept records')) problems.push('it cannot be written');
    await after.browser.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    report.count(`${name} files damaged`, files.length > 0, lost, problems.map((words) => `${damage.name}: ${words}`));
    say(`  ${lost + problems.length === 0 ? '✓' : '✗'} ${damage.name}: ${problem ?? 'the browser mended it itself'}`);
  }
}

async function titles(library: LibraryUnderTest): Promise<ReadonlySet<string>> {
  const { rows } = await library.ask<{ rows: readonly { id: number; title: string }[] }>('papers', { query: { filter: { words: 'kept records' } }, from: 0, limit: 100 });
  return new Set(rows.filter(({ id }) => id > 0).map(({ title }) => title));
}

/** The library's own database; Firefox keeps `storage.local` in one of another origin. */
const isDatabase = (file: string): boolean => /chrome-extension_[a-z]+_0\.indexeddb\.leveldb/.test(file) || /moz-extension\+\+\+[0-9a-f-]+[\\/]idb/.test(file);

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [join(entry.parentPath, entry.name)] : []));
}
