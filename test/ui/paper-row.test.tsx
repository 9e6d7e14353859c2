// @vitest-environment happy-dom
import { render, type VNode } from 'preact';
import { expect, test, vi } from 'vitest';
import { ClosenessChip, IdentityChip } from '../../src/ui/chip.tsx';
import { PaperRow } from '../../src/ui/paper-row.tsx';

const show = (row: VNode): HTMLElement => {
  const box = document.createElement('div');
  render(row, box);
  return box;
};
const INTERACTIVE = 'a, button, input, [tabindex]';

test('a bare row holds nothing interactive, so that it may be an option', () => {
  const box = show(
    <PaperRow
      title="A Paper"
      authors={['Ada Lo']}
      year={2020}
      chip={<ClosenessChip closeness="related" />}
      terms={['image prior', 'generator']}
      abstract={{ text: 'An image prior.', marks: [[3, 14]] }}
    />,
  );
  expect(box.querySelectorAll(INTERACTIVE)).toHaveLength(0);
  expect(box.textContent).toContain('Ada Lo\u00a0·\u00a02020');
  expect(box.querySelector('.terms')?.textContent).toBe('shares image prior, generator');
  expect(box.querySelector('mark')?.textContent).toBe('image prior');
});

test('the title opens where asked', () => {
  const open = vi.fn<() => void>();
  const box = show(<PaperRow title="A Paper" onOpen={open} />);
  box.querySelector('button')?.click();
  expect(open).toHaveBeenCalledOnce();
});

test('a title with an address is a link that tells the site nothing', () => {
  const link = show(<PaperRow title="A Paper" href="https://arxiv.org/abs/2001.00001" />).querySelector('a');
  expect(link?.getAttribute('href')).toBe('https://arxiv.org/abs/2001.00001');
  expect(link?.getAttribute('rel')).toContain('noreferrer');
});

test('nothing known, nothing shown', () => {
  const box = show(<PaperRow title="A Paper" abstract={null} />);
  expect(box.querySelectorAll('.row > *')).toHaveLength(1);
});

test('an identity says how sure it is', () => {
  const paper = { key: 'arxiv:2001.00001', title: 'A Paper', authors: [] };
  expect(show(<IdentityChip identity={{ state: 'in collection', certainty: 'same title', paper }} />).textContent).toMatch(/In your collection.*same title/);
  expect(show(<IdentityChip identity={{ state: 'other paper', paper }} />).textContent).toContain('other paper');
});
