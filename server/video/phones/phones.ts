import path from 'node:path'
import type { z } from 'zod'
import type { PhoneCameraView, PhoneStop, phoneBodies } from '../../contract/phone.ts'
import type { Camera } from '../../domain/camera/register.ts'
import type { DataOf, Observation } from '../../domain/observation/index.ts'
import { type Clock, type Instant, seconds } from '../../domain/time.ts'
import type { Draft, Journal } from '../../journal/journal.ts'
import type { Log } from '../../storage/log.ts'
import type { Guests } from '../ingest/guests.ts'
import type { RecordingSink } from '../ingest/recording.ts'
import type { Publishers } from '../live/publishers.ts'
import { cannotRecord, done, type Outcome, refuse } from '../outcome.ts'
import { isRegistered, type PhoneOfficer, phoneOf, registrationOf } from './identity.ts'
import { type PhoneRun, recordPhone } from './phone-run.ts'
import type { Pieces } from './pieces.ts'

export interface PhonesOptions {
  readonly journal: Journal
  readonly clock: Clock
  readonly log: Log
  readonly ffmpeg: string
  /** The folder of recordings. */
  readonly folder: string
  readonly segmentSeconds: number
  readonly publishers: Publishers
  readonly guests: Guests
  readonly sink: RecordingSink
  readonly camera: (id: string) => Camera | undefined
  /** What the register says of an officer; undefined: they are not on it. */
  readonly officer: (id: string) => PhoneOfficer | undefined
  /** End of the duty that runs for an officer; undefined: none does. */
  readonly dutyUntil: (officer: string, at: Instant) => Instant | undefined
  /** Whom a device is bound to. */
  readonly carrierOf: (device: string) => string | null
  /** Recordings that ran when the server stopped: they go on when their phones come back. */
  readonly open: readonly OpenRun[]
  /** What phones bring afterwards. */
  readonly pieces: Pieces
}

/** A recording that was started and not stopped. */
export interface OpenRun {
  readonly run: string
  readonly officer: string
  readonly startedAt: Instant
}

interface Run extends OpenRun {
  readonly camera: string
  readonly unit: string
  readonly by: string
  /** The login under which the phone came last. */
  session: string
  recording: PhoneRun | undefined
  lastFrameAt: Instant | null
  /** Since when nothing comes. */
  aloneSince: Instant
  lastPlaceAt: Instant
  ending: { readonly at: Instant; readonly why: PhoneStop } | undefined
}

type Beat = z.infer<typeof phoneBodies.phoneBeat>

const EVERY_MS = 1_000
/** A phone that started and sends nothing for so long is lost; as for any camera. */
const ALONE_MS = seconds(5)
/** A position more often than this tells nothing new of somebody on foot. */
const PLACE_MS = seconds(5)

const offDuty = refuse(
  409,
  'off-duty',
  '您当前没有勤务安排，不能录像。排班开始后即可使用。',
  'You are not on duty now, so nothing is recorded. It can be used once your duty begins.',
)
const notOn = refuse(
  409,
  'not-recording',
  '当前没有正在进行的录像，请先按“开始录像”。',
  'Nothing is being recorded now; start the recording first.',
)

/** The officers' phones as cameras: they record on duty only, and every beginning and end is journalled first. */
export const createPhones = (options: PhonesOptions) => {
  const { journal, clock, log, publishers, guests } = options
  const runs = new Map<string, Run>()
  const ended = new Map<string, { readonly at: Instant; readonly why: PhoneStop }>()
  const starting = new Map<string, Promise<Outcome<PhoneCameraView>>>()

  const hold = (run: OpenRun, unit: string, by: string, session: string): Run => {
    const camera = phoneOf(run.officer)
    const now = clock()
    const held: Run = {
      ...{ ...run, camera, unit, by, session, recording: undefined, lastFrameAt: null },
      ...{ aloneSince: now, lastPlaceAt: 0, ending: undefined },
    }
    runs.set(run.officer, held)
    guests.say(camera, { is: 'connecting' }, null)
    return held
  }
  const runWith = (camera: string): Run | undefined => [...runs.values()].find((run) => run.camera === camera)

  publishers.hear({
    sends: (camera, sent) => {
      const run = runWith(camera)
      if (!run || run.ending) return publishers.close(camera)
      void run.recording?.stop('stopped')
      run.recording = recordPhone(camera, sent, {
        ...options,
        folder: path.join(options.folder, camera),
        changed: (condition, lastFrameAt) => {
          run.lastFrameAt = lastFrameAt
          if (condition.is === 'live') run.aloneSince = Number.POSITIVE_INFINITY
          guests.say(camera, condition, lastFrameAt)
        },
      })
    },
    gone: (camera) => {
      const run = runWith(camera)
      if (!run) return
      void run.recording?.stop(run.ending ? 'stopped' : 'unreachable')
      run.recording = undefined
      run.aloneSince = Math.min(run.aloneSince, clock())
      if (!run.ending) lost(run)
    },
  })
  const lost = (run: Run): void =>
    guests.say(
      run.camera,
      { is: 'lost', why: 'unreachable', since: run.lastFrameAt ?? run.aloneSince, detail: '' },
      run.lastFrameAt,
    )

  const view = (officer: string): PhoneCameraView => {
    const now = clock()
    const run = runs.get(officer)
    const on = run !== undefined && run.ending === undefined
    const camera = phoneOf(officer)
    const live = guests.of(camera)?.condition.is === 'live'
    return {
      at: now,
      on,
      camera: on || options.camera(camera) ? camera : null,
      run: on ? run.run : null,
      startedAt: on ? run.startedAt : null,
      dutyUntil: options.dutyUntil(officer, now) ?? null,
      ended: run?.ending ?? ended.get(officer) ?? null,
      link: !on || !publishers.has(camera) ? 'none' : live ? 'recording' : 'waiting',
      lastFrameAt: run?.lastFrameAt ?? null,
    }
  }

  const begin = async (who: PhoneOfficer, by: string, session: string): Promise<Outcome<PhoneCameraView>> => {
    const now = clock()
    const camera = phoneOf(who.officer)
    if (options.dutyUntil(who.officer, now) === undefined) return offDuty
    const running = runs.get(who.officer)
    if (running && !running.ending) {
      running.session = session
      return done(view(who.officer))
    }
    if (running) return cannotRecord
    const run = `${camera}/${new Date(now).toISOString()}`
    const whose = { device: camera, officer: who.officer, unit: who.unit }
    const observations: Observation[] = [
      ...(isRegistered(options.camera(camera), who)
        ? []
        : [{ kind: 'camera.registered', observedAt: now, data: registrationOf(who, by) } as const]),
      ...(options.carrierOf(camera) === `officer/${who.officer}`
        ? []
        : [
            {
              kind: 'device.bound',
              observedAt: now,
              data: { device: camera, carrier: `officer/${who.officer}`, owner: who.unit },
            } as const,
          ]),
      { kind: 'body-camera.started', observedAt: now, data: { ...whose, recording: run, order: null } },
    ]
    try {
      await journal.append(observations.map((o) => draft(`${camera}/${run}/${o.kind}`, o)))
    } catch (error) {
      log.error({ err: error, camera }, 'the beginning of a recording could not be journalled; it was refused')
      return cannotRecord
    }
    hold({ run, officer: who.officer, startedAt: now }, who.unit, by, session)
    return done(view(who.officer))
  }

  /** Ends it at once; it is forgotten when the journal has its end. */
  const end = async (run: Run, why: PhoneStop): Promise<void> => {
    run.ending ??= { at: clock(), why }
    publishers.close(run.camera)
    guests.leave(run.camera)
    const data: DataOf<'body-camera.stopped'> = {
      ...{ device: run.camera, officer: run.officer, unit: run.unit, recording: run.run, reason: 'ended' },
    }
    await journal.append([
      draft(`${run.camera}/${run.run}/stopped`, { kind: 'body-camera.stopped', observedAt: run.ending.at, data }),
    ])
    ended.set(run.officer, run.ending)
    if (runs.get(run.officer) === run) runs.delete(run.officer)
  }
  const endSoon = (run: Run, why: PhoneStop): void => {
    end(run, why).catch((error) =>
      log.error({ err: error, camera: run.camera }, 'the end of a recording could not be journalled; trying again'),
    )
  }

  const watch = setInterval(() => {
    const now = clock()
    for (const run of runs.values()) {
      if (run.ending) endSoon(run, run.ending.why)
      else if (options.dutyUntil(run.officer, now) === undefined) endSoon(run, 'duty-ended')
      else if (run.recording === undefined && now - run.aloneSince > ALONE_MS) lost(run)
    }
  }, EVERY_MS)

  for (const run of options.open) {
    const who = options.officer(run.officer)
    if (who) hold(run, who.unit, who.officer, '')
  }

  return {
    view,
    start: (officer: string, by: string, session: string): Promise<Outcome<PhoneCameraView>> => {
      const who = options.officer(officer)
      if (!who) return Promise.resolve(offDuty)
      // Two taps are one beginning.
      const known = starting.get(officer)
      if (known) return known
      const begun = begin(who, by, session).finally(() => starting.delete(officer))
      starting.set(officer, begun)
      return begun
    },
    stop: async (officer: string): Promise<Outcome<PhoneCameraView>> => {
      const run = runs.get(officer)
      if (!run) return done(view(officer))
      try {
        await end(run, 'by-hand')
      } catch (error) {
        log.error({ err: error, camera: run.camera }, 'the end of a recording could not be journalled; trying again')
      }
      return done(view(officer))
    },
    beat: async (officer: string, session: string, said: Beat): Promise<Outcome<PhoneCameraView>> => {
      const run = runs.get(officer)
      if (!run || run.ending || run.run !== said.run) return done(view(officer))
      // Two phones of one officer would take the connection from each other for ever: the one that came last has it.
      if (run.session !== '' && run.session !== session) return done(elsewhere(view(officer)))
      run.session = session
      const now = clock()
      if (said.place !== null && now - run.lastPlaceAt >= PLACE_MS) {
        run.lastPlaceAt = now
        try {
          await journal.append([draft(`${run.camera}/${now}/position`, positionOf(run, said, now))])
        } catch (error) {
          log.error({ err: error, camera: run.camera }, 'the position of a phone could not be journalled')
          return cannotRecord
        }
      }
      return done(view(officer))
    },
    /** The camera on which an officer may send now. */
    sending: (officer: string, session: string): Outcome<string> => {
      const run = runs.get(officer)
      return run && !run.ending && (run.session === '' || run.session === session) ? done(run.camera) : notOn
    },
    publishers,
    pieces: options.pieces,
    sessions: (): readonly string[] => [...runs.values()].flatMap(({ session }) => (session ? [session] : [])),
    /** A login ended: what was ended on purpose ends the recording; one that ran out leaves it to the phone to come again. */
    endSession: (session: string, why: string): void => {
      for (const run of runs.values()) {
        if (run.session !== session || run.ending) continue
        if (why === 'logout') endSoon(run, 'logged-out')
        else if (why === 'revoked') endSoon(run, 'revoked')
        else publishers.close(run.camera)
        run.session = ''
      }
    },
    close: async (): Promise<void> => {
      clearInterval(watch)
      const recordings = [...runs.values()].flatMap(({ recording }) => recording ?? [])
      await Promise.all(recordings.map((one) => one.stop('stopped')))
    },
  }
}
export type Phones = ReturnType<typeof createPhones>

const elsewhere = (view: PhoneCameraView): PhoneCameraView => ({
  ...view,
  ...{ on: false, run: null, link: 'none', ended: { at: view.at, why: 'elsewhere' } },
})

const draft = (key: string, observation: Observation): Draft => ({ source: 'phone', key, observation })

const positionOf = (run: Run, said: Beat, now: Instant): Observation => ({
  kind: 'position.reported',
  observedAt: now - said.ageMs,
  data: {
    device: run.camera,
    carrier: `officer/${run.officer}`,
    position: said.place,
    accuracyM: said.accuracyM,
    altitudeM: null,
    speedKmh: said.speedKmh,
    headingDeg: said.headingDeg,
    satellites: null,
    ignitionOn: null,
    delivery: said.ageMs > 120_000 ? 'backfill' : 'live',
    mocked: null,
  },
})
