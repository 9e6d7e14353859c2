import { render } from 'preact';
import { activeTab } from '../browser/tabs.ts';
import { App } from './app.tsx';
import { kept, wanted } from './memory.ts';
import { arrive, START } from './popup-state.ts';

/** Opens as it was closed, on the page it is opened over. What cannot be recalled is no reason not to open. */
async function open(root: Element): Promise<void> {
  const [state, tab, key] = await Promise.all([kept().catch(() => START), activeTab().catch(() => undefined), wanted().catch(() => undefined)]);
  render(<App opened={arrive(state, tab?.url, key)} tab={tab} />, root);
}

const root = document.querySelector('#popup');
if (root) void open(root);
