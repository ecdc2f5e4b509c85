import { randomUUID } from 'node:crypto'
import type { Clock } from '../../domain/time.ts'
import type { Journal } from '../../journal/journal.ts'
import type { Log } from '../../storage/log.ts'
import type { Ingest } from '../ingest/ingest.ts'
import { askOnvif } from './onvif.ts'

const EVERY_MS = 3_600_000
const FIRST_MS = 15_000
/** A clock that is as far off as it was is not journalled again, unless a day has passed. */
const SAME_MS = 1_000
const DAY_MS = 86_400_000

/** Compares the clocks of cameras that speak ONVIF with ours, each hour; returns how to stop. */
export const watchClocks = (journal: Journal, ingest: Ingest, clock: Clock, log: Log): (() => void) => {
  const compare = async (): Promise<void> => {
    for (const { id } of ingest.cameras()) {
      const source = ingest.source(id)
      if (!source?.onvifUrl) continue
      const answer = await askOnvif(source.onvifUrl, source, clock)
      if (answer.is !== 'ok') continue
      const { offsetMs, uncertaintyMs } = answer.status
      const before = ingest.register.clockOf(id)
      const at = clock()
      if (before && Math.abs(before.offsetMs - offsetMs) <= SAME_MS && at - before.at < DAY_MS) continue
      const data = { camera: id, offsetMs, uncertaintyMs, method: 'onvif' as const, by: null }
      const observation = { kind: 'camera.clock-measured', observedAt: at, data } as const
      await journal.append([{ source: 'video', key: randomUUID(), observation }])
    }
  }
  const look = (): void => {
    compare().catch((error) => log.warn({ err: error }, 'the clocks of cameras could not be compared'))
  }
  const first = setTimeout(look, FIRST_MS)
  const each = setInterval(look, EVERY_MS)
  return () => {
    clearTimeout(first)
    clearInterval(each)
  }
}
