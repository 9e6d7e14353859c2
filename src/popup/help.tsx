import { useEffect, useRef, useState } from 'preact/hooks';
import { openShortcutSettings, shortcut } from '../browser/commands.ts';
import { SearchSyntax } from './search-words.tsx';

const KEYS: readonly (readonly [readonly string[], string])[] = [
  [['/'], 'go to the search box'],
  [['↑', '↓'], 'choose a paper; also Page Up, Page Down, Home, End'],
  [['Enter'], 'open it'],
  [['→', '←'], 'show or hide its whole abstract'],
  [['c'], 'copy its BibTeX, once it is chosen or open; Ctrl+C does the same'],
  [['o'], 'open its arXiv page; also Ctrl+Enter'],
  [['s'], 'save it into your library, once it is chosen or open'],
  [['p'], 'show an open title on its page'],
  [['Esc'], 'go back, clear the search, close'],
  [['?'], 'these keys'],
];

/** The keys, the search words and the key for quick lookup. */
export function Help() {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <article class="help">
      <h1 ref={heading} class="paper-title" tabIndex={-1}>
        Keys and search words
      </h1>
      <h2 class="part">On any page</h2>
      <QuickLookup />
      <p class="quiet">Alt+Shift+U saves the paper of the page. On a list with the bar at its foot, <kbd>j</kbd> and <kbd>k</kbd> go to the next and the previous marked title, <kbd>o</kbd> opens it, <kbd>s</kbd> saves it.</p>
      <h2 class="part">In this window</h2>
      <dl class="keys">
        {KEYS.map(([keys, meaning]) => (
          <div key={meaning}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <h2 class="part">In the search box</h2>
      <SearchSyntax />
      <p class="quiet">Spelling need not be exact, and beginnings of words are enough. Everything is found on your device; nothing you type or read is sent anywhere.</p>
    </article>
  );
}

function QuickLookup() {
  const [key, setKey] = useState<string | null | undefined>(null);
  useEffect(() => {
    let shown = true;
    shortcut('quick-lookup').then(
      (now) => shown && setKey(now),
      () => shown && setKey(undefined),
    );
    return () => {
      shown = false;
    };
  }, []);
  return (
    <>
      <p>
        {key === undefined && 'No key is set for quick lookup yet. It looks up '}
        {key && (
          <>
            <kbd>{key}</kbd> looks up{' '}
          </>
        )}
        {key === null && 'Quick lookup finds '}
        the words you have selected, or else the paper of the page.
      </p>
      <button type="button" class="button" onClick={() => void openShortcutSettings()}>
        Change this key
      </button>
    </>
  );
}
