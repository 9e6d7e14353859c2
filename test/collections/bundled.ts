import { readFileSync } from 'node:fs';
import { compileCollection } from '../../src/collections/compile.ts';
import type { Paper } from '../../src/paper/paper.ts';

const source = (name: string): string => readFileSync(new URL(`../../src/collections/${name}`, import.meta.url), 'utf8');

export const bundledListing = (): string => source('papers.txt');
export const bundledIdentities = (): string => source('identities.tsv');

/** The collection that ships, compiled. */
export const bundledPapers = (): Paper[] => compileCollection(bundledListing(), bundledIdentities());
