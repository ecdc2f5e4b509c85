import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rulebook } from '../../server/rules/index.ts'
import { caseRoom, county, type House, logIn, observe, openHouse, openStore, say, until } from './house.ts'
import { connect } from './socket.ts'

const NAME = '欧阳慕白'
let store: Awaited<ReturnType<typeof openStore>>
let house: House
let refusing = false

/** One person in the case area of a station: named, arrived, summoned, brought into a room. */
const comesIn = async (unit: string, n: number, at: number): Promise<void> => {
  const [person, stay] = [`p-${unit}-${n}`, `stay-${unit}-${n}`]
  const of = { measure: `m-${unit}-${n}`, kind: 'summons-written', person, stay, case: null, unit } as const
  await say(
    house.journal,
    observe('room.registered', at, caseRoom(unit)),
    observe('sensor.installed', at, {
      sensor: `eye-${unit}`,
      watches: ['entry', 'badges'],
      room: `r-${unit}`,
      owner: unit,
    }),
    observe('person.named', at, { person, name: NAME }),
    observe('measure.started', at, {
      ...of,
      officers: [],
      grounds: [],
      exclusions: [],
      onScene: false,
      notedInRecord: null,
      place: null,
      days: null,
      document: null,
    }),
    observe('person.arrived', at, { stay, person, unit, source: 'gate', how: 'summoned' }),
    observe('room.entered', at + 1, { room: `r-${unit}`, who: person, as: 'held', sex: 'male', source: 'wristband' }),
  )
}

beforeAll(async () => {
  store = await openStore()
  house = await openHouse({ database: store.database, supervision: { rulebook } })
  const append = house.journal.append
  house.journal.append = (drafts) => (refusing ? Promise.reject(new Error('disk full')) : append(drafts))
  await say(house.journal, ...county(house.clock()))
  await comesIn('s1', 1, house.clock())
  await comesIn('s2', 1, house.clock())
  await until(() => house.supervision.custody.openStays() === 2)
})
afterAll(async () => {
  await house?.close()
  await store?.close()
})

describe('GET /api/custody: who is held, masked, with what comes next', () => {
  it('shows room, measure and the end of the eight hours', async () => {
    const { body } = await (await logIn(house, 'supervisor')).ask('GET', '/api/custody')
    const stay = body.stays.find((s: { id: string }) => s.id === 'stay-s1-1')
    expect(stay).toMatchObject({
      person: { id: 'p-s1-1', masked: '欧阳某某' },
      measure: { kind: 'summons-written' },
      room: { id: 'r-s1' },
      stage: 'arrived',
      recorder: { state: 'unknown', cause: 'no-sensor' },
    })
    const limit = stay.deadlines.find((d: { ends: boolean }) => d.ends)
    expect(limit).toMatchObject({ rule: 'questioning.time-limit', startedAt: stay.arrivedAt })
    expect(limit.dueAt - stay.arrivedAt).toBe(8 * 3_600_000)
  })

  it('is the same live, at once, and the later word has the greater number', async () => {
    const me = await logIn(house, 'supervisor')
    const c = await connect(house.url, me.cookie())
    const { body } = await me.ask('GET', '/api/custody')
    await say(house.journal, observe('sensor.failed', house.clock(), { sensor: 'eye-s1', fault: 'offline' }))
    await until(() => c.heard.room.some((r) => r.view.id === 'r-s1' && !r.view.observable))
    expect(c.heard.room.at(-1)!.seq).toBeGreaterThan(body.seq)
    await say(house.journal, observe('sensor.restored', house.clock(), { sensor: 'eye-s1' }))
    await until(() => c.heard.room.at(-1)!.view.observable)
    c.close()
  })

  it('a unit leader has the own unit only, by whatever way', async () => {
    const own = await logIn(house, 'unit-leader')
    const c = await connect(house.url, own.cookie())
    await comesIn('s1', 2, house.clock())
    await comesIn('s2', 2, house.clock())
    await until(() => c.heard.stay.some((s) => s.view.id === 'stay-s1-2'))
    expect(JSON.stringify([c.heard.stay, c.heard.room])).not.toContain('s2')
    expect(JSON.stringify((await own.ask('GET', '/api/custody')).body)).not.toContain('s2')
    expect((await own.ask('GET', '/api/stays/stay-s2-1')).status).toBe(404)
    expect((await own.ask('GET', '/api/stays/stay-s1-1')).status).toBe(200)
    c.close()
  })

  it('as it was: before the person came the board is empty', async () => {
    const me = await logIn(house, 'chief')
    const before = (await me.ask('GET', '/api/custody')).body.stays[0].arrivedAt - 60_000
    expect((await me.ask('GET', `/api/custody?at=${before}`)).body.stays).toEqual([])
  })

  it('as it was a moment ago: the same row with the same deadlines', async () => {
    const me = await logIn(house, 'chief')
    const now = (await me.ask('GET', '/api/custody')).body
    await new Promise((resolve) => setTimeout(resolve, 30))
    const then = (await me.ask('GET', `/api/custody?at=${now.at}`)).body
    const rows = (board: typeof now) =>
      board.stays
        .map(({ seq: _, ...rest }: { seq: number }) => rest)
        .sort((a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1))
    expect(rows(then)).toEqual(rows(now))
  })
})

describe('a name leaves only by an unmasking with a purpose, journalled before', () => {
  it('is in no other reply, snapshot, finding or message', async () => {
    const me = await logIn(house, 'chief')
    const c = await connect(house.url, me.cookie())
    await comesIn('s1', 3, house.clock())
    await until(() => c.heard.stay.length > 0 && c.heard.snapshot.length > 0)
    // Nine hours later there are findings about them.
    house.clock.forward(9 * 3_600_000)
    await until(() => c.heard.finding.some((f) => f.view.finding.rule === 'questioning.time-limit'), 5_000)
    await until(() => house.supervision.cases.size() > 0)
    const ids = [...house.supervision.cases.all()].map((one) => one.view.finding.id)
    const paths = [
      '/api/custody',
      `/api/custody?at=${house.clock() - 1_000}`,
      '/api/stays/stay-s1-3',
      '/api/stays/stay-s1-1',
      '/api/snapshot',
      '/api/findings?pageSize=500',
      `/api/replay?at=${house.clock() - 1_000}`,
      '/api/devices',
      ...ids.map((id) => `/api/findings/${encodeURIComponent(id)}`),
    ]
    const hex = Buffer.from(NAME).toString('hex')
    for (const path of paths) {
      const { status, body } = await me.ask('GET', path)
      expect(status, path).toBe(200)
      for (const form of [NAME, hex, '慕白']) expect(JSON.stringify(body), path).not.toContain(form)
    }
    expect(JSON.stringify(c.heard)).not.toContain('慕白')
    expect(
      JSON.stringify((await (await logIn(house, 'auditor')).ask('GET', '/api/audit?pageSize=500')).body),
    ).not.toContain('慕白')
    c.close()
  })

  it('the test would notice: an unmasking says it', async () => {
    const me = await logIn(house, 'supervisor')
    const { status, body } = await me.ask('POST', '/api/stays/stay-s1-1/unmask', { purpose: '核对到案人员身份' })
    expect([status, body]).toEqual([200, { person: 'p-s1-1', name: NAME }])
    expect(house.journal.said('view.opened')).toContainEqual(
      expect.objectContaining({
        data: { by: 'supervisor', what: 'identity', subject: 'stay-s1-1', purpose: '核对到案人员身份' },
      }),
    )
  })

  it('without a purpose there is none, and nothing is journalled', async () => {
    const me = await logIn(house, 'supervisor')
    const before = house.journal.said('view.opened').length
    for (const body of [{}, { purpose: '   ' }, { purpose: 'x' }]) {
      const answer = await me.ask('POST', '/api/stays/stay-s1-1/unmask', body)
      expect([answer.status, JSON.stringify(answer.body).includes(NAME)]).toEqual([422, false])
    }
    expect(house.journal.said('view.opened').length).toBe(before)
  })

  it('without a durable record there is none either', async () => {
    const me = await logIn(house, 'supervisor')
    refusing = true
    const { status, body } = await me.ask('POST', '/api/stays/stay-s1-1/unmask', { purpose: '核对到案人员身份' })
    refusing = false
    expect([status, body.error]).toEqual([503, 'cannot-record'])
    expect(JSON.stringify(body)).not.toContain('慕白')
  })

  it('a leader sees the board and no name', async () => {
    const me = await logIn(house, 'leader')
    expect((await me.ask('GET', '/api/custody')).status).toBe(200)
    expect((await me.ask('POST', '/api/stays/stay-s1-1/unmask', { purpose: '核对到案人员身份' })).status).toBe(403)
  })
})
