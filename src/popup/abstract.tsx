import { useLayoutEffect } from 'preact/hooks';
import { ask } from '../browser/messages.ts';
import type { Mention } from '../paper/paper.ts';
import type { Explanation } from '../messages/views.ts';
import { Marked } from '../ui/marked.tsx';
import { type Answer, useAnswer, useLate } from '../ui/answers.ts';
import type { OnPage } from './popup-state.ts';
import type { Row } from './rows.ts';

/** Why a title of a page is marked as it is; asked once while the popup is open. */
export function useExplanation(mention: Mention | null, entry: OnPage | undefined): Answer<Explanation> & { readonly again: () => void } {
  const question = mention && entry ? `explain ${entry.index} ${entry.page} ${mention.title}` : null;
  return useAnswer(question, () => ask('explain', { mention: mention ?? { title: '' } }));
}

/** The whole abstract under an expanded row. */
export function Abstract({ id, row, onText }: { readonly id: string; readonly row: Row; readonly onText: (text: string) => void }) {
  const { target } = row;
  const mention = row.abstract ? null : row.mention;
  const answer = useExplanation(mention, 'entry' in target ? target.entry : undefined);
  const late = useLate(mention !== null && answer.state === 'waiting');
  const abstract = row.abstract ?? (answer.state === 'here' ? answer.value.abstract : null);
  const text = abstract?.text;
  useLayoutEffect(() => {
    if (text) onText(text);
  }, [text]);
  return (
    <div id={id}>
      {abstract?.text ? (
        <p class="abstract" dir="auto">
          <Marked value={abstract} />
        </p>
      ) : (
        <p class="quiet">{answer.state === 'failed' ? `The abstract could not be read: ${answer.why}` : answer.state === 'here' || row.abstract ? NO_ABSTRACT : late && 'Reading the abstract…'}</p>
      )}
    </div>
  );
}

const NO_ABSTRACT = 'No abstract is known here; only the title was compared.';
