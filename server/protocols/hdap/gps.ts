import type { Field } from '../bytes.ts'

/**
 * The 40 characters in which LP tells a position, NMEA-like, UTC; any of them may be NUL:
 *
 *   A|V  hhmmss  ddmmyy  N|S  ddmm.mmmm  E|W  dddmm.mmmm  knots(3)  course(3)
 *    1     6       6      1       9       1       10         3         3
 */
export interface Gps {
  /** The receiver says it has a fix (A). */
  readonly valid: boolean
  /** Milliseconds UTC; null when left empty. */
  readonly time: number | null
  /** WGS-84 degrees; null when left empty. */
  readonly latitude: number | null
  readonly longitude: number | null
  readonly speedKnots: number | null
  readonly course: number | null
  /** What could not be read; null when all of it could. */
  readonly problem: string | null
}

const SIZE = 40
/** Ten-thousandths of a minute in a degree. */
const PARTS = 600_000

const cut = (text: string, from: number, length: number): string =>
  text
    .slice(from, from + length)
    .replaceAll('\0', '')
    .trim()

export const gps: Field<Gps> = {
  size: SIZE,
  read: (bytes, offset) => {
    const text = bytes.toString('latin1', offset, offset + SIZE)
    const problems: string[] = []
    const read = <T>(what: string, value: string, parse: (value: string) => T | null): T | null => {
      if (value === '') return null
      const parsed = parse(value)
      if (parsed === null) problems.push(`${what} ${JSON.stringify(value)}`)
      return parsed
    }
    const status = cut(text, 0, 1)
    if (status !== 'A' && status !== 'V' && status !== '') problems.push(`status ${JSON.stringify(status)}`)
    const day = cut(text, 7, 6)
    const clock = cut(text, 1, 6)
    // Any field may be unfilled, whatever the others say. Some radios fill with zeros: there is no day 00.
    const unset = day === '000000' || day === '' || clock === ''
    const time = unset ? null : read('time', `${day} ${clock}`, timeOf)
    const signed = (at: number, digits: string): string => (digits === '' ? '' : cut(text, at, 1) + digits)
    return {
      valid: status === 'A',
      time,
      latitude: read('latitude', signed(13, cut(text, 14, 9)), (v) => degreesOf(v, 'N', 'S', 90)),
      longitude: read('longitude', signed(23, cut(text, 24, 10)), (v) => degreesOf(v, 'E', 'W', 180)),
      speedKnots: read('speed', cut(text, 34, 3), numberOf),
      course: read('course', cut(text, 37, 3), numberOf),
      problem: problems.length === 0 ? null : problems.join(', '),
    }
  },
  write: (bytes, offset, value) => {
    bytes.fill(0, offset, offset + SIZE)
    const put = (at: number, text: string) => bytes.write(text, offset + at, 'latin1')
    put(0, value.valid ? 'A' : 'V')
    if (value.time !== null) {
      const [day, clock] = new Date(value.time).toISOString().split('T') as [string, string]
      put(1, clock.slice(0, 8).replaceAll(':', ''))
      put(7, day.slice(8, 10) + day.slice(5, 7) + day.slice(2, 4))
    }
    if (value.latitude !== null) put(13, textOf(value.latitude, 'N', 'S', 2))
    if (value.longitude !== null) put(23, textOf(value.longitude, 'E', 'W', 3))
    if (value.speedKnots !== null) put(34, knotsText(value.speedKnots))
    if (value.course !== null) put(37, String(Math.round(value.course) % 360).padStart(3, '0'))
  },
}

/** `ddmmyy hhmmss`, UTC, in this century. */
const timeOf = (text: string): number | null => {
  const m = /^(\d\d)(\d\d)(\d\d) (\d\d)(\d\d)(\d\d)$/.exec(text)
  if (!m) return null
  const [day, month, year, hour, minute, second] = m.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  const at = Date.UTC(2000 + year, month - 1, day, hour, minute, second)
  const read = new Date(at)
  const same = read.getUTCMonth() === month - 1 && read.getUTCDate() === day && hour < 24 && minute < 60 && second < 60
  return same ? at : null
}

/** `N5003.8771`: degrees and minutes with their sign in front. */
const degreesOf = (text: string, plus: string, minus: string, most: number): number | null => {
  const m = /^([NSEW])(\d{1,3})(\d\d\.\d{1,4})$/.exec(text)
  if (!m || (m[1] !== plus && m[1] !== minus)) return null
  const minutes = Number(m[3])
  const degrees = (Number(m[2]) * PARTS + Math.round(minutes * 10_000)) / PARTS
  if (minutes >= 60 || degrees > most) return null
  return m[1] === minus ? -degrees : degrees
}

const numberOf = (text: string): number | null => (/^\d+(\.\d*)?$/.test(text) ? Number(text) : null)

const textOf = (value: number, plus: string, minus: string, digits: number): string => {
  // Rounded as a whole, so that 59.99996 minutes become the next degree and never 60.0000.
  const parts = Math.round(Math.abs(value) * PARTS)
  const degrees = Math.floor(parts / PARTS)
  const minutes = ((parts - degrees * PARTS) / 10_000).toFixed(4).padStart(7, '0')
  return `${value < 0 ? minus : plus}${String(degrees).padStart(digits, '0')}${minutes}`
}

/** Three characters: one decimal below ten knots, none above. */
const knotsText = (knots: number): string =>
  knots < 9.95 ? knots.toFixed(1) : String(Math.min(999, Math.round(knots))).padStart(3, '0')
