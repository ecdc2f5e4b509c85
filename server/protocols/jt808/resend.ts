import { bytesOf, u16 } from '../bytes.ts'
import { type Edition, type Kind, shorterThan } from './kind.ts'

export interface Resend<T extends string = string> {
  readonly type: T
  /** Serial of the first part of the message. */
  readonly firstSerial: number
  /** Indexes of the parts that are missing, from 1. */
  readonly indexes: readonly number[]
}

/** first serial u16, how many (u8 in 2011/13, u16 in 2019), indexes u16. */
const resend = <T extends string>(id: number, type: T): Kind<Resend<T>> => ({
  id,
  type,
  read: (body, { edition }) => {
    const at = u16.size + countSize(edition)
    const short = shorterThan(body, at, type)
    if (short) return short
    const count = body.readUIntBE(u16.size, countSize(edition))
    const all = shorterThan(body, at + count * u16.size, `${type} of ${count} parts`)
    if (all) return all
    const indexes = Array.from({ length: count }, (_, i) => u16.read(body, at + i * u16.size))
    return { type, firstSerial: u16.read(body, 0), indexes }
  },
  write: ({ firstSerial, indexes }, edition) => {
    const count = Buffer.alloc(countSize(edition))
    count.writeUIntBE(indexes.length, 0, count.length)
    return Buffer.concat([bytesOf(u16, firstSerial), count, ...indexes.map((index) => bytesOf(u16, index))])
  },
})

const countSize = (edition: Edition): number => (edition === '2019' ? 2 : 1)
/** How many indexes one request can name. */
export const maxIndexes = (edition: Edition): number => (edition === '2019' ? 500 : 255)

/** 0x8003 补传分包请求, platform to terminal. */
export const resendRequest = resend(0x8003, 'resend-request')

/** 0x0005 终端补传分包请求 (2019). */
export const terminalResendRequest = resend(0x0005, 'terminal-resend-request')
