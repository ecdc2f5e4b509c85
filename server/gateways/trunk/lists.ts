import net from 'node:net'
import { z } from 'zod'

const port = z.number().int().min(0).max(65_535)
const address = z.string().refine((text) => net.isIPv4(text), 'must be an IPv4 address')
const common = {
  gateway: z.string().regex(/^[a-z0-9][a-z0-9-]{0,31}$/, 'lower-case letters, digits and hyphens, at most 32'),
  name: z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }),
  owner: z.string().min(1).max(128),
  /** The address we listen on. */
  host: address.default('127.0.0.1'),
}
const hytera = z.strictObject({
  ...common,
  make: z.literal('hytera'),
  /** The subnet byte of the radios' addresses. */
  network: z.number().int().min(1).max(255).default(10),
  /** Our ports, one a service, as the repeaters of slot 1 have them; 0 picks a free one. */
  ports: z
    .strictObject({
      rrs: port.default(30_001),
      lp: port.default(30_003),
      tmp: port.default(30_007),
      rcp: port.default(30_009),
    })
    .default({ rrs: 30_001, lp: 30_003, tmp: 30_007, rcp: 30_009 }),
  /** The radio number under which we send texts and take them. */
  dispatcher: z.number().int().min(1).max(0xffffff).default(9_999_999),
  checksums: z.enum(['lenient', 'strict']).default('lenient'),
  /** Between two heartbeats of a repeater, as it was programmed; ten without a sign of life mean that it is lost. */
  heartbeatSeconds: z.number().min(0.5).max(60).default(6),
  renewSeconds: z.number().int().min(60).max(86_400).default(1_800),
  /** The repeaters that may speak, one a site. */
  sites: z
    .array(z.strictObject({ site: z.string().min(1).max(64), address }))
    .min(1)
    .max(64),
})
const motorola = z.strictObject({
  ...common,
  make: z.literal('motorola'),
  /** First byte of the radios' addresses (CAI network). */
  network: z.number().int().min(1).max(255).default(12),
  ports: z
    .strictObject({ ars: port.default(4_005), lrrp: port.default(4_001), tms: port.default(4_007) })
    .default({ ars: 4_005, lrrp: 4_001, tms: 4_007 }),
  /** Half hours between two registrations of a radio. */
  refresh: z.number().int().min(1).max(48).default(1),
  /** A radio is asked whether it is there when none spoke for so long; five in a row in vain mean that the line is lost. */
  heartbeatSeconds: z.number().min(0.5).max(300).default(15),
})
const tetra = z.strictObject({
  ...common,
  make: z.literal('tetra'),
  /** Country and network code, for radios that give their number alone. */
  network: z.number().int().min(0).max(9_999_999),
  /** The terminal server behind which the radio's interface (PEI) hangs. */
  peer: z.strictObject({ address, port }),
})
export type HyteraConfig = z.infer<typeof hytera>
export type MotorolaConfig = z.infer<typeof motorola>
export type TetraConfig = z.infer<typeof tetra>
export type TrunkConfig = HyteraConfig | MotorolaConfig | TetraConfig

const schema = z.array(z.discriminatedUnion('make', [hytera, motorola, tetra])).superRefine((all, context) => {
  const twice = (what: string, values: readonly string[]) => {
    if (new Set(values).size < values.length) context.addIssue({ code: 'custom', message: `${what} is named twice` })
  }
  twice(
    'a gateway',
    all.map((one) => one.gateway),
  )
  twice(
    'a make with the same network',
    all.map((one) => `${one.make}:${one.network}`),
  )
  const sites = all.flatMap((one) => (one.make === 'hytera' ? one.sites : []))
  twice(
    'a site',
    sites.map((one) => one.site),
  )
  for (const one of all)
    if (one.make === 'hytera')
      twice(
        'an address',
        one.sites.map((site) => site.address),
      )
})

/** Reads the list of trunking gateways (JSON text). Every problem names the field. */
export const readTrunkGateways = (
  text: string,
): { readonly gateways: readonly TrunkConfig[] } | { readonly problems: string[] } => {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { problems: ['the list of trunking gateways is not JSON'] }
  }
  const read = schema.safeParse(json)
  return read.success
    ? { gateways: read.data }
    : { problems: read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) }
}
