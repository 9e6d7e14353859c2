/** One key, in the terms of the DOM's KeyboardEvent. */
export interface Key {
  /** KeyboardEvent.key */
  readonly key: string;
  /** KeyboardEvent.code */
  readonly code: string;
  /** KeyboardEvent.keyCode */
  readonly keyCode: number;
  /** Code point that stands for the key in WebDriver; the character itself for letters and digits. */
  readonly webdriver: string;
  /** The character it types; absent for keys that type none. */
  readonly text?: string;
  /** Its bit in the modifiers of the Chrome DevTools Protocol; absent for ordinary keys. */
  readonly modifier?: number;
}

const NAMED: Readonly<Record<string, Key>> = {
  Alt: { key: 'Alt', code: 'AltLeft', keyCode: 18, webdriver: '\uE00A', modifier: 1 },
  Control: { key: 'Control', code: 'ControlLeft', keyCode: 17, webdriver: '\uE009', modifier: 2 },
  Meta: { key: 'Meta', code: 'MetaLeft', keyCode: 91, webdriver: '\uE03D', modifier: 4 },
  Shift: { key: 'Shift', code: 'ShiftLeft', keyCode: 16, webdriver: '\uE008', modifier: 8 },
  Backspace: { key: 'Backspace', code: 'Backspace', keyCode: 8, webdriver: '\uE003' },
  Tab: { key: 'Tab', code: 'Tab', keyCode: 9, webdriver: '\uE004' },
  Enter: { key: 'Enter', code: 'Enter', keyCode: 13, webdriver: '\uE007', text: '\r' },
  Escape: { key: 'Escape', code: 'Escape', keyCode: 27, webdriver: '\uE00C' },
  Space: { key: ' ', code: 'Space', keyCode: 32, webdriver: ' ', text: ' ' },
  PageUp: { key: 'PageUp', code: 'PageUp', keyCode: 33, webdriver: '\uE00E' },
  PageDown: { key: 'PageDown', code: 'PageDown', keyCode: 34, webdriver: '\uE00F' },
  End: { key: 'End', code: 'End', keyCode: 35, webdriver: '\uE010' },
  Home: { key: 'Home', code: 'Home', keyCode: 36, webdriver: '\uE011' },
  ArrowLeft: { key: 'ArrowLeft', code: 'ArrowLeft', keyCode: 37, webdriver: '\uE012' },
  ArrowUp: { key: 'ArrowUp', code: 'ArrowUp', keyCode: 38, webdriver: '\uE013' },
  ArrowRight: { key: 'ArrowRight', code: 'ArrowRight', keyCode: 39, webdriver: '\uE014' },
  ArrowDown: { key: 'ArrowDown', code: 'ArrowDown', keyCode: 40, webdriver: '\uE015' },
  Delete: { key: 'Delete', code: 'Delete', keyCode: 46, webdriver: '\uE017' },
};

/** `Alt+Shift+L` → the keys in the order in which they go down. A lone `+` is itself. */
export function chord(keys: string): Key[] {
  const names = keys.length === 1 ? [keys] : keys.split('+');
  return names.map((name) => NAMED[name] ?? (name === ' ' ? NAMED['Space'] : undefined) ?? character(name));
}

/** The keys of a chord as WebDriver actions: down in order, up in reverse. */
export const webdriverActions = (keys: readonly Key[]): object[] => [
  ...keys.map((key) => ({ type: 'keyDown', value: key.webdriver })),
  ...keys.toReversed().map((key) => ({ type: 'keyUp', value: key.webdriver })),
];

function character(name: string): Key {
  if (name.length !== 1) throw new Error(`no key is called ${name}`);
  const upper = name.toUpperCase();
  const code = /[A-Z]/.test(upper) ? `Key${upper}` : /\d/.test(name) ? `Digit${name}` : '';
  return { key: name, code, keyCode: /[A-Z\d]/.test(upper) ? upper.charCodeAt(0) : 0, webdriver: name, text: name };
}
