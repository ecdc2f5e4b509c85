import { type Cycle, type Row, rowKey, stateOf } from '../../domain/roll-call/state.ts'
import type { Hindrance } from '../../domain/roll-call/words.ts'
import { type Clock, chinaDate, type Instant, seconds } from '../../domain/time.ts'
import type { Draft, Journal } from '../../journal/journal.ts'
import type { Database } from '../../storage/database.ts'
import type { Log } from '../../storage/log.ts'
import type { Supervision } from '../supervision.ts'
import { laneOf, type RollCallChannels, type Usable } from './channels.ts'
import { commitDraft, drawDrafts, momentOf } from './draws.ts'
import { createLease } from './lease.ts'
import { BY_ITSELF, draft, openingDrafts } from './listing.ts'
import { awaitsLook, looksDue } from './looks.ts'
import { type Due, dueNow } from './schedule.ts'
import { endOf, mayCallAgain, type Sight, stepOf } from './steps.ts'

export interface RunnerOptions {
  readonly database: Database
  readonly journal: Pick<Journal, 'append'>
  readonly supervision: Pick<Supervision, 'register' | 'picture' | 'reached'>
  /** The house's clock, by which windows run and facts are told. */
  readonly clock: Clock
  readonly channels: RollCallChannels
  readonly log: Log
  /** How often it is looked what is to be done; real milliseconds. */
  readonly tickMs?: number
}

/** A radio that is busy is asked again after so long, and so often. */
const BUSY_MS = 500
const BUSY_TRIES = 30
/** Draws are looked after once in so many ticks. */
const DRAWS_EVERY = 40

/**
 * Holds the roll-calls. It keeps no state of its own that matters: what is to be done follows from the journal, so that a
 * server that dies in the middle of a roll-call is followed by another, or by itself. Each call has a key in the
 * journal and is told there before it is made: nobody is called twice for one try, whatever crashes or runs beside us.
 */
export const startRollCalls = (options: RunnerOptions) => {
  const { database, journal, supervision, clock, channels, log } = options
  const { register, picture } = supervision
  const lease = createLease(database)
  const busyLanes = new Set<string>()
  const lookedAt = new Map<string, Map<string, Instant>>()
  let stopped = false
  let ticking: Promise<void> | undefined
  let ticks = 0

  const append = async (drafts: readonly Draft[]): Promise<readonly boolean[]> => {
    if (drafts.length === 0) return []
    const receipts = await journal.append(drafts)
    await supervision.reached(Math.max(...receipts.map((r) => r.seq)), 10_000)
    return receipts.map((r) => !r.duplicate)
  }

  const sightNow = (): Sight => ({
    register,
    channels,
    now: clock(),
    lastPlace: (carrier) => {
      const memory = picture.carriers.state[carrier]
      return memory?.place && memory.fix ? { place: memory.place.position, at: memory.fix.observedAt } : undefined
    },
  })

  const open = async (due: Due): Promise<void> => {
    const now = clock()
    const day = chinaDate(due.slot.from)
    // Settings may come into force in the middle of a window: late, but before the moment is known to anybody.
    if (due.random && !register.rollCall.draw(day)) await append([await commitDraft(database, day, now)])
    const moment = await momentOf(due, database)
    if (now < moment) return
    const cycle = `rc-${due.key.replace(' ', '-')}`
    const opening = {
      cycle,
      mode: due.random ? ('random' as const) : ('fixed' as const),
      by: BY_ITSELF,
      units: due.units,
      slot: due.slot,
      drawnAt: due.random ? moment : null,
      keepOpenMinutes: due.keepOpenMinutes,
      reason: null,
    }
    await append(openingDrafts(opening, undefined, now, register))
  }

  const rowOf = ({ cycle, target }: Row): Row | undefined => register.rollCall.row(cycle, target)

  /** Puts down that a row is being called, makes the call, and says so when it could not be made after all. */
  const callOver = async ({ row, n, one, mark }: Job): Promise<void> => {
    const at = clock()
    const key = `${row.cycle}/${row.target}/${n}/${mark}/${one.channel}`
    const request = one.channel === 'radio' ? `rc/${key}` : null
    const until = at + seconds(n === 1 ? row.firstSeconds : row.retrySeconds)
    const data = { cycle: row.cycle, target: row.target, try: n, ...one, request, until, by: BY_ITSELF }
    const [fresh] = await append([
      draft(`called/${key}/${one.device}`, { kind: 'roll-call.called', observedAt: at, data }),
    ])
    if (!fresh || one.device === null) return
    if (one.channel === 'vehicle') {
      // Not waited for: its answer comes by the journal, and others must not wait for a terminal that sleeps.
      channels.vehicle.locate(one.device).catch((err: unknown) => log.warn({ err }, 'a vehicle could not be asked'))
      return
    }
    if (request === null) return
    for (let i = 0; i < BUSY_TRIES && !stopped; i++) {
      const asked = await channels.radio.check(one.device, request)
      if (asked === 'sent') return
      if (asked === 'busy') await pause(BUSY_MS)
      else {
        const now = rowOf(row)
        if (now) await append([hindered(now, asked === 'down' ? 'channel-down' : 'no-device', clock())])
        return
      }
    }
  }

  /** One after the other where they share the air; lanes beside each other. */
  const work = (lane: string, jobs: readonly Job[]): void => {
    busyLanes.add(lane)
    for (const { row } of jobs) fly(row, 1)
    const run = async (): Promise<void> => {
      for (const job of jobs)
        try {
          const now = rowOf(job.row)
          const wanted = now && register.rollCall.cycle(now.cycle)?.closed === null
          // Answered meanwhile over another channel, or closed: no need to call.
          if (wanted && !stopped && now.answers.length === 0 && now.ended < job.n) await callOver(job)
        } finally {
          fly(job.row, -1)
        }
    }
    run()
      .catch((err: unknown) => log.warn({ err, lane }, 'calls of a roll-call were not made; they are made again'))
      .finally(() => busyLanes.delete(lane))
  }

  const inFlight = new Map<string, number>()
  const fly = (row: Row, by: number): void => {
    const n = (inFlight.get(rowKey(row)) ?? 0) + by
    if (n > 0) inFlight.set(rowKey(row), n)
    else inFlight.delete(rowKey(row))
  }

  const runCycle = async (cycle: Cycle): Promise<void> => {
    const rows = register.rollCall.rows(cycle.cycle)
    const sight = sightNow()
    const jobs = new Map<string, Job[]>()
    const drafts: Draft[] = []
    for (const row of rows) {
      if (inFlight.has(rowKey(row))) continue
      const step = stepOf(row, sight)
      if (step.do === 'end-window') drafts.push(windowEnded(row, step.try, sight.now))
      else if (step.do === 'hinder') drafts.push(hindered(row, step.because, sight.now))
      else if (step.do === 'call' && mayCallAgain(row, sight.now)) {
        const lanes = step.by.map((one) => ({ one, lane: laneOf(one, register) }))
        // Called on all of its channels or, while one of them is taken, on none yet: one window for all.
        if (lanes.some(({ lane }) => busyLanes.has(lane))) continue
        for (const { one, lane } of lanes)
          jobs.set(lane, [...(jobs.get(lane) ?? []), { row, n: step.try, one, mark: markOf(row) }])
      }
    }
    await append(drafts)
    for (const [lane, list] of jobs) work(lane, list)
    await look(cycle, sight.now)
    await closeWhenOver(cycle, sight.now)
  }

  const closeWhenOver = async ({ cycle }: Cycle, now: Instant): Promise<void> => {
    const rows = register.rollCall.rows(cycle)
    const head = register.rollCall.cycle(cycle)
    if (!head || head.closed || rows.some((row) => inFlight.has(rowKey(row))) || awaitsLook(rows, now)) return
    const because = endOf(head, rows, now)
    if (because === undefined) return
    const data = { cycle, by: BY_ITSELF, because }
    await append([draft(`closed/${cycle}`, { kind: 'roll-call.closed', observedAt: now, data })])
    lookedAt.delete(cycle)
  }

  /** Asks those who answered by radio where they are. */
  const look = async ({ cycle }: Cycle, now: Instant): Promise<void> => {
    const rows = register.rollCall.rows(cycle)
    const asked = lookedAt.get(cycle) ?? new Map<string, Instant>()
    lookedAt.set(cycle, asked)
    for (const { target, radio } of looksDue(rows, asked, now)) {
      asked.set(target, now)
      channels.radio
        .locate(radio, `rc-look/${cycle}/${target}/${now}`)
        .catch((err: unknown) => log.warn({ err, radio }, 'a radio could not be asked for its place'))
    }
  }

  /** Whoever takes over cannot know what was heard meanwhile: calls under way are void, and made again. */
  const takeOver = async (): Promise<void> => {
    const now = clock()
    const rows = register.rollCall.open().flatMap(({ cycle }) => register.rollCall.rows(cycle))
    await append(rows.filter((row) => stateOf(row) === 'calling').map((row) => hindered(row, 'interrupted', now)))
  }

  const tick = async (): Promise<void> => {
    const { held, fresh } = await lease.mine()
    if (!held || stopped) return
    if (fresh) await takeOver()
    if (ticks++ % DRAWS_EVERY === 0 || fresh) await append(await drawDrafts(register, database, clock()))
    for (const due of dueNow(register, clock())) await open(due)
    for (const cycle of register.rollCall.open()) await runCycle(cycle)
  }

  let away = false
  const timer = setInterval(() => {
    ticking ??= tick()
      .then(() => {
        away = false
      })
      .catch((err: unknown) => {
        if (!away) log.warn({ err }, 'roll-calls wait: what is to be done could not be put down')
        away = true
      })
      .finally(() => {
        ticking = undefined
      })
  }, options.tickMs ?? 250)

  return {
    /** Ends calling; what is open goes on with the next start, or on another server. */
    close: async (): Promise<void> => {
      stopped = true
      clearInterval(timer)
      await ticking
      await lease.giveUp().catch((err: unknown) => log.warn({ err }, 'the lease of roll-calls runs out by itself'))
    },
  }
}
export type RollCalls = ReturnType<typeof startRollCalls>

/** A call to be made: which try, over which channel; `mark` names the window, so that one begun anew is another call. */
interface Job {
  readonly row: Row
  readonly n: number
  readonly one: Usable
  readonly mark: number
}
const markOf = (row: Row): number => Math.max(row.seq, row.hindered?.seq ?? 0, row.retryAsked?.seq ?? 0)

const hindered = (row: Row, because: Hindrance, at: Instant): Draft =>
  draft(`hindered/${row.cycle}/${row.target}/${row.calls.at(-1)?.seq ?? markOf(row)}/${because}`, {
    kind: 'roll-call.hindered',
    observedAt: at,
    data: { cycle: row.cycle, target: row.target, because },
  })
const windowEnded = (row: Row, n: number, at: Instant): Draft =>
  draft(`window-ended/${row.cycle}/${row.target}/${n}/${row.windowSeq}`, {
    kind: 'roll-call.window-ended',
    observedAt: at,
    data: { cycle: row.cycle, target: row.target, try: n },
  })

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))
