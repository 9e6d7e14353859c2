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

/**
 * Options of the command line that take one value each.
 * @throws InputError for what is missing or not known.
 */
export function readArguments<Needed extends string, Optional extends string>(
  needed: readonly Needed[],
  optional: readonly Optional[],
): Record<Needed, string> & Partial<Record<Optional, string>> {
  const { values } = parse(Object.fromEntries([...needed, ...optional].map((name) => [name, { type: 'string' as const }])));
  for (const name of needed) if (typeof values[name] !== 'string' || values[name] === '') throw new InputError(`--${name} is missing`);
  return values as Record<Needed, string> & Partial<Record<Optional, string>>;
}

function parse(options: Record<string, { type: 'string' }>): { values: Record<string, string | undefined> } {
  try {
    return parseArgs({ options, strict: true, allowPositionals: false });
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
