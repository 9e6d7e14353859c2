import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Licences under which a package may be part of the build. */
export const ALLOWED: readonly string[] = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'MPL-2.0'];

interface Package {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** The licence texts of everything that is bundled: each run-time dependency with its own. Refuses a licence that is not allowed. */
export function licencesOf(root: string): string {
  const own = readPackage(root);
  const parts = Object.keys(own.dependencies ?? {})
    .sort()
    .map((name) => {
      const folder = join(root, 'node_modules', name);
      const { version, license } = readPackage(folder);
      if (!ALLOWED.includes(license)) throw new Error(`${name} ${version} has the licence ${license}, which may not ship`);
      return `${name} ${version} (${license})\n\n${licenceText(folder)}`;
    });
  return [`Paperkin ${own.version} (${own.license})\n\n${licenceText(root)}`, ...parts].map((part) => part.trim()).join(`\n\n${'-'.repeat(80)}\n\n`) + '\n';
}

const readPackage = (folder: string): Package => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Package;

function licenceText(folder: string): string {
  const file = readdirSync(folder).find((name) => /^licen[cs]e(?:\.\w+)?$/i.test(name));
  return file === undefined ? '' : readFileSync(join(folder, file), 'utf8');
}
