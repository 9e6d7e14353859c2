import { ask } from '../browser/messages.ts';
import type { SaveTo } from '../messages/reader-contract.ts';
import type { Mention } from '../paper/paper.ts';
import { forgetAnswers, inWords } from '../ui/answers.ts';
import type { Say } from '../ui/toast.tsx';

/** Papers that one message may carry. */
const AT_ONCE = 100;

export interface Saving {
  readonly papers: readonly Mention[];
  /** The page they stand on. */
  readonly seenAt: string | undefined;
  /** Absent: where the reader has his papers saved. */
  readonly to?: SaveTo;
}

/** Saves papers and says so, with a way to take it back; `changed` is called after either. False where nothing was saved. */
export async function save({ papers, seenAt, to }: Saving, say: Say, changed: () => void): Promise<boolean> {
  const tokens: number[] = [];
  const told = (): void => {
    forgetAnswers();
    changed();
  };
  const takeBack = async (): Promise<void> => {
    try {
      for (const token of [...tokens].reverse()) await ask('undo', { token });
      say('Taken back');
    } catch (problem) {
      say(`Not taken back: ${inWords(problem)}`);
    }
    told();
  };
  let [words, saved] = ['', 0];
  try {
    for (let from = 0; from < papers.length; from += AT_ONCE) {
      const done = await ask('save', { papers: papers.slice(from, from + AT_ONCE), ...(seenAt !== undefined && { seenAt }), ...(to && { to: saved > 0 && 'name' in to ? await named(to.name) : to }) });
      if (done.undo !== null) tokens.push(done.undo);
      saved += done.papers.length;
      words = papers.length <= AT_ONCE ? done.what : `Saved ${saved} papers`;
    }
    say(words, tokens.length > 0 ? { label: 'Undo', run: () => void takeBack() } : undefined);
    return true;
  } catch (problem) {
    say(`Not saved: ${inWords(problem)}`);
    return saved > 0;
  } finally {
    told();
  }
}

/** A collection that the first message has made is there for the next. */
async function named(name: string): Promise<SaveTo> {
  const made = (await ask('collections', null)).find((collection) => collection.name === name);
  return made ? { collection: made.id } : { name };
}
