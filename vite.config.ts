import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import { defineConfig } from 'vite';
import { collectionPlugin } from './src/build/collection-plugin.ts';
import { manifestFor } from './src/build/manifest.ts';

const target = process.env['TARGET'] === 'firefox' ? 'firefox' : 'chromium';

export default defineConfig({
  plugins: [
    crx({ manifest: manifestFor(target) as unknown as ManifestV3Export, browser: target === 'firefox' ? 'firefox' : 'chrome' }),
    collectionPlugin(),
  ],
  build: {
    outDir: `dist/${target}`,
    emptyOutDir: true,
    target: 'es2023',
    modulePreload: { polyfill: false },
  },
});
