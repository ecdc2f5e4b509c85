import { z } from 'zod'

/** The archive's own description: signed, first in the archive, and everything else is held against it. */
const hex64 = z.string().regex(/^[0-9a-f]{64}$/)
const instant = z.number().int()
const count = z.number().int().nonnegative()

export const roles = ['original', 'cut', 'playable', 'tracks', 'events', 'cover', 'entries'] as const
export type FileRole = (typeof roles)[number]

const file = z.object({
  name: z.string().min(1).max(400),
  role: z.enum(roles),
  size: count,
  crc: count,
  sha256: hex64,
  camera: z.string().nullable(),
  from: instant.nullable(),
  to: instant.nullable(),
  /** The sealed segment it is, or was cut from: its entry, and the hash and size that were journalled. */
  segment: z.object({ seq: count, sha256: hex64, bytes: count }).nullable(),
})

export const manifestSchema = z.object({
  format: z.literal('custodes-export'),
  version: z.literal(1),
  program: z.string(),
  export: z.object({
    id: z.string(),
    purpose: z.string(),
    reason: z.string(),
    finding: z.string().nullable(),
    requestedBy: z.string(),
    requestedAt: instant,
    approvedBy: z.string(),
    approvedAt: instant,
    madeAt: instant,
    from: instant,
    to: instant,
  }),
  cameras: z.array(
    z.object({
      id: z.string(),
      name: z.object({ zh: z.string(), en: z.string() }),
      unit: z.string(),
      spans: z.array(
        z.object({ from: instant, to: instant, is: z.string(), cause: z.string().nullable(), late: z.boolean() }),
      ),
      clock: z.object({ measured: z.array(z.unknown()), corrections: z.array(z.unknown()) }),
    }),
  ),
  files: z.array(file),
  /** Of the journal: everything up to `seq` was there then. */
  checkpoint: z.object({
    seq: count,
    count,
    hash: hex64,
    recordedAt: instant,
    keyId: z.string(),
    signature: z.string().regex(/^[0-9a-f]{128}$/),
  }),
  /** The key that signed the checkpoint and this manifest. */
  key: z.object({ id: z.string(), publicKey: z.string() }),
})
export type Manifest = z.infer<typeof manifestSchema>
export type ManifestFile = Manifest['files'][number]

export const MANIFEST = 'manifest.json'
export const SIGNATURE = 'manifest.sig'
export const ENTRIES = 'journal/entries.json'

/** The bytes that are signed: those of the file, as they are. */
export const manifestBytes = (manifest: Manifest): Buffer => Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`)
/** Ed25519 over `manifestText`, lower-case hex and a line feed. */
export const manifestText = (bytes: Uint8Array): string => `custodes export 1\n${Buffer.from(bytes).toString('utf8')}`
