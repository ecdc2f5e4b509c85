import { createHmac, randomBytes } from 'node:crypto'

const MAGIC = 0x2112a442
const attribute = (type: number, value: Buffer): Buffer => {
  const head = Buffer.alloc(4)
  head.writeUInt16BE(type, 0)
  head.writeUInt16BE(value.length, 2)
  return Buffer.concat([head, value, Buffer.alloc((4 - (value.length % 4)) % 4)])
}

/**
 * A STUN binding request as the controlling side of ICE sends it (RFC 5389 6 and 15, RFC 8445 7.1):
 * type | length | magic | transaction | USERNAME | PRIORITY | ICE-CONTROLLING | USE-CANDIDATE | MESSAGE-INTEGRITY |
 * FINGERPRINT.
 */
export const bindingRequest = (remote: { readonly usernameFragment: string; readonly password: string }): Buffer => {
  const attributes = Buffer.concat([
    attribute(0x0006, Buffer.from(`${remote.usernameFragment}:selftest`)),
    attribute(0x0024, Buffer.from([0x6e, 0x00, 0x1e, 0xff])),
    attribute(0x802a, randomBytes(8)),
    attribute(0x0025, Buffer.alloc(0)),
  ])
  const head = Buffer.alloc(20)
  head.writeUInt16BE(0x0001, 0)
  // The length that is signed counts the signature's own 24 bytes.
  head.writeUInt16BE(attributes.length + 24, 2)
  head.writeUInt32BE(MAGIC, 4)
  randomBytes(12).copy(head, 8)
  const signed = Buffer.concat([head, attributes])
  const integrity = attribute(0x0008, createHmac('sha1', remote.password).update(signed).digest())
  // The fingerprint covers all before it, with the length that counts its own 8 bytes as well.
  const before = Buffer.concat([signed, integrity])
  before.writeUInt16BE(attributes.length + 32, 2)
  const print = Buffer.alloc(4)
  print.writeUInt32BE((crc32(before) ^ 0x5354554e) >>> 0, 0)
  return Buffer.concat([before, attribute(0x8028, print)])
}

/** CRC-32 of ISO 3309, as in zlib. */
const crc32 = (bytes: Uint8Array): number => {
  let crc = ~0
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}

/** Whether a datagram is STUN, and not DTLS or RTP (RFC 7983 7). */
export const isStun = (datagram: Buffer): boolean => datagram.length >= 20 && datagram[0]! < 4
