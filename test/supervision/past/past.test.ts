import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Entry } from '../../../server/domain/entry.ts'
import { parseObservation } from '../../../server/domain/observation/index.ts'
import { days, hours, minutes } from '../../../server/domain/time.ts'
import type { ReadOptions } from '../../../server/journal/journal.ts'
import { rulebook } from '../../../server/rules/index.ts'
import type { Database } from '../../../server/storage/database.ts'
import { quiet } from '../../../server/storage/log.ts'
import { type CustodyThen, custodyFold } from '../../../server/supervision/custody/custody-at.ts'
import { createPast, type Past } from '../../../server/supervision/past/past.ts'
import { createPastStore } from '../../../server/supervision/past/past-store.ts'
import { type TestStore, testStore } from '../../support/database.ts'

const START = Date.parse('2026-01-01T00:00:00+08:00')
const DAYS = 45

/** Somebody comes every day, is in a room, and stays too long every third day; a recorder fails now and then. */
const journalOf = (count: number): Entry[] => {
  const told: [at: number, kind: string, data: object][] = [
    [
      0,
      'room.registered',
      { room: 'r1', name: { zh: '一', en: '1' }, unit: 'u1', kind: 'questioning-room', facility: 'station' },
    ],
    [0, 'sensor.installed', { sensor: 'x1', watches: ['recording', 'entry'], room: 'r1', owner: 'u1' }],
  ]
  for (let day = 0; day < count; day++) {
    const at = days(day) + hours(9)
    const of = { measure: `m${day}`, kind: 'summons-written', person: `p${day % 7}`, stay: `s${day}`, unit: 'u1' }
    const end = at + hours(day % 3 === 0 ? 9 : 6)
    told.push(
      [at - minutes(5), 'measure.decided', { ...of, decision: 'approved', rank: 'station-chief' }],
      [at, 'measure.started', { ...of, officers: ['o1', 'o2'] }],
      [at, 'person.arrived', { stay: of.stay, person: of.person, unit: 'u1', how: 'summoned' }],
      [at + 1, 'room.entered', { room: 'r1', who: of.person, as: 'held', sex: 'male', source: 'wristband' }],
      [at + hours(2), 'sensor.failed', { sensor: 'x1', fault: 'no-audio' }],
      [at + hours(2) + minutes(day % 5), 'sensor.restored', { sensor: 'x1' }],
      [end, 'measure.ended', { ...of, how: 'released' }],
      [end, 'person.departed', { stay: of.stay, person: of.person }],
    )
  }
  return told
    .sort(([a], [b]) => a - b)
    .map(([at, kind, data], seq) => {
      const parsed = parseObservation({ kind: kind as never, observedAt: START + at, data })
      if (parsed.is === 'fault') throw new Error(parsed.problem)
      return { seq, recordedAt: START + at, observation: parsed.observation }
    })
}

const entries = journalOf(DAYS)
let read = 0
const journal = {
  read: async ({ after = -1, limit = 1_000, until = Infinity }: ReadOptions = {}) => {
    const page = entries.filter((e) => e.seq > after && e.recordedAt <= until).slice(0, limit)
    read += page.length
    return page
  },
  watermark: async () => ({ seq: entries.at(-1)!.seq, recordedAt: START + days(DAYS) }),
}
const ruleWord = (rule: string) => ({ title: { zh: rule, en: rule }, grade: 'A' as const })
const fold = (identity: string) => custodyFold({ rulebook, identity, ruleWord })

let store: TestStore
let database: Database
beforeAll(async () => {
  store = await testStore()
  database = await store.open()
})
afterAll(async () => {
  await database?.close()
  store?.remove()
})

const rows = () =>
  database.query<{ identity: string; seq: number }>('select identity, seq from past_snapshot order by seq')
const options = () => ({ database, journal, log: quiet, everyEntries: 25, everyMs: days(30) })

/** All that can be asked of one moment. */
const seen = async (past: Past<CustodyThen>, at: number) => {
  const { custody, seq } = await past.at(at)
  const stays = Array.from({ length: DAYS }, (_, n) => custody.detail(`s${n}`, at, seq) ?? null)
  return JSON.parse(JSON.stringify({ board: custody.board(at, seq, () => true), stays }))
}

describe('a view of the past from the nearest snapshot', () => {
  it('is the same as the whole fold, at any moment', async () => {
    const kept = createPast(fold('1'), options())
    await kept.keep()
    expect((await rows()).length).toBeGreaterThan(5)
    const whole = createPast(fold('never kept'), options())
    const moments = [0, 9.01, 20.4, 30, 44].map((day) => START + days(day) + hours(16))
    for (const at of [...moments, entries[30]!.recordedAt, entries[30]!.recordedAt - 1, START - 1]) {
      const [one, other] = [await seen(kept, at), await seen(whole, at)]
      expect(one).toEqual(other)
    }
    const late = await seen(kept, START + days(30) + hours(17.5))
    expect(late.board.stays).toHaveLength(1)
    expect(JSON.stringify(late.board)).toContain('questioning.time-limit')
  })

  it('reads no more of the journal than lies between two snapshots', async () => {
    const kept = createPast(fold('1'), options())
    for (const day of [3, 20, 44]) {
      read = 0
      await kept.at(START + days(day) + hours(16))
      expect(read).toBeLessThanOrEqual(25)
    }
  })

  it('keeping on adds only what is new, and nothing when nothing is due', async () => {
    const kept = createPast(fold('1'), options())
    const before = await rows()
    read = 0
    await kept.keep()
    expect([await rows(), read]).toEqual([before, 0])
  })

  it('a snapshot that cannot be read is not needed', async () => {
    const kept = createPast(fold('1'), options())
    const at = START + days(20) + hours(16)
    const good = await seen(kept, at)
    const broken = createPast({ ...fold('1'), begin: (state) => fold('1').begin(state && '{') }, options())
    expect(await seen(broken, at)).toEqual(good)
  })

  it('what another rulebook folded is forgotten', async () => {
    await createPast(fold('2'), options()).keep()
    expect(new Set((await rows()).map((row) => row.identity))).toEqual(new Set(['2']))
  })

  it('there are never more than so many of them, and the newest is among them', async () => {
    await createPast(fold('3'), { ...options(), everyEntries: 6, most: 20 }).keep()
    const kept = await rows()
    expect(kept.length).toBeLessThanOrEqual(30)
    expect(kept.at(-1)!.seq).toBeGreaterThan(entries.length - 8)
    const whole = createPast(fold('never kept'), options())
    const at = START + days(33) + hours(12)
    expect(await seen(createPast(fold('3'), options()), at)).toEqual(await seen(whole, at))
  })
})

describe('snapshots grow thin with age', () => {
  const STEP = 6
  it('all of a month, one a week of a year, none before', async () => {
    const { save } = createPastStore(database, 'thin', '1', 10_000)
    const last = 420
    for (let day = 0; day <= last; day += STEP) await save({ seq: day, recordedAt: START + days(day) }, ['{}'])
    const left = await database.query<{ seq: number }>(`select seq from past_snapshot where view = 'thin' order by seq`)
    const week = (day: number): number => Math.floor((START + days(day)) / days(7))
    const whole = Array.from({ length: last / STEP + 1 }, (_, n) => n * STEP)
    const expected = whole.filter((day) => day >= last - 31 || (day >= last - 366 && week(day) !== week(day - STEP)))
    expect(left.map((row) => row.seq)).toEqual(expected)
    expect(left.length).toBeLessThan(32 + 366 / 7 + 2)
  })
  it('leaves the snapshots of other views alone', async () => {
    const others = () => database.query(`select view, seq from past_snapshot where view <> 'thin' order by view, seq`)
    const before = await others()
    expect(before.length).toBeGreaterThan(0)
    await createPastStore(database, 'thin', '2', 10_000).save({ seq: 1, recordedAt: START + days(900) }, ['{}'])
    expect(await others()).toEqual(before)
    expect(await database.query(`select seq from past_snapshot where view = 'thin'`)).toEqual([{ seq: 1 }])
  })
})
