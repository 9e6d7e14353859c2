import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { titleText } from '../../src/sites/title-text.ts';
import { parsePage } from './read-page.ts';

function read(html: string): string {
  const element = parsePage(`<h1>${html}</h1>`, 'https://arxiv.org/').querySelector('h1');
  return element === null ? 'no h1' : titleText(element);
}

const MATHML = '<math alttext="l_{2}"><semantics><msub><mi>l</mi><mn>2</mn></msub><annotation encoding="application/x-tex">l_{2}</annotation></semantics></math>';

describe('titleText', () => {
  it.each<[what: string, html: string, title: string]>([
    ['white space and line breaks', ' A\n\t title<br>on  two&nbsp;lines ', 'A title on two lines'],
    ['the label', '<span class="descriptor">Title:</span>A title', 'A title'],
    ['a title that begins like the label', 'Title: A Study of Titles', 'Title: A Study of Titles'],
    ['search hits', '<span class="search-hit mathjax">Deep</span> Image <span class="search-hit">Prior</span>', 'Deep Image Prior'],
    ['a link inside', 'Detection of <a href="/abs/1501.99998">1501.99998</a> again', 'Detection of 1501.99998 again'],
    ['TeX before MathJax', 'Rates for $\\ell_1$ balls', 'Rates for $\\ell_1$ balls'],
    [
      'MathJax 2',
      'Rates for <span class="MathJax_Preview">x</span><span class="MathJax" id="m"><nobr><span class="math">ℓ1</span></nobr><span class="MJX_Assistive_MathML"><math><mi>ℓ</mi></math></span></span><script type="math/tex" id="e">\\ell_1</script> balls',
      'Rates for $\\ell_1$ balls',
    ],
    ['MathJax 2 before it has set its first formula', 'Rates for <span class="MathJax_Preview">\\ell_1</span><script type="math/tex">\\ell_1</script> balls', 'Rates for $\\ell_1$ balls'],
    ['MathJax 2, a displayed formula', 'On <div class="MathJax_Display"><span class="MathJax">E</span></div><script type="math/tex; mode=display">E=mc^2</script>', 'On $$E=mc^2$$'],
    ['MathJax 3', 'Rates for <mjx-container><mjx-math>ℓ1</mjx-math><mjx-assistive-mml><math alttext="\\ell_1"><mi>ℓ</mi></math></mjx-assistive-mml></mjx-container> balls', 'Rates for $\\ell_1$ balls'],
    ['MathML with alternative text', `A ${MATHML}-regularised problem`, 'A $l_{2}$-regularised problem'],
    ['MathML with an annotation only', `A ${MATHML.replace(' alttext="l_{2}"', '')} problem`, 'A $l_{2}$ problem'],
    ['MathML with neither', 'A <math><msub><mi>l</mi> <mn>2</mn></msub></math> problem', 'A l2 problem'],
    ['KaTeX', `A <span class="katex"><span class="katex-mathml">${MATHML}</span><span class="katex-html" aria-hidden="true">l2</span></span> problem`, 'A $l_{2}$ problem'],
    ['badges and labels', 'A title <span class="badge badge-primary">ICLR 2020</span><span class="label">new</span>', 'A title'],
    ['our own badge', 'A title<paperkin-badge><button>In your collection</button></paperkin-badge>', 'A title'],
    ['buttons, icons, scripts and styles', 'A title<button>Report</button><svg><title>icon</title></svg><script>1</script><style>b{}</style>', 'A title'],
    ['text for screen readers, hidden text and footnotes', '<span class="sr-only">Paper</span>A title<span hidden>!</span><span class="ltx_note">1 thanks</span>', 'A title'],
    ['comments', 'A <!-- no --> title', 'A title'],
    ['angle brackets', 'O(N) Model for 2&lt;d&lt;4', 'O(N) Model for 2<d<4'],
    ['nothing', '  ', ''],
    ['a form, which can hide its members', 'A title<form><input name="childNodes"></form>', ''],
  ])('reads %s', (_what, html, title) => {
    expect(read(html)).toBe(title);
  });

  it('is one trimmed line of at most 512 code points, whatever the text', () => {
    const document = parsePage('<h1></h1>', 'https://arxiv.org/');
    const heading = document.querySelector('h1')!;
    const text = fc.string({ unit: fc.constantFrom('a', 'Z', ' ', '$', '\\', '\n', '\u00A0', 'é', '😀', '\u0301', '\uD800'), size: 'max', maxLength: 400 });
    fc.assert(
      fc.property(fc.array(text, { maxLength: 4 }), (texts) => {
        heading.replaceChildren(...texts.map((text) => document.createTextNode(text)));
        const title = titleText(heading);
        expect(Array.from(title).length).toBeLessThanOrEqual(512);
        expect(title).not.toMatch(/^\s|\s$|[\n\t]|\s{2}/);
        expect(texts.join('').replaceAll(/\s+/g, ' ').trim().startsWith(title)).toBe(true);
      }),
    );
  });

  it('walks no further than a title can be long', () => {
    const document = parsePage('<h1></h1>', 'https://arxiv.org/');
    const heading = document.querySelector('h1')!;
    for (let deep = heading, n = 0; n < 3000; n += 1) deep = deep.appendChild(document.createElement('b')) as unknown as HTMLHeadingElement;
    heading.append('x'.repeat(2_000_000));
    expect(titleText(heading)).toBe('x'.repeat(512));
  });
});
