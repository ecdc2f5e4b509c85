import type { Fault, FaultKind } from './fault.ts'
import { type Hdap, readFrame } from './frame.ts'

/** Opcodes of HRNP. */
export const hrnpOpcodes = {
  DATA: 0x00,
  DATA_ACK: 0x10,
  CLOSE_ACK: 0xfa,
  CLOSE: 0xfb,
  REJECT: 0xfc,
  ACCEPT: 0xfd,
  CONNECT: 0xfe,
} as const
const names = new Map<number, string>(Object.entries(hrnpOpcodes).map(([name, code]) => [code, name]))
export const hrnpName = (opcode: number): string => names.get(opcode) ?? '?'

/** One packet between a mobile radio and what is plugged into it. */
export interface Hrnp {
  readonly transport: 'hrnp'
  readonly version: number
  /** Number of the fragment. */
  readonly block: number
  readonly opcode: number
  readonly src: number
  readonly dst: number
  readonly packet: number
  readonly length: number
  readonly checksum: number
  readonly checksumOk: boolean
  /** Null for all but data. */
  readonly hdap: Hdap | null
  readonly raw: Buffer
}

export const HRNP_MAGIC = 0x7e
const HEAD = 12
const CHECKSUM_AT = 10

/** Ones' complement of the ones' complement sum of all 16-bit words, as IP does it; the checksum itself counts as 0. */
export const hrnpChecksum = (bytes: Buffer): number => {
  let sum = 0
  for (let i = 0; i < bytes.length; i += 2) {
    if (i === CHECKSUM_AT) continue
    sum += (bytes[i]! << 8) | (bytes[i + 1] ?? 0)
  }
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >>> 16)
  return ~sum & 0xffff
}

export type HrnpRead =
  | { readonly is: 'packet'; readonly hrnp: Hrnp; readonly next: number }
  | { readonly is: 'incomplete'; readonly needs: number }
  | { readonly is: 'bad-length'; readonly length: number }

export const readHrnp = (bytes: Buffer, at: number, faults: Fault[]): HrnpRead => {
  if (bytes.length - at < HEAD) return { is: 'incomplete', needs: HEAD }
  const length = bytes.readUInt16BE(at + 8)
  if (length < HEAD) return { is: 'bad-length', length }
  if (bytes.length - at < length) return { is: 'incomplete', needs: length }
  const raw = bytes.subarray(at, at + length)
  const remark = (fault: FaultKind, detail: string) => faults.push({ fault, detail, frame: raw })
  const checksum = raw.readUInt16BE(CHECKSUM_AT)
  const right = hrnpChecksum(raw)
  if (checksum !== right) remark('bad-checksum', `the header's checksum is ${hex4(checksum)}, should be ${hex4(right)}`)
  const opcode = raw[3]!
  if (!names.has(opcode)) remark('unknown-opcode', `HRNP opcode 0x${opcode.toString(16).padStart(2, '0')}`)
  let hdap: Hdap | null = null
  if (length > HEAD) {
    const read = readFrame(raw, HEAD, faults)
    if (read.is === 'frame') {
      hdap = read.hdap
      if (read.next < length) remark('trailing', `${length - read.next} bytes behind the end`)
    } else remark(read.is === 'incomplete' ? 'truncated' : 'not-hdap', `${length - HEAD} bytes of data are no frame`)
  }
  return {
    is: 'packet',
    hrnp: {
      transport: 'hrnp',
      version: raw[1]!,
      block: raw[2]!,
      opcode,
      src: raw[4]!,
      dst: raw[5]!,
      packet: raw.readUInt16BE(6),
      length,
      checksum,
      checksumOk: checksum === right,
      hdap,
      raw,
    },
    next: at + length,
  }
}

const hex4 = (word: number): string => word.toString(16).padStart(4, '0')

export interface HrnpSent {
  readonly opcode: number
  readonly src: number
  readonly dst: number
  readonly packet: number
  readonly block?: number
  readonly version?: number
  readonly frame?: Buffer
}

export const writeHrnp = ({ opcode, src, dst, packet, block = 0, version = 4, frame }: HrnpSent): Buffer => {
  const bytes = Buffer.concat([Buffer.alloc(HEAD), ...(frame ? [frame] : [])])
  bytes.set([HRNP_MAGIC, version, block, opcode, src, dst])
  bytes.writeUInt16BE(packet, 6)
  bytes.writeUInt16BE(bytes.length, 8)
  bytes.writeUInt16BE(hrnpChecksum(bytes), CHECKSUM_AT)
  return bytes
}
