import type { SnapshotView } from '../messages/reader-contract.ts';
import { inWords } from '../ui/answers.ts';
import { count } from '../ui/words.ts';
import { Dialog } from './dialog.tsx';
import { useAsked, useLive } from './live.ts';
import { reader } from './reader.ts';

/** What bringing a snapshot back would change, and the button that does it. */
export function RestoreDialog({ snapshot, onClose }: { readonly snapshot: SnapshotView; readonly onClose: () => void }) {
  const { say, refresh } = useLive();
  const { value, failed } = useAsked(`restore ${snapshot.id}`, () => reader('restorePreview', { snapshot: snapshot.id }));
  const restore = async (): Promise<void> => {
    try {
      await reader('restoreSnapshot', { snapshot: snapshot.id });
      say(`The library is as it was on ${new Date(snapshot.when).toLocaleString()}; what it was before is the newest snapshot`);
    } catch (problem) {
      say(inWords(problem));
    }
    refresh();
    onClose();
  };
  const parts = value && ([['Comes back', value.back, value.examples.back], ['Goes', value.gone, value.examples.gone], ['Becomes as it was', value.changed, value.examples.changed]] as const);
  const isSame = value !== null && value.back + value.gone + value.changed === 0;
  return (
    <Dialog title={`Restore the library of ${new Date(snapshot.when).toLocaleString()}`} onClose={onClose}>
      <div class="dialog-body">
        {failed && <p role="alert">{failed}</p>}
        {!value && !failed && <p class="quiet">Comparing…</p>}
        {isSame && <p>Its papers are just what you have now.</p>}
        {parts?.map(
          ([name, n, titles]) =>
            n > 0 && (
              <section key={name}>
                <h3>
                  {name}: {count(n, 'paper')}
                </h3>
                <ul class="examples">
                  {titles.map((title, at) => (
                    <li key={at} dir="auto">
                      {title}
                    </li>
                  ))}
                </ul>
              </section>
            ),
        )}
        {value && (
          <div class="deeds">
            <button type="button" class="button button-strong" onClick={() => void restore()}>
              Restore
            </button>
            <button type="button" class="button" onClick={onClose}>
              Not now
            </button>
          </div>
        )}
      </div>
    </Dialog>
  );
}
