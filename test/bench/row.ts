/** One figure of `npm run bench`, beside a peer measured in the same run on the same machine. */
export interface BenchRow {
  /** The goal it belongs to, such as `P2`. */
  readonly id: string
  readonly what: string
  readonly value: number
  readonly unit: string
  /** What it is compared with; null when the goal is absolute. */
  readonly peer: string | null
  readonly peerValue: number | null
  /** value / peerValue, or peerValue / value where less is better; null without a peer. */
  readonly ratio: number | null
  /** The goal in words; null where the figure only explains another. */
  readonly goal: string | null
  readonly met: boolean | null
}
