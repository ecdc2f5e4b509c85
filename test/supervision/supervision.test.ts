import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { minutes, seconds } from '../../server/domain/time.ts'
import { quiet } from '../../server/storage/log.ts'
import { type Supervision, startSupervision } from '../../server/supervision/supervision.ts'
import {
  county,
  emptyStore,
  fix,
  movingClock,
  observe,
  openJournal,
  openStore,
  rules,
  say,
  until,
} from '../web/house.ts'

let store: Awaited<ReturnType<typeof openStore>>
beforeAll(async () => {
  store = await openStore()
})
afterAll(() => store?.close())
beforeEach(() => emptyStore(store.database))

const start = (journal: ReturnType<typeof openJournal>, more: object = {}) =>
  startSupervision({ database: store.database, journal, rulebook: rules, log: quiet, ...more })

const act = (kind: 'finding.acknowledged' | 'finding.noted', finding: string, at: number, more: object = {}) =>
  observe(kind, at, { finding, by: 'ann', ...more } as never)

/** A day at two stations: fast and slow cars, acknowledgements, a shelving, history delivered late. */
const happenings = (now: number) => {
  const id = (car: string, since: number) => `test.speed-${car[0]}/vehicle/${car}/${since}`
  return [
    ...county(now),
    fix('a-s1', now, 150),
    fix('b-s1', now, 120),
    act('finding.acknowledged', id('b-s1', now), now),
    fix('b-s1', now + 1000, 130),
    fix('c-s2', now + 1000, 90),
    fix('c-s2', now + 500, 190, { delivery: 'backfill' }),
    observe('finding.shelved', now, {
      finding: id('b-s1', now),
      by: 'ann',
      until: now + 40,
      reason: 'r',
      secondedBy: null,
    }),
    fix('b-s1', now + 2000, 60),
    fix('a-s1', now + 2000, 50),
    fix('a-s1', now + 3000, 180),
    act('finding.noted', id('a-s1', now), now, { note: 'nota bene' }),
    observe('device.disconnected', now, {
      device: 'jt808:cs2',
      carrier: 'vehicle/c-s2',
      protocol: 'jt808',
      reason: 'idle',
    }),
    observe('zone.withdrawn', now, { zone: 'z-s2', validUntil: now, by: 'chief', reason: 'r' }),
  ]
}

/** Everything that consoles and tables show, without what depends on the moment of looking. */
const whole = async (s: Supervision, now: number) => {
  await s.written()
  return {
    seq: s.seq(),
    cases: [...s.cases.all()].sort((a, b) => (a.view.finding.id < b.view.finding.id ? -1 : 1)),
    carriers: s.picture.all(now),
    devices: s.picture.state.devices,
    findings: await store.database.query('select * from finding order by id'),
    positions: await store.database.query('select * from position order by seq'),
    audit: await store.database.query('select * from audit order by seq'),
  }
}

describe('I3: findings are a pure function of journal and rulebook', () => {
  it('stopped and started again from a snapshot at any entry equals never stopped', async () => {
    const clock = movingClock()
    const journal = openJournal(clock)
    const t = clock()
    for (const one of happenings(t)) await say(journal, one)
    clock.forward(seconds(1))
    const never = await start(journal)
    const expected = await whole(never, t + minutes(1))
    await never.stop()
    expect(expected.cases.length).toBeGreaterThanOrEqual(3)

    for (const stopAfter of [1, 15, 17, 19, 22, 24]) {
      await emptyStore(store.database)
      const again = retold(journal)
      again.reveal(stopAfter)
      const first = await start(again.journal)
      await first.stop()
      again.reveal(again.count)
      const second = await start(again.journal)
      expect((await store.database.query('select seq from engine_snapshot')).length).toBeGreaterThan(0)
      expect(await whole(second, t + minutes(1)), `stopped after ${stopAfter}`).toEqual(expected)
      await second.stop()
    }
  })

  it('live, entry by entry, equals a replay', async () => {
    const clock = movingClock()
    const journal = openJournal(clock)
    const live = await start(journal, { tickMs: 5 })
    const t = clock()
    for (const one of happenings(t)) {
      await say(journal, one)
      await new Promise((resolve) => setTimeout(resolve, 7))
    }
    clock.forward(seconds(1))
    await until(() => live.now() > t + 900)
    const expected = await whole(live, t + minutes(1))
    await live.stop()
    await emptyStore(store.database)
    const replayed = await start(journal)
    expect(await whole(replayed, t + minutes(1))).toEqual(expected)
    await replayed.stop()
  })

  it('a changed rulebook folds the journal anew; what only the old one found stays, and goes on no more', async () => {
    const clock = movingClock()
    const journal = openJournal(clock)
    for (const one of happenings(clock())) await say(journal, one)
    const old = await start(journal)
    expect(old.cases.size()).toBeGreaterThanOrEqual(3)
    await old.stop()
    const changed = await start(journal, { rulebook: rules.slice(1) })
    expect([...changed.cases.all()].map((c) => c.view.finding.rule)).not.toContain('test.speed-a')
    const kept = await store.database.query(`select active, view from finding where rule = 'test.speed-a'`)
    expect(kept.length).toBe(2)
    for (const row of kept) expect([row.active, (row.view as { active: boolean }).active]).toEqual([false, false])
    await changed.stop()
  })
})

describe('the tables: at-least-once in, exactly-once effect', () => {
  it('folding everything again writes nothing twice', async () => {
    const clock = movingClock()
    const journal = openJournal(clock)
    for (const one of happenings(clock())) await say(journal, one)
    clock.forward(seconds(1))
    const first = await start(journal)
    const before = await whole(first, clock())
    await first.stop()
    await store.database.query('delete from engine_snapshot')
    await store.database.query('delete from projection')
    const second = await start(journal)
    const after = await whole(second, clock())
    expect(after.positions).toEqual(before.positions)
    expect(after.findings).toEqual(before.findings)
    expect(after.audit).toEqual(before.audit)
    await second.stop()
  })
  it('what a person typed cannot stop the projections: NUL, lone surrogates', async () => {
    const clock = movingClock()
    const journal = openJournal(clock)
    const s = await start(journal)
    await say(journal, observe('session.refused', clock(), { name: 'a\u0000b\ud800', remoteAddress: 'x', reason: 'r' }))
    await s.written()
    expect(await store.database.query('select actor from audit')).toEqual([{ actor: 'a\ufffdb\ufffd' }])
    await s.stop()
  })
  it('a note on a finished finding reaches its history', async () => {
    const clock = movingClock()
    const journal = openJournal(clock)
    const s = await start(journal)
    const t = clock()
    const id = `test.speed-b/vehicle/b-s1/${t}`
    const on = { finding: id, by: 'ann' }
    await say(journal, ...county(t), fix('b-s1', t, 150), observe('finding.acknowledged', t, on))
    await say(journal, observe('finding.dismissal-proposed', t, { ...on, outcome: 'sensor-fault', reason: 'r' }))
    await say(journal, fix('b-s1', t + 1, 50))
    expect(s.cases.get(id)).toBeUndefined()
    await say(journal, observe('finding.noted', t, { ...on, note: 'antenna replaced' }))
    await s.written()
    const [row] = await store.database.query<{ history: { what: string }[] }>('select history from finding')
    expect(row!.history.map((h) => h.what)).toEqual(['opened', 'acknowledged', 'dismissal-proposed', 'ended', 'noted'])
    await s.stop()
  })
})

describe('a storm: ten of one cause and unit within ten minutes are grouped, and none is held back', () => {
  it('the tenth gathers the nine before it', async () => {
    const clock = movingClock()
    const journal = openJournal(clock)
    const s = await start(journal)
    const heard: string[] = []
    s.onChange((c) => c.is === 'finding' && heard.push(`${c.view.finding.id} ${c.view.storm !== null}`))
    const t = clock()
    await say(journal, ...county(t))
    for (let i = 0; i < 9; i++) await say(journal, fix('a-s1', t + 2 * i, 150), fix('a-s1', t + 2 * i + 1, 50))
    expect([...s.cases.all()].filter((c) => c.view.storm !== null)).toHaveLength(0)
    // Each was told when it opened, not when the storm was known.
    expect(heard.filter((h) => h.endsWith('false'))).toHaveLength(18)
    await say(journal, fix('a-s1', t + 100, 150))
    const storms = new Set([...s.cases.all()].map((c) => c.view.storm))
    expect([...storms]).toEqual([expect.stringMatching(/^test\.speed-a@s1@\d+$/)])
    await say(journal, fix('b-s1', t, 150))
    expect(s.cases.get(`test.speed-b/vehicle/b-s1/${t}`)?.view.storm).toBeNull()
    await s.stop()
  })
})

describe('shelving ends by the journal’s time', () => {
  it('and consoles are told', async () => {
    const clock = movingClock()
    const journal = openJournal(clock)
    const s = await start(journal, { tickMs: 10 })
    const t = clock()
    const on = { finding: `test.speed-b/vehicle/b-s1/${t}`, by: 'ann' }
    await say(journal, ...county(t), fix('b-s1', t, 150), observe('finding.acknowledged', t, on))
    await say(journal, observe('finding.shelved', t, { ...on, until: t + minutes(30), reason: 'r', secondedBy: null }))
    expect(s.cases.get(on.finding)?.view.status).toBe('shelved')
    let told: string | undefined
    s.onChange((c) => {
      if (c.is === 'finding') told = c.view.status
    })
    clock.forward(minutes(30))
    await until(() => told === 'acknowledged')
    await s.stop()
  })
})

/** A journal that gives the same entries again, as far as `reveal` has been told. */
function retold(original: ReturnType<typeof openJournal>) {
  const entries = original.entries()
  let upTo = 0
  const journal = {
    ...original,
    read: async ({ after = -1, limit = 1000 } = {}) =>
      entries
        .slice(0, upTo)
        .filter((e) => e.seq > after)
        .slice(0, limit),
    // The original's clock had gone a second further when it was looked at.
    watermark: async () => ({
      seq: upTo - 1,
      recordedAt: entries[upTo - 1]!.recordedAt + (upTo === entries.length ? 1000 : 0),
    }),
  }
  return {
    journal,
    reveal: (n: number): void => {
      upTo = n
    },
    count: entries.length,
  }
}
