// @vitest-environment happy-dom
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { Arrangement } from '../../src/content/arrangement.ts';
import type { Row } from '../../src/content/rows.ts';
import type { List } from '../../src/sites/site.ts';

const moving: List = {
  sort: 'moving',
  row: (title) => {
    const item = title.closest('dd, li');
    const head = item?.localName === 'dd' ? item.previousElementSibling : null;
    return item ? (head ? [head, item] : [item]) : [];
  },
};
const ordered: List = { sort: 'order', row: (title) => [title.closest('section') ?? title] };

let rows: Row[] = [];
const find = (): Row[] => Array.from(document.querySelectorAll('b'), (title) => rows.find((row) => row.title === title) ?? ({ title, text: title.textContent }) as unknown as Row);
const seen = (): string => Array.from(document.querySelectorAll('b'), ({ textContent }) => textContent).join(' ');
const byName = (a: Row, b: Row): number => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0);
const learn = (arrangement: Arrangement): void => {
  rows = find();
  arrangement.learn(rows);
};
const pair = (name: string): string => `<dt><a name="${name}">${name}</a></dt>\n  <dd><b>${name}</b></dd>`;

beforeEach(() => {
  rows = [];
});

describe('a list whose nodes may move', () => {
  it('is sorted in pairs, each list by itself, around what else is in it', () => {
    document.body.innerHTML = `<dl><h3>Day one</h3>${pair('c')} text ${pair('a')}<p>note</p>${pair('b')}</dl><dl>${pair('z')}${pair('y')}</dl>`;
    const before = document.body.innerHTML;
    const arrangement = new Arrangement(moving);
    learn(arrangement);
    arrangement.sort(byName);
    expect(seen()).toBe('a b c y z');
    expect(Array.from(document.querySelectorAll('dt'), (head) => head.textContent === head.nextElementSibling?.textContent)).toEqual([true, true, true, true, true]);
    expect(Array.from(document.querySelector('dl')?.children ?? [], ({ localName }) => localName).join(' ')).toBe('h3 dt dd dt dd p dt dd');
    arrangement.sort(null);
    expect(document.body.innerHTML).toBe(before);
  });

  it('is given back to the byte after whatever was done with it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ name: fc.constantFrom('a', 'b', 'c', 'd', 'e'), gap: fc.constantFrom('', ' ', '\n  text ', '<p>note</p>', '<!-- - -->') }), { maxLength: 12 }),
        fc.array(fc.constantFrom('sort', 'home', 'reverse', 'dim', 'gone', 'plain', 'learn'), { maxLength: 12 }),
        (items, deeds) => {
          document.body.innerHTML = `<ol start="7">${items.map(({ name }) => `<li><b>${name}</b></li>`).join('\n')}</ol><dl>${items.map(({ name, gap }) => `${pair(name)}${gap}`).join('')}</dl>`;
          const before = document.body.innerHTML;
          const arrangement = new Arrangement(moving);
          learn(arrangement);
          for (const deed of deeds) {
            if (deed === 'sort') arrangement.sort(byName);
            else if (deed === 'reverse') arrangement.sort((a, b) => byName(b, a));
            else if (deed === 'home') arrangement.sort(null);
            else if (deed === 'learn') learn(arrangement);
            else arrangement.show(({ text }) => (deed === 'plain' || text === 'a' ? null : deed === 'dim' ? 'dim' : 'gone'));
          }
          arrangement.restore();
          expect(document.body.innerHTML).toBe(before);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('puts what came at its end behind the others when it is given back', () => {
    document.body.innerHTML = `<dl>${pair('c')}${pair('a')}</dl>`;
    const arrangement = new Arrangement(moving);
    learn(arrangement);
    arrangement.sort(byName);
    document.querySelector('dl')?.insertAdjacentHTML('beforeend', pair('b'));
    learn(arrangement);
    expect(seen()).toBe('a c b');
    arrangement.sort(byName);
    expect(seen()).toBe('a b c');
    arrangement.sort(null);
    expect(seen()).toBe('c a b');
  });

  it('lets go what the page has taken away', () => {
    document.body.innerHTML = `<dl>${pair('c')}${pair('a')}${pair('b')}</dl>`;
    const arrangement = new Arrangement(moving);
    learn(arrangement);
    arrangement.sort(byName);
    document.querySelector('dt')?.remove();
    document.querySelector('dd')?.remove();
    learn(arrangement);
    arrangement.restore();
    expect(seen()).toBe('c b');
  });

  it('keeps the numbers of a numbered list', () => {
    document.body.innerHTML = '<ol start="51"><li><b>b</b></li><li><b>a</b></li><li value="9"><b>c</b></li></ol>';
    const arrangement = new Arrangement(moving);
    learn(arrangement);
    arrangement.show(({ text }) => (text === 'b' ? 'gone' : null));
    arrangement.sort(byName);
    arrangement.show(() => null);
    expect(Array.from(document.querySelectorAll('li'), (item) => item.textContent + String(item.getAttribute('value')))).toEqual(['a52', 'b51', 'c9']);
  });
});

describe('a list whose nodes a script owns', () => {
  const places = (): string => Array.from(document.querySelectorAll('[data-paperkin-place]')).sort((a, b) => Number(a.getAttribute('data-paperkin-place')) - Number(b.getAttribute('data-paperkin-place'))).map(({ textContent }) => textContent).join(' ');

  it('changes places without moving a node, and has no trace of it afterwards', () => {
    document.body.innerHTML = '<div><h2>Head</h2><section><b>c</b></section><section><b>a</b></section><aside>ad</aside><section><b>b</b></section></div>';
    const before = document.body.innerHTML;
    const arrangement = new Arrangement(ordered);
    learn(arrangement);
    arrangement.sort(byName);
    expect([seen(), places()]).toEqual(['c a b', 'Head a b ad c']);
    arrangement.restore();
    expect(document.body.innerHTML).toBe(before);
  });

  it('forgets an element that the page uses for another paper', () => {
    document.body.innerHTML = '<div><section><b>c</b></section><section><b>a</b></section></div>';
    const before = document.body.innerHTML;
    const arrangement = new Arrangement(ordered);
    learn(arrangement);
    arrangement.sort(byName);
    arrangement.show(() => 'dim');
    rows = [];
    learn(arrangement);
    arrangement.restore();
    expect(document.body.innerHTML).toBe(before);
  });
});
