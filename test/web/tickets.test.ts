import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rulebook } from '../../server/rules/index.ts'
import { quiet } from '../../server/storage/log.ts'
import { startSupervision } from '../../server/supervision/supervision.ts'
import { county, type House, logIn, observe, openHouse, openStore, say, until } from './house.ts'

const PLATE = '宁A12345'
const DRIVER = '640121199001011234'
const OTHER = '640121198512120987'
let store: Awaited<ReturnType<typeof openStore>>
let house: House
let refusing = false

const fields = {
  kind: 'camera',
  serial: null,
  status: 'entered',
  unit: 's1',
  registeredWith: null,
  officer: 'J01',
  plate: PLATE,
  driver: DRIVER,
  violationCode: '1345',
  amountYuan: 200,
  points: 3,
  occurredAt: null,
  ground: null,
  proof: null,
}
const head = {
  system: 'tickets',
  unknown: [],
  beforeMissing: false,
  operator: null,
  terminal: null,
  ip: null,
  renumberedTo: null,
  renumberedFrom: null,
}
const issued = (ticket: string, at: number, more: object = {}) =>
  observe('ticket.changed', at, {
    ...head,
    ticket,
    op: 'issued',
    fields: { ...fields, ...more },
    changes: [],
    logPosition: `0/${at}`,
    txId: `i${ticket}`,
  } as never)
const changed = (ticket: string, at: number, values: Record<string, unknown>, more: object = {}) =>
  observe('ticket.changed', at, {
    ...head,
    ...{ ticket, op: 'changed', fields: { ...fields, ...values }, logPosition: `0/${at}`, txId: `c${ticket}` },
    changes: Object.entries(values).map(([field, after]) => ({
      field,
      before: (fields as Record<string, unknown>)[field],
      after,
    })),
    ...more,
  } as never)
const audited = (ticket: string, at: number, more: object = {}) =>
  observe('ticket.audited', at, {
    ...{
      system: 'tickets',
      txId: `c${ticket}`,
      tickets: [ticket],
      action: 'correct',
      account: 'zhang',
      accountOf: 'J07',
      officer: 'J08',
    },
    ...{
      rank: null,
      unit: 's1',
      terminal: 'w3',
      ip: '10.0.0.3',
      ground: null,
      groundText: null,
      proofs: [],
      document: null,
      approver: null,
      approverRank: null,
      reason: null,
    },
    ...more,
  } as never)

beforeAll(async () => {
  store = await openStore()
  house = await openHouse({ database: store.database, supervision: { rulebook } })
  const append = house.journal.append
  house.journal.append = (drafts) => (refusing ? Promise.reject(new Error('disk full')) : append(drafts))
  await say(house.journal, ...county(house.clock()))
  const at = house.clock()
  await say(
    house.journal,
    ...['swapped', 'lawful', 'unseen', 'plain'].map((t, i) => issued(t, at + i)),
    issued('elsewhere', at + 9, { unit: 's2' }),
    changed('swapped', at + 10, { driver: OTHER }),
    audited('swapped', at + 10, { action: 'change-driver' }),
    changed('lawful', at + 20, { status: 'cancelled' }),
    audited('lawful', at + 20, { action: 'cancel', ground: 7, proofs: ['比对.pdf'], rank: 'officer' }),
    changed('unseen', at + 30, { amountYuan: 50 }, { beforeMissing: true, changes: [] }),
    changed('plain', at + 40, { status: 'decided' }),
  )
  await until(() => house.supervision.seq() >= 0)
  house.clock.forward(11 * 60_000)
  await say(
    house.journal,
    observe('unit.registered', house.clock(), {
      unit: 's3',
      name: { zh: 's3', en: 's3' },
      kind: 'station',
      parent: null,
      place: null,
    } as never),
  )
  await until(() => [...house.supervision.cases.all()].some((c) => c.view.finding.rule === 'ticket.driver-swapped'))
})
afterAll(async () => {
  await house?.close()
  await store?.close()
})
const ask = async (who: string, path: string) => (await logIn(house, who)).ask('GET', path)
const card = (t: string) => `/api/tickets/${encodeURIComponent(`tickets/${t}`)}`

describe('GET /api/tickets', () => {
  it('pages, sorts and narrows; plates and drivers are masked', async () => {
    const { body } = await ask('supervisor', '/api/tickets?sort=ticket&pageSize=2')
    expect(body).toMatchObject({ total: 5, page: 1, pageSize: 2 })
    expect(body.items.map((r: { ticket: string }) => r.ticket)).toEqual(['elsewhere', 'lawful'])
    expect(JSON.stringify(body)).not.toContain(PLATE)
    expect(body.items[1]).toMatchObject({
      plate: '宁A***45',
      driver: '6401***34',
      status: 'cancelled',
      needing: 1,
      changes: 1,
    })
    const only = async (q: string) =>
      (await ask('supervisor', `/api/tickets?sort=ticket&${q}`)).body.items.map((r: { ticket: string }) => r.ticket)
    expect(await only('status=cancelled,decided')).toEqual(['lawful', 'plain'])
    expect(await only('finding=any')).toEqual(['swapped'])
    expect(await only('finding=unseen')).toEqual(['unseen'])
    expect(await only('finding=none')).toEqual(['elsewhere', 'lawful', 'plain', 'unseen'])
    expect(await only('officer=J08')).toEqual(['lawful', 'swapped'])
    expect(await only('unit=s2')).toEqual(['elsewhere'])
    expect(await only('text=swa')).toEqual(['swapped'])
  })

  it('a unit leader sees the own unit only, in lists, exports and on cards', async () => {
    const { body } = await ask('unit-leader', '/api/tickets')
    expect(body.total).toBe(4)
    expect((await ask('unit-leader', '/api/ticket-export')).body.rows).toHaveLength(4)
    expect((await ask('unit-leader', card('elsewhere'))).status).toBe(404)
    const span = `from=${house.clock() - 3_600_000}&to=${house.clock()}`
    expect((await ask('unit-leader', `/api/ticket-clusters?${span}`)).body.base).toBe(3)
  })
})

describe('the card of one ticket', () => {
  it('names field, both sides, who, whose login, where, how long after issue, and what is missing', async () => {
    const { body } = await ask('supervisor', card('swapped'))
    const change = body.changes.find((c: { op: string }) => c.op === 'changed')
    expect(change).toMatchObject({
      needs: 'driver',
      changes: [{ field: 'driver', before: '6401***34', after: '6401***87', protected: true }],
      sinceIssueMs: 10,
      standing: { is: 'missing', missing: ['driver-identified'] },
      audits: [{ account: 'zhang', accountOf: 'J07', officer: 'J08', terminal: 'w3', action: 'change-driver' }],
      findings: [{ rule: 'ticket.driver-swapped' }],
    })
    expect(JSON.stringify(body)).not.toMatch(new RegExp(`${PLATE}|${DRIVER}|${OTHER}`))
  })

  it('lawful with its ground, the ordinary course, and what could not be seen are three things', async () => {
    const standing = async (t: string) =>
      (await ask('supervisor', card(t))).body.changes.map((c: { standing: { is: string } }) => c.standing.is)
    expect(await standing('lawful')).toEqual(['none', 'lawful'])
    expect(await standing('plain')).toEqual(['none', 'none'])
    expect(await standing('unseen')).toEqual(['none', 'unseen'])
  })

  it('is not there for a ticket nobody knows', async () => {
    expect((await ask('supervisor', card('nothing'))).status).toBe(404)
    expect((await ask('supervisor', '/api/tickets/no-slash')).status).toBe(404)
  })
})

describe('no plate and no driver by any other way', () => {
  it('not in findings, their evidence, and the live feed’s snapshot', async () => {
    const me = await logIn(house, 'supervisor')
    const list = await me.ask('GET', '/api/findings?rule=ticket.driver-swapped')
    const [view] = list.body.items
    const detail = await me.ask('GET', `/api/findings/${encodeURIComponent(view.finding.id)}`)
    const snapshot = await me.ask('GET', '/api/snapshot')
    expect(detail.body.evidence.length).toBeGreaterThan(1)
    const all = JSON.stringify([list.body, detail.body, snapshot.body])
    expect(all).not.toMatch(new RegExp(`${PLATE}|${DRIVER}|${OTHER}`))
    expect(all).toContain('6401***87')
  })

  it('with a purpose, and the purpose is in the journal first', async () => {
    const me = await logIn(house, 'supervisor')
    expect((await me.ask('POST', `${card('swapped')}/unmask`, { purpose: 'x' })).status).toBe(422)
    const named = await me.ask('POST', `${card('swapped')}/unmask`, { purpose: '核查顶替扣分' })
    expect(named.body).toMatchObject({
      plate: PLATE,
      driver: OTHER,
      changes: [{ field: 'driver', before: DRIVER, after: OTHER }],
    })
    const audit = (await ask('auditor', '/api/audit?kind=view.opened&pageSize=500')).body.items
    expect(
      audit.some(
        (a: { data: { what: string; purpose: string } }) =>
          a.data.what === 'identity' && a.data.purpose === '核查顶替扣分',
      ),
    ).toBe(true)
    expect(
      (await (await logIn(house, 'leader')).ask('POST', `${card('swapped')}/unmask`, { purpose: '核查顶替扣分' }))
        .status,
    ).toBe(403)
  })

  it('not when the journal cannot take who looked', async () => {
    const me = await logIn(house, 'supervisor')
    refusing = true
    const refused = await me.ask('POST', `${card('swapped')}/unmask`, { purpose: '核查顶替扣分' })
    const unseen = await me.ask('GET', card('swapped'))
    refusing = false
    expect([refused.status, unseen.status]).toEqual([503, 503])
    expect(JSON.stringify([refused.body, unseen.body])).not.toContain(OTHER)
  })
})

describe('the tables behind it', () => {
  it('a journal older than the tables is read into them once; doing it again counts nothing twice', async () => {
    await house.supervision.written()
    const whole = () => store.database.query('select * from ticket order by system, ticket')
    const before = await whole()
    await house.supervision.stop()
    await store.database.query('delete from ticket')
    await store.database.query('delete from ticket_entry')
    await store.database.query(`delete from projection where name = 'tickets'`)
    const again = await startSupervision({ database: store.database, journal: house.journal, rulebook, log: quiet })
    expect(await whole()).toEqual(before)
    await again.stop()
    const third = await startSupervision({ database: store.database, journal: house.journal, rulebook, log: quiet })
    expect(await whole()).toEqual(before)
    await third.stop()
  })
})
