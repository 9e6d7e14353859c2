import base from '../../manifest.json' with { type: 'json' };

export type Target = 'chromium' | 'firefox';

/** The manifest of one build: manifest.json holds both browsers' keys, each build keeps its own. */
export function manifestFor(target: Target): Record<string, unknown> {
  const { browser_specific_settings, minimum_chrome_version, background, ...shared } = base;
  return target === 'firefox'
    ? { ...shared, browser_specific_settings, background: { scripts: [background.service_worker], type: background.type } }
    : { ...shared, minimum_chrome_version, background };
}
