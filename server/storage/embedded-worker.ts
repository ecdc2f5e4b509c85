import { parentPort, workerData } from 'node:worker_threads'
import type { WorkerData } from './embedded-protocol.ts'
import { serveEmbedded } from './embedded-serve.ts'

/** The store's thread: PGlite blocks the thread it runs on for up to 20 ms a batch. */
await serveEmbedded(parentPort!, (workerData as WorkerData).cluster)
