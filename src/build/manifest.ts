import base from '../../manifest.json' with { type: 'json' };

export type Target = 'chromium' | 'firefox';

/** The background worker in the build: what every start runs, and what is run when it is asked for. */
export const WORKER = 'worker.js';
export const LATER = 'worker-later.js';

/** The manifest of one build: manifest.json holds both browsers' keys and names sources, each build keeps its own. */
export function manifestFor(target: Target): Record<string, unknown> {
  const { browser_specific_settings, minimum_chrome_version, background: _, ...shared } = base;
  // The sites that the first content script runs on, and the others on parts of, so that Chromium lets it be started in tabs that are open already; Firefox does so by itself.
  const host_permissions = shared.content_scripts[0]?.matches;
  return { ...shared, ...(target === 'firefox' ? { browser_specific_settings } : { minimum_chrome_version, host_permissions }), background: backgroundFor(target) };
}

/** The worker as each browser wants it named. */
export const backgroundFor = (target: Target): Record<string, unknown> => (target === 'firefox' ? { scripts: [LATER, WORKER] } : { service_worker: WORKER });
