import type { Row } from './database.ts'
import type { Failure, Reply, Request, WorkerData } from './embedded-protocol.ts'
import { CONNECTION_LOST, databaseError } from './errors.ts'
import type { Log } from './log.ts'
import { startThread } from './thread.ts'

type Ask = Request extends infer R ? (R extends Request ? Omit<R, 'id'> : never) : never

export interface EmbeddedConnection {
  readonly version: string
  /** Resolves with the answer; rejects with the error of the store, or "lost" when it broke meanwhile. */
  ask(request: Ask): Promise<readonly Row[]>
  /** Resolves when the thread is gone, whatever the reason. */
  readonly ended: Promise<void>
  terminate(): Promise<void>
}

const failed = (failure: Failure): Error =>
  Object.assign(databaseError(failure.message, failure.code), {
    detail: failure.detail,
    constraint: failure.constraint,
  })

/** One life of the store's thread, from start to end. Rejects when the store does not come up. */
export const connectEmbedded = async (
  entry: URL,
  data: WorkerData,
  heard: (channel: string, payload: string) => void,
  log: Log,
): Promise<EmbeddedConnection> => {
  const worker = startThread(entry, data, 'embedded store')
  const waiting = new Map<number, { resolve(rows: readonly Row[]): void; reject(error: Error): void }>()
  let lastId = 0
  let over: Error | undefined

  const end = (failure: Failure): void => {
    if (over) return
    // The outcome of what was under way is unknown, like that of a broken connection.
    over = databaseError(`the embedded store stopped: ${failure.message}`, CONNECTION_LOST)
    for (const { reject } of waiting.values()) reject(over)
    waiting.clear()
  }
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
  const version = await new Promise<string>((resolve, reject) => {
    worker.on('message', (reply: Reply) => {
      if (reply.is === 'ready') return resolve(reply.version)
      if (reply.is === 'notified') return heard(reply.channel, reply.payload)
      if (reply.is === 'broken') {
        log.error({ code: reply.failure.code, problem: reply.failure.message }, 'the embedded store stopped')
        end(reply.failure)
        reject(over)
        void worker.terminate()
        return
      }
      const asked = waiting.get(reply.id)
      waiting.delete(reply.id)
      if (reply.is === 'rows') asked?.resolve(reply.rows)
      else asked?.reject(failed(reply.failure))
    })
    worker.on('error', (error) => {
      end({ message: error.message, code: CONNECTION_LOST })
      reject(error)
    })
    worker.on('exit', (code) => {
      end({ message: `its thread ended with code ${code}`, code: CONNECTION_LOST })
      reject(over)
    })
  })
  return {
    version,
    ended,
    ask: (request) =>
      new Promise((resolve, reject) => {
        if (over) return reject(over)
        const id = ++lastId
        waiting.set(id, { resolve, reject })
        worker.postMessage({ ...request, id })
      }),
    terminate: async () => {
      end({ message: 'it was ended', code: CONNECTION_LOST })
      await worker.terminate()
    },
  }
}
