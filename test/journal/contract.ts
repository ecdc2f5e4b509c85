import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Entry } from '../../server/domain/entry.ts'
import { journalFailureCode } from '../../server/journal/failure.ts'
import type { Journal, Receipt } from '../../server/journal/journal.ts'
import { openJournal } from '../../server/journal/open.ts'
import type { Database } from '../../server/storage/database.ts'
import { quiet } from '../../server/storage/log.ts'
import { type TestStore, temporaryFolder } from '../support/database.ts'
import { fix, note, withData, wrong } from './drafts.ts'

/** What `Journal` promises, asked of one kind of store. */
export const journalContract = (make: () => Promise<TestStore>): void => {
  const keys = temporaryFolder('keys')
  const signingKey = path.join(keys, 'signing-key')
  let store: TestStore
  let database: Database
  let journal: Journal
  let now = 1_800_000_000_000
  const open = (): Promise<Journal> => openJournal({ database, clock: () => now, signingKey, log: quiet })
  const head = async (): Promise<number> => (await journal.watermark()).seq
  const everything = async (): Promise<readonly Entry[]> => journal.read({ limit: 10_000 })

  beforeAll(async () => {
    store = await make()
    database = await store.open()
    journal = await open()
  }, 120_000)
  afterAll(async () => {
    await journal.close()
    await database.close()
    store.remove()
    fs.rmSync(keys, { recursive: true })
  })

  describe('append', () => {
    it('numbers entries from 1 without gaps and gives each caller its own receipts', async () => {
      const calls = await Promise.all([journal.append([fix(1), fix(2)]), journal.append([note(1)]), journal.append([])])
      expect(calls.map((c) => c.map((r) => r.seq))).toEqual([[1, 2], [3], []])
      expect(calls.flat()).toEqual([1, 2, 3].map((seq) => ({ seq, recordedAt: now, duplicate: false })))
    })
    it('gives back what it was given, bytes and all', async () => {
      const bytes = Uint8Array.from({ length: 256 }, (_, i) => i)
      const given = { ...note(2, '第二行\n"引号" \\ 😀 \u0000'), raw: bytes }
      const [receipt] = await journal.append([given])
      const [stored] = await journal.inspect([receipt!.seq])
      expect(stored!.entry).toEqual({ seq: receipt!.seq, recordedAt: now, observation: given.observation })
      expect([stored!.source, stored!.key]).toEqual(['console', 'note:2'])
      expect([...stored!.raw!]).toEqual([...bytes])
      expect(stored!.hash).toMatch(/^[0-9a-f]{64}$/)
      expect((await journal.inspect([3]))[0]!.raw).toBeNull()
    })
    it('of two writers with the same fact in the same millisecond only one has stored it', async () => {
      const others = await Promise.all([open(), open()])
      // Both know the same end of the chain: what they write next has the same hash.
      for (const other of others) await other.watermark()
      const receipts: Receipt[] = []
      for (const other of others) receipts.push(...(await other.append([note(5)])))
      expect(receipts.map(({ duplicate }) => duplicate)).toEqual([false, true])
      expect(receipts[1]!.seq).toBe(receipts[0]!.seq)
      for (const other of others) await other.close()
    })
    it('acknowledges the same fact again with the first seq and does not store it twice', async () => {
      const before = await head()
      const first = (await journal.append([note(10)]))[0]!
      now += 1_000
      const twice = await journal.append([note(11), note(10), note(11, 'other words, same key')])
      expect(twice).toEqual([
        { seq: before + 2, recordedAt: now, duplicate: false },
        { seq: first.seq, recordedAt: now - 1_000, duplicate: true },
        { seq: before + 2, recordedAt: now, duplicate: true },
      ])
      expect(await journal.append([note(10), note(11)])).toEqual([twice[1], { ...twice[0], duplicate: true }])
      expect(await head()).toBe(before + 2)
    })
    it('takes the same key from another source as another fact', async () => {
      const [a, b] = await journal.append([note(12), { ...note(12), source: 'import' }])
      expect([a!.duplicate, b!.duplicate]).toEqual([false, false])
    })
    it('stores many at once, each once, however they were called', async () => {
      const before = await head()
      const calls = Array.from({ length: 300 }, (_, i) =>
        journal.append(Array.from({ length: 7 }, (_, j) => fix(i * 5 + j, 3))),
      )
      const receipts = (await Promise.all(calls)).flat()
      const distinct = new Set(receipts.map((r) => r.seq))
      expect(distinct.size).toBe(299 * 5 + 7)
      expect(receipts.filter((r) => !r.duplicate).length).toBe(distinct.size)
      expect(await head()).toBe(before + distinct.size)
    })
    it('counts what waits', async () => {
      const appended = journal.append([note(20), note(21)])
      expect(journal.backlog()).toBe(2)
      await appended
      expect(journal.backlog()).toBe(0)
    })

    const unsafe: [string, unknown, RegExp][] = [
      ['NaN', { x: Number.NaN }, /data\.x is NaN/],
      ['infinity', { x: [1, Number.POSITIVE_INFINITY] }, /data\.x\[1\] is Infinity/],
      ['undefined', { x: { y: undefined } }, /data\.x\.y is undefined/],
      ['bigint', { x: 1n }, /data\.x is bigint/],
      ['a function', { x: () => 1 }, /data\.x is function/],
      ['a date', { x: new Date(0) }, /data\.x is a Date/],
      ['a map', { x: new Map() }, /data\.x is a Map/],
      ['half a character', { x: 'a\uD83D' }, /data\.x holds half of a surrogate pair/],
      ['half a character as a name', { '\uDE00': 1 }, /half of a surrogate pair/],
      ['no data', undefined, /data is missing/],
    ]
    it.each(unsafe)('refuses %s, names the place, and takes nothing of the call', async (_, data, words) => {
      const before = await head()
      const refused = await journal.append([note(30), withData(data)]).catch((e: unknown) => e)
      expect(journalFailureCode(refused)).toBe('refused')
      expect((refused as Error).message).toMatch(words)
      expect((refused as Error).message).toContain('draft 1 (finding.noted)')
      expect(await head()).toBe(before)
    })
    it.each<[string, Record<string, unknown>, RegExp]>([
      ['an empty key', { key: '' }, /key is empty/],
      ['a line feed in the key', { key: 'a\nb' }, /key holds a control character/],
      ['a long key', { key: 'k'.repeat(513) }, /key has 513 characters/],
      ['a control character in the source', { source: 'x\u0000' }, /source holds a control character/],
      [
        'a time of device that is no instant',
        { observation: { kind: 'finding.noted', observedAt: 1.5, data: {} } },
        /observedAt is not a whole number/,
      ],
      ['a megabyte of raw bytes', { raw: new Uint8Array(1_000_001) }, /raw has 1000001 bytes/],
    ])('refuses %s', async (_, change, words) => {
      await expect(journal.append([wrong(change)])).rejects.toThrow(words)
    })
    it('is not changed by what the caller does to the object afterwards', async () => {
      const draft = note(40)
      const heard: Entry[] = []
      const stop = journal.onCommitted((entries) => heard.push(...entries))
      const appended = journal.append([draft])
      ;(draft.observation.data as { note: string }).note = 'changed later'
      await appended
      await expect.poll(() => heard.length).toBe(1)
      expect(heard[0]!.observation.data).toMatchObject({ note: '已核实：第 40 次' })
      stop()
    })
  })

  describe('the clock (invariant I5)', () => {
    it('never runs backwards, not even over a restart', async () => {
      const [first] = await journal.append([note(50)])
      now -= 3_600_000
      const [second] = await journal.append([note(51)])
      expect(second!.recordedAt).toBe(first!.recordedAt)
      await journal.close()
      journal = await open()
      const [third] = await journal.append([note(52)])
      expect(third!.recordedAt).toBe(first!.recordedAt)
      expect(third!.seq).toBe(second!.seq + 1)
      now += 3_600_000
    })
    it('is promised by the watermark, which all later entries keep, also after the clock was set back', async () => {
      now += 5_000
      const mark = await journal.watermark()
      expect(mark).toEqual({ seq: (await everything()).at(-1)!.seq, recordedAt: now })
      now -= 60_000
      const [later] = await journal.append([note(53)])
      expect(later!.recordedAt).toBeGreaterThanOrEqual(mark.recordedAt)
      await journal.close()
      journal = await open()
      expect((await journal.append([note(54)]))[0]!.recordedAt).toBeGreaterThanOrEqual(mark.recordedAt)
      now += 60_000
    })
    it('holds the watermark while others append', async () => {
      const marks: { recordedAt: number; seq: number }[] = []
      const receipts: Receipt[] = []
      const appending = Array.from({ length: 40 }, async (_, i) => {
        now += 1
        receipts.push(...(await journal.append([note(60 + i)])))
      })
      const marking = Array.from({ length: 40 }, async () => {
        now += 1
        marks.push(await journal.watermark())
      })
      await Promise.all([...appending, ...marking])
      for (const mark of marks)
        for (const receipt of receipts)
          if (receipt.seq > mark.seq) expect(receipt.recordedAt).toBeGreaterThanOrEqual(mark.recordedAt)
      expect(marks.length).toBe(40)
    })
  })

  describe('read', () => {
    it('goes on after a seq, in order, as many as asked', async () => {
      expect((await journal.read({ after: 5, limit: 3 })).map((e) => e.seq)).toEqual([6, 7, 8])
      expect((await journal.read()).length).toBe(1_000)
      const all = await everything()
      expect(all.map((e) => e.seq)).toEqual(Array.from({ length: all.length }, (_, i) => i + 1))
    })
    it('reads kinds', async () => {
      const all = await everything()
      const notes = all.filter((e) => e.observation.kind === 'finding.noted')
      expect(await journal.read({ kinds: ['finding.noted'], limit: 10_000 })).toEqual(notes)
      expect(await journal.read({ kinds: ['finding.noted'], after: notes[2]!.seq, limit: 2 })).toEqual(
        notes.slice(3, 5),
      )
      const both = await journal.read({ kinds: ['finding.noted', 'position.reported', 'finding.noted'], limit: 10_000 })
      expect(both).toEqual(all)
      expect(await journal.read({ kinds: [] })).toEqual([])
      expect(await journal.read({ kinds: ['custody.arrived' as never] })).toEqual([])
    })
    it('reads a time, both ends included', async () => {
      for (let i = 0; i < 6; i++) {
        now += 1_000
        await journal.append([note(130 + i), fix(i, 5)])
      }
      const all = await everything()
      const times = [...new Set(all.map((e) => e.recordedAt))]
      const [from, until] = [times.at(-5)!, times.at(-2)!]
      const between = all.filter((e) => e.recordedAt >= from && e.recordedAt <= until)
      expect(between.length).toBeGreaterThan(3)
      expect(await journal.read({ from, until, limit: 10_000 })).toEqual(between)
      expect(await journal.read({ from: from + 1, until: until - 1, limit: 10_000 })).toEqual(
        all.filter((e) => e.recordedAt > from && e.recordedAt < until),
      )
      expect(await journal.read({ from: times.at(-1)! + 1 })).toEqual([])
      expect(await journal.read({ until: times[0]! - 1 })).toEqual([])
      expect(await journal.read({ from, kinds: ['finding.noted'], limit: 1 })).toEqual(
        between.filter((e) => e.observation.kind === 'finding.noted').slice(0, 1),
      )
    })
    it('refuses a limit it would not keep', async () => {
      await expect(journal.read({ limit: 10_001 })).rejects.toThrow('1 to 10000')
      await expect(journal.read({ limit: 0 })).rejects.toThrow('1 to 10000')
    })
  })

  describe('known and last', () => {
    it('tells which keys a source brought, and nobody else’s', async () => {
      const [first, second] = await journal.append([note(301), note(302)])
      const known = await journal.known('console', ['note:301', 'note:302', 'note:none'])
      expect([...known].toSorted()).toEqual([
        ['note:301', first!.seq],
        ['note:302', second!.seq],
      ])
      expect(await journal.known('elsewhere', ['note:301'])).toEqual(new Map())
      expect(await journal.known('console', [])).toEqual(new Map())
    })
    it('tells the newest of a kind', async () => {
      const [receipt] = await journal.append([note(303)])
      const { kind } = note(303).observation
      expect((await journal.last('console', kind))!.seq).toBe(receipt!.seq)
      expect(await journal.last('elsewhere', kind)).toBeUndefined()
    })
  })

  describe('onCommitted', () => {
    it('hears every commit once, in order, without gaps, until told to stop', async () => {
      const start = await head()
      const heard: number[] = []
      const stop = journal.onCommitted((entries) => heard.push(...entries.map((e) => e.seq)))
      await Promise.all(Array.from({ length: 50 }, (_, i) => journal.append([fix(i, 7), fix(i + 1, 7), note(200 + i)])))
      const end = await head()
      await expect.poll(() => heard.length).toBe(end - start)
      expect(heard).toEqual(Array.from({ length: end - start }, (_, i) => start + 1 + i))
      stop()
      await journal.append([note(300)])
      expect(heard.at(-1)).toBe(end)
    })
  })

  describe('an outage: nothing could be recorded for half a minute or longer', () => {
    const resumed = (entries: readonly Entry[]) =>
      entries.flatMap(({ observation: o, recordedAt }) =>
        o.kind === 'journal.resumed' ? [{ from: o.data.awayFrom, to: recordedAt }] : [],
      )
    const since = async (after: number) => resumed(await journal.read({ after, limit: 10_000 }))
    const reopen = async (ms: number): Promise<void> => {
      await journal.close()
      now += ms
      journal = await open()
    }
    it('is the first thing that a journal says after it, with its last moment before', async () => {
      await journal.append([note(500)])
      const [before, from] = [await head(), now]
      await reopen(600_000)
      const [receipt] = await journal.append([note(501)])
      expect(receipt!.seq).toBe(before + 2)
      expect(await since(before)).toEqual([{ from, to: now }])
    })
    it('is told by a look at how far the journal has come as well, and once', async () => {
      const [before, from] = [await head(), now]
      await reopen(30_000)
      expect(await head()).toBe(before + 1)
      expect(await head()).toBe(before + 1)
      expect(await since(before)).toEqual([{ from, to: now }])
    })
    it('shorter, is not told', async () => {
      const before = await head()
      await reopen(29_999)
      await journal.append([note(502)])
      expect(await since(before)).toEqual([])
    })
    it('nor is time in which nobody had anything to tell', async () => {
      const before = await head()
      for (let i = 0; i < 3; i++) {
        now += 29_000
        await head()
      }
      await journal.append([note(503)])
      expect(await since(before)).toEqual([])
    })
    it('is told when the process itself stood still', async () => {
      const [before, from] = [await head(), now]
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 600_000 })
      try {
        now += 600_000
        await journal.append([note(504)])
      } finally {
        vi.useRealTimers()
      }
      expect(await since(before)).toEqual([{ from, to: now }])
    })
    it('and one writer more does not tell it again', async () => {
      const from = now
      const before = await head()
      await journal.close()
      now += 600_000
      const both = await Promise.all([open(), open()])
      await Promise.all(both.map((one, i) => one.append([note(505 + i)])))
      await both[1]!.close()
      journal = both[0]!
      expect(await since(before)).toEqual([{ from, to: now }])
    })
  })

  describe('close', () => {
    it('stores what was appended before, signs it, and refuses what comes after', async () => {
      const last = journal.append([note(400)])
      await journal.close()
      const [receipt] = await last
      const refused = await journal.append([note(401)]).catch(journalFailureCode)
      expect(refused).toBe('closed')
      const signed = await database.query(`select seq, count from journal_checkpoint order by seq desc limit 1`)
      expect(signed).toEqual([{ seq: receipt!.seq, count: receipt!.seq }])
      journal = await open()
      expect((await everything()).at(-1)!.seq).toBe(receipt!.seq)
    })
    it('keeps the signing key for its owner alone, and its public half beside it', () => {
      expect(fs.statSync(signingKey).mode & 0o777).toBe(0o600)
      expect(fs.readFileSync(`${signingKey}.pub`, 'utf8')).toContain('BEGIN PUBLIC KEY')
    })
  })
}
