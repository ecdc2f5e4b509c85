import { z } from 'zod'
import { eventTypeByName } from '../protocols/cloudevents/catalogue/index.ts'
import { decodeSecret, type Signer } from './cloudevents-signature.ts'

/** A business system that may send us events, under which names, and which types. */
export interface Source extends Signer {
  /** The unit that answers for the system and its clock. */
  readonly owner: string
  /** Values of the event's `source` that this system may use. */
  readonly sources: readonly string[]
  /** Exact types, or a prefix that ends in `.*`. */
  readonly types: readonly string[]
}

const schema = z
  .array(
    z.strictObject({
      name: z.string().regex(/^[a-z0-9][a-z0-9-]{0,31}$/, 'lower-case letters, digits and hyphens, at most 32'),
      owner: z.string().min(1).max(128),
      secrets: z
        .array(
          z.string().transform((text, context) => {
            const secret = decodeSecret(text)
            if (secret) return secret
            context.addIssue({ code: 'custom', message: 'must be whsec_ and the base64 of 24 to 64 random bytes' })
            return z.NEVER
          }),
        )
        .min(1)
        .max(4),
      sources: z.array(z.string().min(1).max(256)).min(1).max(32),
      types: z.array(z.string().refine(isKnown, 'is neither a type we take nor a prefix ending in .*')).min(1),
    }),
  )
  .superRefine((all, context) => {
    const keys = all.flatMap((one) => one.secrets.map((secret) => Buffer.from(secret).toString('hex')))
    if (new Set(keys).size < keys.length)
      context.addIssue({ code: 'custom', message: 'two sources must not share a secret: it says who they are' })
    if (new Set(all.map((one) => one.name)).size < all.length)
      context.addIssue({ code: 'custom', message: 'two sources have the same name' })
    const claimed = all.flatMap((one) => one.sources)
    if (new Set(claimed).size < claimed.length)
      context.addIssue({ code: 'custom', message: 'two sources claim the same value of `source`' })
  })

/** Rows of a database, as its change stream tells them: `io.debezium.*`, or one connector's. */
const rows = /^io\.debezium\.(?:\*|connector\.[a-z]+\.(?:\*|DataChangeEvent))$/

function isKnown(type: string): boolean {
  if (rows.test(type)) return true
  return type.endsWith('.*')
    ? [...eventTypeByName.keys()].some((name) => name.startsWith(type.slice(0, -1)))
    : eventTypeByName.has(type)
}

/** Reads the list of sources (JSON text). Every problem names the field; secrets are never repeated in one. */
export const readSources = (text: string): { readonly sources: Source[] } | { readonly problems: string[] } => {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { problems: ['the list of sources is not JSON'] }
  }
  const read = schema.safeParse(json)
  return read.success
    ? { sources: read.data }
    : { problems: read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) }
}

export const mayTell = (source: Source, type: string): boolean =>
  source.types.some((one) => (one.endsWith('.*') ? type.startsWith(one.slice(0, -1)) : one === type))
