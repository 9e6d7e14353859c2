import { parentPort, workerData } from 'node:worker_threads';
import { serve, type Orders } from './team.ts';

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort?.postMessage('ready');
serve(workerData as Orders);
