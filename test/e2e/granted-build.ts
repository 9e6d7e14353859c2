import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { builtFor } from '../../src/start/open-browser.ts';
import { UNDER_TEST } from './browser-under-test.ts';

/**
 * The build under test as it stands after the reader has enabled some sites: they are written into a copy's manifest as
 * permissions given at installation, which is what the browser's question ends in. Deleted after the tests of the file.
 */
export function grantedBuild(origins: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'paperkin-granted-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  cpSync(builtFor(UNDER_TEST), folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as object;
  writeFileSync(file, JSON.stringify({ ...manifest, host_permissions: origins }));
  return folder;
}
