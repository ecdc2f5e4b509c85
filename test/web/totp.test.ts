import { describe, expect, it } from 'vitest'
import { acceptedStep, base32, hotp, newSecret, otpauthUri, stepOf } from '../../server/web/totp.ts'

const ascii = (s: string): Uint8Array => new TextEncoder().encode(s)
const sha1Key = ascii('12345678901234567890')
const sha256Key = ascii('12345678901234567890123456789012')
const sha512Key = ascii('1234567890123456789012345678901234567890123456789012345678901234')

describe('RFC 4226, appendix D: HOTP values for counters 0 to 9', () => {
  it.each(['755224', '287082', '359152', '969429', '338314', '254676', '287922', '162583', '399871', '520489'])(
    '%s',
    (code) => {
      const all = Array.from({ length: 10 }, (_, counter) => hotp(sha1Key, counter))
      expect(all).toContain(code)
    },
  )
  it('in this order', () => expect([hotp(sha1Key, 0), hotp(sha1Key, 9)]).toEqual(['755224', '520489']))
})

describe('RFC 6238, appendix B: TOTP with eight digits', () => {
  it.each([
    [59, '94287082', '46119246', '90693936'],
    [1111111109, '07081804', '68084774', '25091201'],
    [1111111111, '14050471', '67062674', '99943326'],
    [1234567890, '89005924', '91819424', '93441116'],
    [2000000000, '69279037', '90698825', '38618901'],
    [20000000000, '65353130', '77737706', '47863826'],
  ])('at %i s', (time, sha1, sha256, sha512) => {
    const step = stepOf(time * 1000)
    expect(hotp(sha1Key, step, 8)).toBe(sha1)
    expect(hotp(sha256Key, step, 8, 'sha256')).toBe(sha256)
    expect(hotp(sha512Key, step, 8, 'sha512')).toBe(sha512)
  })
})

describe('RFC 6238 §5.2: one step of delay, and a code works once', () => {
  const at = 1_111_111_111_000
  const now = stepOf(at)
  it.each([-1, 0, 1])('the code of step %i is accepted', (d) =>
    expect(acceptedStep(sha1Key, hotp(sha1Key, now + d), at, null)).toBe(now + d),
  )
  it.each([-2, 2])('the code of step %i is not', (d) =>
    expect(acceptedStep(sha1Key, hotp(sha1Key, now + d), at, null)).toBeUndefined(),
  )
  it('a used code is refused', () => expect(acceptedStep(sha1Key, hotp(sha1Key, now), at, now)).toBeUndefined())
  it('a wrong length is refused', () => expect(acceptedStep(sha1Key, '12345', at, null)).toBeUndefined())
})

describe('RFC 4648 §10: base32', () => {
  it.each([
    ['f', 'MY'],
    ['fo', 'MZXQ'],
    ['foo', 'MZXW6'],
    ['foob', 'MZXW6YQ'],
    ['fooba', 'MZXW6YTB'],
    ['foobar', 'MZXW6YTBOI'],
  ])('%s → %s', (plain, coded) => expect(base32(ascii(plain))).toBe(coded))
  it('a secret has 160 bits and goes into a link', () => {
    const secret = newSecret()
    expect(secret).toHaveLength(20)
    expect(otpauthUri('a b', secret)).toBe(
      `otpauth://totp/custodes:a%20b?secret=${base32(secret)}&issuer=custodes&digits=6&period=30`,
    )
  })
})
