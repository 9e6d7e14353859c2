import type { Coverage } from '../ui/coverage.ts';
import { RelationChip } from '../ui/chip.tsx';
import { closestWords, coverageWords } from '../ui/coverage.ts';
import { PaperRow } from '../ui/paper-row.tsx';
import { Deed, Save } from './actions.tsx';
import type { Markable } from './badges.ts';
import type { Body } from './card.tsx';
import type { Mark } from './mark.ts';
import type { Row } from './rows.ts';
import type { Subject } from './subject.ts';

/** The line beside a bibliography's heading. It says what it said when it was made: news makes another. */
export class Summary implements Markable {
  readonly title: Element;
  readonly coverage: Coverage<Row>;
  readonly identity = null;
  readonly relation = null;
  here = true;

  constructor(heading: Element, coverage: Coverage<Row>) {
    this.title = heading;
    this.coverage = coverage;
  }

  get anchor(): Element {
    return this.title;
  }

  get mark(): Mark {
    const others = closestWords(this.coverage);
    const text = `${coverageWords(this.coverage)}${others === '' ? '' : `; ${others} …`}`;
    return { kind: 'summary', text, name: text };
  }

  /** Whether another would say the same. */
  saysAs(other: Summary): boolean {
    const { closest } = other.coverage;
    return this.title === other.title && this.mark.text === other.mark.text && this.coverage.closest.every((row, i) => row === closest[i]);
  }
}

/** What the line unfolds to: the closest references that the reader does not have. */
export const closest =
  ({ coverage }: Summary, subject: (row: Row) => Subject, show: (row: Row) => void): Body =>
  () => (
    <>
      <p class="note">
        {coverageWords(coverage)}
        {coverage.closest.length > 0 ? `; ${closestWords(coverage)}:` : '.'}
      </p>
      <ol class="papers">
        {coverage.closest.map((row) => (
          <li key={row.index}>
            <Reference row={row} save={subject(row).save} show={show} />
          </li>
        ))}
      </ol>
    </>
  );

function Reference({ row, save, show }: { readonly row: Row; readonly show: (row: Row) => void } & Pick<Subject, 'save'>) {
  const { relation, known, mention } = row;
  const { title, authors, year } = known ?? mention;
  return (
    <PaperRow title={title} authors={authors} year={year} chip={relation && <RelationChip relation={relation} />} terms={relation?.terms}>
      <Save save={save} about={title} />
      <p class="deeds">
        <Deed label="Show in the list" about={title} run={() => show(row)} />
      </p>
    </PaperRow>
  );
}
