import os from 'node:os'
import type { MediaState } from '../contract/video.ts'
import type { Log } from '../storage/log.ts'
import { createFeeds, type Feeds } from './live/feeds.ts'
import { createPublishers, type Publishers } from './live/publishers.ts'
import { createViewers, type Viewers } from './live/viewers.ts'
import { startWorkers, type Workers } from './live/workers.ts'
import { mediasoupWith } from './worker/mediasoup.ts'
import { provisionWorker, type WorkerState } from './worker/provision.ts'

export interface MediaOptions {
  /** A worker that somebody built elsewhere. */
  readonly worker: string | undefined
  readonly cacheDir: string
  /** Where the makers' own builds lie; undefined: not asked. */
  readonly downloads: string | undefined
  readonly listenIp: string
  readonly announcedAddress: string | null
  readonly port: number
  /** Worker processes; one a core unless told. */
  readonly workers: number | undefined
  readonly log: Log
  readonly changed: () => void
}

/** What is missing may be installed meanwhile: it is looked for again. */
const AGAIN_MS = 30_000

export interface Media {
  readonly feeds: Feeds
  readonly viewers: Viewers
  readonly publishers: Publishers
  readonly state: () => MediaState
  readonly epoch: () => number
  /** Process numbers of the workers. */
  readonly pids: () => readonly number[]
  readonly close: () => Promise<void>
}

/** Live video: begins at once and is ready when its worker is; until then, and without one, everything else works. */
export const startMedia = (options: MediaOptions): Media => {
  const { log } = options
  const feeds = createFeeds(log)
  const viewers = createViewers(feeds)
  const publishers = createPublishers(feeds)
  const aborter = new AbortController()
  let state: MediaState = { is: 'preparing', step: 'looking', done: 0, total: 0 }
  let epoch = 0
  let workers: Workers | undefined
  let again: NodeJS.Timeout | undefined

  const become = (next: MediaState): void => {
    state = next
    options.changed()
  }
  const heard = (worker: WorkerState): void => {
    if (worker.is === 'ready' || worker.is === 'missing') return
    const { done, total } = worker.is === 'building' ? worker : { done: 0, total: 0 }
    become({ is: 'preparing', step: worker.is, done, total })
  }

  const begin = async (): Promise<void> => {
    const found = await provisionWorker({
      given: options.worker,
      cacheDir: options.cacheDir,
      downloads: options.downloads,
      heard,
      signal: aborter.signal,
    })
    if (aborter.signal.aborted) return
    if (found.is === 'missing') {
      log.warn(
        { why: found.why, packages: found.packages, detail: found.detail },
        'there is no live video: no media worker',
      )
      become({ is: 'missing', why: found.why, packages: found.packages, detail: found.detail })
      again = setTimeout(run, AGAIN_MS)
      return
    }
    const started = await startWorkers(
      {
        mediasoup: await mediasoupWith(found.binary),
        count: options.workers ?? os.availableParallelism(),
        listenIp: options.listenIp,
        announcedAddress: options.announcedAddress,
        port: options.port,
        log,
      },
      (slot) => {
        feeds.rebuild(slot).finally(() => {
          epoch++
          options.changed()
        })
      },
    )
    if (aborter.signal.aborted) return started.close()
    workers = started
    viewers.begin(started)
    await feeds.begin(started)
    log.info({ origin: found.origin, workers: started.slots().length }, 'live video is ready')
    epoch++
    become({ is: 'ready' })
  }
  const run = (): void => {
    running = begin().catch((error: unknown) => {
      if (aborter.signal.aborted) return
      log.error({ err: error }, 'live video could not be started; tried again')
      const detail = error instanceof Error ? error.message : String(error)
      become({ is: 'missing', why: 'self-test', packages: [], detail })
      again = setTimeout(run, AGAIN_MS)
    })
  }
  let running: Promise<void> = Promise.resolve()
  run()

  return {
    feeds,
    viewers,
    publishers,
    state: () => state,
    epoch: () => epoch,
    pids: () => workers?.slots().map(({ pid }) => pid) ?? [],
    close: async (): Promise<void> => {
      aborter.abort()
      clearTimeout(again)
      await running
      workers?.close()
    },
  }
}
