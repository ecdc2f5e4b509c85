import { parentPort, workerData } from 'node:worker_threads'
import type { FromReading } from './read-aside.ts'
import { readCounty } from './read-county.ts'

/** Reads what it was given and says what it found: a table of many lines would hold up the console for seconds. */
const [files, options] = workerData as Parameters<typeof readCounty>
const say = (message: FromReading): void => parentPort!.postMessage(message)
say({ is: 'read', reading: readCounty(files, options, (progress) => say({ is: 'progress', progress })) })
