import { pathParts } from './address.ts';
import { citationOf, pageOf } from './citation.ts';
import { lettersOf } from './headings.ts';
import { isOpenReview } from './hosts.ts';
import { badgePlace } from './labels.ts';
import { abstractText, mentionOf } from './mention.ts';
import { namesShown } from './name-list.ts';
import type { Site } from './site.ts';
import { titleText } from './title-text.ts';

/**
 * One submission on OpenReview with its discussion. An application that fills itself by script.
 * Not seen on a saved page: written after the components that the site publishes (openreview-web, ForumNote).
 */
export const openreviewForum: Site = {
  name: 'OpenReview forum',

  matches(url) {
    return isOpenReview(url) && pathParts(url)[0] === 'forum' && url.searchParams.has('id') ? 'paper' : undefined;
  },

  *titles(document) {
    const title = document.querySelector('.forum-note h2.citation_title, .forum-title h2, h2.note_content_title');
    if (title !== null) yield title;
  },

  entry(element) {
    const title = titleText(element);
    if (title === '') return undefined;
    const page = pageOf(element);
    const cited = citationOf(page);
    const known = cited !== undefined && lettersOf(cited.title) === lettersOf(title) ? cited : undefined;
    const note = element.closest('.forum-note, .note') ?? page;
    const authors = namesShown(note.querySelector('.forum-authors, .note-authors, .note_contents_authors'));
    return { main: true, anchor: element, mention: mentionOf({ ...known, title, abstract: abstractIn(note) ?? known?.abstract, authors: authors.length > 0 ? authors : known?.authors }) };
  },
};

/** OpenReview's lists of submissions: a venue's tabs, a search, a person. After the same source (Note, NoteTitle). */
export const openreviewList: Site = {
  name: 'OpenReview list',

  matches(url) {
    const [section] = pathParts(url);
    return isOpenReview(url) && ['group', 'search', 'profile', 'submissions', 'venue'].includes(section ?? '') ? 'listing' : undefined;
  },

  *titles(document) {
    for (const heading of document.querySelectorAll('.note h4')) {
      const link = heading.querySelector('a[href*="/forum?"]');
      if (link !== null) yield link;
    }
  },

  entry(link) {
    const title = titleText(link);
    const note = link.closest('.note');
    if (title === '' || note === null) return undefined;
    return { main: false, anchor: badgePlace(link), mention: mentionOf({ title, abstract: abstractIn(note), authors: namesShown(note.querySelector('.note-authors')) }) };
  },

  /** Many a group, search or profile lists nothing, or nothing yet. */
  empty: (document) => document.querySelector('.note h4 a[href*="/forum?"]') === null,
};

/** The field "Abstract" among the labelled fields of a note. */
function abstractIn(note: Element): string | undefined {
  const label = [...note.querySelectorAll('.note-content-field')].find((field) => /^abstract\b/i.test(titleText(field)));
  const value = label?.parentElement?.querySelector('.note-content-value');
  return value ? abstractText([value]) : undefined;
}
