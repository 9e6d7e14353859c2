import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';

/**
 * Every regular expression of the rooms that read foreign text, on 100,000 characters made to be hard for it: pieces of
 * what it looks for, over and over, and then something that it does not. At most 50 ms of processor time each.
 */
const ROOMS = ['formats'];
const LENGTH = 100_000;
const MOST = 50;
const src = fileURLToPath(new URL('../../src/', import.meta.url));

interface Node {
  readonly type?: string;
  readonly regex?: { readonly pattern: string; readonly flags: string };
  readonly [key: string]: unknown;
}

let count = 0;
let slow = 0;
for (const room of ROOMS) {
  for (const file of readdirSync(src + room, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))) {
    for (const { pattern, flags } of regexesOf(parseSync(file, readFileSync(`${src}${room}/${file}`, 'utf8')).program)) {
      count++;
      const worst = Math.max(...attacks(pattern).map((text) => timeOf(new RegExp(pattern, flags), text)));
      if (worst <= MOST) continue;
      slow++;
      console.log(`  ✗ ${worst.toFixed(0)} ms  ${room}/${file}  /${pattern.slice(0, 100)}/${flags}`);
    }
  }
}
console.log(`  ${slow === 0 ? '✓' : '✗'} ${count} regular expressions of src/${ROOMS.join(' and src/')} on ${LENGTH} characters each, ${slow} over ${MOST} ms`);

function* regexesOf(node: unknown): Generator<{ pattern: string; flags: string }, void> {
  if (Array.isArray(node)) for (const child of node) yield* regexesOf(child);
  else if (typeof node === 'object' && node !== null) {
    const { regex, ...rest } = node as Node;
    if (regex !== undefined) yield regex;
    for (const child of Object.values(rest)) yield* regexesOf(child);
  }
}

/** Texts of what the pattern names, and of what patterns mostly trip over. */
function attacks(pattern: string): string[] {
  const literals = pattern.replace(/\\[pP]\{[^}]*\}|\\[a-zA-Z]|[[\](){}?*+|^$]/g, ' ').split(/\s+/).filter((piece) => piece !== '').slice(0, 12);
  const pieces = [...literals, ...literals.map((piece) => `${piece} `), ' ', '\n', '\t', 'a', 'A', '0', '-', '/', '.', ',', '<', '{', '$', '\\', '"', "'", '[', '(', '&', '=', 'a ', 'a,', '\n ', 'a-', '[a', '(a', '<a ', 'http://', '10.1000/', 'é', '\u00A0'];
  return pieces.flatMap((piece) => [`${piece.repeat(Math.ceil(LENGTH / piece.length))}\u0000`, `a${piece.repeat(Math.ceil(LENGTH / piece.length))}b`]);
}

function timeOf(regex: RegExp, text: string): number {
  const start = process.cpuUsage();
  if (regex.global) for (const _ of text.matchAll(regex)) continue;
  else regex.exec(text);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
}
