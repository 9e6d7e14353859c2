import type { ComponentChildren } from 'preact';
import type { SearchReply } from '../messages/views.ts';
import { count } from '../ui/words.ts';
import { useLate } from '../ui/answers.ts';
import { Notice } from '../ui/notice.tsx';
import type { Search } from './search.ts';

interface SearchWordsProps {
  readonly query: string;
  readonly search: Search;
  /** The list, where there is one. */
  readonly children: ComponentChildren;
}

/** How a search went, in words, around its list. */
export function SearchWords({ query, search, children }: SearchWordsProps) {
  const { reply, fresh, failed, again } = search;
  const done = fresh && reply?.complete;
  const late = useLate(!done && failed === null);
  return (
    <>
      <div class="place-head">
        <h1 class="sr-only">Search</h1>
        <p class="place-words" role="status">
          {late ? 'Searching…' : done && found(reply)}
        </p>
      </div>
      {failed && (
        <Notice title="The search did not work" action={{ label: 'Try again', run: again }}>
          <p>{failed}</p>
        </Notice>
      )}
      {done && reply.hits.length === 0 && <NothingFound query={query} />}
      {children}
    </>
  );
}

function found({ named, total, hits }: SearchReply): string {
  if (named) return `This paper is in your collection (${named})`;
  if (total === 0) return 'No papers';
  return hits.length < total ? `${count(total, 'paper')}, the best ${hits.length} shown` : count(total, 'paper');
}

function NothingFound({ query }: { readonly query: string }) {
  return (
    <Notice title="No paper of yours matches">
      <p>
        Nothing in your collection has <q dir="auto">{query.length > 80 ? `${query.slice(0, 80)}…` : query}</q> in its title, abstract, authors, year or arXiv id.
      </p>
      <SearchSyntax />
    </Notice>
  );
}

/** What can be typed besides words. */
export function SearchSyntax() {
  return (
    <dl class="syntax">
      <div>
        <dt>
          <code>author:bengio</code>
        </dt>
        <dd>papers by an author</dd>
      </div>
      <div>
        <dt>
          <code>year:2017</code> or <code>year:2015-2018</code>
        </dt>
        <dd>papers of a year, or of several</dd>
      </div>
      <div>
        <dt>
          <code>"image prior"</code>
        </dt>
        <dd>these words, in this order</dd>
      </div>
      <div>
        <dt>
          <code>arxiv.org/abs/1711.10925</code>
        </dt>
        <dd>an address, an id or a whole title: is it yours?</dd>
      </div>
    </dl>
  );
}
