import { startThread } from '../../storage/thread.ts'
import { type CountyReading, readCounty } from './read-county.ts'

/** Less than this is read in tens of milliseconds; a thread of its own takes longer to begin. */
const SMALL_BYTES = 64_000

/**
 * `readCounty`, on a thread of its own when there is much to read: 20,000 lines would hold up every console for a
 * second. Rejects when the thread fails, never for what the files say.
 */
export const readAside = async (...asked: Parameters<typeof readCounty>): Promise<CountyReading> => {
  const size = asked[0].reduce((sum, { bytes }) => sum + bytes.length, 0)
  return size < SMALL_BYTES ? readCounty(...asked) : readInThread(asked)
}

const readInThread = (asked: Parameters<typeof readCounty>): Promise<CountyReading> =>
  new Promise((resolve, reject) => {
    const thread = startThread(new URL('./reading-thread.ts', import.meta.url), asked, 'import')
    thread.once('message', resolve)
    thread.once('error', reject)
    thread.once('exit', (code) => reject(new Error(`the thread that reads an import ended with ${code}`)))
  })
