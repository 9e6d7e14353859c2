import { mkdtemp, realpath } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Makes the folder of a throw-away profile. A browser installed as a snap sees neither the system's temporary
 * folder nor hidden folders, so its profile goes where it may write.
 */
export async function makeProfile(executable: string): Promise<string> {
  const real = await realpath(executable).catch(() => executable);
  const snap = /\/snap\/(?:bin\/)?(chromium|firefox)\b/.exec(`${executable} ${real}`)?.[1];
  return mkdtemp(join(snap ? join(homedir(), 'snap', snap, 'common') : tmpdir(), 'paperkin-'));
}
