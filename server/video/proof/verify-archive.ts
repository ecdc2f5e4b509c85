import crypto, { createHash } from 'node:crypto'
import fs from 'node:fs/promises'
import { checkpointText } from '../../journal/checkpoint.ts'
import { isProven, type ProvenEntry } from '../../journal/proof.ts'
import { keyId } from '../../journal/signing-key.ts'
import {
  crc32,
  directoryOf,
  localHead,
  MOST_HEAD_BYTES,
  readLocalHead,
  type ZipFile,
} from '../../protocols/zip/codec.ts'
import { ENTRIES, MANIFEST, type Manifest, manifestSchema, manifestText, SIGNATURE } from '../export/manifest.ts'

export interface ArchiveVerification {
  readonly sound: boolean
  /** The first file that is not as it was made; `archive` when it is none of them. */
  readonly file: string | null
  /** For a human being. */
  readonly words: string
  readonly manifest: Manifest | undefined
  /** Files read and found as they were made. */
  readonly files: number
}

const PIECE = 1024 * 1024
const MOST_MANIFEST_BYTES = 64 * 1024 * 1024

/**
 * Proves an archive with nothing but the archive and a public key (PEM): the signature over the manifest, then every
 * byte of every file and of what lies between them, then the entries and the checkpoint. Stops at the first problem.
 */
export const verifyArchive = async (file: string, publicKeys: readonly string[]): Promise<ArchiveVerification> => {
  const handle = await fs.open(file, 'r')
  let files = 0
  let manifest: Manifest | undefined
  const bad = (name: string, words: string): ArchiveVerification => ({
    sound: false,
    file: name,
    words,
    manifest,
    files,
  })
  const at = async (offset: number, length: number): Promise<Buffer> => {
    const bytes = Buffer.alloc(length)
    const { bytesRead } = await handle.read(bytes, 0, length, offset)
    return bytes.subarray(0, bytesRead)
  }
  const contentsOf = async (
    offset: number,
    name: string,
  ): Promise<{ head: ZipFile; bytes: Buffer; end: number } | undefined> => {
    const head = readLocalHead(await at(offset, MOST_HEAD_BYTES))
    if (head?.name !== name || head.size > MOST_MANIFEST_BYTES) return undefined
    const own = localHead(head)
    if (!(await at(offset, own.length)).equals(own)) return undefined
    const bytes = await at(offset + own.length, head.size)
    return bytes.length === head.size ? { head, bytes, end: offset + own.length + head.size } : undefined
  }
  try {
    const first = await contentsOf(0, MANIFEST)
    if (!first) return bad(MANIFEST, 'the archive does not begin with a manifest that can be read')
    const second = await contentsOf(first.end, SIGNATURE)
    if (!second) return bad(SIGNATURE, 'no signature that can be read follows the manifest')
    const signed = signatureProblem(first.bytes, second.bytes.toString('latin1'), publicKeys)
    if (signed) return bad(signed.file, signed.words)
    const parsed = manifestSchema.safeParse(JSON.parse(first.bytes.toString()))
    if (!parsed.success) return bad(MANIFEST, 'it is signed, but not a manifest of this version')
    manifest = parsed.data
    const heads = [first.head, second.head]
    // The checksums stand in heads that no signature covers.
    for (const { head, bytes } of [first, second])
      if (crc32(bytes) !== head.crc) return bad(head.name, 'its checksum is not that of its contents')
    files = 2

    let offset = second.end
    let entries: readonly ProvenEntry[] = []
    for (const one of manifest.files) {
      const head = localHead(one)
      if (!(await at(offset, head.length)).equals(head)) return bad(one.name, 'its head in the archive was changed')
      offset += head.length
      const hash = createHash('sha256')
      const kept: Buffer[] = []
      for (let done = 0; done < one.size; ) {
        const piece = await at(offset + done, Math.min(PIECE, one.size - done))
        if (piece.length === 0) return bad(one.name, 'the archive ends in it')
        hash.update(piece)
        if (one.name === ENTRIES) kept.push(piece)
        done += piece.length
      }
      if (hash.digest('hex') !== one.sha256)
        return bad(one.name, 'its contents were changed: the SHA-256 is not the one that was signed')
      if (one.name === ENTRIES) entries = JSON.parse(Buffer.concat(kept).toString())
      offset += one.size
      files++
    }
    const directory = directoryOf([...heads, ...manifest.files])
    const tail = await at(offset, directory.length + 1)
    if (!tail.equals(directory))
      return bad('archive', 'the directory at its end was changed, or something was added or cut off')
    const problem = journalProblem(manifest, entries, publicKeys)
    return problem ? bad(problem.file, problem.words) : { sound: true, file: null, words: '', manifest, files }
  } finally {
    await handle.close()
  }
}

/** What the archive says of itself, unproven: only to find the key that it names. */
export const unprovenManifest = async (file: string): Promise<Manifest | undefined> => {
  const handle = await fs.open(file, 'r')
  try {
    const buffer = Buffer.alloc(MOST_HEAD_BYTES)
    const head = readLocalHead(buffer.subarray(0, (await handle.read(buffer, 0, MOST_HEAD_BYTES, 0)).bytesRead))
    if (head?.name !== MANIFEST || head.size > MOST_MANIFEST_BYTES) return undefined
    const bytes = Buffer.alloc(head.size)
    await handle.read(bytes, 0, head.size, head.headBytes)
    const parsed = manifestSchema.safeParse(JSON.parse(bytes.toString()))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined // whoever asks finds out by the signature
  } finally {
    await handle.close()
  }
}

interface Problem {
  readonly file: string
  readonly words: string
}

const keysById = (pems: readonly string[]): Map<string, crypto.KeyObject> =>
  new Map(
    pems.map((pem) => {
      const key = crypto.createPublicKey(pem)
      return [keyId(key), key] as const
    }),
  )

const signatureProblem = (bytes: Buffer, signature: string, pems: readonly string[]): Problem | undefined => {
  if (!/^[0-9a-f]{128}\n$/.test(signature)) return { file: SIGNATURE, words: 'it is not a signature' }
  const raw = Buffer.from(signature.trim(), 'hex')
  const good = [...keysById(pems).values()].some((key) =>
    crypto.verify(null, Buffer.from(manifestText(bytes)), key, raw),
  )
  return good
    ? undefined
    : { file: MANIFEST, words: 'it was not signed like this by the key given: manifest, signature or key is another' }
}

/** What the journal says of the archive's segments, and that it says so in a place that was signed. */
const journalProblem = (
  manifest: Manifest,
  entries: readonly ProvenEntry[],
  pems: readonly string[],
): Problem | undefined => {
  const { checkpoint } = manifest
  const key = keysById(pems).get(checkpoint.keyId)
  if (
    !key ||
    !crypto.verify(null, Buffer.from(checkpointText(checkpoint)), key, Buffer.from(checkpoint.signature, 'hex'))
  )
    return { file: MANIFEST, words: 'the checkpoint in it was not signed by the key given' }
  const broken = entries.find(
    (e) => !isProven(e) || e.seq > checkpoint.seq || (e.seq === checkpoint.seq && e.hash !== checkpoint.hash),
  )
  if (broken) return { file: ENTRIES, words: `entry ${broken.seq} does not follow from the one before it` }
  const bySeq = new Map(entries.map((e) => [e.seq, e]))
  for (const { name, role, sha256, segment } of manifest.files) {
    if (!segment) continue
    const entry = bySeq.get(segment.seq)
    const sealed = entry?.kind === 'segment.closed' ? (JSON.parse(entry.body).data.sha256 as string) : undefined
    if (sealed !== segment.sha256)
      return { file: name, words: `entry ${segment.seq} does not seal the segment it comes from` }
    if (role === 'original' && sha256 !== sealed)
      return { file: name, words: `it is not the segment that entry ${segment.seq} sealed` }
  }
  return undefined
}
