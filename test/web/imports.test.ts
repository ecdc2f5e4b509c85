import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ImportKind, ImportReply } from '../../server/contract/imports.ts'
import type { DataOf } from '../../server/domain/observation/index.ts'
import { client, county, type House, logIn, openHouse, openStore, say } from './house.ts'

let store: Awaited<ReturnType<typeof openStore>>
let house: House
const cookies = new Map<string, string>()
/** Two people whom no test before has imported. */
let officers = ''
let [n, peopleBefore, receiptsBefore] = [0, 0, 0]
beforeAll(async () => {
  store = await openStore()
  house = await openHouse({ database: store.database })
  await say(house.journal, ...county(house.clock()))
  for (const name of ['chief', 'system-admin', 'supervisor']) cookies.set(name, (await logIn(house, name)).cookie()!)
})
beforeEach(() => {
  n++
  officers = `警号,姓名,单位,身份\nP1-${n},张三,s1,民警\nP2-${n},李四,s2,辅警\n`
  peopleBefore = house.journal.said('officer.registered').length
  receiptsBefore = house.journal.said('import.completed').length
})
afterAll(async () => {
  await house?.close()
  await store?.close()
})

type Sent = Readonly<Record<string, string | Buffer<ArrayBuffer>>>
/** Sends files as a browser does, each under its kind. */
const post = async (name: string, files: Sent, fields: Readonly<Record<string, string>> = {}) => {
  const form = new FormData()
  for (const [is, content] of Object.entries(files)) form.append(is, new Blob([content]), `我的 ${is}.csv`)
  for (const [field, value] of Object.entries(fields)) form.append(field, value)
  const cookie = cookies.get(name)!
  const res = await fetch(`${house.url}/api/imports`, { method: 'POST', headers: { cookie }, body: form })
  return { status: res.status, body: (await res.json()) as ImportReply & { error?: string; detail?: unknown } }
}
const planned = (body: ImportReply) => {
  if (body.is !== 'planned') throw new Error(JSON.stringify(body))
  return body
}
const receipts = () =>
  house.journal
    .said('import.completed')
    .slice(receiptsBefore)
    .map((o) => o.data as DataOf<'import.completed'>)
const people = () => house.journal.said('officer.registered').length - peopleBefore

describe('import at the console', () => {
  it('a dry run counts and changes nothing; confirmed, it is journalled with its receipt', async () => {
    const plan = planned((await post('chief', { officers })).body)
    expect(plan.counts).toEqual([{ kind: 'officer.registered', added: 2, changed: 0, unchanged: 0, held: 0 }])
    expect([people(), receipts()]).toEqual([0, []])

    const { body } = await post('chief', { officers }, { digest: plan.digest })
    if (body.is !== 'imported' || !body.receipt) throw new Error(JSON.stringify(body))
    expect(people()).toBe(2)
    expect(body.receipt).toMatchObject({ by: 'chief', added: 2, changed: 0, entries: 2, layerReplaced: false })
    expect(body.receipt.files).toEqual([
      {
        name: '我的 officers.csv',
        is: 'officers',
        bytes: Buffer.from(officers).length,
        sha256: Buffer.from(await crypto.subtle.digest('SHA-256', Buffer.from(officers))).toString('hex'),
      },
    ])
    // What stands right before the receipt is what came of it.
    const came = (await house.journal.read({ after: body.receipt.seq - body.receipt.entries - 1, limit: 2 })).map(
      ({ observation: o }) => (o.kind === 'officer.registered' ? o.data.officer : o.kind),
    )
    expect(came).toEqual([`P1-${n}`, `P2-${n}`])

    const again = planned((await post('chief', { officers })).body)
    expect(again.counts).toEqual([{ kind: 'officer.registered', added: 0, changed: 0, unchanged: 2, held: 0 }])
    expect((await post('chief', { officers }, { digest: again.digest })).body).toEqual({
      is: 'imported',
      receipt: null,
    })
    expect(receipts()).toHaveLength(1)
  })

  it('says the line, the column and what would be right, in both languages; nothing is changed', async () => {
    const { status, body } = await post('chief', {
      officers: '警号,姓名,单位,身份\nP1,张三,s1,民警\nP2,李四,s9,保安\nP3,王五,s9,民警\n',
    })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      is: 'refused',
      total: 1,
      problems: [
        { file: '我的 officers.csv', line: 3, field: '身份', message: { zh: expect.stringContaining('民警') } },
      ],
    })
    expect(await post('chief', { officers: officers.replace('s2', 's9') })).toMatchObject({
      body: { is: 'refused', problems: [{ line: 3, field: 'unit' }] },
    })
    expect(people()).toBe(0)
  })

  it('reads GB18030 and JSON', async () => {
    const { default: iconv } = await import('iconv-lite')
    expect((await post('chief', { officers: Buffer.from(iconv.encode(officers, 'gb18030')) })).body).toMatchObject({
      is: 'planned',
    })
    const json = JSON.stringify([{ 卡号: '0A', 持卡人: 'Z', 身份: '医生' }])
    const form = new FormData()
    form.append('cards', new Blob([json]), 'cards.json')
    const cookie = cookies.get('chief')!
    const res = await fetch(`${house.url}/api/imports`, { method: 'POST', headers: { cookie }, body: form })
    expect(await res.json()).toMatchObject({ is: 'planned', total: 1 })
  })

  it('what is confirmed is what was shown: a record that changed meanwhile is not imported over', async () => {
    const { digest } = planned((await post('chief', { officers })).body)
    await post('system-admin', { officers }, { digest })
    const late = planned((await post('chief', { officers: officers.replace('李四', '李五') })).body)
    await post('system-admin', { officers: officers.replace('李四', '李六') }).then(({ body }) =>
      post('system-admin', { officers: officers.replace('李四', '李六') }, { digest: planned(body).digest }),
    )
    const { status, body } = await post(
      'chief',
      { officers: officers.replace('李四', '李五') },
      { digest: late.digest },
    )
    expect([status, body.error]).toEqual([409, 'import-changed'])
    expect(receipts().map((r) => [r.by, r.added, r.changed])).toEqual([
      ['system-admin', 2, 0],
      ['system-admin', 0, 1],
    ])
    // Nor another file than the one that was shown.
    const other = await post('chief', { officers: officers.replace('李四', '李七') }, { digest: late.digest })
    expect(other.status).toBe(409)
  })

  it('goes round no right: devices need the approver, drawings who may draw', async () => {
    const devices = '设备,承载者,责任单位,准入\nosmand:x0,,s1,是\n'
    expect(await post('chief', { devices })).toMatchObject({
      status: 403,
      body: { detail: { needs: 'devices.approve' } },
    })
    expect(house.journal.said('access.refused')).toContainEqual(
      expect.objectContaining({ data: { by: 'chief', what: 'POST /api/imports', reason: 'needs devices.approve' } }),
    )
    expect((await post('system-admin', { devices })).body.is).toBe('planned')
    const beats = JSON.stringify({ type: 'FeatureCollection', features: [] })
    expect(await post('system-admin', { beats })).toMatchObject({
      status: 403,
      body: { detail: { needs: 'zones.edit' } },
    })
    expect((await post('supervisor', { officers })).status).toBe(403)
  })

  it('a device that was blocked at the console stays blocked, and is counted so', async () => {
    const devices = '设备,承载者,责任单位,准入\nosmand:x1,,s1,是\n'
    const first = planned((await post('system-admin', { devices })).body)
    await post('system-admin', { devices }, { digest: first.digest })
    await say(house.journal, {
      kind: 'device.blocked',
      observedAt: house.clock(),
      data: { device: 'osmand:x1', by: 'system-admin', reason: 'lost' },
    })
    expect(planned((await post('system-admin', { devices })).body)).toMatchObject({
      counts: [
        { kind: 'device.bound', unchanged: 1, held: 0 },
        { kind: 'device.approved', unchanged: 0, held: 1 },
      ],
      changes: [{ about: 'device.approved osmand:x1', how: 'held' }],
    })
  })

  it.each([
    ['no form', { 'content-type': 'application/json' }, '{}', 422, 'not-form'],
    ['a form cut short', { 'content-type': 'multipart/form-data; boundary=x' }, '--x\r\nContent-Dis', 422, 'not-form'],
    ['too much', { 'content-type': 'multipart/form-data; boundary=x' }, new Uint8Array(10_100_000), 413, 'too-large'],
  ])('%s is answered, and the next import works', async (_, headers, body, status, error) => {
    const cookie = cookies.get('chief')!
    const res = await fetch(`${house.url}/api/imports`, { method: 'POST', headers: { cookie, ...headers }, body })
    expect([res.status, (await res.json()).error]).toEqual([status, error])
    expect((await post('chief', { officers })).body.is).toBe('planned')
  })

  it('no file, an unknown kind and a wrong field are refused', async () => {
    expect((await post('chief', {})).status).toBe(422)
    expect((await post('chief', { everything: 'a,b\n' })).body.detail).toEqual([
      { at: 'everything', problem: 'no such kind of file' },
    ])
    expect((await post('chief', { officers }, { rosterDays: '900' })).status).toBe(422)
    expect((await post('chief', { officers }, { digest: 'yes' })).status).toBe(422)
  })

  it('one at a time; more than one commit takes must be split', async () => {
    const lines = Array.from({ length: 10_000 }, (_, i) => `K${i},z,其他`)
    const cards = ['卡号,持卡人,身份', ...lines].join('\n')
    const many = await Promise.all([1, 2, 3].map(() => post('chief', { cards })))
    expect(many.map((m) => m.status).sort()).toEqual([200, 409, 409])
    expect(many.find((m) => m.status === 409)?.body.error).toBe('import-running')
    expect(many.find((m) => m.status === 200)?.body).toMatchObject({
      is: 'refused',
      problems: [{ message: { en: expect.stringContaining('split it') } }],
    })
    expect((await post('chief', { officers })).body.is).toBe('planned')
  })

  it('whoever began it gives it up and nothing is changed; nobody else does', async () => {
    const many = ['卡号,持卡人,身份', ...Array.from({ length: 40_000 }, (_, i) => `K${i},z,其他`)].join('\n')
    const cancel = async (name: string) => {
      const cookie = cookies.get(name)!
      const headers = { cookie, 'content-type': 'application/json' }
      const res = await fetch(`${house.url}/api/imports/cancel`, { method: 'POST', headers, body: '{}' })
      return { status: res.status, body: await res.json() }
    }
    expect(await cancel('chief')).toEqual({ status: 200, body: { cancelled: false } })
    const asked = post('chief', { cards: many })
    await vi.waitFor(async () => {
      const cookie = cookies.get('chief')!
      const { running } = await (await fetch(`${house.url}/api/imports`, { headers: { cookie } })).json()
      expect(running).toMatchObject({ by: 'chief' })
    })
    expect((await cancel('system-admin')).status).toBe(403)
    expect(await cancel('chief')).toEqual({ status: 200, body: { cancelled: true } })
    const answer = await asked
    expect([answer.status, answer.body.error]).toEqual([409, 'import-cancelled'])
    expect((await post('chief', { officers })).body.is).toBe('planned')
  })

  it('tells every mistake by its line, more than a page shows', async () => {
    const lines = Array.from({ length: 300 }, (_, i) => `K${i},,${i % 2 === 0 ? '机器人' : '其他'}`)
    const { body } = await post('chief', { cards: ['卡号,持卡人,身份', ...lines].join('\n') })
    if (body.is !== 'refused') throw new Error(body.is)
    expect(body.problems).toHaveLength(body.total)
    const told = body.problems.map((p) => p.line ?? 0)
    expect(told).toEqual(told.toSorted((a, b) => a - b))
    expect(body.total).toBeGreaterThan(300)
  })

  it('while it is being written, whoever may import sees whose it is and how many entries', async () => {
    const { digest } = planned((await post('chief', { officers })).body)
    let commit = (): void => undefined
    const asked = new Promise<void>((resolve) => {
      const append = house.journal.append.bind(house.journal)
      vi.spyOn(house.journal, 'append').mockImplementationOnce(async (drafts) => {
        resolve()
        await new Promise<void>((go) => {
          commit = go
        })
        return append(drafts)
      })
    })
    const imported = post('chief', { officers }, { digest })
    await asked
    const running = async () =>
      (await client(house.url, cookies.get('system-admin')).ask('GET', '/api/imports')).body.running
    expect(await running()).toMatchObject({ by: 'chief', step: 'writing', file: null, done: 0, of: 2 })
    commit()
    expect((await imported).body.is).toBe('imported')
    expect(await running()).toBeNull()
  })

  it('kinds and history: columns, a sample, and what was imported, newest first', async () => {
    const asker = client(house.url, cookies.get('system-admin'))
    const { body } = await asker.ask('GET', '/api/imports/kinds')
    const rooms = (body.kinds as ImportKind[]).find((k) => k.is === 'rooms')
    expect(rooms?.columns.slice(0, 2)).toEqual([
      { heading: '编号', name: 'id', needed: true },
      { heading: '名称', name: 'name', needed: true },
    ])
    for (const text of [officers, officers.replace('张三', '张四')]) {
      const { digest } = planned((await post('chief', { officers: text })).body)
      await post('chief', { officers: text }, { digest })
    }
    const { body: past } = await asker.ask('GET', '/api/imports')
    expect(past.running).toBeNull()
    expect(
      (past.receipts as { added: number; changed: number }[]).slice(0, 2).map((r) => [r.added, r.changed]),
    ).toEqual([
      [0, 1],
      [2, 0],
    ])
  })
})
