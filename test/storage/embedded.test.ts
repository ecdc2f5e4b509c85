import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { openEmbedded } from '../../server/storage/embedded.ts'
import { quiet } from '../../server/storage/log.ts'
import { cacheDir, temporaryFolder, testStore } from '../support/database.ts'
import { databaseContract } from './contract.ts'

describe('the contract of a store, kept by the embedded one', () => databaseContract(() => testStore()))

describe('one process at a time', () => {
  it('refuses a folder that is open, and takes over one whose process is gone', async () => {
    const dataDir = path.join(temporaryFolder('lock'), 'data')
    const first = await openEmbedded({ dataDir, log: quiet, cacheDir })
    await expect(openEmbedded({ dataDir, log: quiet, cacheDir })).rejects.toThrow(`in use by process ${process.pid}`)
    await first.close()

    // A process of this number that started at another time is another process.
    fs.writeFileSync(path.join(dataDir, 'lock'), `${process.pid} 1\n`)
    const second = await openEmbedded({ dataDir, log: quiet, cacheDir })
    expect(await second.query('select 1 as alive')).toEqual([{ alive: 1 }])
    await second.close()
    expect(fs.existsSync(path.join(dataDir, 'lock'))).toBe(false)
    fs.rmSync(path.dirname(dataDir), { recursive: true })
  })
  it('says no rather than wait for ever when a transaction asks the database instead of itself', async () => {
    const store = await testStore()
    const db = await store.open()
    const within = db.transaction(() => db.query('select 1'))
    await expect(within).rejects.toThrow('inside a transaction ask the transaction')
    expect(await db.query('select 1 as fine')).toEqual([{ fine: 1 }])
    await db.close()
    store.remove()
  })
})
