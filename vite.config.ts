import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import { defineConfig } from 'vite';
import { collectionPlugin } from './src/build/collection-plugin.ts';
import { manifestFor } from './src/build/manifest.ts';
import { scriptPlugin } from './src/build/script-plugin.ts';
import { workerPlugin } from './src/build/worker-plugin.ts';

const target = process.env['TARGET'] === 'firefox' ? 'firefox' : 'chromium';
// The extension plugin would make a module of the worker; ours builds it.
const { background: _, ...pages } = manifestFor(target);

export default defineConfig({
  plugins: [
    crx({ manifest: pages as unknown as ManifestV3Export, browser: target === 'firefox' ? 'firefox' : 'chrome' }),
    collectionPlugin(),
    workerPlugin(target),
    scriptPlugin(),
  ],
  build: {
    outDir: `dist/${target}`,
    emptyOutDir: true,
    target: 'es2023',
    modulePreload: { polyfill: false },
  },
});
