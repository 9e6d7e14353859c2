import { PaperRow } from '../ui/paper-row.tsx';
import type { Body } from './card.tsx';
import { WhyMarked } from './explanation.tsx';
import type { Row } from './rows.ts';
import type { Subject } from './subject.ts';

/** The card of a citation: the reference it leads to, then why that is marked. */
export const cited =
  (row: Row, { known, explain, save }: Subject): Body =>
  (onChange) => {
    const standing = known();
    const { title, authors, year } = row.known ?? row.mention;
    return (
      <>
        {standing.identity?.state !== 'in collection' && <PaperRow title={title} authors={authors} year={year} />}
        <WhyMarked known={standing} explain={explain} save={save} onChange={onChange} withLinks />
      </>
    );
  };
