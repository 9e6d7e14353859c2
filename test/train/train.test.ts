import { spawn } from 'node:child_process';
import { access, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTable } from '../../src/evaluate/table-folder.ts';
import { tableFiles } from '../../src/related/table.ts';
import { inventPapers, toJsonLines } from './small-corpus.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'train-'));
  await writeFile(join(folder, 'corpus.jsonl'), toJsonLines(inventPapers(300)));
});
afterAll(() => rm(folder, { recursive: true }));

interface Ended {
  readonly code: number | null;
  readonly errors: string;
}

/** Runs the command; `stopAt` is a text on its error stream at which it is interrupted, as many times as stated. */
async function train(out: string, options: readonly string[] = [], stopAt?: string, times = 1): Promise<Ended> {
  const corpus = ['--corpus', join(folder, 'corpus.jsonl'), '--out', join(folder, out)];
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/train/train.ts', ...corpus, ...options], { stdio: ['ignore', 'ignore', 'pipe'] });
  let errors = '';
  let stopping = false;
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
    if (stopping || stopAt === undefined || !errors.includes(stopAt)) return;
    stopping = true;
    for (let time = 0; time < times; time++) setTimeout(() => child.kill('SIGINT'), 20 * time);
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, errors };
}

/** Over all pairs of two vectors that are not the same. */
function meanCosine(some: readonly Float32Array[], others: readonly Float32Array[]): number {
  const cosines = some.flatMap((a, i) =>
    others.filter((_, j) => i !== j).map((b) => a.reduce((sum, value, k) => sum + value * b[k]!, 0) / (Math.hypot(...a) * Math.hypot(...b))),
  );
  return cosines.reduce((sum, cosine) => sum + cosine, 0) / cosines.length;
}

const names = [...Object.values(tableFiles), 'manifest.json'];
const bytes = async (out: string): Promise<string[]> => Promise.all(names.map((name) => readFile(join(folder, out, name), 'base64')));
const quick = ['--steps', '12'];

describe('npm run train', { timeout: 60_000 }, () => {
  it('writes the same bytes for any number of threads, and others for another seed', async () => {
    expect(await train('alone', [...quick, '--threads', '1'])).toMatchObject({ code: 0 });
    expect(await train('shared', [...quick, '--threads', '2'])).toMatchObject({ code: 0 });
    expect(await bytes('shared')).toEqual(await bytes('alone'));
    expect(await train('seeded', [...quick, '--seed', '1', '--threads', '1'])).toMatchObject({ code: 0 });
    expect((await bytes('seeded'))[0]).not.toEqual((await bytes('alone'))[0]);
  });

  it('goes on after a stop to the very same bytes', async () => {
    const steps = ['--steps', '60', '--threads', '1'];
    expect(await train('whole', steps)).toMatchObject({ code: 0 });
    // A terminal sends Ctrl-C to the whole group, and the runner passes it on: the trainer hears it twice.
    expect(await train('stopped', steps, 'training', 2)).toMatchObject({ code: 130, errors: expect.stringContaining('stopped; the same command goes on from here') as string });
    await access(join(folder, 'stopped.checkpoint'));
    const again = await train('stopped', steps);
    expect(again.errors).toMatch(/goes on after step [1-9]/);
    expect(await bytes('stopped')).toEqual(await bytes('whole'));
    await expect(access(join(folder, 'stopped.checkpoint'))).rejects.toThrow('ENOENT');

    const table = await readTable(join(folder, 'whole'));
    expect(table?.documents).toBe(300);
    const words = (first: string): Float32Array[] => Array.from('klmnprtvwxyz', (letter) => {
      const sum = new Float32Array(table?.dimensions ?? 0);
      table?.addTo(sum, table.find(`${first}or${letter}a`), 1);
      return sum;
    });
    // Words of one subject lie nearer to each other than to those of another.
    expect(meanCosine(words('b'), words('b'))).toBeGreaterThan(meanCosine(words('b'), words('c')) + 0.05);
  });

  it('stops at once while there is nothing to lose', async () => {
    const { code, errors } = await train('early', [...quick, '--threads', '1'], 'terms chosen');
    expect(code).toBe(130);
    expect(errors).not.toContain('training');
    await expect(access(join(folder, 'early.checkpoint'))).rejects.toThrow('ENOENT');
  });

  it('keeps titles out of the corpus and says how many', async () => {
    await writeFile(join(folder, 'unseen.jsonl'), toJsonLines(inventPapers(7)));
    const { errors } = await train('unseen', [...quick, '--exclude', join(folder, 'unseen.jsonl')]);
    expect(errors).toContain('left out 7 to be kept unseen');
    const manifest: unknown = JSON.parse(await readFile(join(folder, 'unseen', 'manifest.json'), 'utf8'));
    expect(manifest).toMatchObject({ corpus: { papers: 293, removed: { excluded: 7, repeated: 0 } }, seed: 0 });
    expect(JSON.stringify(manifest)).not.toContain(folder);
  });

  it('says what is wrong with its options', async () => {
    expect(await train('faulty', ['--seed', 'x'])).toMatchObject({ code: 1, errors: expect.stringContaining('--seed is a number from 0, not "x"') as string });
  });
});
