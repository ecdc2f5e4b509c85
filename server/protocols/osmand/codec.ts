/**
 * OsmAnd's live tracking over HTTP, as Traccar Client speaks it. Query or form up to version 8, JSON from 9 on.
 *
 *   query, form   id|deviceid  lat lon | location=lat,lon  timestamp  speed (knots)  bearing|heading  altitude  accuracy  valid  alarm  mock
 *   JSON          {device_id, location: {timestamp, coords: {latitude, longitude, accuracy, speed (m/s), heading, altitude}, alarm?, mock?}}
 *
 * -1 means unknown for accuracy, speed and heading. Coordinates are the operating system's, WGS-84.
 */
import { z } from 'zod'
import type { Instant } from '../../domain/time.ts'
import { given, inside, KMH_PER_KNOT, KMH_PER_MPS, positive, timeOf } from './values.ts'

export interface PhoneReport {
  /** Null when the phone sent none: then it is when it arrived. */
  readonly time: Instant | null
  /** Null without a fix. */
  readonly latitude: number | null
  readonly longitude: number | null
  readonly accuracyM: number | null
  readonly altitudeM: number | null
  readonly speedKmh: number | null
  readonly headingDeg: number | null
  /** Null when the phone says nothing about it. */
  readonly mocked: boolean | null
  /** Such as `sos`. */
  readonly alarm: string | null
}

export interface OsmandFault {
  readonly fault: 'missing-id' | 'bad-json' | 'bad-field' | 'no-report'
  /** Which field, what it was and what it should be. */
  readonly detail: string
}

export type OsmandDecoding =
  | { readonly is: 'reports'; readonly id: string; readonly reports: readonly PhoneReport[] }
  | { readonly is: 'fault'; readonly id: string | null; readonly fault: OsmandFault }

const MAX_ID = 64
const isId = (id: string): boolean => id !== '' && id.length <= MAX_ID && !/\p{C}/u.test(id)
/** How many positions one request may carry (a client that was without coverage may send several). */
const MAX_REPORTS = 500

const bad = (fault: OsmandFault['fault'], detail: string, id: string | null = null): OsmandDecoding => ({
  is: 'fault',
  id,
  fault: { fault, detail },
})

/** Reads query or form parameters; where both have one, the query's counts. Never throws. */
export const decodeQuery = (params: URLSearchParams): OsmandDecoding => {
  const id = params.get('id') ?? params.get('deviceid') ?? ''
  if (!isId(id)) return bad('missing-id', `id: 1 to ${MAX_ID} printable characters, there are ${id.length}`)
  const [pairLatitude, pairLongitude] = params.get('location')?.split(',') ?? []
  const texts = {
    lat: params.get('lat') ?? pairLatitude,
    lon: params.get('lon') ?? pairLongitude,
    accuracy: params.get('accuracy'),
    altitude: params.get('altitude'),
    speed: params.get('speed'),
    bearing: params.get('bearing') ?? params.get('heading'),
  }
  const numbers: Record<string, number | null> = {}
  for (const [name, text] of Object.entries(texts)) {
    const number = given(text)
    if (number === undefined) return bad('bad-field', `${name}: ${JSON.stringify(text)} should be a number`, id)
    numbers[name] = number
  }
  const time = timeOf(params.get('timestamp'))
  if (time === undefined)
    return bad(
      'bad-field',
      `timestamp: ${JSON.stringify(params.get('timestamp'))} should be seconds, milliseconds or ISO 8601`,
      id,
    )
  const speed = positive(numbers.speed)
  const invalid = ['0', 'false'].includes(params.get('valid') ?? '')
  const mock = params.get('mock')
  return withPlace(id, [
    {
      time,
      latitude: invalid ? null : (numbers.lat ?? null),
      longitude: invalid ? null : (numbers.lon ?? null),
      accuracyM: positive(numbers.accuracy),
      altitudeM: numbers.altitude ?? null,
      speedKmh: kmh(speed, KMH_PER_KNOT),
      headingDeg: inside(numbers.bearing, 0, 360),
      mocked: mock === null ? null : mock === 'true' || mock === '1',
      alarm: params.get('alarm'),
    },
  ])
}

const optional = z.number().nullish()
const place = z.object({
  timestamp: z.union([z.string(), z.number()]).nullish(),
  coords: z
    .object({
      latitude: z.number(),
      longitude: z.number(),
      accuracy: optional,
      speed: optional,
      heading: optional,
      altitude: optional,
    })
    .nullish(),
  mock: z.boolean().nullish(),
  alarm: z.string().nullish(),
})
const posted = z.object({
  device_id: z.union([z.string(), z.number()]).transform(String).nullish(),
  location: z.union([place, z.array(place).max(MAX_REPORTS)]),
})

/** Reads a JSON body. `fallbackId` is the id of the query, if there was one. Never throws. */
export const decodeJson = (text: string, fallbackId: string | null): OsmandDecoding => {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return bad('bad-json', 'the body is not JSON', fallbackId)
  }
  const parsed = posted.safeParse(value)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return bad('bad-field', `${issue?.path.join('.') || 'body'}: ${issue?.message}`, fallbackId)
  }
  const id = parsed.data.device_id ?? fallbackId ?? ''
  if (!isId(id)) return bad('missing-id', `device_id: 1 to ${MAX_ID} printable characters, there are ${id.length}`)
  const reports: PhoneReport[] = []
  for (const { timestamp, coords, mock, alarm } of [parsed.data.location].flat()) {
    const time = timeOf(timestamp === null || timestamp === undefined ? null : String(timestamp))
    if (time === undefined)
      return bad('bad-field', `location.timestamp: ${JSON.stringify(timestamp)} should be ISO 8601 or a number`, id)
    const speed = positive(coords?.speed)
    reports.push({
      time,
      latitude: coords?.latitude ?? null,
      longitude: coords?.longitude ?? null,
      accuracyM: positive(coords?.accuracy),
      altitudeM: coords?.altitude ?? null,
      speedKmh: kmh(speed, KMH_PER_MPS),
      headingDeg: inside(coords?.heading, 0, 360),
      mocked: mock ?? null,
      alarm: alarm ?? null,
    })
  }
  return withPlace(id, reports)
}

/** Half a position or one that is on no globe is refused: the phone's app is set up wrongly. */
const withPlace = (id: string, reports: readonly PhoneReport[]): OsmandDecoding => {
  if (reports.length === 0) return bad('no-report', 'location: an empty list, should hold at least one position', id)
  for (const { latitude, longitude } of reports) {
    if ((latitude === null) !== (longitude === null))
      return bad('bad-field', 'lat and lon: one is there, the other is not', id)
    if (latitude !== null && longitude !== null && !(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180))
      return bad('bad-field', `lat, lon: ${latitude}, ${longitude} should be within ±90, ±180`, id)
  }
  return { is: 'reports', id, reports }
}

/** The query of one report as Traccar Client up to version 8 sends it. */
export const encodeQuery = (id: string, report: PhoneReport): URLSearchParams => {
  const params = new URLSearchParams({ id })
  const set = (name: string, value: number | string | null) => {
    if (value !== null) params.set(name, String(value))
  }
  set('timestamp', report.time === null ? null : Math.floor(report.time / 1000))
  set('lat', report.latitude)
  set('lon', report.longitude)
  if (report.latitude === null) params.set('valid', 'false')
  set('speed', report.speedKmh === null ? null : report.speedKmh / KMH_PER_KNOT)
  set('bearing', report.headingDeg)
  set('altitude', report.altitudeM)
  set('accuracy', report.accuracyM)
  if (report.mocked !== null) params.set('mock', String(report.mocked))
  set('alarm', report.alarm)
  return params
}

/** A speed beyond what a number can hold is no speed. */
const kmh = (speed: number | null, factor: number): number | null =>
  speed !== null && Number.isFinite(speed * factor) ? speed * factor : null
