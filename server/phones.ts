import type { Register } from './domain/register.ts'
import type { Clock, Instant } from './domain/time.ts'
import type { Journal } from './journal/journal.ts'
import type { Database } from './storage/database.ts'
import type { Log } from './storage/log.ts'
import { myDuty } from './supervision/roll-call/my-duty.ts'
import type { Footage } from './video/footage.ts'
import { phoneOf } from './video/phones/identity.ts'
import { createPhones, type OpenRun } from './video/phones/phones.ts'
import { createPieces } from './video/phones/pieces.ts'
import type { Video } from './video/video.ts'

export interface OpenPhonesOptions {
  readonly database: Database
  readonly journal: Journal
  readonly clock: Clock
  readonly log: Log
  readonly video: Video
  readonly footage: Footage
  readonly register: Register
  readonly ffmpeg: string
  /** The folder of recordings. */
  readonly folder: string
  readonly segmentSeconds: number
}

/** The officers' phones as cameras, with what the register says of officers and their duty. */
export const openPhones = ({ video, footage, register, database, ...options }: OpenPhonesOptions) =>
  createPhones({
    ...options,
    publishers: video.publishers,
    guests: video.guests,
    camera: video.registered,
    sink: footage.sink,
    officer: (id) => {
      const known = register.officer(id)
      return known && { officer: known.officer, name: known.name, unit: known.unit }
    },
    dutyUntil: (officer, at) => dutyUntil(register, officer, at),
    carrierOf: (device) => register.device(device)?.carrier ?? null,
    open: openRuns(register),
    pieces: createPieces({
      ...options,
      database,
      spans: footage.sources.spans,
      reached: footage.reached,
      runs: (officer) => runsOf(register, officer),
    }),
  })

/** The end of the duty that an officer does at `at`, the latest where several overlap; the same duties as on their page. */
export const dutyUntil = (register: Register, officer: string, at: Instant): Instant | undefined => {
  const running = (myDuty(officer, at, register)?.duties ?? []).filter((d) => d.startsAt <= at && at < d.endsAt)
  return running.length === 0 ? undefined : Math.max(...running.map((d) => d.endsAt))
}

/** The recordings of an officer's phone that the journal remembers, from start to stop. */
const runsOf = (register: Register, officer: string) =>
  register.duty.footage(officer).filter(({ recording }) => recording?.startsWith(`${phoneOf(officer)}/`))

const openRuns = (register: Register): readonly OpenRun[] =>
  register
    .officers()
    .flatMap(({ officer }) =>
      runsOf(register, officer).flatMap(({ recording, from, to }) =>
        to === null ? [{ run: recording!, officer, startedAt: from }] : [],
      ),
    )
