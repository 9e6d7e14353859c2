import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { findBrowser, OVERRIDES } from '../src/start/find-browser.ts';

interface Need {
  readonly name: string;
  /** Its package where apt-get installs it. */
  readonly debian: string;
  isThere(): boolean;
}

const NEEDS: readonly Need[] = [
  { name: `Chromium, Chrome or Edge (or name one in ${OVERRIDES.chromium})`, debian: 'chromium', isThere: () => findBrowser('chromium') !== undefined },
  { name: `Firefox 142 or newer (or name one in ${OVERRIDES.firefox})`, debian: 'firefox-esr', isThere: () => findBrowser('firefox') !== undefined },
  // A real key press needs an X display; without one it is left out, on other systems.
  ...(process.platform === 'linux'
    ? [
        { name: 'Xvfb', debian: 'xvfb', isThere: () => onPath('Xvfb') },
        { name: 'xdotool', debian: 'xdotool', isThere: () => onPath('xdotool') },
      ]
    : []),
];

/**
 * Installs what the end-to-end tests need and this machine lacks, where apt-get may.
 * @returns what is still missing, by name; empty when all is there.
 */
export function provideSystem(print: (line: string) => void): string[] {
  const missing = NEEDS.filter((need) => !need.isThere());
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const mayInstall = onPath('apt-get') && (asRoot.length === 0 || run([...asRoot, 'true']));
  if (missing.length > 0 && mayInstall) {
    const packages = missing.map((need) => need.debian);
    print(`installing ${packages.join(', ')} with apt-get`);
    const env = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive'];
    run([...env, 'apt-get', '-qq', '-o', 'DPkg::Lock::Timeout=300', 'update']);
    run([...env, 'apt-get', '-qq', '-o', 'DPkg::Lock::Timeout=300', 'install', '-y', '--no-install-recommends', ...packages]);
  }
  return missing.filter((need) => !need.isThere()).map((need) => need.name);
}

function run([command = '', ...args]: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
}

function onPath(command: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, command), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
