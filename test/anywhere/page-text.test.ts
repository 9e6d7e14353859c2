// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { rangeOf, type ReadText, readText } from '../../src/anywhere/page-text.ts';
import { BLOCK, INLINE_EDGE, LINK_EDGE } from '../../src/mentions/edges.ts';

const read = (html: string): ReadText => {
  document.body.innerHTML = html;
  const steps = readText(document.body, 'https://example.org/a/');
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
};
const shown = (text: string): string => text.replaceAll(BLOCK, '|').replaceAll(LINK_EDGE, '~').replaceAll(INLINE_EDGE, '_');

describe('the text of a page', () => {
  test.each<[html: string, text: string]>([
    ['<p>One</p><p>Two</p>', '|One||Two|'],
    ['see <a href="/x">a title</a>.', 'see ~a title~.'],
    ['<em>a</em> and <b>b</b> and <i>c</i>', 'a and b and c'],
    ['<span>Title</span><span>Authors</span>', '_Title__Authors_'],
    ['one<script>two()</script><style>p{}</style>three', 'onethree'],
    ['<select><option>no</option></select><textarea>no</textarea><button>no</button>yes', 'yes'],
    ['line\n  broken', 'line   broken'],
    ['<pre>line\nline</pre>', '|line|line|'],
    ['<form><input name="localName"><input name="firstChild">in a form</form>', '|in a form|'],
    ['a\uE000b', 'a b'],
    ['<p>a<p>b<div><ul><li>c</ul></div>d', '|a||b||||c|||d'],
  ])('%s', (html, text) => expect(shown(read(html).text)).toBe(text));

  test('has the links that may lead to papers', () => {
    const { links, text } = read('<a href="https://arxiv.org/abs/1711.10925">one</a> <a href="/doi/10.1000/x">two</a> <a href="/about">three</a> <a href="javascript:arxiv">four</a> <a href="https://arxiv.org/abs/1">  </a>');
    expect(links.map(({ start, end, href }) => [text.slice(start, end), href])).toEqual([
      ['one', 'https://arxiv.org/abs/1711.10925'],
      ['two', 'https://example.org/doi/10.1000/x'],
      ['four', 'javascript:arxiv'],
      ['  ', 'https://arxiv.org/abs/1'],
    ]);
  });

  test('is found again on the page', () => {
    const done = read('<p>We like <b>Deep <i>Image</i></b> Prior a lot</p><p>and more</p>');
    const { text } = done;
    const range = (from: string, to = from): string | undefined => rangeOf(done, text.indexOf(from), text.indexOf(to) + to.length)?.toString();
    expect(range('Deep', 'Prior')).toBe('Deep Image Prior');
    expect(range('We')).toBe('We');
    expect(range('and more')).toBe('and more');
    expect(rangeOf(done, text.length - 1, text.length)).toBeUndefined();
    expect(rangeOf(done, 9_999, 10_000)).toBeUndefined();
  });
});
