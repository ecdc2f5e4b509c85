import type { Instant } from '../../domain/time.ts'
import { type Kind, shorterThan } from './kind.ts'
import { CHINA, readTime, writeTime } from './time.ts'

export interface Transparent<T extends string = string> {
  readonly type: T
  /** 0 GNSS module, 0x0b road transport card, 0x41/0x42 serial ports, 0xf0-0xff the maker's. */
  readonly channel: number
  readonly content: Buffer
}

const transparent = <T extends string>(id: number, type: T): Kind<Transparent<T>> => ({
  id,
  type,
  read: (body) => shorterThan(body, 1, type) ?? { type, channel: body[0]!, content: body.subarray(1) },
  write: ({ channel, content }) => Buffer.concat([Buffer.from([channel]), content]),
})

/** 0x0900 数据上行透传 and 0x8900 数据下行透传. */
export const transparentUp = transparent(0x0900, 'transparent-up')
export const transparentDown = transparent(0x8900, 'transparent-down')

export interface DriverCard {
  readonly type: 'driver-card'
  /** 1 inserted (on duty), 2 taken out. */
  readonly state: number
  readonly time: Instant | null
  /** What follows depends on edition and reading result; kept as it came. */
  readonly rest: Buffer
}

const FIXED = 7

/** 0x0702 驾驶员身份信息采集上报: state u8, time bcd[6], and the card's content. */
export const driverCard: Kind<DriverCard> = {
  id: 0x0702,
  type: 'driver-card',
  read: (body, { remark }) => {
    const short = shorterThan(body, FIXED, 'driver-card')
    if (short) return short
    const time = readTime(body, 1, CHINA)
    if (time === null) remark('bad-time', `${body.toString('hex', 1, FIXED)} is not YYMMDDhhmmss`)
    return { type: 'driver-card', state: body[0]!, time, rest: body.subarray(FIXED) }
  },
  write: ({ state, time, rest }) => {
    const fixed = Buffer.alloc(FIXED)
    fixed[0] = state
    writeTime(fixed, 1, time, CHINA)
    return Buffer.concat([fixed, rest])
  },
}
