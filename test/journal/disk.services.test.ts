import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Receipt } from '../../server/journal/journal.ts'
import { openJournal } from '../../server/journal/open.ts'
import { openEmbedded } from '../../server/storage/embedded.ts'
import { isUnavailable } from '../../server/storage/errors.ts'
import { quiet } from '../../server/storage/log.ts'
import { migrate } from '../../server/storage/open.ts'
import { survival } from '../support/crash/check.ts'
import { cacheDir, temporaryFolder } from '../support/database.ts'
import { note } from './drafts.ts'

describe('R6: the disk under the embedded store fails', () => {
  it('acknowledges nothing meanwhile, and goes on by itself when the disk does', { timeout: 300_000 }, async () => {
    const dir = temporaryFolder('disk')
    const dataDir = path.join(dir, 'data')
    const thread = new URL('../support/crash/failing-worker.ts', import.meta.url)
    const database = await openEmbedded({ dataDir, log: quiet, cacheDir, thread })
    await migrate(database)
    const limits = { patienceMs: 240_000 }
    const journal = await openJournal({
      database,
      clock: Date.now,
      signingKey: path.join(dir, 'key'),
      log: quiet,
      limits,
    })
    await journal.append([note(1)])

    fs.writeFileSync(path.join(dataDir, 'fail'), '')
    let receipt: Receipt | undefined
    const waiting = journal.append([note(2)]).then(([r]) => {
      receipt = r
    })
    await expect.poll(() => database.query('select 1').then(() => false, isUnavailable), { timeout: 20_000 }).toBe(true)
    expect(receipt).toBeUndefined()
    expect(journal.backlog()).toBe(1)

    fs.rmSync(path.join(dataDir, 'fail'))
    await waiting
    expect(receipt).toMatchObject({ seq: 2, duplicate: false })
    const after = await survival(
      database,
      'console',
      new Map([
        ['note:1', 1],
        ['note:2', 2],
      ]),
    )
    expect([after.lost, after.doubled, after.entries, after.verification.problem]).toEqual([[], [], 2, undefined])
    await journal.close()
    await database.close()
    fs.rmSync(dir, { recursive: true })
  })
})
