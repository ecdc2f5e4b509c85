/** Something wrong in a Motorola or TETRA message, named. Most accompany a message that was read as far as it went. */
export interface TrunkFault {
  readonly fault: 'truncated' | 'unknown-type' | 'bad-body' | 'trailing' | 'not-lip'
  /** What was found and what would be right. */
  readonly detail: string
  /** The bytes concerned, as they came. */
  readonly frame: Buffer
}

export const printTrunkFault = ({ fault, detail, frame }: TrunkFault) => ({
  fault,
  detail,
  frame: frame.toString('hex'),
})

/** Messages with a 16-bit length in front, one after another: ARS and TMS. */
export const splitByLength = (
  bytes: Buffer,
  limit: number,
): { readonly frames: readonly Buffer[]; readonly rest: Buffer } => {
  const frames: Buffer[] = []
  let at = 0
  while (frames.length < limit && bytes.length - at >= 2) {
    const end = at + 2 + bytes.readUInt16BE(at)
    if (end > bytes.length) break
    frames.push(bytes.subarray(at, end))
    at = end
  }
  return { frames, rest: bytes.subarray(at) }
}
