import fs from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { chainHash, GENESIS } from '../../server/journal/chain.ts'
import { isDamagedDump, openDump, writeDump } from '../../server/journal/dump.ts'
import { prepare } from '../../server/journal/prepare.ts'
import { type ChainRow, verifyEntries } from '../../server/journal/verify.ts'
import { temporaryFolder } from '../support/database.ts'
import { fix, note } from './drafts.ts'

const dir = temporaryFolder('dump')
afterAll(() => fs.rmSync(dir, { recursive: true }))

let hash = GENESIS
const rows: readonly ChainRow[] = Array.from({ length: 30 }, (_, i) => {
  const row = { ...prepare([i % 4 === 0 ? note(i) : fix(i)])[0]!, seq: i + 1, recordedAt: 1_800_000_000_000 + i }
  hash = chainHash(hash, row)
  return { ...row, hash }
})
const head = { seq: 30, hash, recordedAt: rows[29]!.recordedAt }
const file = path.join(dir, 'journal.dump')

const soundness = async (text: Buffer): Promise<string> => {
  fs.writeFileSync(file, text)
  try {
    const dump = await openDump(file)
    return (await verifyEntries(dump.entries, dump.checkpoints, [], { head: dump.head })).problem?.what ?? 'sound'
  } catch (error) {
    if (isDamagedDump(error)) return 'damaged'
    throw error
  }
}

describe('a dump of the journal', async () => {
  await writeDump({ head, checkpoints: [], publicKeys: [], entries: [rows] }, file)
  const whole = fs.readFileSync(file)
  const entriesStart = whole.indexOf('\n') + 1

  it('holds what it was made of', async () => {
    const read: ChainRow[] = []
    for await (const list of (await openDump(file)).entries) read.push(...list)
    expect(read).toEqual(rows)
    expect(await soundness(whole)).toBe('sound')
  })
  it('is found damaged wherever one bit of its entries was changed', async () => {
    const place = fc.record({ at: fc.integer({ min: entriesStart, max: whole.length - 2 }), bit: fc.nat(7) })
    await fc.assert(
      fc.asyncProperty(place, async ({ at, bit }) => {
        const changed = Buffer.from(whole)
        changed[at]! ^= 1 << bit
        expect(await soundness(changed)).not.toBe('sound')
      }),
      { numRuns: 300 },
    )
  }, 120_000)
  it('that was cut off is missing its end', async () => {
    const lines = whole.toString().split('\n')
    expect(await soundness(Buffer.from(`${lines.slice(0, 20).join('\n')}\n`))).toBe('missing')
    expect(await soundness(whole.subarray(0, whole.length - 200))).toBe('damaged')
  })
  it('that is none is refused', async () => {
    fs.writeFileSync(file, 'hello\n')
    await expect(openDump(file)).rejects.toThrow('line 1 is not the start of a dump')
  })
})
