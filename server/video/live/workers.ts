import type { Router, WebRtcServer, Worker } from 'mediasoup/types'
import type { Log } from '../../storage/log.ts'
import { codecs } from './codecs.ts'

/** One worker process with its one room and the one port its viewers come to. */
export interface Slot {
  readonly index: number
  readonly pid: number
  readonly router: Router
  readonly door: WebRtcServer
}

export interface WorkerOptions {
  readonly mediasoup: Pick<typeof import('mediasoup'), 'createWorker'>
  readonly count: number
  /** Where viewers' packets arrive. */
  readonly listenIp: string
  /** What viewers are told to send to, when that is another address; null: the same. */
  readonly announcedAddress: string | null
  /** The first worker's port, UDP and TCP; the next worker has the next one. 0: any. */
  readonly port: number
  readonly log: Log
}

const AGAIN_MS = 500

/** One worker a core. One that dies is started again; `rebuilt` is told with what stands in its place. */
export const startWorkers = async (options: WorkerOptions, rebuilt: (slot: Slot) => void) => {
  const slots: (Slot | undefined)[] = []
  const workers = new Set<Worker>()
  let closed = false

  const start = async (index: number): Promise<void> => {
    const worker = await options.mediasoup.createWorker({ logLevel: 'warn', disableLiburing: true })
    if (closed) return worker.close()
    workers.add(worker)
    const { listenIp: ip, announcedAddress, port } = options
    const listen = { ip, ...(announcedAddress ? { announcedAddress } : {}), ...(port ? { port: port + index } : {}) }
    try {
      const door = await worker.createWebRtcServer({
        listenInfos: [
          { protocol: 'udp', ...listen },
          { protocol: 'tcp', ...listen },
        ],
      })
      const router = await worker.createRouter({ mediaCodecs: [...codecs] })
      slots[index] = { index, pid: worker.pid, router, door }
    } catch (error) {
      workers.delete(worker)
      worker.close()
      throw error
    }
    worker.on('died', (error) => {
      options.log.error({ err: error, worker: index }, 'a media worker died; it is started again')
      workers.delete(worker)
      slots[index] = undefined
      void restart(index)
    })
  }

  const restart = async (index: number): Promise<void> => {
    while (!closed && !slots[index]) {
      try {
        await start(index)
        if (slots[index]) rebuilt(slots[index])
      } catch (error) {
        options.log.error({ err: error, worker: index }, 'a media worker could not be started; tried again')
        await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
      }
    }
  }

  try {
    for (let i = 0; i < options.count; i++) await start(i)
  } catch (error) {
    for (const worker of workers) worker.close()
    throw error
  }
  return {
    slots: (): readonly Slot[] => slots.filter((slot) => slot !== undefined),
    slot: (index: number): Slot | undefined => slots[index],
    close: (): void => {
      closed = true
      for (const worker of workers) worker.close()
    },
  }
}
export type Workers = Awaited<ReturnType<typeof startWorkers>>
