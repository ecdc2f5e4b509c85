import fs from 'node:fs'
import readline from 'node:readline'
import { z } from 'zod'
import type { Archive } from './archive.ts'
import type { ChainRow } from './verify.ts'

/**
 * A dump is JSON lines: one `{"custodes":"journal",…}` with head, checkpoints and public keys; then each entry as
 * an array `[seq, recordedAt, observedAt, kind, source, key, body, raw, hash]` (raw in hex or null); then `{"end":n}`.
 */
const hex = z.string().regex(/^([0-9a-f]{2})*$/)
const firstLine = z.object({
  custodes: z.literal('journal'),
  version: z.literal(1),
  head: z.object({ seq: z.number(), hash: hex, recordedAt: z.number() }),
  checkpoints: z.array(
    z.object({
      seq: z.number(),
      count: z.number(),
      hash: hex,
      recordedAt: z.number(),
      keyId: z.string(),
      signature: hex,
    }),
  ),
  publicKeys: z.array(z.string()),
})
const lastLine = z.object({ end: z.number() })
const LIST = 5_000

/** The file was a dump once and is damaged: as bad as a journal that is. */
export interface DamagedDump extends Error {
  readonly damaged: true
}
const damaged = (message: string): DamagedDump => Object.assign(new Error(message), { damaged: true as const })
export const isDamagedDump = (error: unknown): error is DamagedDump => error instanceof Error && 'damaged' in error

/** Writes a dump. Rejects when the disk does; the file is then not complete, and says so by having no last line. */
export const writeDump = async ({ entries, head, checkpoints, publicKeys }: Archive, file: string): Promise<number> => {
  const out = fs.createWriteStream(file)
  const failed = new Promise<never>((_, reject) => out.once('error', reject))
  const write = (text: string): Promise<unknown> =>
    Promise.race([
      failed,
      out.write(text) ? undefined : new Promise<void>((resolve) => out.once('drain', () => resolve())),
    ])
  let count = 0
  await write(`${JSON.stringify({ custodes: 'journal', version: 1, head, checkpoints, publicKeys })}\n`)
  for await (const rows of entries) {
    count += rows.length
    await write(rows.map((r) => `${JSON.stringify(lineOf(r))}\n`).join(''))
  }
  await write(`${JSON.stringify({ end: count })}\n`)
  await Promise.race([failed, new Promise<void>((resolve) => out.end(() => resolve()))])
  return count
}

const lineOf = (r: ChainRow): readonly unknown[] => [
  r.seq,
  r.recordedAt,
  r.observedAt,
  r.kind,
  r.source,
  r.key,
  r.body,
  r.raw,
  r.hash,
]

/** Opens a dump. Throws when the file is not one; reading its entries throws `DamagedDump`, naming the line. */
export const openDump = async (file: string): Promise<Archive> => {
  const lines = readline.createInterface({ input: fs.createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })
  const iterator = lines[Symbol.asyncIterator]()
  const first = await iterator.next()
  const start = firstLine.safeParse(parse(first.done ? '' : first.value))
  if (!start.success) throw new Error(`${file}: line 1 is not the start of a dump of a journal`)
  return { ...start.data, entries: listsOf(iterator, file) }
}

async function* listsOf(lines: AsyncIterator<string>, file: string): AsyncGenerator<readonly ChainRow[]> {
  let list: ChainRow[] = []
  let number = 1
  let count = 0
  for (;;) {
    const { value, done } = await lines.next()
    number++
    if (done) {
      // How much is missing, the head and the checkpoints of the first line tell.
      yield list
      return
    }
    const line = parse(value)
    const end = lastLine.safeParse(line)
    if (end.success) {
      yield list
      if (end.data.end !== count) throw damaged(`${file}: it holds ${count} entries and says ${end.data.end}`)
      return
    }
    const row = rowOf(line)
    if (!row) {
      yield list
      throw damaged(`${file}: line ${number} is not an entry; before it come ${count} that are`)
    }
    count++
    list.push(row)
    if (list.length === LIST) {
      yield list
      list = []
    }
  }
}

const parse = (line: string): unknown => {
  try {
    return JSON.parse(line)
  } catch {
    return undefined // the caller names the line
  }
}

const rowOf = (line: unknown): ChainRow | undefined => {
  if (!Array.isArray(line) || line.length !== 9) return undefined
  const [seq, recordedAt, observedAt, kind, source, key, body, raw, hash] = line
  const numbers = [seq, recordedAt, observedAt].every(Number.isSafeInteger)
  const texts = [kind, source, key, body, hash].every((text) => typeof text === 'string')
  if (!numbers || !texts || (raw !== null && typeof raw !== 'string')) return undefined
  return { seq, recordedAt, observedAt, kind, source, key, body, raw, hash }
}
