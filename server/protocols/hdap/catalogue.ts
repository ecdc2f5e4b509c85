import { type Kind, type Service, services } from './kind.ts'
import { lpKinds, lpNames } from './lp.ts'
import { ddsKinds, dtpKinds, tpKinds } from './other-services.ts'
import { rcpKinds, rcpNames } from './rcp.ts'
import { rrsKinds } from './rrs.ts'
import { tmpKinds } from './tmp.ts'

const kinds = { ...rrsKinds, ...lpKinds, ...tmpKinds, ...rcpKinds, ...tpKinds, ...dtpKinds, ...ddsKinds } as const

type BodyOf<K> = K extends Kind<infer B> ? B : never
/** What a payload that some table describes says. */
export type KnownBody = BodyOf<(typeof kinds)[keyof typeof kinds]>
/** A payload that is kept as it came: its layout, or even its opcode, is in no table, or it does not hold what it must. */
export interface RawBody {
  readonly type: 'raw'
  /** What the sources call it; null when they do not know it. */
  readonly name: string | null
}
export type Body = KnownBody | RawBody

// biome-ignore lint/suspicious/noExplicitAny: a table of kinds of different bodies
const all = Object.values(kinds) as readonly Kind<any>[]
const keyOf = (service: Service, opcode: number): number => (services[service] << 16) | opcode
const byOpcode = new Map(all.map((kind) => [keyOf(kind.service, kind.opcode), kind]))
const byType = new Map(all.map((kind) => [kind.type as string, kind]))

/** TMP keeps flags in the high byte of its opcode. */
const plain = (service: Service, opcode: number): number => (service === 'TMP' ? opcode & 0xff : opcode)

// biome-ignore lint/suspicious/noExplicitAny: see above
export const kindOf = (service: Service, opcode: number): Kind<any> | undefined =>
  byOpcode.get(keyOf(service, plain(service, opcode)))

// biome-ignore lint/suspicious/noExplicitAny: see above
export const kindOfType = (type: KnownBody['type']): Kind<any> => byType.get(type)!

/** The name of an opcode, whether or not its layout is known; null: in no table. */
export const nameOf = (service: Service, opcode: number): string | null => {
  const kind = kindOf(service, opcode)
  if (kind) return kind.type
  return (service === 'RCP' ? rcpNames[opcode] : service === 'LP' ? lpNames[opcode] : undefined) ?? null
}
