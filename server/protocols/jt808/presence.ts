import type { Instant } from '../../domain/time.ts'
import { bare, type Kind, shorterThan } from './kind.ts'
import { readTime, UTC, writeTime } from './time.ts'

/** 0x0002 终端心跳. */
export const heartbeat = bare(0x0002, 'heartbeat')

/** 0x0003 终端注销. */
export const logout = bare(0x0003, 'logout')

/** 0x0004 查询服务器时间请求 (2019). */
export const timeQuery = bare(0x0004, 'time-query')

export interface TimeAnswer {
  readonly type: 'time-answer'
  /** Null when the six bytes name no moment. */
  readonly time: Instant | null
}

/** 0x8004 查询服务器时间应答 (2019): BCD[6], the only time of the standard that is UTC. */
export const timeAnswer: Kind<TimeAnswer> = {
  id: 0x8004,
  type: 'time-answer',
  read: (body, { remark }) => {
    const short = shorterThan(body, 6, 'time-answer')
    if (short) return short
    const time = readTime(body, 0, UTC)
    if (time === null) remark('bad-time', `${body.toString('hex', 0, 6)} is not YYMMDDhhmmss`)
    return { type: 'time-answer', time }
  },
  write: ({ time }) => {
    const body = Buffer.alloc(6)
    writeTime(body, 0, time, UTC)
    return body
  },
}
