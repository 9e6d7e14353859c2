import { parseArgs } from 'node:util';
import { InputError, reason } from './jsonl.ts';

/** Says how a command went on its error stream; its output stream is for results. */
export function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** `12.3 s` since a moment of `performance.now()`. */
export function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

/** What a command was given: options needed, optional, and those that may be repeated. */
export type Given<Needed extends string, Optional extends string, Repeated extends string> = Record<Needed, string> &
  Partial<Record<Optional, string>> &
  Record<Repeated, string[]>;

/**
 * Options of the command line that take a value each.
 * @throws InputError for what is missing or not known.
 */
export function readArguments<Needed extends string, Optional extends string, Repeated extends string = never>(
  needed: readonly Needed[],
  optional: readonly Optional[],
  repeated: readonly Repeated[] = [],
): Given<Needed, Optional, Repeated> {
  const values = parse([...needed, ...optional], repeated);
  for (const name of needed) if (typeof values[name] !== 'string' || values[name] === '') throw new InputError(`--${name} is missing`);
  for (const name of repeated) values[name] ??= [];
  return values as Given<Needed, Optional, Repeated>;
}

function parse(single: readonly string[], repeated: readonly string[]): Record<string, unknown> {
  const options = Object.fromEntries([
    ...single.map((name) => [name, { type: 'string', multiple: false }] as const),
    ...repeated.map((name) => [name, { type: 'string', multiple: true }] as const),
  ]);
  try {
    return { ...parseArgs({ options, strict: true, allowPositionals: false }).values };
  } catch (error) {
    throw new InputError(reason(error), { cause: error });
  }
}

/** Runs a command: a fault in what it was given ends it with a line and the usage, any other with its stack. */
export async function runCommand(name: string, usage: string, run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    const known = error instanceof InputError || (error as NodeJS.ErrnoException).code !== undefined;
    say(known ? `${name}: ${reason(error)}\n\n${usage}` : `${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    process.exitCode = 1;
  }
}
