import { createHash } from 'node:crypto'
import type { Register } from '../../domain/register.ts'
import { chinaDate, chinaDay, days, type Instant } from '../../domain/time.ts'
import type { Draft } from '../../journal/journal.ts'
import type { Database } from '../../storage/database.ts'
import { draft } from './listing.ts'
import { commitmentOf, type Due, drawnMoment, slotsOf } from './schedule.ts'
import { seedOf } from './seeds.ts'

/** How long before a day begins its seed is committed to, so that the first window of the day is covered as well. */
const AHEAD_MS = 6 * 3_600_000

const isDrawn = (register: Register, from: Instant, to: Instant): boolean =>
  register.units().some(({ unit }) => slotsOf(register, unit, from, to).some((s) => s.to > s.from))

/** Commits to the seed of a day. */
export const commitDraft = async (database: Database, day: string, now: Instant): Promise<Draft> => {
  const commitment = commitmentOf(await seedOf(database, day))
  return draft(`committed/${day}`, { kind: 'roll-call.draw-committed', observedAt: now, data: { day, commitment } })
}

/** Seeds to commit to and to publish: before a day's first window, and after its last. */
export const drawDrafts = async (register: Register, database: Database, now: Instant): Promise<Draft[]> => {
  const found: Draft[] = []
  for (const day of new Set([chinaDate(now), chinaDate(now + AHEAD_MS)])) {
    const from = Math.max(chinaDay(day), now)
    if (register.rollCall.draw(day) || !isDrawn(register, from, chinaDay(day) + days(1) - 1)) continue
    found.push(await commitDraft(database, day, now))
  }
  for (const [day, { seed, commitment }] of Object.entries(register.rollCall.draws())) {
    const end = chinaDay(day) + days(1)
    if (seed !== null || now < end || isRunning(register, day, now)) continue
    const secret = await seedOf(database, day)
    // A store that was set up anew no longer has the seed that was committed to; another one must not be published.
    if (createHash('sha256').update(secret).digest('hex') !== commitment) continue
    const data = { day, seed: Buffer.from(secret).toString('hex') }
    found.push(draft(`published/${day}`, { kind: 'roll-call.draw-published', observedAt: now, data }))
  }
  return found
}

/** A window that began on the day may reach into the next. */
const isRunning = (register: Register, day: string, now: Instant): boolean =>
  register
    .units()
    .some(({ unit }) => slotsOf(register, unit, chinaDay(day), chinaDay(day) + days(1) - 1).some((s) => s.to >= now))

/** When a roll-call that is due is to open: at its time, or at the moment drawn. */
export const momentOf = async (due: Due, database: Database): Promise<Instant> =>
  due.random ? drawnMoment(await seedOf(database, chinaDate(due.slot.from)), due) : due.slot.from
