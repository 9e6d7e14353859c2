import { useState } from 'preact/hooks';
import type { Edit, Id, PaperDetail } from '../messages/reader-contract.ts';
import { Dialog } from './dialog.tsx';
import { useAsked, useLive } from './live.ts';
import { reader } from './reader.ts';

const FIELDS = ['title', 'authors', 'year', 'venue', 'arxivId', 'doi', 'url', 'abstract'] as const;
type MergeField = (typeof FIELDS)[number];
const NAMES: Readonly<Record<MergeField, string>> = { title: 'Title', authors: 'Authors', year: 'Year', venue: 'Venue', arxivId: 'arXiv id', doi: 'DOI', url: 'Address', abstract: 'Abstract' };

const written = (paper: PaperDetail, field: MergeField): string => {
  const value = paper[field];
  return Array.isArray(value) ? value.join('; ') : String(value ?? '');
};

/** Papers side by side and what becomes of them; each differing field is chosen by a click. */
export function MergeDialog({ ids, onClose }: { readonly ids: readonly Id[]; readonly onClose: () => void }) {
  const { act } = useLive();
  const { value, failed } = useAsked(`merge ${ids.join()}`, async () => {
    const [papers, merged] = await Promise.all([Promise.all(ids.map((id) => reader('detail', { id }))), reader('mergePreview', { ids })]);
    return { papers, merged };
  });
  const [chosen, setChosen] = useState<Partial<Record<MergeField, number>>>({});
  const merge = async (): Promise<void> => {
    const fields = Object.fromEntries(Object.entries(chosen).map(([field, from]) => [field, value?.papers[from]?.[field as MergeField] ?? null])) as Edit;
    if (await act(() => reader('merge', { ids, fields }))) onClose();
  };
  return (
    <Dialog title={`Merge ${ids.length} papers into one`} onClose={onClose}>
      <div class="dialog-body">
        {failed && <p role="alert">{failed}</p>}
        {value && (
          <>
            <p>Tags, notes and collections of all are kept. Where the papers differ, choose what the one paper says.</p>
            <div class="merge">
              {FIELDS.filter((field) => new Set(value.papers.map((paper) => written(paper, field))).size > 1).map((field) => (
                <fieldset key={field} class="choices">
                  <legend>{NAMES[field]}</legend>
                  {value.papers.map((paper, from) => {
                    const text = written(paper, field);
                    const isChosen = chosen[field] === undefined ? text === written(value.merged, field) && value.papers.findIndex((other) => written(other, field) === text) === from : chosen[field] === from;
                    return (
                      <label key={paper.id}>
                        <input type="radio" name={field} checked={isChosen} onChange={() => setChosen({ ...chosen, [field]: from })} /> <span dir="auto">{text.slice(0, 400) || '(empty)'}</span>
                      </label>
                    );
                  })}
                </fieldset>
              ))}
            </div>
            <button type="button" class="button button-strong" onClick={() => void merge()}>
              Merge
            </button>
          </>
        )}
      </div>
    </Dialog>
  );
}
