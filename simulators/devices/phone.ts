import type { Fix } from '../motion/receiver.ts'

export interface PhoneOptions {
  /** OsmAnd identifier, without the protocol's name. */
  readonly id: string
  /** The device's credential; null sends none. */
  readonly token: string | null
  /** Traccar Client up to 8 sends a query, from 9 on JSON; both are in the field. */
  readonly dialect: 'query' | 'json'
  /** 0 to 1. */
  readonly battery: number
}
export interface PhoneReading {
  readonly fix: Fix
  readonly at: number
  readonly moving: boolean
  /** The operating system says that an app made the position up. */
  readonly mocked: boolean
  readonly alarm?: 'sos'
}
/** An HTTP request, ready but for where it goes. */
export interface PhoneRequest {
  readonly method: 'POST'
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

const MOST_BUFFERED = 5_000
const KNOTS_PER_KMH = 1 / 1.852
/** A phone lasts about fourteen hours with the screen off and positions on. */
const DRAIN_PER_MS = 1 / (14 * 3_600_000)

/**
 * An officer's phone running a Traccar Client: measures, queues, sends the oldest first, keeps what could not
 * be delivered. Without a socket: the link carries `next()` and says with `delivered` what became of it.
 */
export const createPhone = ({ id, token, dialect, battery }: PhoneOptions) => {
  const queue: { readonly reading: PhoneReading; readonly level: number }[] = []
  let level = battery
  let measuredAt: number | undefined
  let odometerM = 0

  const query = ({ reading: { fix, at, mocked, alarm }, level: batt }: (typeof queue)[number]): PhoneRequest => {
    const q = new URLSearchParams({
      id,
      timestamp: String(Math.floor(at / 1_000)),
      batt: (batt * 100).toFixed(0),
      accuracy: String(fix.accuracyM),
    })
    if (fix.position) {
      q.set('lat', String(fix.position[1]))
      q.set('lon', String(fix.position[0]))
    } else q.set('valid', 'false')
    q.set('speed', (fix.speedKmh * KNOTS_PER_KMH).toFixed(2))
    q.set('bearing', String(fix.headingDeg))
    q.set('altitude', '1110')
    if (mocked) q.set('mock', 'true')
    if (alarm) q.set('alarm', alarm)
    if (token !== null) q.set('token', token)
    return {
      method: 'POST',
      path: `/?${q}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: '',
    }
  }

  const json = ({
    reading: { fix, at, moving, mocked, alarm },
    level: batt,
  }: (typeof queue)[number]): PhoneRequest => ({
    method: 'POST',
    path: token === null ? '/' : `/?token=${encodeURIComponent(token)}`,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      location: {
        timestamp: new Date(at).toISOString(),
        coords: {
          latitude: fix.position?.[1] ?? 0,
          longitude: fix.position?.[0] ?? 0,
          accuracy: fix.accuracyM,
          speed: fix.position ? Math.round((fix.speedKmh / 3.6) * 100) / 100 : -1,
          heading: fix.speedKmh > 1 ? fix.headingDeg : -1,
          altitude: 1_110,
        },
        is_moving: moving,
        odometer: Math.round(odometerM),
        event: alarm ? 'alarm' : 'motionchange',
        battery: { level: Math.round(batt * 100) / 100, is_charging: false },
        activity: { type: fix.speedKmh > 12 ? 'in_vehicle' : moving ? 'walking' : 'still' },
        ...(mocked ? { mock: true } : {}),
        ...(alarm ? { alarm } : {}),
      },
      device_id: id,
    }),
  })

  return {
    /** A measurement is due. A phone without a fix says nothing; the platform sees its silence. */
    measure: (reading: PhoneReading): void => {
      const passed = measuredAt === undefined ? 0 : reading.at - measuredAt
      level = Math.max(0, level - passed * DRAIN_PER_MS)
      measuredAt = reading.at
      if (level === 0 || !reading.fix.position) return
      odometerM += (reading.fix.speedKmh / 3_600_000) * 1_000 * passed
      queue.push({ reading, level })
      if (queue.length > MOST_BUFFERED) queue.shift()
    },
    /** The oldest undelivered position; undefined when all are delivered. */
    next: (): PhoneRequest | undefined => {
      const [first] = queue
      return first && (dialect === 'json' ? json(first) : query(first))
    },
    /** What the server said to `next()`: 2xx is stored; 4xx will never be and is dropped; the rest waits. */
    delivered: (statusCode: number | undefined): void => {
      if (statusCode !== undefined && statusCode < 500 && statusCode !== 429) queue.shift()
    },
    queued: (): number => queue.length,
    battery: (): number => level,
  }
}
export type Phone = ReturnType<typeof createPhone>
