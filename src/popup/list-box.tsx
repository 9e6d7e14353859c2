import { useLayoutEffect, useRef } from 'preact/hooks';
import { ClosenessChip, IdentityChip, RelationChip } from '../ui/chip.tsx';
import { Marked } from '../ui/marked.tsx';
import { PaperRow } from '../ui/paper-row.tsx';
import { ChevronSign } from '../ui/signs.tsx';
import { Abstract } from './abstract.tsx';
import type { ListPlace } from './popup-state.ts';
import type { Group, Row } from './rows.ts';

/** Ids are numbers in the page: a row's own id may hold spaces. */
export const LIST_ID = 'papers';
export const optionId = (at: number): string => `paper-${at}`;

interface ListBoxProps {
  readonly label: string;
  readonly groups: readonly Group[];
  readonly list: ListPlace;
  readonly onOpen: (row: Row) => void;
  readonly onToggle: (row: Row) => void;
  /** The text of an abstract that the reader has just had shown. */
  readonly onAbstract: (text: string) => void;
}

/** The popup's list: options (nothing interactive inside) in labelled groups. The focus stays in the search box, which names the active option. */
export function ListBox({ label, groups, list, onOpen, onToggle, onAbstract }: ListBoxProps) {
  let at = 0;
  return (
    <div id={LIST_ID} class="list" role="listbox" aria-label={label}>
      {groups.map((group) => (
        <div key={group.id} class="group" role="group" aria-labelledby={`group-${group.id}`}>
          <p id={`group-${group.id}`} class="group-label" role="presentation" dir="auto">
            {group.label}
          </p>
          {group.rows.map((row) => (
            <Option
              key={row.id}
              row={row}
              id={optionId(at++)}
              active={row.id === list.active}
              expanded={list.expanded.includes(row.id)}
              onOpen={onOpen}
              onToggle={onToggle}
              onAbstract={onAbstract}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

interface OptionProps {
  readonly row: Row;
  readonly id: string;
  readonly active: boolean;
  readonly expanded: boolean;
  readonly onOpen: (row: Row) => void;
  readonly onToggle: (row: Row) => void;
  readonly onAbstract: (text: string) => void;
}

function Option({ row, id, active, expanded, onOpen, onToggle, onAbstract }: OptionProps) {
  const box = useRef<HTMLDivElement>(null);
  const wasActive = useRef(active);
  useLayoutEffect(() => {
    // Only what the reader does brings a row into view; a list that opens with its old rows keeps its old scroll.
    if (active && !wasActive.current) box.current?.scrollIntoView({ block: 'nearest' });
    wasActive.current = active;
  }, [active]);
  const kept = useRef(expanded);
  if (!expanded) kept.current = false;
  const onText = (text: string): void => {
    if (kept.current) return;
    box.current?.scrollIntoView({ block: 'nearest' });
    if (active) onAbstract(text);
  };
  const abstractId = `${id}-abstract`;
  // The abstract stands beside the option, not in it: the option's name stays short, and the abstract can be read by itself.
  return (
    <div
      ref={box}
      class={active ? 'item item-active' : 'item'}
      role="presentation"
      onClick={() => {
        // Selecting words of an abstract is no wish to open it.
        if (getSelection()?.isCollapsed ?? true) onOpen(row);
      }}
    >
      <span
        class={expanded ? 'chevron chevron-open' : 'chevron'}
        aria-hidden="true"
        onClick={(event) => {
          event.stopPropagation();
          onToggle(row);
        }}
      >
        <ChevronSign />
      </span>
      <div id={id} role="option" aria-selected={active} aria-describedby={expanded || row.excerpt ? abstractId : undefined}>
        <PaperRow title={row.title} authors={row.authors} year={row.year} chip={(row.identity ?? row.relation ?? row.closeness) && <Chips row={row} />} terms={row.terms} />
      </div>
      {expanded ? <Abstract id={abstractId} row={row} onText={onText} /> : <Excerpt id={abstractId} row={row} />}
    </div>
  );
}

function Excerpt({ id, row }: { readonly id: string; readonly row: Row }) {
  if (!row.excerpt?.text) return null;
  return (
    <p id={id} class="abstract abstract-cut" dir="auto">
      <Marked value={row.excerpt} />
    </p>
  );
}

function Chips({ row }: { readonly row: Row }) {
  return (
    <>
      {row.identity && <IdentityChip identity={row.identity} />}
      {row.relation && <RelationChip relation={row.relation} />}
      {row.closeness && <ClosenessChip closeness={row.closeness} />}
    </>
  );
}
