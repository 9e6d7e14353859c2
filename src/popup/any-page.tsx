import { useEffect, useState } from 'preact/hooks';
import { askAnywhere } from '../browser/anywhere.ts';
import { ask } from '../browser/messages.ts';
import { activeTab } from '../browser/tabs.ts';
import type { MarkedPage, PaperFound } from '../messages/anywhere-contract.ts';
import { inWords } from '../ui/answers.ts';
import { IdentityChip } from '../ui/chip.tsx';
import { PaperRow } from '../ui/paper-row.tsx';
import { count } from '../ui/words.ts';

type Marking = { readonly state: 'not yet' } | { readonly state: 'under way' } | { readonly state: 'failed'; readonly why: string } | { readonly state: 'done'; readonly page: MarkedPage };

/** Marks the papers of the collection in the text of whatever page the tab shows, and lists them. */
export function AnyPage({ onOpen }: { readonly onOpen: (found: PaperFound) => void }) {
  const [marking, setMarking] = useState<Marking>({ state: 'not yet' });
  useEffect(() => {
    let wanted = true;
    // A page that was marked before still knows.
    const recall = async (): Promise<void> => {
      const tab = await activeTab();
      const page = tab && (await askAnywhere(tab.id, 'kept', null).catch(() => null));
      if (page && wanted) setMarking({ state: 'done', page });
    };
    void recall();
    return () => {
      wanted = false;
    };
  }, []);
  const mark = async (): Promise<void> => {
    setMarking({ state: 'under way' });
    try {
      const tab = await activeTab();
      if (!tab) throw new Error('there is no page');
      setMarking({ state: 'done', page: await ask('markPage', { tab: tab.id }) });
    } catch (problem) {
      setMarking({ state: 'failed', why: inWords(problem) });
    }
  };
  return (
    <section class="any-page" aria-label="In the text of this page">
      {marking.state === 'done' && <Found page={marking.page} onOpen={onOpen} />}
      {marking.state === 'failed' && (
        <p class="quiet" role="status">
          The browser does not let extensions read this page ({marking.why}).
        </p>
      )}
      <button type="button" class="button" disabled={marking.state === 'under way'} onClick={() => void mark()}>
        {marking.state === 'under way' ? 'Reading the page…' : marking.state === 'done' ? 'Mark this page again' : 'Mark this page'}
      </button>
      {marking.state === 'not yet' && <p class="quiet">Looks for your papers anywhere in its text, this once. Nothing is changed on the page, and nothing leaves your device.</p>}
    </section>
  );
}

function Found({ page: { found, isText, isCut, isHighlighted }, onOpen }: { readonly page: MarkedPage; readonly onOpen: (found: PaperFound) => void }) {
  const places = found.reduce((sum, { places }) => sum + places.length, 0);
  const words = !isText
    ? 'This page has no text to mark; a PDF shows its own.'
    : found.length === 0
      ? 'No paper of your collection is named in the text of this page.'
      : `${count(found.length, 'paper')} of your collection, in ${count(places, 'place')}${isHighlighted ? '' : '. This browser cannot highlight them'}`;
  return (
    <>
      <p class="place-words" role="status">
        {words}
        {isCut && '. The page is very long: only its beginning was read.'}
      </p>
      <ul class="any-found">
        {found.map((paper) => (
          <li key={paper.identity.paper.key}>
            <PaperRow title={paper.identity.paper.title} authors={paper.identity.paper.authors} year={paper.identity.paper.year} chip={<IdentityChip identity={paper.identity} />} onOpen={() => onOpen(paper)}>
              <p class="any-places">
                {paper.places.slice(0, 9).map((place, at) => (
                  <button key={place} type="button" class="button button-quiet" aria-label={`Show place ${at + 1} of ${paper.identity.paper.title} on the page`} onClick={() => void show(place)}>
                    {paper.places.length === 1 ? 'Show on page' : at + 1}
                  </button>
                ))}
              </p>
            </PaperRow>
          </li>
        ))}
      </ul>
    </>
  );
}

async function show(place: number): Promise<void> {
  const tab = await activeTab();
  if (tab) await askAnywhere(tab.id, 'go', { place }).catch(() => false);
}
