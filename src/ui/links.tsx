import type { Link } from '../messages/views.ts';

/** The abstract page of an arXiv id. */
export const arxivPage = (id: string): string => `https://arxiv.org/abs/${id.split('/').map(encodeURIComponent).join('/')}`;

/** A paper's addresses, each in a new tab; anything but web addresses is left out. */
export function Links({ links }: { readonly links: readonly Link[] }) {
  const safe = links.filter(({ url }) => URL.canParse(url) && ['https:', 'http:'].includes(new URL(url).protocol));
  if (safe.length === 0) return null;
  return (
    <ul class="links">
      {safe.map(({ label, url }) => (
        <li key={url}>
          <a href={url} target="_blank" rel="noreferrer noopener">
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
}
