import { WORKER_RULES } from '../messages/rules.ts';
import { grantedSites } from './granted-sites.ts';
import { serve, type WorkerHandlers } from './messages.ts';

/** Registers the worker's one message listener; call synchronously at its top level. */
export const serveWorker = (handlers: WorkerHandlers): void => void serve('worker', WORKER_RULES, handlers, grantedSites);
