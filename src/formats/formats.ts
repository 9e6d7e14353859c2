import { atom } from './atom/atom.ts';
import { bibtex } from './bibtex/bibtex.ts';
import { csv, tsv } from './csv/csv.ts';
import type { Format, Printer } from './format.ts';
import { csl } from './json/csl.ts';
import { json } from './json/json.ts';
import { jsonl } from './json/jsonl.ts';
import { list } from './list.ts';
import { listing } from './listing.ts';
import { markdown } from './markdown.ts';
import { recognise } from './recognise.ts';
import { ris } from './ris.ts';

/** Every format that is read, the likelier first where two fit as well. */
export const FORMATS: readonly Format[] = [bibtex, ris, csl, json, jsonl, csv, tsv, atom, listing, list];

/** Everything that records are written as; what {@link FORMATS} has too is read back without loss. */
export const PRINTERS: readonly Printer[] = [...FORMATS.flatMap(({ print, ...format }) => (print === undefined ? [] : [{ ...format, print }])), markdown];

export type Choice = { readonly format: Format } | { /** What the file is and what to do instead, for people. */ readonly reason: string };

/** How much of a file {@link chooseFormat} asks for, in UTF-16 units; less where the file is shorter. */
export const HEAD_LENGTH = 65_536;

/** The format of a file by its beginning, decoded, and its name (empty for pasted text). */
export function chooseFormat(head: string, fileName: string): Choice {
  const start = head.slice(0, HEAD_LENGTH);
  const reason = recognise(start);
  if (reason !== undefined) return { reason };
  let best: { readonly format: Format; readonly likeness: number } | undefined;
  for (const format of FORMATS) {
    const likeness = format.likeness(start, fileName);
    if (likeness > (best?.likeness ?? 0)) best = { format, likeness };
  }
  if (best !== undefined) return { format: best.format };
  return { reason: `This is in no format that is known here. Known are ${FORMATS.map(({ name }) => name).join(', ')}.` };
}

/** The format with this id, as a stored job names it. */
export function formatById(id: string): Format | undefined {
  return FORMATS.find((format) => format.id === id);
}
