import type { Ref } from 'preact';
import { CrossSign, SearchSign } from '../ui/signs.tsx';
import { LIST_ID } from './list-box.tsx';

interface SearchBoxProps {
  readonly box: Ref<HTMLInputElement>;
  readonly query: string;
  /** Id of the option the arrow keys stand on. */
  readonly active: string | undefined;
  readonly hasRows: boolean;
  readonly onType: (query: string) => void;
}

/** The combobox that rules the list below it. */
export function SearchBox({ box, query, active, hasRows, onType }: SearchBoxProps) {
  return (
    <div class={active ? 'search search-list' : 'search'}>
      <SearchSign />
      <input
        ref={box}
        class="search-input"
        type="text"
        role="combobox"
        aria-label="Search your collection"
        aria-autocomplete="list"
        aria-expanded={hasRows}
        aria-controls={LIST_ID}
        aria-activedescendant={active}
        placeholder="Search your collection"
        dir="auto"
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        enterkeyhint="go"
        value={query}
        onInput={(event) => onType(event.currentTarget.value)}
        onPaste={(event) => pasteOnOneLine(event, onType)}
      />
      {query !== '' && (
        <button type="button" class="search-clear" aria-label="Clear the search" onClick={() => onType('')}>
          <CrossSign />
        </button>
      )}
    </div>
  );
}

/** A title copied from a page or a PDF has line breaks; a one-line field would glue the words together. */
function pasteOnOneLine(event: ClipboardEvent, onType: (query: string) => void): void {
  const text = event.clipboardData?.getData('text/plain') ?? '';
  const input = event.currentTarget;
  if (!(input instanceof HTMLInputElement) || !/[\r\n\t\u2028\u2029]/.test(text)) return;
  event.preventDefault();
  input.setRangeText(text.replaceAll(/\s+/g, ' ').trim(), input.selectionStart ?? 0, input.selectionEnd ?? 0, 'end');
  onType(input.value);
}
