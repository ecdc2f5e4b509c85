import { bytesOf, type Field, opaque, scaled, struct, u8, u16, u32 } from '../bytes.ts'

/**
 * 附加信息 behind a location: {id u8, length u8, value}. JT/T 808-2013 table 27, 2019 table 27, JT/T 1078 table 13.
 * Makers reuse standard ids with other lengths, so a value is read only when its length is the standard's;
 * otherwise, and for 0xE0-0xFF, it stays as it came.
 */
const standard = {
  mileageKm: { id: 0x01, field: scaled(u32, 10) },
  fuelL: { id: 0x02, field: scaled(u16, 10) },
  recorderSpeedKmh: { id: 0x03, field: scaled(u16, 10) },
  manualAlarmEventId: { id: 0x04, field: u16 },
  tyrePressures: { id: 0x05, field: opaque(30) },
  areaCrossing: { id: 0x12, field: struct({ areaType: u8, areaId: u32, direction: u8 }) },
  segmentTime: { id: 0x13, field: struct({ segmentId: u32, durationS: u16, result: u8 }) },
  videoAlarmBits: { id: 0x14, field: u32 },
  videoLossMask: { id: 0x15, field: u32 },
  videoOcclusionMask: { id: 0x16, field: u32 },
  storageFaultMask: { id: 0x17, field: u16 },
  vehicleSignals: { id: 0x25, field: u32 },
  ioStatus: { id: 0x2a, field: u16 },
  /** AD0 is the low word. */
  analog: { id: 0x2b, field: struct({ ad1: u16, ad0: u16 }) },
  signalStrength: { id: 0x30, field: u8 },
  gnssSatellites: { id: 0x31, field: u8 },
} as const

export type AdditionalName = keyof typeof standard
export type AdditionalValues = {
  -readonly [N in AdditionalName]?: (typeof standard)[N]['field'] extends Field<infer T> ? T : never
} & {
  /** 0x11 has two lawful lengths: without an area (type 0) and with one. */
  overspeed?: { readonly areaType: number; readonly areaId: number | null }
}

export interface AdditionalItem {
  readonly id: number
  readonly value: Buffer
}

const OVERSPEED = 0x11
interface Known {
  readonly name: AdditionalName
  readonly field: Field<unknown>
}
const byId = new Map<number, Known>(
  Object.entries(standard).map(([name, { id, field }]): [number, Known] => [
    id,
    { name: name as AdditionalName, field: field as Field<unknown> },
  ]),
)

/** How many bytes hold whole items; less than the length when the last one runs over the end. */
export const wholeItems = (bytes: Buffer): number => {
  let at = 0
  while (at + 2 <= bytes.length) {
    const next = at + 2 + bytes[at + 1]!
    if (next > bytes.length) return at
    at = next
  }
  return at
}

/** The items one by one, standard and vendor alike. `bytes` must hold whole items. */
export const additionalItems = (bytes: Buffer): AdditionalItem[] => {
  const items: AdditionalItem[] = []
  for (let at = 0; at + 2 <= bytes.length; at += 2 + bytes[at + 1]!)
    items.push({ id: bytes[at]!, value: bytes.subarray(at + 2, at + 2 + bytes[at + 1]!) })
  return items
}

/** What the standard items of standard length say. The first of two alike counts. */
export const additionalValues = (bytes: Buffer): AdditionalValues => {
  const values: Record<string, unknown> = {}
  for (const { id, value } of additionalItems(bytes)) {
    const known = byId.get(id)
    if (known && value.length === known.field.size) values[known.name] ??= known.field.read(value, 0)
    if (id === OVERSPEED && (value.length === 1 || value.length === 5))
      values.overspeed ??= { areaType: value[0]!, areaId: value.length === 5 ? u32.read(value, 1) : null }
  }
  return values as AdditionalValues
}

/** One byte of a standard item, without making anything else of the rest; null when it is not there. */
export const satellitesIn = (bytes: Buffer): number | null => {
  for (let at = 0; at + 2 <= bytes.length; at += 2 + bytes[at + 1]!)
    if (bytes[at] === standard.gnssSatellites.id && bytes[at + 1] === 1) return bytes[at + 2]!
  return null
}

/** The bytes of standard items, in the order of the table. */
export const writeAdditional = (values: AdditionalValues): Buffer => {
  const chunks: Buffer[] = []
  const push = (id: number, value: Buffer) => chunks.push(Buffer.from([id, value.length]), value)
  for (const [id, { name, field }] of byId) if (values[name] !== undefined) push(id, bytesOf(field, values[name]))
  if (values.overspeed) {
    const { areaType, areaId } = values.overspeed
    push(
      OVERSPEED,
      areaId === null ? Buffer.from([areaType]) : bytesOf(struct({ areaType: u8, areaId: u32 }), { areaType, areaId }),
    )
  }
  return Buffer.concat(chunks)
}
