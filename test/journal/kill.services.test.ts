import { describe, expect, inject, it } from 'vitest'
import { survival } from '../support/crash/check.ts'
import { device, killUnderLoad, startVictim } from '../support/crash/kill.ts'
import { testStore } from '../support/database.ts'

/** The whole server is killed twenty times in test/journeys/kill.test.ts; here a few more with the journal alone. */
const rounds = Number(import.meta.env.JOURNAL_KILLS ?? 6)

describe('R1: the server is killed under load', () => {
  it.each([
    ['PostgreSQL', true],
    ['the embedded store', false],
  ])(
    '%s: nothing acknowledged is lost, nothing doubled, verify is clean',
    { timeout: 900_000 },
    async (_, onServer) => {
      const store = await testStore(onServer ? inject('postgresqlUrl') : undefined)
      const { dataDir, databaseUrl } = store.at
      const start = () =>
        startVictim('test/support/crash/journal-server.ts', [dataDir, ...(databaseUrl ? [databaseUrl] : [])])
      const devices = Array.from({ length: 20 }, (_, n) => device(n))
      await killUnderLoad(start, devices, { rounds, spanMs: 600 })

      const acknowledged = new Map(devices.flatMap((d) => [...d.acknowledged]))
      const db = await store.open()
      const after = await survival(db, 'jt808', acknowledged)
      console.log(`${rounds} kills: ${acknowledged.size} acknowledged, ${after.entries} stored`)
      await db.close()
      store.remove()
      expect(acknowledged.size).toBeGreaterThan(rounds * 20)
      expect(devices.flatMap((d) => d.contradictions)).toEqual([])
      expect(after.lost).toEqual([])
      expect(after.doubled).toEqual([])
      expect(after.verification.problem).toBeUndefined()
    },
  )
})
