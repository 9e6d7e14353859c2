import { fileURLToPath } from 'node:url';
import { buildAll } from '../../src/build/build.ts';

/** The browsers load what the sources say now, never an old build. */
export default (): Promise<void> => buildAll(fileURLToPath(new URL('../../dist', import.meta.url)));
