import path from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import type { WorkerData } from '../../../server/storage/embedded-protocol.ts'
import { serveEmbedded } from '../../../server/storage/embedded-serve.ts'
import { recordFiles } from './record-files.ts'

/** The embedded store's thread, with a record of everything it does to its files beside the cluster. */
const { cluster } = workerData as WorkerData
await serveEmbedded(parentPort!, cluster, recordFiles(cluster, path.join(path.dirname(cluster), 'trace')))
