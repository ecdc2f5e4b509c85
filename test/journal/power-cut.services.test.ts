import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openJournal } from '../../server/journal/open.ts'
import { openEmbedded } from '../../server/storage/embedded.ts'
import { quiet } from '../../server/storage/log.ts'
import { migrate } from '../../server/storage/open.ts'
import { survival } from '../support/crash/check.ts'
import { cutPower, type Leftover, type PowerCut } from '../support/crash/power-cut.ts'
import { cacheDir, temporaryFolder } from '../support/database.ts'
import { fix } from './drafts.ts'

const cuts = Number(import.meta.env.POWER_CUTS ?? 6)
const dir = temporaryFolder('power')
const signingKey = path.join(dir, 'key')
let trace: Buffer
/** How long the trace was when an entry was acknowledged. */
const acknowledged: { readonly key: string; readonly seq: number; readonly at: number }[] = []

/** A simple generator, so that a failure can be repeated. */
const chances = (seed: number) => (): number => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
  return seed / 2 ** 32
}

beforeAll(async () => {
  const first = await openEmbedded({ dataDir: path.join(dir, 'run'), log: quiet, cacheDir })
  await migrate(first)
  await first.close()
  fs.cpSync(path.join(dir, 'run', 'cluster'), path.join(dir, 'base'), { recursive: true })

  const thread = new URL('../support/crash/recording-worker.ts', import.meta.url)
  const traceFile = path.join(dir, 'run', 'trace')
  const database = await openEmbedded({ dataDir: path.join(dir, 'run'), log: quiet, thread })
  const journal = await openJournal({ database, clock: Date.now, signingKey, log: quiet })
  const device = async (n: number): Promise<void> => {
    for (let i = 0; i < 100; i++) {
      const draft = fix(i, n)
      const [receipt] = await journal.append([draft])
      acknowledged.push({ key: draft.key, seq: receipt!.seq, at: fs.statSync(traceFile).size })
      if (n === 0 && i === 40) await database.query('checkpoint')
    }
  }
  await Promise.all(Array.from({ length: 8 }, (_, n) => device(n)))
  await journal.close()
  await database.close()
  trace = fs.readFileSync(traceFile)
}, 120_000)
afterAll(() => fs.rmSync(dir, { recursive: true, force: true }))

const bootAfter = async (cut: Omit<PowerCut, 'base' | 'trace'>) => {
  const dataDir = path.join(dir, `cut-${cut.at}-${cut.leftover}`)
  fs.mkdirSync(dataDir)
  fs.writeFileSync(path.join(dataDir, 'ready'), '')
  cutPower({ ...cut, base: path.join(dir, 'base'), trace }, path.join(dataDir, 'cluster'))
  const database = await openEmbedded({ dataDir, log: quiet })
  try {
    const before = acknowledged.filter(({ at }) => at <= cut.at)
    const found = await survival(database, 'jt808', new Map(before.map(({ key, seq }) => [key, seq])))
    const journal = await openJournal({ database, clock: Date.now, signingKey, log: quiet })
    const [next] = await journal.append([fix(1_000_000, 99)])
    await journal.close()
    return { ...found, acknowledged: before.length, next: next!.seq }
  } finally {
    await database.close()
    fs.rmSync(dataDir, { recursive: true })
  }
}

describe('R1: the power is cut while the embedded store writes', () => {
  it('had something to lose', () => expect(acknowledged.length).toBe(800))

  const leftovers: readonly Leftover[] = ['nothing', 'some', 'torn']
  it.each(Array.from({ length: cuts }, (_, i) => i))('cut %i: nothing acknowledged is lost or doubled', async (i) => {
    const chance = chances(i + 1)
    const at = Math.floor((0.02 + 0.98 * chance()) * trace.length)
    const after = await bootAfter({ at, leftover: leftovers[i % 3]!, chance })
    expect(after.lost).toEqual([])
    expect(after.doubled).toEqual([])
    expect(after.verification.problem).toBeUndefined()
    expect(after.entries).toBeGreaterThanOrEqual(after.acknowledged)
    expect(after.next).toBe(after.entries + 1)
  })
  it('would lose entries if syncs were lies, as they are in PGlite by itself', async () => {
    const at = trace.length
    const lie = await bootAfter({ at, leftover: 'nothing', chance: () => 0, syncsLie: true })
    expect(lie.lost.length).toBe(acknowledged.length)
  })
})
