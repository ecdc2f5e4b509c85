import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { openJournal } from '../../server/journal/open.ts'
import { quiet } from '../../server/storage/log.ts'
import { startSupervision } from '../../server/supervision/supervision.ts'
import { createAccounts } from '../../server/web/accounts.ts'
import { createWeb } from '../../server/web/web.ts'
import { temporaryFolder } from '../support/database.ts'
import { county, fix, logIn, openStore, PASSWORD, people, rules, say, until } from './house.ts'
import { connect } from './socket.ts'

const config = { version: 'test', origins: [], trustProxy: false, staticDir: undefined, tiles: null, demo: null }

describe.each([
  ['embedded', () => undefined],
  ['PostgreSQL', () => inject('postgresqlUrl')],
])('the whole house on its real journal: %s', (_, urlOf) => {
  it('frame to finding to act to audit, and a restart continues where it was', async () => {
    const store = await openStore(urlOf())
    const { database } = store
    const folder = temporaryFolder('web-journal')
    const clock = Date.now
    const open = async () => {
      const journal = await openJournal({ database, clock, signingKey: path.join(folder, 'key.pem'), log: quiet })
      const supervision = await startSupervision({ database, journal, rulebook: rules, log: quiet })
      const web = createWeb({ database, journal, supervision, clock, log: quiet, config })
      const { port } = await web.listen(0, '127.0.0.1')
      const close = async (): Promise<void> => {
        await web.close()
        await supervision.stop()
        await journal.close()
      }
      return { journal, supervision, web, url: `http://127.0.0.1:${port}`, close }
    }
    let house = await open()
    const accounts = people.map((p) => ({ ...p, displayName: p.name, password: PASSWORD }))
    await createAccounts({ database, journal: house.journal, clock }, accounts)
    await say(house.journal, ...county(clock()))

    const c = await logIn(house, 'supervisor')
    const live = await connect(house.url, c.cookie())
    const at = clock()
    await say(house.journal, fix('b-s1', at - 2, 50), fix('b-s1', at - 1, 150))
    await until(() => live.heard.finding.length > 0, 5_000)
    await until(() => live.heard.positions.length > 0, 5_000)
    const { id } = live.heard.finding[0]!.view.finding
    const card = await c.ask('POST', `/api/findings/${encodeURIComponent(id)}/acknowledge`, {})
    expect(card.body).toMatchObject({ view: { status: 'acknowledged' }, evidence: [{ rawHex: expect.any(String) }] })
    await until(() => live.heard.finding.at(-1)!.view.status === 'acknowledged', 5_000)
    const audit = await (await logIn(house, 'auditor')).ask('GET', '/api/audit?kind=finding.acknowledged')
    expect(audit.body.items).toMatchObject([{ by: 'supervisor', data: { finding: id } }])
    await until(async () => (await c.ask('GET', '/readyz')).status === 200, 5_000)
    live.close()
    await house.close()

    house = await open()
    // The session outlives the restart, and so does what was done.
    const again = await connect(house.url, c.cookie())
    await until(() => again.heard.snapshot.length === 1, 5_000)
    expect(again.heard.snapshot[0]!.findings).toMatchObject([{ finding: { id }, status: 'acknowledged' }])
    expect(again.heard.snapshot[0]!.carriers.find((v) => v.id === 'vehicle/b-s1')).toMatchObject({ speedKmh: 150 })
    const track = await ask(house.url, c.cookie()!, `/api/carriers/vehicle%2Fb-s1/track?from=${at - 60_000}&to=${at}`)
    expect(track.points).toHaveLength(2)
    expect((await ask(house.url, c.cookie()!, `/api/replay?at=${clock()}`)).findings).toHaveLength(1)
    again.close()
    await house.close()
    await store.close()
    fs.rmSync(folder, { recursive: true, force: true })
  })
})

const ask = async (url: string, cookie: string, at: string) =>
  (await fetch(`${url}${at}`, { headers: { cookie } })).json() as Promise<{ points: unknown[]; findings: unknown[] }>
