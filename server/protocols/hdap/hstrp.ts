import type { Fault, FaultKind } from './fault.ts'
import { type Hdap, readFrame } from './frame.ts'

/** Options of HSTRP by number; others are kept by theirs. */
export const optionNames: Readonly<Record<number, string>> = {
  1: 'Realtime',
  3: 'DeviceID',
  4: 'ChannelID',
  5: 'XPTSiteID',
  6: 'XPTIndex',
  7: 'XPTChannelType',
}
export interface HstrpOption {
  readonly command: number
  readonly data: Buffer
}
export interface HstrpFlags {
  readonly option: boolean
  readonly reject: boolean
  readonly close: boolean
  readonly connect: boolean
  readonly heartbeat: boolean
  readonly ack: boolean
}

/** One datagram between a repeater and a dispatcher. */
export interface Hstrp {
  readonly transport: 'hstrp'
  readonly version: number
  readonly flags: HstrpFlags
  /** An acknowledgement repeats the number of what it acknowledges; connect, heartbeat, close and reject carry 0. */
  readonly sn: number
  readonly options: readonly HstrpOption[]
  /** Usually one. */
  readonly frames: readonly Hdap[]
  readonly raw: Buffer
}

const bits = { option: 0x20, reject: 0x10, close: 0x08, connect: 0x04, heartbeat: 0x02, ack: 0x01 } as const
const HEAD = 6
/** Repeaters put one frame into a datagram; a flood of tiny ones costs no more than this many. */
const MOST_FRAMES = 64
const MAGIC = [0x32, 0x42] as const

export const isHstrp = (bytes: Buffer): boolean => bytes[0] === MAGIC[0] && bytes[1] === MAGIC[1]

/** Reads a whole datagram. Undefined, with a fault, when its head is not there. */
export const readHstrp = (bytes: Buffer, faults: Fault[]): Hstrp | undefined => {
  const remark = (fault: FaultKind, detail: string) => faults.push({ fault, detail, frame: bytes })
  if (bytes.length < HEAD) {
    remark('truncated', `${bytes.length} bytes, an HSTRP head has ${HEAD}`)
    return undefined
  }
  const type = bytes[3]!
  const flags = Object.fromEntries(Object.entries(bits).map(([name, bit]) => [name, (type & bit) !== 0]))
  const head = {
    transport: 'hstrp',
    version: bytes[2]!,
    flags: flags as unknown as HstrpFlags,
    sn: bytes.readUInt16BE(4),
    raw: bytes,
  } as const
  const { heartbeat, option, connect, close, reject } = head.flags
  let at = HEAD
  const options: HstrpOption[] = []
  if (option && !heartbeat) {
    const end = readOptions(bytes, at, options)
    if (end === undefined) {
      remark('bad-option', `an option at byte ${at} or behind it runs over the end`)
      return { ...head, options, frames: [] }
    }
    at = end
  }
  const frames: Hdap[] = []
  while (at < bytes.length && frames.length < MOST_FRAMES && !heartbeat && !connect && !close && !reject) {
    const read = readFrame(bytes, at, faults)
    if (read.is !== 'frame') {
      if (read.is === 'incomplete')
        remark('truncated', `${bytes.length - at} bytes left, the frame has ${read.needs} or more`)
      else remark('not-hdap', `byte ${at} is ${bytes[at]!.toString(16).padStart(2, '0')}, no service of HDAP`)
      return { ...head, options, frames }
    }
    frames.push(read.hdap)
    at = read.next
  }
  if (at < bytes.length) remark('trailing', `${bytes.length - at} bytes behind the end`)
  return { ...head, options, frames }
}

/** Where the options end; undefined when one runs over the end. */
const readOptions = (bytes: Buffer, from: number, options: HstrpOption[]): number | undefined => {
  let at = from
  for (;;) {
    if (at + 2 > bytes.length) return undefined
    const command = bytes[at]!
    const end = at + 2 + bytes[at + 1]!
    if (end > bytes.length) return undefined
    options.push({ command: command & 0x7f, data: bytes.subarray(at + 2, end) })
    at = end
    if ((command & 0x80) === 0) return at
  }
}

export interface HstrpSent {
  readonly flags?: Partial<HstrpFlags>
  readonly sn: number
  readonly options?: readonly HstrpOption[]
  readonly frames?: readonly Buffer[]
}

/** One datagram. Options are announced by their being there. */
export const writeHstrp = ({ flags = {}, sn, options = [], frames = [] }: HstrpSent): Buffer => {
  let type = options.length > 0 ? bits.option : 0
  for (const [name, bit] of Object.entries(bits)) if (flags[name as keyof HstrpFlags]) type |= bit
  const head = Buffer.from([...MAGIC, 0, type, sn >> 8, sn & 0xff])
  const written = options.map(({ command, data }, i) =>
    Buffer.concat([Buffer.from([command | (i < options.length - 1 ? 0x80 : 0), data.length]), data]),
  )
  return Buffer.concat([head, ...written, ...frames])
}

/** The acknowledgement of a datagram: the same head, no payload. */
export const acknowledge = ({ flags, sn, options }: Hstrp, reject = false): Buffer =>
  writeHstrp({ flags: { ...flags, ack: !reject, reject }, sn, options })
