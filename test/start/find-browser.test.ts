import { expect, test } from 'vitest';
import { findBrowser, type System } from '../../src/start/find-browser.ts';

const system = (platform: NodeJS.Platform, files: readonly string[], env: Record<string, string> = {}): System => ({
  platform,
  env,
  isExecutable: (file) => files.includes(file),
});

const cases: readonly [string, System, 'chromium' | 'firefox', string | undefined][] = [
  ['Linux, on the PATH', system('linux', ['/usr/bin/chromium'], { PATH: '/bin:/usr/bin' }), 'chromium', '/usr/bin/chromium'],
  ['Linux, Chromium before Chrome', system('linux', ['/a/google-chrome', '/b/chromium'], { PATH: '/a:/b' }), 'chromium', '/b/chromium'],
  ['Linux, Firefox ESR alone', system('linux', ['/usr/bin/firefox-esr'], { PATH: '/usr/bin' }), 'firefox', '/usr/bin/firefox-esr'],
  ['Linux, nothing', system('linux', [], { PATH: '/usr/bin' }), 'firefox', undefined],
  ['macOS', system('darwin', ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']), 'chromium', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
  ['Windows, Edge', system('win32', ['C:\\P\\Microsoft\\Edge\\Application\\msedge.exe'], { ProgramFiles: 'C:\\P' }), 'chromium', 'C:\\P\\Microsoft\\Edge\\Application\\msedge.exe'],
  ['named by hand', system('linux', ['/opt/fx', '/usr/bin/firefox'], { PATH: '/usr/bin', PAPERKIN_FIREFOX: '/opt/fx' }), 'firefox', '/opt/fx'],
];

test.each(cases)('%s', (_, system, name, expected) => {
  expect(findBrowser(name, system)?.executable).toBe(expected);
});

test('a browser named by hand that is not there is an error, not another browser', () => {
  expect(() => findBrowser('chromium', system('linux', ['/usr/bin/chromium'], { PATH: '/usr/bin', PAPERKIN_CHROMIUM: '/nowhere' }))).toThrow('PAPERKIN_CHROMIUM');
});
