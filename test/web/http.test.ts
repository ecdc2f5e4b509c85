import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { client, county, fix, type House, logIn, openHouse, openStore, say, until, zoneOf } from './house.ts'

let store: Awaited<ReturnType<typeof openStore>>
let house: House
let dist: string
const asked: string[] = []
let answers = true
beforeAll(async () => {
  store = await openStore()
  dist = await fs.mkdtemp(path.join(os.tmpdir(), 'custodes-dist-'))
  await fs.mkdir(path.join(dist, 'assets'))
  await fs.writeFile(path.join(dist, 'index.html'), '<!doctype html><title>custodes</title>')
  await fs.writeFile(path.join(dist, 'assets', 'main-abc123.js'), 'export {}')
  house = await openHouse({
    database: store.database,
    config: { staticDir: dist },
    web: {
      county: { type: 'FeatureCollection', features: [] },
      locate: async (device) => {
        asked.push(device)
        if (answers) await say(house.journal, fix('a-s1', house.clock(), 33))
        return answers
      },
    },
  })
  await say(house.journal, ...county(house.clock()))
})
afterAll(async () => {
  await house?.close()
  await store?.close()
  await fs.rm(dist, { recursive: true, force: true })
})

const opened = async (car: string): Promise<string> => {
  const at = house.clock()
  await say(house.journal, fix(car, at, 50), fix(car, at + 1, 150))
  return encodeURIComponent(`test.speed-${car[0]}/vehicle/${car}/${at + 1}`)
}
const people = async (...names: string[]) => Promise.all(names.map((name) => logIn(house, name)))

describe('from a finding to its end', () => {
  it('grade A: seen, verified, dismissal proposed by one and confirmed by another', async () => {
    const [one, two] = await people('supervisor', 'leader')
    const id = await opened('a-s1')
    const step = (c: typeof one, action: string, body: object = {}) =>
      c!.ask('POST', `/api/findings/${id}/${action}`, body)
    expect((await step(one, 'dismiss', { outcome: 'sensor-fault', reason: 'r' })).body.error).toBe('not-acknowledged')
    expect((await step(one, 'acknowledge')).body.next).toContain('verify')
    expect((await step(one, 'acknowledge')).body).toMatchObject({
      error: 'already-acknowledged',
      detail: { status: 'acknowledged' },
    })
    expect((await step(one, 'dismiss', { outcome: 'substantiated', reason: 'r' })).status).toBe(422)
    expect((await step(one, 'dismiss', { outcome: 'sensor-fault', reason: ' ' })).status).toBe(422)
    expect((await step(one, 'dismiss', { outcome: 'sensor-fault', reason: '天线' })).body.view.status).toBe(
      'dismissal-proposed',
    )
    expect((await step(one, 'confirm-dismissal')).body.error).toBe('same-person')
    const { body } = await step(two, 'confirm-dismissal')
    expect(body.view).toMatchObject({
      status: 'dismissed',
      dismissal: { proposedBy: 'supervisor', confirmed: { by: 'leader' } },
    })
    expect(body.history.map((h: { what: string }) => h.what)).toEqual([
      'opened',
      'acknowledged',
      'dismissal-proposed',
      'dismissal-confirmed',
    ])
  })
  it('grade A: shelved by two, for as long as was asked, from the second one’s word on', async () => {
    const [one, two] = await people('supervisor', 'supervisor2')
    const id = await opened('a-s2')
    const step = (c: typeof one, action: string, body: object = {}) =>
      c!.ask('POST', `/api/findings/${id}/${action}`, body)
    await step(one, 'acknowledge')
    expect((await step(one, 'shelve', { minutes: 61, reason: 'r' })).body.error).toBe('shelved-too-long')
    expect((await step(one, 'shelve', { minutes: 30, reason: 'r' })).body.view).toMatchObject({
      shelved: null,
      status: 'acknowledged',
    })
    expect((await step(one, 'confirm-shelving')).body.error).toBe('same-person')
    const { body } = await step(two, 'confirm-shelving')
    expect(body.view).toMatchObject({ status: 'shelved', shelved: { by: 'supervisor', secondedBy: 'supervisor2' } })
    const left = body.view.shelved.until - house.clock()
    expect(left).toBeGreaterThan(29 * 60_000)
    const auditor = await logIn(house, 'auditor')
    for (const by of ['supervisor', 'supervisor2'])
      expect((await auditor.ask('GET', `/api/audit?kind=finding.shelved&by=${by}`)).body.total).toBe(1)
  })
  it('two at once: one is told that the other was first', async () => {
    const [one, two] = await people('supervisor', 'supervisor2')
    const id = await opened('b-s1')
    const both = await Promise.all([one, two].map((c) => c!.ask('POST', `/api/findings/${id}/acknowledge`, {})))
    expect(both.map((a) => a.status).sort()).toEqual([200, 409])
  })
  it('the card answers its five questions', async () => {
    const [c] = await people('supervisor')
    const { body } = await c!.ask('GET', `/api/findings/${await opened('b-s2')}`)
    expect(body).toMatchObject({
      view: { title: { zh: '车速过高（B）' }, finding: { grade: 'B', since: expect.any(Number) } },
      rule: { citations: [{ article: '第一条' }], healthy: true },
      evidence: [
        {
          kind: 'position.reported',
          rawHex: expect.stringMatching(/^7e..7e$/),
          hash: expect.stringMatching(/^[0-9a-f]{64}$/),
        },
      ],
      next: ['acknowledge', 'claim', 'note'],
    })
  })
  it('lists are sorted, filtered and paged by the server', async () => {
    const [c] = await people('supervisor')
    const { body } = await c!.ask('GET', '/api/findings?sort=grade&pageSize=2&grade=A,B')
    expect(body.items.map((v: { finding: { grade: string } }) => v.finding.grade)).toEqual(['A', 'A'])
    expect(body).toMatchObject({ page: 1, pageSize: 2, total: 4 })
    expect((await c!.ask('GET', '/api/findings?sort=sideways')).body).toMatchObject({
      error: 'invalid',
      detail: [{ at: 'sort' }],
    })
    expect((await c!.ask('GET', '/api/findings?status=dismissed')).body.total).toBe(1)
  })
})

describe('I6: a view is journalled before a byte is served; no record, no bytes', () => {
  const views = [
    '/api/findings',
    '/api/snapshot',
    '/api/carriers/vehicle%2Fa-s1',
    '/api/carriers/vehicle%2Fa-s1/track?from=1&to=2',
    '/api/replay?at=1772409600000',
    '/api/devices',
  ]
  it.each(views)('%s', async (view) => {
    const c = await logIn(house, 'supervisor')
    const before = house.journal.said('view.opened').length
    expect((await c.ask('GET', `${view}${view.includes('?') ? '&' : '?'}purpose=complaint`)).status).toBe(200)
    expect(house.journal.said('view.opened')[before]?.data).toMatchObject({ by: 'supervisor', purpose: 'complaint' })
    house.journal.fail(new Error('disk full'))
    const { status, body } = await c.ask('GET', view)
    house.journal.fail(undefined)
    expect([status, body.error]).toEqual([503, 'cannot-record'])
    expect(Object.keys(body)).toEqual(['error', 'message'])
  })
  it('nothing changes either while the journal cannot take it', async () => {
    const c = await logIn(house, 'supervisor')
    const id = await opened('c-s1')
    house.journal.fail(new Error('disk full'))
    const { status, body } = await c.ask('POST', `/api/findings/${id}/acknowledge`, {})
    house.journal.fail(undefined)
    expect([status, body.error]).toEqual([503, 'unavailable'])
    expect(JSON.stringify(body)).not.toMatch(/disk full|at /)
    expect((await c.ask('GET', `/api/findings/${id}`)).body.view.status).toBe('new')
  })
  it('the auditor sees it, newest first, and is seen doing so', async () => {
    const auditor = await logIn(house, 'auditor')
    const { body } = await auditor.ask('GET', '/api/audit?by=supervisor&kind=view&pageSize=3')
    expect(body.items).toHaveLength(3)
    expect(body.items[0]).toMatchObject({ by: 'supervisor', kind: 'view.opened' })
    expect(body.items[0].seq).toBeGreaterThan(body.items[1].seq)
    expect(house.journal.said('view.opened').at(-1)?.data).toMatchObject({ by: 'auditor', what: 'audit' })
    expect((await auditor.ask('GET', `/api/audit?from=${house.clock() + 60_000}`)).body.total).toBe(0)
  })
})

describe('zones are drawn and withdrawn with history; nothing is overwritten', () => {
  const body = (more: object = {}) => {
    const { zone: _, validFrom: __, by: ___, ...rest } = zoneOf('x', 's1', 0)
    return { ...rest, reason: '调整巡区', ...more }
  }
  it('a change is a new version', async () => {
    const chief = await logIn(house, 'chief')
    expect((await chief.ask('PUT', '/api/zones/beat-9', body())).body.zone).toMatchObject({
      id: 'beat-9',
      by: 'chief',
      validUntil: null,
    })
    await until(() => house.clock() > 0)
    await new Promise((resolve) => setTimeout(resolve, 5))
    await chief.ask('PUT', '/api/zones/beat-9', body({ name: { zh: '新', en: 'new' } }))
    await new Promise((resolve) => setTimeout(resolve, 5))
    expect((await chief.ask('DELETE', '/api/zones/beat-9', { reason: '撤销' })).status).toBe(200)
    const { versions } = (await chief.ask('GET', '/api/zones/beat-9/history')).body
    expect(versions.map((v: { name: { en: string } }) => v.name.en)).toEqual(['x', 'new'])
    expect(versions[0].validUntil).toBe(versions[1].validFrom)
    expect(versions[1].validUntil).toBeGreaterThan(versions[1].validFrom)
    await until(async () => !JSON.stringify((await chief.ask('GET', '/api/zones')).body).includes('beat-9'))
  })
  it.each([
    [body({ reason: '' }), 'invalid'],
    [
      body({
        polygon: [
          [
            [116, 30],
            [117, 31],
            [117, 30],
            [116, 30.5],
            [116, 30],
          ],
        ],
      }),
      'invalid-geometry',
    ],
    [
      body({
        polygon: [
          [
            [30, 116],
            [31, 116],
            [31, 117],
            [30, 116],
          ],
        ],
      }),
      'invalid',
    ],
    [body({ kind: 'county' }), 'invalid'],
  ])('a bad one is refused', async (bad, error) => {
    const answer = await (await logIn(house, 'chief')).ask('PUT', '/api/zones/bad', bad)
    expect([answer.status, answer.body.error]).toEqual([422, error])
  })
})

describe('locate now', () => {
  it('is journalled, asks the device, and answers with what it said', async () => {
    const c = await logIn(house, 'supervisor')
    const { body } = await c.ask('POST', '/api/carriers/vehicle%2Fa-s1/locate', {})
    expect(asked).toEqual(['jt808:as1'])
    expect(body).toMatchObject({ answered: true, point: { speedKmh: 33, delivery: 'live' } })
    expect(house.journal.said('carrier.locate-asked').at(-1)?.data).toEqual({
      by: 'supervisor',
      carrier: 'vehicle/a-s1',
    })
  })
  it('says so when it did not answer', async () => {
    answers = false
    const c = await logIn(house, 'supervisor')
    expect((await c.ask('POST', '/api/carriers/vehicle%2Fa-s1/locate', {})).body).toEqual({
      answered: false,
      point: null,
    })
  })
})

describe('devices: unknown ones are listed, approved or blocked, never trusted by themselves', () => {
  it('a stranger appears, is approved with carrier and owner, and is blocked', async () => {
    const admin = await logIn(house, 'system-admin')
    await say(house.journal, fix('c-s1', house.clock(), 1, { device: 'jt808:13900000000', carrier: null }))
    const find = async () =>
      (await admin.ask('GET', '/api/devices')).body.devices.find((d: { id: string }) => d.id === 'jt808:13900000000')
    expect(await find()).toMatchObject({ trust: 'unknown', owner: null })
    const at = '/api/devices/jt808:13900000000'
    expect((await admin.ask('POST', `${at}/approve`, { carrier: 'vehicle/nope', owner: 's1' })).status).toBe(422)
    expect((await admin.ask('POST', `${at}/approve`, { carrier: null, owner: 'nope' })).status).toBe(422)
    expect(
      (await admin.ask('POST', `${at}/approve`, { carrier: 'vehicle/a-s1', owner: 's1' })).body.device,
    ).toMatchObject({
      trust: 'approved',
      carrier: 'vehicle/a-s1',
      owner: 's1',
    })
    expect((await admin.ask('POST', `${at}/block`, { reason: 'stolen' })).body.device.trust).toBe('blocked')
    expect((await admin.ask('POST', '/api/devices/jt808:1/block', { reason: 'r' })).status).toBe(404)
  })
  it('a frame tells where somebody is: the administrator does not see it, a supervisor does', async () => {
    const frames = async (name: string) =>
      (await (await logIn(house, name)).ask('GET', '/api/devices')).body.devices.map(
        (d: { lastFrameHex: string | null }) => d.lastFrameHex,
      )
    expect((await frames('system-admin')).every((f: unknown) => f === null)).toBe(true)
    expect((await frames('supervisor')).some((f: unknown) => typeof f === 'string')).toBe(true)
  })
})

describe('what a page of another site cannot do', () => {
  it.each([[{ origin: 'https://evil.example' }], [{ origin: 'null' }], [{ 'sec-fetch-site': 'cross-site' }]])(
    'change anything with %o',
    async (headers) => {
      const c = await logIn(house, 'supervisor')
      const { status, body } = await c.ask(
        'DELETE',
        '/api/session',
        undefined,
        headers as unknown as Record<string, string>,
      )
      expect([status, body.error]).toEqual([403, 'wrong-origin'])
      expect((await c.ask('GET', '/api/session')).status).toBe(200)
    },
  )
  it('our own pages can', async () => {
    const c = await logIn(house, 'supervisor')
    expect((await c.ask('DELETE', '/api/session', undefined, { origin: house.url })).status).toBe(200)
  })
  it('send a form in place of JSON', async () => {
    const c = await logIn(house, 'supervisor')
    const res = await fetch(`${house.url}/api/session`, {
      method: 'DELETE',
      body: 'a=b',
      headers: { cookie: c.cookie()! },
    })
    expect([res.status, ((await res.json()) as { error: string }).error]).toEqual([400, 'not-json'])
  })
})

describe('limits', () => {
  it('a body over 256 kB is refused', async () => {
    const { status, body } = await client(house.url).ask('POST', '/api/session', {
      name: 'x',
      password: 'y'.repeat(300_000),
    })
    expect([status, body.error]).toEqual([413, 'too-large'])
  })
  it('broken JSON is refused, without a stack', async () => {
    const res = await fetch(`${house.url}/api/session`, {
      method: 'POST',
      body: '{',
      headers: { 'content-type': 'application/json' },
    })
    const text = await res.text()
    expect([res.status, JSON.parse(text).error]).toEqual([400, 'not-json'])
    expect(text).not.toMatch(/node_modules|SyntaxError/)
  })
  it('a broken address is refused', async () =>
    expect((await (await logIn(house, 'chief')).ask('GET', '/api/findings/%E0%A4%A')).status).toBe(404))
  it('one session that floods is slowed down, another is not', async () => {
    const own = await openHouse({ database: store.database, config: { rates: { perSecond: 5, burst: 20 } } })
    const [flood, calm] = [await logIn(own, 'chief'), await logIn(own, 'leader')]
    const statuses = await Promise.all(
      Array.from({ length: 40 }, async () => (await flood.ask('GET', '/api/session')).status),
    )
    expect(statuses.filter((s) => s === 429).length).toBeGreaterThan(10)
    expect((await calm.ask('GET', '/api/session')).status).toBe(200)
    await own.close()
  })
})

describe('CSP without unsafe-inline or eval in scripts', () => {
  it('is on every answer', async () => {
    for (const at of ['/', '/api/welcome', '/healthz', '/nowhere']) {
      const csp = (await client(house.url).ask('GET', at)).headers.get('content-security-policy')!
      const scripts = csp.split(';').find((d) => d.trim().startsWith('script-src '))!
      expect(scripts).not.toMatch(/unsafe|\*/)
      expect(csp).toMatch(/default-src 'self'.*frame-ancestors 'none'/)
    }
  })
  it('nobody is told what we run on', async () =>
    expect((await client(house.url).ask('GET', '/')).headers.get('x-powered-by')).toBeNull())
})

describe('the built console', () => {
  it('hashed files may be kept for ever, the page never', async () => {
    const page = await client(house.url).ask('GET', '/')
    expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-store'])
    const script = await client(house.url).ask('GET', '/assets/main-abc123.js')
    expect(script.headers.get('cache-control')).toMatch(/immutable/)
  })
  it('a view’s address gives the page, a missing route does not', async () => {
    expect((await client(house.url).ask('GET', '/findings/abc')).body).toMatch(/custodes/)
    expect((await client(house.url).ask('GET', '/api/nothing')).status).toBe(404)
    expect((await client(house.url).ask('GET', '/assets/gone-1.js')).status).toBe(404)
  })
  it('nothing outside its folder', async () =>
    expect((await client(house.url).ask('GET', '/..%2f..%2fetc%2fpasswd')).body).not.toMatch(/root:/))
})

describe('for the machines that run us', () => {
  it('ready when the store takes writes and supervision is caught up', async () => {
    await until(async () => (await client(house.url).ask('GET', '/readyz')).status === 200)
    expect((await client(house.url).ask('GET', '/healthz')).body).toEqual({ alive: true })
  })
  it('not ready once the store is gone, and the API says so', async () => {
    const own = await openStore()
    const sick = await openHouse({ database: own.database })
    const c = client(sick.url)
    await until(async () => (await c.ask('GET', '/readyz')).status === 200)
    await own.close()
    await until(async () => (await c.ask('GET', '/readyz')).status === 503)
    expect((await c.ask('GET', '/readyz')).body).toMatchObject({ ready: false, store: 'failed' })
    expect((await c.ask('GET', '/healthz')).status).toBe(200)
    expect((await c.ask('POST', '/api/session', { name: 'a', password: 'b' })).body.error).toBe('unavailable')
    await sick.web.close()
    await sick.supervision.stop().catch(() => undefined)
  })
  it('metrics count requests and consoles', async () => {
    const { body } = await client(house.url).ask('GET', '/metrics')
    expect(body).toMatch(/custodes_http_request_seconds_count\{route="GET \/api\/findings",status="200"\} \d+/)
    expect(body).toMatch(/custodes_supervision_seq \d+/)
    expect(body).not.toMatch(/vehicle\/|supervisor"/)
  })
})
