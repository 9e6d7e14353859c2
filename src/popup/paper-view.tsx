import { ask } from '../browser/messages.ts';
import { MineChip } from '../ui/chip.tsx';
import { plain } from '../ui/marked.tsx';
import { CopySign } from '../ui/signs.tsx';
import { copy } from './actions.ts';
import { useAnswer, useLate } from '../ui/answers.ts';
import { Notice } from '../ui/notice.tsx';
import { PaperPage } from './paper-page.tsx';
import type { View } from './popup-state.ts';
import type { Say } from '../ui/toast.tsx';

export interface ViewProps {
  readonly view: View;
  readonly say: Say;
  /** Shows the title on its page; undefined where the paper was not opened from the page now shown. */
  readonly reveal: (() => void) | undefined;
  readonly onOpen: (key: string) => void;
  readonly onToggle: (key: string) => void;
}

/** A paper of the collection. */
export function PaperView({ paperKey, view, say, reveal, onOpen, onToggle }: ViewProps & { readonly paperKey: string }) {
  const answer = useAnswer(`paper ${paperKey}`, () => ask('paper', { key: paperKey }));
  const late = useLate(answer.state === 'waiting');
  if (answer.state === 'waiting') return late ? <p class="quiet">Opening the paper…</p> : null;
  if (answer.state === 'failed') {
    return (
      <Notice alone title="This paper could not be opened" action={{ label: 'Try again', run: answer.again }}>
        <p>{answer.why}</p>
      </Notice>
    );
  }
  const { paper, abstract, links, citation, similar } = answer.value;
  const actions = (
    <>
      <CopyButton what="BibTeX" text={citation.bibtex} say={say} />
      <CopyButton what="citation" text={citation.text} say={say} />
      <CopyButton what="link" text={citation.link} say={say} />
      {reveal && (
        <button type="button" class="button" onClick={reveal}>
          Show on page
        </button>
      )}
    </>
  );
  return (
    <PaperPage
      key={paper.key}
      title={paper.title}
      authors={paper.authors}
      year={paper.year}
      chip={<MineChip certainty={view.kind === 'paper' ? view.certainty : undefined} />}
      links={links}
      actions={actions}
      abstract={plain(abstract)}
      near={{ label: 'Similar abstracts', none: 'No paper of yours is close to this one.', papers: similar }}
      view={view}
      onOpen={onOpen}
      onToggle={onToggle}
    />
  );
}

export function CopyButton({ what, text, say }: { readonly what: string; readonly text: string; readonly say: Say }) {
  return (
    <button type="button" class="button" onClick={() => void copy(text, what, say)}>
      <CopySign /> Copy {what}
    </button>
  );
}
