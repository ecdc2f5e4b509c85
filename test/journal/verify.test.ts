import crypto from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chainHash, GENESIS } from '../../server/journal/chain.ts'
import { type Checkpoint, checkpointText } from '../../server/journal/checkpoint.ts'
import { prepare } from '../../server/journal/prepare.ts'
import { keyId } from '../../server/journal/signing-key.ts'
import { type ChainRow, verifyEntries } from '../../server/journal/verify.ts'
import { fix, note } from './drafts.ts'

const { privateKey, publicKey } = crypto.generateKeyPairSync('ed25519')
const pem = publicKey.export({ type: 'spki', format: 'pem' }) as string

const chain = (rows: readonly Omit<ChainRow, 'hash'>[], before = GENESIS): ChainRow[] => {
  let hash = before
  return rows.map((row) => {
    hash = chainHash(hash, row)
    return { ...row, hash }
  })
}
/** Three entries a second, one of them with words. */
const journal: readonly ChainRow[] = chain(
  Array.from({ length: 200 }, (_, i) => ({
    ...prepare([i % 3 === 2 ? note(i) : fix(i)])[0]!,
    seq: i + 1,
    recordedAt: 1_800_000_000_000 + Math.floor(i / 3) * 1_000,
  })),
)
const sign = (row: ChainRow): Checkpoint => {
  const says = {
    seq: row.seq,
    count: row.seq,
    hash: row.hash,
    recordedAt: row.recordedAt + 10,
    keyId: keyId(publicKey),
  }
  return { ...says, signature: crypto.sign(null, Buffer.from(checkpointText(says)), privateKey).toString('hex') }
}
/** Signed every 40 entries, and at the end. */
const checkpoints = [40, 80, 120, 160, 200].map((seq) => sign(journal[seq - 1]!))
const head = { seq: 200, hash: journal[199]!.hash }
const check = (rows: readonly ChainRow[], signed = checkpoints, end = head) =>
  verifyEntries([rows], signed, [pem], { head: end })

/** What a store would give: in order of seq. */
const stored = (rows: readonly ChainRow[]): ChainRow[] => [...rows].sort((a, b) => a.seq - b.seq)
const flipText = (text: string, at: number, bit: number): string => {
  const bytes = Buffer.from(text)
  bytes[at % bytes.length]! ^= 1 << bit
  return bytes.toString('utf8')
}
const flipHex = (hex: string, at: number, bit: number): string => {
  const bytes = Buffer.from(hex, 'hex')
  bytes[at % bytes.length]! ^= 1 << bit
  return bytes.toString('hex')
}
const flipNumber = (n: number, bit: number): number => Number(BigInt.asIntN(64, BigInt(n) ^ (1n << BigInt(bit))))

interface Mutation {
  readonly how: 'flip' | 'delete' | 'swap' | 'truncate' | 'rewrite' | 'double' | 'checkpoint'
  readonly at: number
  readonly other: number
  readonly column: keyof ChainRow
  readonly byte: number
  readonly bit: number
}
const mutate = (m: Mutation): { rows: ChainRow[]; signed: Checkpoint[]; end: typeof head } => {
  const rows = [...journal]
  const row = rows[m.at]!
  const same = { signed: checkpoints, end: head }
  switch (m.how) {
    case 'flip': {
      const value = row[m.column]
      const flipped =
        typeof value === 'number'
          ? flipNumber(value, (m.byte * 8 + m.bit) % 63)
          : value === null
            ? '00'
            : m.column === 'raw' || m.column === 'hash'
              ? flipHex(value, m.byte, m.bit)
              : flipText(value, m.byte, m.bit)
      rows[m.at] = { ...row, [m.column]: flipped }
      return { rows: stored(rows), ...same }
    }
    case 'delete':
      rows.splice(m.at, 1)
      return { rows, ...same }
    case 'swap': {
      const other = rows[m.other]!
      // Two entries change places and keep the numbers of the places.
      rows[m.at] = { ...other, seq: row.seq }
      rows[m.other] = { ...row, seq: other.seq }
      return { rows, ...same }
    }
    case 'double':
      rows.splice(m.at, 0, row)
      return { rows, ...same }
    case 'truncate': {
      // Whoever cuts the end off also moves the head, and removes the checkpoints behind it but the last.
      const kept = rows.slice(0, m.at)
      const end = { seq: m.at, hash: kept.at(-1)?.hash ?? GENESIS }
      return { rows: kept, signed: checkpoints.filter((c) => c.seq <= m.at || c.seq === 200), end }
    }
    case 'rewrite': {
      // From one entry on everything is chained anew, head included; only the key is missing to sign it.
      const changed = {
        ...row,
        body: row.body.replace(/\d(?=[,}])/, (d) => String((Number(d) + 1) % 10)),
        key: `${row.key}x`,
      }
      const tail = chain([changed, ...rows.slice(m.at + 1)], rows[m.at - 1]?.hash)
      const rewritten = [...rows.slice(0, m.at), ...tail]
      return { rows: rewritten, signed: checkpoints, end: { seq: 200, hash: rewritten[199]!.hash } }
    }
    case 'checkpoint': {
      const signed = [...checkpoints]
      const c = signed[m.at % signed.length]!
      const column = (['seq', 'count', 'hash', 'recordedAt', 'keyId', 'signature'] as const)[m.byte % 6]!
      const value = c[column]
      const other =
        typeof value === 'number'
          ? value + (m.bit + 1)
          : column === 'keyId'
            ? flipText(value, m.bit, 1)
            : flipHex(value, m.byte, m.bit)
      signed[m.at % signed.length] = { ...c, [column]: other }
      return { rows, signed, end: head }
    }
  }
}

describe('R9: a changed journal is found', () => {
  it('finds nothing wrong with one that was not', async () => {
    expect(await check(journal)).toEqual({
      sound: true,
      entries: 200,
      lastSeq: 200,
      checkpoints: 5,
      unsigned: 0,
      problem: undefined,
    })
  })
  const at = fc.integer({ min: 0, max: 199 })
  const mutation: fc.Arbitrary<Mutation> = fc
    .record({
      how: fc.constantFrom<Mutation['how']>(
        'flip',
        'flip',
        'flip',
        'delete',
        'swap',
        'truncate',
        'rewrite',
        'double',
        'checkpoint',
      ),
      at,
      other: at,
      column: fc.constantFrom(...(Object.keys(journal[0]!) as (keyof ChainRow)[])),
      byte: fc.nat(4_000),
      bit: fc.integer({ min: 0, max: 7 }),
    })
    .filter((m) => m.how !== 'swap' || m.at !== m.other)
  const numRuns = Number(import.meta.env.TAMPER_RUNS ?? 300)
  it(`finds each of ${numRuns} random changes`, { timeout: 60_000 + numRuns * 500 }, async () => {
    await fc.assert(
      fc.asyncProperty(mutation, async (m) => {
        const { rows, signed, end } = mutate(m)
        const found = await check(rows, signed, end)
        expect(found.sound, JSON.stringify(m)).toBe(false)
        expect(found.problem!.words.length).toBeGreaterThan(10)
      }),
      { numRuns },
    )
  })
})

describe('the first bad entry is named, and what is wrong with it', () => {
  const change = (seq: number, with_: Partial<ChainRow>): ChainRow[] =>
    journal.map((row) => (row.seq === seq ? { ...row, ...with_ } : row))
  const row = journal[49]!
  const of = async (rows: readonly ChainRow[], signed?: Checkpoint[], end?: typeof head) => {
    const { problem } = await check(rows, signed, end)
    return [problem?.seq, problem?.what, problem?.words]
  }
  it('one character of the body', async () => {
    const at = row.body.indexOf('"altitudeM":42') + 12
    const body = `${row.body.slice(0, at)}9${row.body.slice(at + 1)}`
    expect(await of(change(50, { body }))).toEqual([
      50,
      'body',
      `entry 50: character ${at} of its body was changed: it was "4"`,
    ])
  })
  it('a body that is no longer one', async () => {
    expect((await of(change(50, { body: '{}' }))).slice(0, 2)).toEqual([50, 'body'])
  })
  it('one byte of the raw frame', async () => {
    const raw = `${row.raw!.slice(0, 6)}00${row.raw!.slice(8)}`
    expect(await of(change(50, { raw }))).toEqual([
      50,
      'raw',
      'entry 50: byte 3 of its raw bytes was changed: it was 0x7e',
    ])
  })
  it('the hash alone', async () => {
    expect((await of(change(50, { hash: GENESIS }))).slice(0, 2)).toEqual([50, 'hash'])
  })
  it('the time of the device', async () => {
    const [seq, what, words] = await of(change(50, { observedAt: row.observedAt + 60_000 }))
    expect([seq, what]).toEqual([50, 'observedAt'])
    expect(words).toContain(`it was ${row.observedAt}`)
  })
  it('the kind', async () => {
    expect((await of(change(50, { kind: 'device.heartbeat' }))).slice(0, 2)).toEqual([50, 'kind'])
  })
  it('a column that hides a line feed', async () => {
    const whole = journal[49]!
    const [source, ...rest] = [whole.source, `${whole.key}\n${whole.raw}`]
    // The text that is hashed stays the same; the columns do not.
    expect((await of(change(50, { source, key: rest[0]!, raw: null }))).slice(0, 2)).toEqual([50, 'contents'])
  })
  it('an entry that is missing, several, and the end', async () => {
    expect(await of(journal.filter((r) => r.seq !== 50))).toEqual([
      50,
      'missing',
      'entry 50 is missing: after 49 comes 51',
    ])
    const gap = journal.filter((r) => r.seq < 50 || r.seq > 60)
    expect(await of(gap)).toEqual([50, 'missing', 'entries 50 to 60 are missing: after 49 comes 61'])
    expect((await of(journal.slice(0, 190))).slice(0, 2)).toEqual([191, 'missing'])
    const words = (await of(journal.slice(0, 190)))[2]
    expect(words).toMatch(/entries 191 to 200 are missing: a checkpoint signed at 2027-01-15T.* says there were 200/)
  })
  it('an end cut off after the last checkpoint, by the head', async () => {
    expect(await of(journal.slice(0, 190), checkpoints.slice(0, 4))).toEqual([
      191,
      'missing',
      'entries 191 to 200 are missing at the end',
    ])
  })
  it('a clock that runs backwards, even when everything was chained anew', async () => {
    const back = chain(change(50, { recordedAt: row.recordedAt - 60_000 }))
    expect((await of(back)).slice(0, 2)).toEqual([50, 'recordedAt'])
  })
  it('an end rewritten with new hashes, by the checkpoint', async () => {
    const rewritten = chain(change(50, { body: row.body.replace('42', '43') }))
    const [seq, what, words] = await of(rewritten, checkpoints, { seq: 200, hash: rewritten[199]!.hash })
    expect([seq, what]).toEqual([41, 'checkpoint'])
    expect(words).toContain('something from entry 41 to 80 was rewritten')
  })
  it('a checkpoint by a key that nobody gave', async () => {
    const other = crypto.generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }) as string
    const { problem } = await verifyEntries([journal], checkpoints, [other])
    expect([problem!.seq, problem!.what]).toEqual([40, 'checkpoint'])
  })
})
