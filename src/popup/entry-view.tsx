import type { Mention } from '../paper/paper.ts';
import { IdentityChip } from '../ui/chip.tsx';
import { plain } from '../ui/marked.tsx';
import { useExplanation } from './abstract.tsx';
import { addressOf, citationOf } from './actions.ts';
import { useLate } from '../ui/answers.ts';
import { Notice } from '../ui/notice.tsx';
import { PaperPage } from './paper-page.tsx';
import { CopyButton, type ViewProps } from './paper-view.tsx';
import type { OnPage } from './popup-state.ts';

/** A title of the page that is not in the collection: what the page says of it, and what it is close to. */
export function EntryView({ mention, entry, view, say, reveal, onSave, onOpen, onToggle }: ViewProps & { readonly mention: Mention; readonly entry: OnPage; readonly onSave: () => void }) {
  const answer = useExplanation(mention, entry);
  const late = useLate(answer.state === 'waiting');
  if (answer.state === 'waiting') return late ? <p class="quiet">Comparing with your collection…</p> : null;
  if (answer.state === 'failed') {
    return (
      <Notice alone title="This title could not be compared" action={{ label: 'Try again', run: answer.again }}>
        <p>{answer.why}</p>
      </Notice>
    );
  }
  const { identity, neighbours, abstract, links } = answer.value;
  const address = addressOf(mention);
  const actions = (
    <>
      {identity?.state !== 'in collection' && (
        <button type="button" class="button" onClick={onSave}>
          Save
        </button>
      )}
      <CopyButton what="citation" text={citationOf(mention)} say={say} />
      {address && <CopyButton what="link" text={address} say={say} />}
      {reveal && (
        <button type="button" class="button" onClick={reveal}>
          Show on page
        </button>
      )}
    </>
  );
  return (
    <PaperPage
      title={mention.title}
      authors={mention.authors ?? []}
      year={mention.year}
      chip={identity && <IdentityChip identity={identity} />}
      links={links}
      actions={actions}
      abstract={abstract ?? (mention.abstract ? plain(mention.abstract) : null)}
      near={{ label: 'Nearest in your collection', none: 'No paper of yours is close to this one.', papers: neighbours }}
      view={view}
      onOpen={onOpen}
      onToggle={onToggle}
    />
  );
}
