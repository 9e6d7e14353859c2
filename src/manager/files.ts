import { takeSource } from '../browser/sources.ts';
import type { FileReady, Which } from '../messages/reader-contract.ts';
import { inWords } from '../ui/answers.ts';
import type { Say } from '../ui/toast.tsx';
import { count } from '../ui/words.ts';
import { reader } from './reader.ts';

/** Milliseconds after which a downloaded file's address is given back to the browser. */
const KEPT = 60_000;

/** Asks for a file and hands it to the reader as a download. */
export async function download(make: () => Promise<FileReady>, say: Say): Promise<void> {
  try {
    const { source, papers } = await make();
    const found = await takeSource(source);
    if (!found) throw new Error('the file is no longer there; try again');
    const url = URL.createObjectURL(found.file);
    const link = document.createElement('a');
    link.href = url;
    link.download = found.name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), KEPT);
    say(`Wrote ${found.name}${papers > 0 ? ` with ${count(papers, 'paper')}` : ''}`);
  } catch (problem) {
    say(`No file was written: ${inWords(problem)}`);
  }
}

/** Puts papers on the clipboard in a format of the export. */
export async function copyText(which: Which, format: string, say: Say): Promise<void> {
  try {
    await navigator.clipboard.writeText(await reader('exportText', { which, format }));
    say(format === 'bibtex' ? 'Copied the BibTeX' : 'Copied the list');
  } catch (problem) {
    say(`Not copied: ${inWords(problem)}`);
  }
}
