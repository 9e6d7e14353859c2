import { leastCosine } from './meanings.ts';
import type { Phrase } from './reasons.ts';
import type { WordTable } from './table.ts';

/**
 * A term in more than one of 250 training texts names a field ("federated learning", "machine translation"), not a
 * question asked in it: where a collection has one paper of a field, every other of that field would be its relative.
 */
const fieldShare = 1 / 250;
/** What adds less to the score is mentioned in passing. */
const leastWorth = 0.05;

/** What is known of the terms of a pair. */
interface Known {
  readonly table: WordTable;
  /** Row in the table, or -1. */
  row(term: number): number;
  isTelling(term: number): boolean;
}

/**
 * Whether what two texts share is narrower than a field: one phrase that is rare everywhere, or others beside the first
 * that do not follow from it. "Clients" and "privacy" follow from "federated learning"; "cells" and "semi-supervised",
 * each of them wide, name a question together.
 * @param phrases those that contributed most first.
 */
export function isNarrow(phrases: readonly Phrase[], known: Known): boolean {
  const [first, ...others] = phrases;
  if (first === undefined) return false;
  if (phrases.some((phrase) => phrase.worth >= leastWorth && isRare(phrase, known))) return true;
  const lead = vectorOf(first, known);
  let beside = 0;
  for (const other of others) if (cosine(lead, vectorOf(other, known)) < leastCosine) beside += other.worth;
  return beside >= leastWorth;
}

/** A word that the table lacks is a name or of another field, and rare. */
function isRare({ named }: Phrase, known: Known): boolean {
  const most = fieldShare * known.table.documents;
  return named.some((term) => known.table.frequency(known.row(term)) <= most && known.isTelling(term));
}

function vectorOf({ named }: Phrase, known: Known): Float32Array {
  const sum = new Float32Array(known.table.dimensions);
  for (const term of named) {
    const row = known.row(term);
    if (row >= 0) known.table.addTo(sum, row, 1);
  }
  return sum;
}

function cosine(a: Float32Array, b: Float32Array): number {
  const product = dot(a, b);
  return product === 0 ? 0 : product / Math.sqrt(dot(a, a) * dot(b, b));
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += (a[k] ?? 0) * (b[k] ?? 0);
  return sum;
}
