import { createHash, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'

/** A room device, or the gateway of several, that may connect. */
export interface MqttClient {
  /** MQTT client id, and user name. */
  readonly id: string
  /** It may publish and subscribe under this prefix only. */
  readonly prefix: string
  /** The unit that must keep it working. */
  readonly owner: string
  /** SHA-256 of its password, lower-case hex. Passwords are made by machine, 128 bits or more, so one round is enough. */
  readonly passwordSha256: string
}

const level = /^[\w.:-]+(?:\/[\w.:-]+)*$/

const schema = z
  .array(
    z.strictObject({
      id: z.string().regex(/^[\w.:-]{1,64}$/, 'letters, digits and . _ : -, at most 64'),
      prefix: z.string().max(100).regex(level, 'levels of letters, digits and . _ : -, without a slash at the ends'),
      owner: z.string().min(1).max(128),
      passwordSha256: z.string().regex(/^[0-9a-f]{64}$/, 'SHA-256 of the password, 64 lower-case hex digits'),
    }),
  )
  .superRefine((all, context) => {
    if (new Set(all.map((one) => one.id)).size < all.length)
      context.addIssue({ code: 'custom', message: 'two clients have the same id' })
    for (const a of all)
      for (const b of all)
        if (a !== b && (a.prefix === b.prefix || a.prefix.startsWith(`${b.prefix}/`)))
          context.addIssue({ code: 'custom', message: `${a.prefix} lies within ${b.prefix} of another client` })
  })

/** Reads the list of clients (JSON text). Every problem names the field. */
export const readMqttClients = (text: string): { readonly clients: MqttClient[] } | { readonly problems: string[] } => {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { problems: ['the list of MQTT clients is not JSON'] }
  }
  const read = schema.safeParse(json)
  return read.success
    ? { clients: read.data }
    : { problems: read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) }
}

export const passwordSha256 = (password: string | Uint8Array): string =>
  createHash('sha256').update(password).digest('hex')

const nobody = passwordSha256('')

/** The client that may connect so; undefined when id, user name and password do not belong together. */
export const admitted = (
  clients: ReadonlyMap<string, MqttClient>,
  id: string,
  username: string | undefined,
  password: Uint8Array | undefined,
): MqttClient | undefined => {
  const client = clients.get(id)
  const given = Buffer.from(passwordSha256(password ?? new Uint8Array()), 'hex')
  // Compared for strangers too, so that the answer takes no longer for ids that exist.
  const right = timingSafeEqual(given, Buffer.from(client?.passwordSha256 ?? nobody, 'hex'))
  return client && right && password !== undefined && username === id ? client : undefined
}

/** Whether `topic` lies under `prefix`, level by level. */
export const under = (prefix: string, topic: string): boolean => topic.startsWith(`${prefix}/`)
