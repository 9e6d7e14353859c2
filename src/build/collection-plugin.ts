import type { Plugin } from 'vite';

/** Emits the bundled collection, compiled and indexed at build time, as packaged files under `collection/`. */
export function collectionPlugin(): Plugin {
  return {
    name: 'paperkin-collection',
  };
}
