import { defineConfig } from 'vitest/config';

/** The same suite in each real browser; files of one browser alone are named for it, and Chromium takes real keys on an X display only. */
const e2e = (browser: 'chromium' | 'firefox', other: 'chromium' | 'firefox'): object => ({
  test: {
    name: `e2e-${browser}`,
    include: ['test/e2e/**/*.test.ts'],
    exclude: [`test/e2e/**/*.${other}.test.ts`, ...(browser === 'firefox' || process.platform === 'linux' ? [] : ['test/e2e/real-*.test.ts'])],
    env: { PAPERKIN_BROWSER: browser },
    globalSetup: 'test/e2e/build-first.ts',
    // Real browsers on few cores: one file at a time, and time enough for a loaded machine.
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});

// Apart from vite.config.ts on purpose: the extension plugin does not run inside the test runner.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          // Nothing here is timed: on a loaded machine the properties and the whole collection take long.
          testTimeout: 30_000,
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/e2e/**'],
        },
      },
      e2e('chromium', 'firefox'),
      e2e('firefox', 'chromium'),
    ],
  },
});
