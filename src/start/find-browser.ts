import { accessSync, constants } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { BrowserName } from './browser.ts';

export interface FoundBrowser {
  readonly name: BrowserName;
  readonly executable: string;
}

/** Commands on the PATH, most fitting first. */
const COMMANDS: Readonly<Record<BrowserName, readonly string[]>> = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'microsoft-edge-stable'],
  firefox: ['firefox', 'firefox-esr', 'firefox-developer-edition'],
};

const MAC: Readonly<Record<BrowserName, readonly string[]>> = {
  chromium: ['Chromium.app/Contents/MacOS/Chromium', 'Google Chrome.app/Contents/MacOS/Google Chrome', 'Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
  firefox: ['Firefox.app/Contents/MacOS/firefox', 'Firefox Developer Edition.app/Contents/MacOS/firefox'],
};

const WINDOWS: Readonly<Record<BrowserName, readonly string[]>> = {
  chromium: ['Chromium\\Application\\chrome.exe', 'Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'],
  firefox: ['Mozilla Firefox\\firefox.exe', 'Firefox Developer Edition\\firefox.exe'],
};

/** Names a browser by hand. */
export const OVERRIDES: Readonly<Record<BrowserName, string>> = { chromium: 'PAPERKIN_CHROMIUM', firefox: 'PAPERKIN_FIREFOX' };

export interface System {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  isExecutable(file: string): boolean;
}

const thisSystem: System = { platform: process.platform, env: process.env, isExecutable };

/** The installed browser of a kind, or undefined. An override that names no executable file is an error. */
export function findBrowser(name: BrowserName, system: System = thisSystem): FoundBrowser | undefined {
  const named = system.env[OVERRIDES[name]];
  if (named) {
    if (!system.isExecutable(named)) throw new Error(`${OVERRIDES[name]} names no executable file: ${named}`);
    return { name, executable: named };
  }
  const executable = candidates(name, system).find((file) => system.isExecutable(file));
  return executable === undefined ? undefined : { name, executable };
}

function candidates(name: BrowserName, { platform, env }: System): string[] {
  if (platform === 'darwin') return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) => MAC[name].map((app) => join(folder, app)));
  if (platform === 'win32') {
    const folders = [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LOCALAPPDATA']].filter((folder) => folder !== undefined);
    return WINDOWS[name].flatMap((app) => folders.map((folder) => `${folder}\\${app}`));
  }
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return COMMANDS[name].flatMap((command) => folders.map((folder) => join(folder, command)));
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
