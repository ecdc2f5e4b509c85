/** What is known of a piece without opening it. */
export interface Kept {
  readonly piece: string
  readonly startsAt: number
  readonly bytes: number
  /** The server has this time. */
  readonly confirmed: boolean
}

/** Three hours at 1 Mbit/s; a phone has other things to keep. */
export const MOST_BYTES = 1_350 * 1024 * 1024
/** Of what the browser would let us have. */
const SHARE = 0.5

/** How much may be kept on this phone, in bytes. */
export const roomFor = (quotaBytes: number | undefined): number =>
  Math.min(MOST_BYTES, quotaBytes === undefined ? MOST_BYTES : quotaBytes * SHARE)

/** What must go so that the rest fits: confirmed pieces first, the oldest before the newer; then the oldest of the others. */
export const toDrop = (pieces: readonly Kept[], mostBytes: number): readonly Kept[] => {
  let over = pieces.reduce((sum, { bytes }) => sum + bytes, 0) - mostBytes
  const order = [...pieces].sort((a, b) => Number(b.confirmed) - Number(a.confirmed) || a.startsAt - b.startsAt)
  const gone: Kept[] = []
  for (const one of order) {
    if (over <= 0) break
    gone.push(one)
    over -= one.bytes
  }
  return gone
}
