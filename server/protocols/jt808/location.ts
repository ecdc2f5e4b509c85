import type { Instant } from '../../domain/time.ts'
import { i16, scaled, struct, u16, u32 } from '../bytes.ts'
import { wholeItems } from './additional.ts'
import { bare, type Kind, type Reading, shorterThan, table } from './kind.ts'
import { CHINA, readTime, writeTime } from './time.ts'

/** 0x0200 位置信息汇报, 28 bytes; the time stands at 22 (21 in the printed tables is a misprint). */
const fixed = struct({
  alarmBits: u32,
  statusBits: u32,
  /** Magnitudes; the signs are status bits 2 and 3. */
  latitude: scaled(u32, 1e6),
  longitude: scaled(u32, 1e6),
  /** A WORD in the tables, but terminals below sea level send two's complement. */
  altitudeM: i16,
  speedKmh: scaled(u16, 10),
  headingDeg: u16,
})
export const LOCATION_SIZE = fixed.size + 6

export interface Location {
  /** 报警标志 as it came. */
  readonly alarmBits: number
  /** 状态位 as it came. */
  readonly statusBits: number
  /** Signed degrees, as the device has them: WGS-84 unless status bit 5 says otherwise. */
  readonly latitude: number
  readonly longitude: number
  readonly altitudeM: number
  readonly speedKmh: number
  /** 0 to 359, clockwise from north. */
  readonly headingDeg: number
  /** By the device's clock, to the second; null when it sent none that exists. */
  readonly time: Instant | null
  /** Whole additional items; see additional.ts. */
  readonly additional: Buffer
}

export const status = {
  accOn: 1 << 0,
  fixed: 1 << 1,
  south: 1 << 2,
  west: 1 << 3,
  outOfService: 1 << 4,
  /** The state plugin shifted the coordinates: they must not be drawn as WGS-84. */
  encrypted: 1 << 5,
} as const

/** Whether the device says that it has a fix (status bit 1). */
export const positionValid = ({ statusBits }: Location): boolean => (statusBits & status.fixed) !== 0

/** Whether that fix is on the globe; 0,0 is what receivers say without one, whatever bit 1 says. */
export const hasFix = (location: Location): boolean =>
  positionValid(location) &&
  inRange(location.latitude, location.longitude) &&
  !(location.latitude === 0 && location.longitude === 0)

const inRange = (latitude: number, longitude: number): boolean => Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180

/** Reads a location and its items from `offset` to the end; the caller has seen to the 28 bytes. */
export const readLocation = (body: Buffer, offset: number, { remark }: Reading): Location => {
  const f = fixed.read(body, offset)
  const latitude = (f.statusBits & status.south) !== 0 ? -f.latitude : f.latitude
  const longitude = (f.statusBits & status.west) !== 0 ? -f.longitude : f.longitude
  const timeAt = offset + fixed.size
  const time = readTime(body, timeAt, CHINA)
  if (time === null) remark('bad-time', `${body.toString('hex', timeAt, timeAt + 6)} is not YYMMDDhhmmss`)
  if (!inRange(latitude, longitude)) remark('out-of-range', `latitude ${latitude}, longitude ${longitude}`)
  const items = body.subarray(offset + LOCATION_SIZE)
  const whole = wholeItems(items)
  if (whole < items.length) {
    const [id, length] = [items[whole]!.toString(16).padStart(2, '0'), items[whole + 1]]
    const left = items.length - whole
    remark(
      'bad-item',
      `item 0x${id} at byte ${LOCATION_SIZE + whole} says ${length ?? 'no length'}, ${left} bytes are left`,
    )
  }
  return {
    alarmBits: f.alarmBits,
    statusBits: f.statusBits,
    latitude,
    longitude,
    altitudeM: f.altitudeM,
    speedKmh: f.speedKmh,
    headingDeg: f.headingDeg,
    time,
    additional: items.subarray(0, whole),
  }
}

/** The signs of the coordinates decide about status bits 2 and 3. */
export const writeLocation = (location: Location): Buffer => {
  const { latitude, longitude, statusBits } = location
  const south = latitude < 0 ? status.south : latitude > 0 ? 0 : statusBits & status.south
  const west = longitude < 0 ? status.west : longitude > 0 ? 0 : statusBits & status.west
  const bytes = Buffer.alloc(LOCATION_SIZE + location.additional.length)
  fixed.write(bytes, 0, {
    ...location,
    statusBits: (statusBits & ~(status.south | status.west)) | south | west,
    latitude: Math.abs(latitude),
    longitude: Math.abs(longitude),
  })
  writeTime(bytes, fixed.size, location.time, CHINA)
  location.additional.copy(bytes, LOCATION_SIZE)
  return bytes
}

export interface LocationReport extends Location {
  readonly type: 'location'
}

/** 0x0200 位置信息汇报. */
export const locationReport: Kind<LocationReport> = {
  id: 0x0200,
  type: 'location',
  read: (body, reading) =>
    shorterThan(body, LOCATION_SIZE, 'location') ?? { type: 'location', ...readLocation(body, 0, reading) },
  write: writeLocation,
}

/** 0x8201 位置信息查询: the vehicle's roll-call. */
export const locationQuery = bare(0x8201, 'location-query')

export interface LocationAnswer extends Location {
  readonly type: 'location-answer'
  readonly replySerial: number
}

/** 0x0201 位置信息查询应答. */
export const locationAnswer: Kind<LocationAnswer> = {
  id: 0x0201,
  type: 'location-answer',
  read: (body, reading) =>
    shorterThan(body, u16.size + LOCATION_SIZE, 'location-answer') ?? {
      type: 'location-answer',
      replySerial: u16.read(body, 0),
      ...readLocation(body, u16.size, reading),
    },
  write: (body) => {
    const serial = Buffer.alloc(u16.size)
    u16.write(serial, 0, body.replySerial)
    return Buffer.concat([serial, writeLocation(body)])
  },
}

/** 0x8203 人工确认报警消息. */
export const confirmAlarm = table(0x8203, 'confirm-alarm', struct({ alarmSerial: u16, alarmTypeBits: u32 }))
