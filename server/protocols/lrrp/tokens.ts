import { infoTime, latitude, longitude, type Read, sfloatvar, ufloatvar, uintvar } from './numbers.ts'

/** What the tokens of a document say; what is not said is not there. */
export interface LrrpFields {
  requestId?: Buffer
  retInfo?: readonly string[]
  periodicTrigger?: true
  oneshotTrigger?: true
  intervalS?: number
  /** UTC; null when it is no moment of any calendar. */
  time?: number | null
  latitude?: number
  longitude?: number
  radiusM?: number
  altitudeM?: number
  altitudeAccuracyM?: number
  /** Metres a second or miles an hour: the sources disagree. */
  speedHor?: number
  speedVrt?: number
  courseDeg?: number
  protocolVersion?: number
  /** 0 success · 10 bad command · 15 and 22 refused · 16 no GPS · 512 GPS not ready. */
  resultCode?: number
  resultText?: Buffer
  /** Token 6b, of unknown meaning. */
  unknown6b?: number
  /** Tokens of a request that only say what is wanted, with their value where they have one. */
  wanted?: { readonly token: number; readonly value?: number }[]
}

type Token = (fields: LrrpFields, bytes: Buffer, at: number) => number | undefined

const put =
  <K extends keyof LrrpFields>(
    name: K,
    read: (bytes: Buffer, at: number) => Read<NonNullable<LrrpFields[K]> | null>,
  ): Token =>
  (fields, bytes, at) => {
    const found = read(bytes, at)
    if (found) fields[name] = found.value as LrrpFields[K]
    return found?.next
  }
const flag =
  (set: Partial<LrrpFields>): Token =>
  (fields, _, at) => {
    Object.assign(fields, set)
    return at
  }
const all =
  (...tokens: readonly Token[]): Token =>
  (fields, bytes, at) => {
    let next: number | undefined = at
    for (const token of tokens) if (next !== undefined) next = token(fields, bytes, next)
    return next
  }
const u8 = (bytes: Buffer, at: number): Read<number> =>
  at < bytes.length ? { value: bytes[at]!, next: at + 1 } : undefined
const opaque = (bytes: Buffer, at: number): Read<Buffer> => {
  const length = uintvar(bytes, at)
  if (!length || length.next + length.value > bytes.length) return undefined
  return { value: bytes.subarray(length.next, length.next + length.value), next: length.next + length.value }
}
const doubled = (bytes: Buffer, at: number): Read<number> => {
  const read = u8(bytes, at)
  return read && { ...read, value: read.value * 2 }
}
const wanted =
  (token: number, read?: (bytes: Buffer, at: number) => Read<number>): Token =>
  (fields, bytes, at) => {
    const found = read?.(bytes, at)
    if (read && !found) return undefined
    fields.wanted = [...(fields.wanted ?? []), { token, ...(found && { value: found.value }) }]
    return found?.next ?? at
  }

const point = all(put('latitude', latitude), put('longitude', longitude))

const common: Readonly<Record<number, Token>> = {
  34: put('requestId', opaque),
  35: put('requestId', (bytes, at) =>
    at < bytes.length ? { value: bytes.subarray(at, at + 1), next: at + 1 } : undefined,
  ),
}

/** Tokens of requests. */
export const requestTokens: Readonly<Record<number, Token>> = {
  ...common,
  49: put('intervalS', uintvar),
  51: flag({ oneshotTrigger: true }),
  52: flag({ periodicTrigger: true }),
  58: wanted(0x3a),
  63: wanted(0x3f, uintvar),
  66: wanted(0x42, uintvar),
  74: wanted(0x4a, uintvar),
  80: flag({ retInfo: ['accuracy'] }),
  81: flag({ retInfo: ['accuracy', 'time'] }),
  82: flag({ retInfo: ['time'] }),
  83: flag({ retInfo: [] }),
  84: wanted(0x54),
  85: wanted(0x55, uintvar),
  86: wanted(0x56, ufloatvar),
  87: wanted(0x57),
  95: wanted(0x5f, uintvar),
  96: wanted(0x60, ufloatvar),
  97: wanted(0x61, u8),
  98: wanted(0x62),
  100: wanted(0x64),
  102: wanted(0x66),
  103: wanted(0x67, uintvar),
  104: wanted(0x68, ufloatvar),
  105: wanted(0x69),
  113: wanted(0x71, uintvar),
  114: wanted(0x72, ufloatvar),
  115: wanted(0x73, u8),
  116: wanted(0x74),
  118: wanted(0x76),
  120: wanted(0x78, u8),
}

/** Tokens of answers and reports. */
export const reportTokens: Readonly<Record<number, Token>> = {
  ...common,
  52: put('time', infoTime),
  54: put('protocolVersion', uintvar),
  55: put('resultCode', uintvar),
  56: flag({ resultCode: 0 }),
  57: all(put('resultCode', uintvar), put('resultText', opaque)),
  81: all(point, put('radiusM', ufloatvar)),
  84: all(point, put('radiusM', ufloatvar), put('altitudeM', sfloatvar)),
  85: all(point, put('radiusM', ufloatvar), put('altitudeM', sfloatvar), put('altitudeAccuracyM', ufloatvar)),
  86: put('courseDeg', doubled),
  101: wanted(0x65, u8),
  102: point,
  105: all(point, put('altitudeM', sfloatvar)),
  106: all(point, put('altitudeM', sfloatvar), put('altitudeAccuracyM', ufloatvar)),
  107: put('unknown6b', u8),
  108: put('speedHor', ufloatvar),
  112: put('speedVrt', sfloatvar),
}
