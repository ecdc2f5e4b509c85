/** Reads the hexadecimal digits of a LIP PDU field by field, the most significant bit first. */
export const bitReader = (digits: string) => {
  const length = digits.length * 4
  const value = BigInt(`0x0${digits}`)
  let at = 0
  const take = (bits: number): number => {
    at += bits
    const behind = BigInt(length - at)
    const mask = (1n << BigInt(bits)) - 1n
    return Number((behind >= 0n ? value >> behind : value << -behind) & mask)
  }
  const signed = (bits: number): number => {
    const raw = take(bits)
    return raw >= 2 ** (bits - 1) ? raw - 2 ** bits : raw
  }
  return {
    /** Bits beyond the end are read as 0; `at` beyond `length` tells of them. */
    take,
    /** Degrees, WGS-84. */
    longitude: (): number => (signed(25) * 360) / 2 ** 25,
    latitude: (): number => (signed(24) * 180) / 2 ** 24,
    /** How many bits were asked for so far. */
    at: (): number => at,
    length,
  }
}
