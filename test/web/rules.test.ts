import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { BacktestState, RuleDetail } from '../../server/contract/rulebook.ts'
import type { AnyRule } from '../../server/rules/define-rule.ts'
import {
  client,
  county,
  fix,
  type House,
  logIn,
  observe,
  openHouse,
  openStore,
  rules,
  say,
  speedRule,
  until,
} from './house.ts'

/** Faster than what the bureau set, 100 km/h unless it did. */
const settable: AnyRule = {
  ...speedRule('B'),
  id: 'test.settable',
  paramSchema: z.object({ limit: z.number().min(20).max(200), law: z.number() }),
  params: [{ from: '2020-01-01', value: { limit: 100, law: 7 } }],
  localSettings: [{ param: 'limit', title: { zh: '限速', en: 'Limit' }, unit: 'km/h' }],
  evolve: (_, { seq, observation: o }) => ({
    speed: o.data.speedKmh ?? 0,
    since: o.observedAt,
    seqs: [seq],
    at: o.observedAt,
  }),
  evaluate: (state, { register, subject, now, paramsAt }) =>
    state.speed <= paramsAt(now).limit
      ? { is: 'clear' }
      : {
          is: 'breach',
          since: state.since,
          evidence: state.seqs,
          facts: { speedKmh: state.speed },
          concerns: { unit: register.unitOf(subject) ?? null, carrier: subject, officers: [], place: null },
        },
}
const shipped: AnyRule = { ...settable, id: 'test.shipped-off', shipsOff: { zh: '未经核实', en: 'Not verified yet' } }

let store: Awaited<ReturnType<typeof openStore>>
let house: House
const cookies = new Map<string, string>()
beforeAll(async () => {
  store = await openStore()
  house = await openHouse({ database: store.database, supervision: { rulebook: [...rules, settable, shipped] } })
  await say(house.journal, ...county(house.clock()))
  for (const name of ['chief', 'leader', 'supervisor', 'unit-leader2'])
    cookies.set(name, (await logIn(house, name)).cookie()!)
})
afterAll(async () => {
  await house?.close()
  await store?.close()
})

const ask = async (who: string, method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown) =>
  client(house.url, cookies.get(who)).ask(method, path, body ?? (method === 'GET' ? undefined : {}))
const detail = async (id = 'test.settable', who = 'chief'): Promise<RuleDetail> =>
  (await ask(who, 'GET', `/api/rules/${id}`)).body as RuleDetail
const open = (rule: string) =>
  [...house.supervision.cases.all()].filter((c) => c.view.finding.rule === rule && c.view.active).length
const drive = async (speed: number): Promise<void> => {
  const receipts = await say(house.journal, fix('b-s1', house.clock(), speed))
  await house.supervision.reached(receipts.at(-1)!.seq)
}
const setting = { param: 'limit', value: 80, validFrom: null, reason: 'narrow roads' }

describe('a local setting takes two persons in two roles', () => {
  it('proposed by a chief and agreed on by a leader it holds, and says who, why and since when', async () => {
    await drive(90)
    expect(open('test.settable')).toBe(0)
    const proposed = await ask('chief', 'POST', '/api/rules/test.settable/settings', setting)
    expect([proposed.status, proposed.body.proposal.decision]).toEqual([200, null])
    expect((await detail()).state).toEqual({ rule: 'test.settable', on: true, waiting: 1, set: 0 })
    expect(open('test.settable')).toBe(0)

    const { id } = proposed.body.proposal
    const agreed = await ask('leader', 'POST', `/api/proposals/${id}/confirm`)
    expect(agreed.body.proposal).toMatchObject({
      by: 'chief',
      reason: 'narrow roads',
      decision: { agreed: true, by: 'leader', from: expect.any(Number) },
    })
    expect(open('test.settable')).toBe(1)
    const after = await detail()
    expect(after.state).toMatchObject({ waiting: 0, set: 1 })
    expect(after.values.map((v) => v.value.limit)).toEqual([100, 80])
    expect(after.days.at(-1)!.count).toBe(1)
    expect(after.days).toHaveLength(30)
    expect(house.journal.said('setting.confirmed')).toMatchObject([{ data: { by: 'leader', role: 'leader' } }])
  })
  it('is decided once', async () => {
    const { proposals } = await detail()
    const again = await ask('leader', 'POST', `/api/proposals/${proposals[0]!.id}/refuse`, { reason: 'x' })
    expect([again.status, again.body.error]).toEqual([409, 'decided'])
  })
  it('refused it does not hold, and the reason is kept', async () => {
    const { body } = await ask('chief', 'POST', '/api/rules/test.settable/settings', { ...setting, value: 30 })
    await ask('leader', 'POST', `/api/proposals/${body.proposal.id}/refuse`, { reason: 'too strict' })
    const after = await detail()
    expect(after.proposals.at(-1)!.decision).toMatchObject({ agreed: false, reason: 'too strict', from: null })
    expect(after.values.at(-1)!.value.limit).toBe(80)
  })
  it('two accounts of one human being are one person', async () => {
    const { body } = await ask('chief', 'POST', '/api/rules/test.settable/settings', { ...setting, value: 60 })
    await store.database.query("update account set person = 'one' where name in ('chief', 'leader')")
    const same = await ask('leader', 'POST', `/api/proposals/${body.proposal.id}/confirm`)
    await store.database.query("update account set person = name where name in ('chief', 'leader')")
    expect([same.status, same.body.error]).toEqual([403, 'same-person'])
    expect((await detail()).values.at(-1)!.value.limit).toBe(80)
  })
  it.each([
    ['a number of the law', { ...setting, param: 'law' }, 422, 'not-settable'],
    ['a value out of range', { ...setting, value: 5 }, 422, 'not-settable'],
    ['the value in force', setting, 409, 'unchanged'],
    ['a day long past', { ...setting, value: 70, validFrom: 1 }, 422, 'not-then'],
    ['no reason', { ...setting, reason: ' ' }, 422, 'invalid'],
  ])('refuses %s and says why', async (_, body, status, error) => {
    const answer = await ask('chief', 'POST', '/api/rules/test.settable/settings', body)
    expect([answer.status, answer.body.error]).toEqual([status, error])
    expect(answer.body.message.zh).toMatch(/[一-鿿]/)
  })
})

describe('a rule that ships switched off', () => {
  it('is off, is switched on by two persons, and finds from then on', async () => {
    await drive(150)
    expect((await detail('test.shipped-off')).state.on).toBe(false)
    expect(open('test.shipped-off')).toBe(0)
    const body = { on: true, validFrom: null, reason: 'checked with the legal department' }
    const { body: proposed } = await ask('chief', 'POST', '/api/rules/test.shipped-off/switch', body)
    await ask('leader', 'POST', `/api/proposals/${proposed.proposal.id}/confirm`)
    expect((await detail('test.shipped-off')).state.on).toBe(true)
    await drive(151)
    expect(open('test.shipped-off')).toBe(1)
    expect(house.journal.said('rule.switched-on')).toHaveLength(1)
    const again = await ask('chief', 'POST', '/api/rules/test.shipped-off/switch', body)
    expect([again.status, again.body.error]).toEqual([409, 'unchanged'])
  })
  it('the list says of each rule whether it runs', async () => {
    const { body } = await ask('supervisor', 'GET', '/api/rules')
    expect(body.states.map((s: { rule: string; on: boolean }) => [s.rule, s.on])).toContainEqual([
      'test.shipped-off',
      true,
    ])
  })
  it('a unit leader sees the counts of their own unit only', async () =>
    expect((await detail('test.settable', 'unit-leader2')).days.at(-1)!.count).toBe(0))
})

describe('a back-test over HTTP', () => {
  it('begins, is journalled, and ends with what it would have found', async () => {
    await drive(50)
    const begun = await ask('chief', 'POST', '/api/backtest', { rules: { 'test.settable': { limit: 20 } }, days: 2 })
    expect(begun.status).toBe(200)
    const state = async () => (await ask('chief', 'GET', '/api/backtest')).body as BacktestState
    await until(async () => (await state()).is === 'done')
    const done = await state()
    if (done.is !== 'done') throw new Error(done.is)
    expect(done.result.would).toBeGreaterThan(done.result.made)
    expect(done.result.samples[0]).toMatchObject({ in: 'would', rule: 'test.settable' })
    expect(house.journal.said('backtest.started')).toMatchObject([{ data: { by: 'chief', rules: ['test.settable'] } }])
    const seqs = done.result.samples[0]!.evidence.join(',')
    const { body } = await ask('chief', 'GET', `/api/entries?seqs=${seqs}`)
    expect(body.entries).toMatchObject([{ kind: 'position.reported' }])
    expect(house.journal.said('view.opened').at(-1)).toMatchObject({ data: { subject: `entries ${seqs}` } })
  })
  it('names what is wrong with the values', async () => {
    const wrong = await ask('chief', 'POST', '/api/backtest', { rules: { 'test.settable': { limit: 'x' } }, days: 2 })
    expect([wrong.status, JSON.stringify(wrong.body.detail)]).toEqual([
      422,
      expect.stringContaining('test.settable.limit'),
    ])
    expect((await ask('chief', 'POST', '/api/backtest', { rules: {}, days: 2 })).status).toBe(422)
  })
})

describe('a claim over HTTP', () => {
  const act = (at: number) => ({
    act: 'a1',
    kind: 'questioning',
    caseType: 'public-order',
    case: null,
    unit: 's1',
    person: 'p1',
    personRole: 'suspect',
    stay: null,
    room: 'r1',
    place: 'standard-case-area',
    officers: ['o1'],
    attendees: [],
    chargeBand: null,
    onTheSpot: false,
    guardianUnreachableNoted: false,
    at,
  })
  it('is held against the sources, with the entries that say so', async () => {
    const at = house.clock() - 3_600_000
    const room = {
      room: 'r1',
      name: { zh: '一室', en: 'Room 1' },
      unit: 's1',
      kind: 'questioning-room',
      facility: 'station',
    }
    const passage = { room: 'r1', who: 'o1', as: 'officer', sex: null, source: 'card' }
    const receipts = await say(
      house.journal,
      observe('room.registered', at - 10, room as never),
      observe('room.entered', at, passage as never),
      observe('act.started', at, act(at) as never),
      observe('act.ended', at + 600_000, { act: 'a1' }),
      observe('room.left', at + 600_000, passage as never),
    )
    await house.supervision.reached(receipts.at(-1)!.seq)
    const { status, body } = await ask('supervisor', 'GET', '/api/claims/a1')
    expect([status, body.verdict]).toEqual([200, 'corroborated'])
    expect(body.cells).toContainEqual(
      expect.objectContaining({
        source: 'door',
        about: 'officer/o1',
        says: 'supports',
        seqs: [receipts[1]!.seq, receipts[4]!.seq],
      }),
    )
  })
  it('hears which radio site heard an officer, by who had the radio then', async () => {
    const at = house.clock() - 3_000_000
    const coverage = [
      [
        [100, 20],
        [100.1, 20],
        [100.1, 20.1],
        [100, 20.1],
        [100, 20],
      ],
    ]
    const name = { zh: '远', en: 'Far' }
    const radio = { radio: 'hytera:10-7', gateway: 'g1' }
    const receipts = await say(
      house.journal,
      observe('unit.registered', at - 10, {
        unit: 's1',
        name,
        kind: 'station',
        parent: null,
        place: [112, 30],
      } as never),
      observe('radio-site.registered', at - 10, { site: 'far', gateway: 'g1', name, place: null, coverage } as never),
      observe('radio.assigned', at - 10, {
        ...radio,
        make: 'hytera',
        carrier: 'officer/o1',
        post: null,
        unit: 's1',
        talkgroups: [],
      } as never),
      observe('act.started', at, { ...act(at), act: 'a2' } as never),
      observe('radio.registered', at + 300_000, { ...radio, site: 'far' } as never),
      observe('act.ended', at + 600_000, { act: 'a2' }),
    )
    await house.supervision.reached(receipts.at(-1)!.seq)
    const { body } = await ask('supervisor', 'GET', '/api/claims/a2')
    expect(body.cells).toContainEqual(
      expect.objectContaining({
        source: 'radio',
        says: 'contradicts',
        because: 'other-site',
        seqs: [receipts[4]!.seq],
      }),
    )
  })
  it('of another unit is not there for a unit leader', async () =>
    expect((await ask('unit-leader2', 'GET', '/api/claims/a1')).status).toBe(404))
})
