import { parentPort, workerData } from 'node:worker_threads'
import { readCounty } from './read-county.ts'

/** Reads what it was given and says what it found: a table of many lines would hold up the console for seconds. */
const [files, options] = workerData as Parameters<typeof readCounty>
parentPort!.postMessage(readCounty(files, options))
