import { useState } from 'preact/hooks';
import type { Which } from '../messages/reader-contract.ts';
import { Dialog } from './dialog.tsx';
import { download } from './files.ts';
import { useAsked, useLive } from './live.ts';
import { reader } from './reader.ts';

/** Writes papers to a file in a format of the reader's choice. */
export function ExportDialog({ which, onClose }: { readonly which: Which; readonly onClose: () => void }) {
  const { say } = useLive();
  const formats = (useAsked('formats', () => reader('formats', null)).value ?? []).filter(({ canPrint }) => canPrint);
  const [format, setFormat] = useState('bibtex');
  const [isBusy, setBusy] = useState(false);
  const go = async (): Promise<void> => {
    setBusy(true);
    await download(() => reader('exportFile', { which, format }), say);
    onClose();
  };
  return (
    <Dialog title={'ids' in which ? 'Export the chosen papers' : 'Export these papers'} onClose={onClose}>
      <form
        class="dialog-body"
        onSubmit={(event) => {
          event.preventDefault();
          void go();
        }}
      >
        <fieldset class="choices">
          <legend>Format</legend>
          {formats.map(({ id, name, extensions }) => (
            <label key={id}>
              <input type="radio" name="format" checked={format === id} onChange={() => setFormat(id)} /> {name} <span class="quiet">.{extensions[0]}</span>
            </label>
          ))}
        </fieldset>
        <p class="quiet">JSON Lines keeps everything that Paperkin knows of a paper; the others what the format can say.</p>
        <button type="submit" class="button button-strong" disabled={isBusy}>
          {isBusy ? 'Writing…' : 'Save the file'}
        </button>
      </form>
    </Dialog>
  );
}
