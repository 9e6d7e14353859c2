/** Stands in for src/paper/{arxiv-id,arxiv-url,doi,cut-text}.ts until they land. */
export function parseArxivId(text: string): { id: string } | undefined {
  const bare = text.trim().replace(/^arxiv:\s*/i, '').replace(/\.pdf$/i, '').toLowerCase();
  const [, modern] = /^(\d{4}\.\d{4,5})(?:v\d{1,3})?$/.exec(bare) ?? [];
  const [, archive, number] = /^([a-z]+(?:-[a-z]+)?)(?:\.[a-z-]+)?\/(\d{7})(?:v\d{1,3})?$/.exec(bare) ?? [];
  if (modern !== undefined) return { id: modern };
  return archive === undefined || number === undefined ? undefined : { id: `${archive}/${number}` };
}
export function arxivIdFromUrl(address: string | URL): { id: string } | undefined {
  const [, rest] = /(?:arxiv\.org|ar5iv\.org|alphaxiv\.org)\/(?:abs|pdf|html|overview)\/([^?#]+)/.exec(String(address)) ?? [];
  return rest === undefined ? undefined : parseArxivId(rest);
}
export function parseDoi(text: string): string | undefined {
  return /10\.\d{4,9}\/\S+/.exec(text)?.[0].toLowerCase();
}
export function cutText(text: string, max: number): string {
  return text.length <= max ? text : Array.from(text).slice(0, max).join('');
}
