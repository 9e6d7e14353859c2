import type { ComponentChildren } from 'preact';
import type { MarkedText } from '../paper/paper.ts';
import { Marked, plain } from './marked.tsx';
import { Terms } from './terms.tsx';
import { source } from './words.ts';

export interface PaperRowProps {
  readonly title: string | MarkedText;
  readonly authors?: readonly string[] | undefined;
  readonly year?: number | undefined;
  /** A chip, or whatever says how the paper stands to the reader's collection. */
  readonly chip?: ComponentChildren;
  readonly terms?: readonly string[] | undefined;
  readonly abstract?: MarkedText | null | undefined;
  /** Show the whole abstract instead of its first lines. */
  readonly whole?: boolean | undefined;
  /** Makes the title a link to this https address, in a new tab. */
  readonly href?: string | undefined;
  /** Makes the title a button. */
  readonly onOpen?: (() => void) | undefined;
  /** Further actions below; only where the row is not itself an option of a list box. */
  readonly children?: ComponentChildren;
}

/** One paper in a list. Without `href`, `onOpen` and `children` it holds nothing interactive. */
export function PaperRow(props: PaperRowProps) {
  const { authors = [], year, chip, terms = [], abstract, whole = false, children } = props;
  const line = source({ authors, ...(year === undefined ? {} : { year }) });
  return (
    <div class="row">
      <Title {...props} />
      {(chip || line) && (
        <p class="row-line">
          {chip}
          {line && (
            <span class="row-source" dir="auto">
              {line}
            </span>
          )}
        </p>
      )}
      <Terms terms={terms} />
      {abstract?.text && (
        <p class={whole ? 'abstract' : 'abstract abstract-cut'} dir="auto">
          <Marked value={abstract} />
        </p>
      )}
      {children}
    </div>
  );
}

function Title({ title, href, onOpen }: PaperRowProps) {
  const text = <Marked value={typeof title === 'string' ? plain(title) : title} />;
  if (href !== undefined) {
    return (
      <a class="row-title" dir="auto" href={href} target="_blank" rel="noreferrer noopener">
        {text}
      </a>
    );
  }
  if (onOpen) {
    return (
      <button type="button" class="row-title row-button" dir="auto" onClick={onOpen}>
        {text}
      </button>
    );
  }
  return (
    <p class="row-title" dir="auto">
      {text}
    </p>
  );
}
