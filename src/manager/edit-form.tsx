import { useState } from 'preact/hooks';
import type { Edit, PaperDetail } from '../messages/reader-contract.ts';
import { useLive } from './live.ts';
import { reader } from './reader.ts';

interface Written {
  readonly title: string;
  readonly authors: string;
  readonly year: string;
  readonly venue: string;
  readonly arxivId: string;
  readonly doi: string;
  readonly url: string;
  readonly abstract: string;
}

const LABELS: Readonly<Record<keyof Written, string>> = { title: 'Title', authors: 'Authors, one a line', year: 'Year', venue: 'Journal or conference', arxivId: 'arXiv id', doi: 'DOI', url: 'Address', abstract: 'Abstract' };
const LONG: ReadonlySet<string> = new Set(['title', 'authors', 'abstract']);

export const toWritten = ({ title, authors, year, venue = '', arxivId = '', doi = '', url = '', abstract }: PaperDetail): Written => ({
  title,
  authors: authors.join('\n'),
  year: year === undefined ? '' : String(year),
  venue,
  arxivId,
  doi,
  url,
  abstract,
});

/** The fields that were changed, as the worker takes them; an emptied one is null. Undefined where the year is none. */
export function editOf(before: Written, after: Written): Edit | undefined {
  const edit: Record<string, unknown> = {};
  for (const field of Object.keys(before) as (keyof Written)[]) {
    const text = after[field].trim();
    if (text === before[field].trim()) continue;
    if (text === '') edit[field] = null;
    else if (field === 'authors') edit[field] = text.split('\n').map((name) => name.trim()).filter((name) => name !== '');
    else if (field !== 'year') edit[field] = text;
    else if (/^[1-9]\d{3}$/.test(text)) edit[field] = Number(text);
    else return undefined;
  }
  return edit;
}

/** The fields of a paper for the reader to write. What he writes is his: nothing found later overwrites it. */
export function EditForm({ paper, onDone }: { readonly paper: PaperDetail; readonly onDone: () => void }) {
  const { act, say } = useLive();
  const [before] = useState(() => toWritten(paper));
  const [now, setNow] = useState(before);
  const save = async (): Promise<void> => {
    if (now.title.trim() === '') return say('A paper needs a title');
    const fields = editOf(before, now);
    if (!fields) return say('The year is four digits, like 2017');
    if (Object.keys(fields).length === 0 || (await act(() => reader('edit', { id: paper.id, fields })))) onDone();
  };
  return (
    <form
      class="edit"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => event.key === 'Escape' && onDone()}
    >
      {(Object.keys(LABELS) as (keyof Written)[]).map((field) => (
        <label key={field} class="field">
          {LABELS[field]}
          {LONG.has(field) ? (
            <textarea rows={field === 'abstract' ? 10 : 3} dir="auto" value={now[field]} onInput={(event) => setNow({ ...now, [field]: event.currentTarget.value })} />
          ) : (
            <input dir="auto" value={now[field]} onInput={(event) => setNow({ ...now, [field]: event.currentTarget.value })} />
          )}
        </label>
      ))}
      <div class="deeds">
        <button type="submit" class="button button-strong">
          Save
        </button>
        <button type="button" class="button" onClick={onDone}>
          Cancel
        </button>
      </div>
    </form>
  );
}
