import { createHmac, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { startIntake } from '../../server/gateways/cloudevents.ts'
import { openJournal } from '../../server/journal/open.ts'
import { openEmbedded } from '../../server/storage/embedded.ts'
import { quiet } from '../../server/storage/log.ts'
import { migrate } from '../../server/storage/open.ts'
import { cacheDir, temporaryFolder } from '../support/database.ts'

const secret = randomBytes(32)
const source = { name: 'cases', owner: 'bureau', secrets: [secret], sources: ['/cases'], types: ['custodes.*'] }
const log = { info: () => {}, warn: () => {}, error: () => {} }

const post = async (url: string, id: string, seconds: number, body: string) => {
  const signature = createHmac('sha256', secret).update(`${id}.${seconds}.${body}`).digest('base64')
  const reply = await fetch(url, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/cloudevents-batch+json',
      'webhook-id': id,
      'webhook-timestamp': String(seconds),
      'webhook-signature': `v1,${signature}`,
    },
  })
  return { status: reply.status, body: await reply.json() }
}

describe('a delivery and a restart, on the embedded store', () => {
  it('is refused when replayed, a duplicate when sent anew, and kept byte for byte', { timeout: 120_000 }, async () => {
    const dir = temporaryFolder('intake')
    const open = async () => {
      const database = await openEmbedded({ dataDir: path.join(dir, 'data'), log: quiet, cacheDir })
      await migrate(database)
      const journal = await openJournal({ database, clock: Date.now, signingKey: path.join(dir, 'key'), log: quiet })
      const intake = await startIntake({ journal, sources: [source], clock: Date.now, log, host: '127.0.0.1', port: 0 })
      const close = async () => {
        await intake.close()
        await journal.close()
        await database.close()
      }
      return { journal, url: `http://127.0.0.1:${intake.port}/intake/cloudevents`, close }
    }
    const event = (id: string, type: string, data: object) => ({
      specversion: '1.0',
      id,
      source: '/cases',
      type: `custodes.${type}`,
      time: new Date().toISOString(),
      data,
    })
    const body = JSON.stringify([
      event('1', 'person.arrived', { stay: 'S1', person: 'P1', unit: 'u' }),
      event('2', 'stay.written', {
        stay: 'S1',
        person: 'P1',
        unit: 'u',
        arrivedAt: '2026-01-05T09:00:00+08:00',
        departedAt: '2026-01-05T10:00:00+08:00',
      }),
    ])
    const seconds = Math.floor(Date.now() / 1000)

    const before = await open()
    expect(await post(before.url, 'm1', seconds, body)).toMatchObject({
      status: 200,
      body: { recorded: 2, duplicates: 0 },
    })
    await before.close()

    const after = await open()
    expect(await post(after.url, 'm1', seconds, body)).toMatchObject({ status: 409, body: { error: 'replayed' } })
    expect(await post(after.url, 'm1', seconds + 1, body)).toMatchObject({
      status: 200,
      body: { recorded: 0, duplicates: 2 },
    })
    const entries = await after.journal.read({ kinds: ['person.arrived', 'person.departed', 'intake.delivered'] })
    expect(entries.map((entry) => entry.observation.kind)).toEqual([
      'person.arrived',
      'person.arrived',
      'person.departed',
      'intake.delivered',
      'intake.delivered',
    ])
    const [delivered] = await after.journal.inspect([entries[3]!.seq])
    expect(Buffer.from(delivered!.raw!).toString()).toBe(body)
    await after.close()
    fs.rmSync(dir, { recursive: true })
  })
})
