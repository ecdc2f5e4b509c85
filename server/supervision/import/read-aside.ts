import type { ImportProgress } from '../../contract/imports.ts'
import { startThread } from '../../storage/thread.ts'
import { type CountyReading, readCounty } from './read-county.ts'

/** Less than this is read in tens of milliseconds; a thread of its own takes longer to begin. */
const SMALL_BYTES = 64_000

/**
 * `readCounty`, on a thread of its own when there is much to read: 20,000 lines would hold up every console for a
 * second. Rejects when the thread fails or `signal` gives it up, never for what the files say.
 */
export const readAside = async (
  files: Asked[0],
  options: Asked[1],
  onProgress: (progress: ImportProgress) => void = () => undefined,
  signal?: AbortSignal,
): Promise<CountyReading> => {
  const size = files.reduce((sum, { bytes }) => sum + bytes.length, 0)
  return size < SMALL_BYTES
    ? readCounty(files, options, onProgress)
    : readInThread([files, options], onProgress, signal)
}

type Asked = Parameters<typeof readCounty>
/** What the thread tells. */
export type FromReading =
  | { readonly is: 'progress'; readonly progress: ImportProgress }
  | { readonly is: 'read'; readonly reading: CountyReading }

const readInThread = (
  asked: readonly [Asked[0], Asked[1]],
  onProgress: (progress: ImportProgress) => void,
  signal: AbortSignal | undefined,
): Promise<CountyReading> =>
  new Promise((resolve, reject) => {
    signal?.throwIfAborted()
    const thread = startThread(new URL('./reading-thread.ts', import.meta.url), asked, 'import')
    thread.on('message', (told: FromReading) =>
      told.is === 'read' ? resolve(told.reading) : onProgress(told.progress),
    )
    signal?.addEventListener('abort', () => {
      reject(signal.reason)
      void thread.terminate()
    })
    thread.once('error', reject)
    thread.once('exit', (code) => reject(new Error(`the thread that reads an import ended with ${code}`)))
  })
