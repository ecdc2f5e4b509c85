import { createHash, createHmac } from 'node:crypto'

/** A camera that may be drawn, with as many tickets in the drum. */
export interface Candidate {
  readonly camera: string
  readonly tickets: number
}

/** More than so many tickets a camera never has: it has long been the likeliest. */
const MOST_TICKETS = 1_001

export const commitmentOf = (seed: Uint8Array): string => createHash('sha256').update(seed).digest('hex')

/** One ticket, and one more for each draw that passed the camera over since it was seen last. In order of id. */
export const candidatesOf = (cameras: readonly string[], passed: (camera: string) => number): readonly Candidate[] =>
  [...new Set(cameras)]
    .sort((a, b) => (a < b ? -1 : 1))
    .map((camera) => ({ camera, tickets: Math.min(MOST_TICKETS, 1 + passed(camera)) }))

/**
 * Draws up to `count` cameras without putting one back. The i-th ticket is HMAC-SHA-256(seed, "i") as a whole number
 * modulo the tickets that are left; with 256 bits for some thousands of tickets the remainder favours nobody that
 * anybody could measure. Whole numbers only, so that whoever has the journal draws the same.
 */
export const drawFrom = (seed: Uint8Array, candidates: readonly Candidate[], count: number): readonly string[] => {
  const left = [...candidates]
  const drawn: string[] = []
  while (drawn.length < count && left.length > 0) {
    const total = left.reduce((sum, { tickets }) => sum + tickets, 0)
    const digest = createHmac('sha256', seed).update(String(drawn.length)).digest('hex')
    let ticket = Number(BigInt(`0x${digest}`) % BigInt(total))
    const at = left.findIndex(({ tickets }) => {
      if (ticket < tickets) return true
      ticket -= tickets
      return false
    })
    drawn.push(left.splice(at, 1)[0]!.camera)
  }
  return drawn
}
