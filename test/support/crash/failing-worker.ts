import fs from 'node:fs'
import path from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import type { WorkerData } from '../../../server/storage/embedded-protocol.ts'
import { serveEmbedded } from '../../../server/storage/embedded-serve.ts'

/** The embedded store's thread on a disk that fails every sync while there is a file `fail` beside the cluster. */
const { cluster } = workerData as WorkerData
const fail = path.join(path.dirname(cluster), 'fail')
await serveEmbedded(parentPort!, cluster, (host) => {
  const fsync = host.stream_ops.fsync!
  // No such descriptor: the real call fails, and everything behind it is as on a real disk.
  host.stream_ops.fsync = (stream) => fsync(fs.existsSync(fail) ? { ...stream, nfd: 1_000_000 } : stream)
})
