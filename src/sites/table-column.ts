import { titleText } from './title-text.ts';

/** What the header says of the column that an element stands in; undefined outside of tables and where no header says it. */
export function columnOf(element: Element): string | undefined {
  const cell = element.closest('td');
  const row = cell?.closest('tr');
  const header = cell?.closest('table')?.querySelector('th')?.closest('tr');
  if (cell === null || !row || !header) return undefined;
  const start = startsOf(row).get(cell);
  for (const [heading, from] of startsOf(header)) if (from === start) return titleText(heading);
  return undefined;
}

/** Where each cell of a row starts, in columns. */
function startsOf(row: Element): Map<Element, number> {
  const starts = new Map<Element, number>();
  let column = 0;
  for (const cell of row.querySelectorAll('td, th')) {
    starts.set(cell, column);
    column += Math.max(1, Number(cell.getAttribute('colspan') ?? 1) || 1);
  }
  return starts;
}
