export interface PulseLimits {
  /** A radio is asked when none spoke for so long. */
  readonly everyMs: number
  /** So many asked in a row and nothing heard of any: the line is lost. */
  readonly missed: number
}

export interface PulseWays {
  readonly isUp: () => boolean
  /** Radios that are registered: they should answer. */
  readonly registered: () => readonly string[]
  /** Radios on the list, asked while the line is down and nobody is registered. */
  readonly listed: () => readonly string[]
  readonly ask: (radio: string) => void
  readonly lost: (why: string) => void
}

/**
 * The heartbeat of a network that has none (Motorola): there is no session and no dispatcher, a radio speaks when it has
 * something to say, so a line that was cut looks like radios that are quiet. While none speaks one of them is therefore asked
 * whether it is there (ARS query), in turn; any sign of any radio shows that the line works. Times are of the real clock.
 */
export const createPulse = (limits: PulseLimits, ways: PulseWays) => {
  /** Called in vain since anything was heard, registered or not: the line may be why. */
  const doubted = new Set<string>()
  /** Asked by the pulse and not heard since. */
  const asked = new Set<string>()
  let heardAt = Number.NEGATIVE_INFINITY
  let askedAt = Number.NEGATIVE_INFINITY
  let inVain = 0
  let turn = 0

  return {
    heard: (now: number): void => {
      heardAt = now
      inVain = 0
      doubted.clear()
    },
    called: (radio: string): void => void doubted.add(radio),
    /** Whether anything was heard since. */
    since: (at: number): boolean => heardAt >= at,
    /** Whether an answer of this radio is only the pulse’s; it is then settled. */
    wasAsked: (radio: string): boolean => asked.delete(radio),
    tick: (now: number): void => {
      if (now - Math.max(heardAt, askedAt) < limits.everyMs) return
      if (ways.isUp() && inVain >= limits.missed)
        return ways.lost(`${inVain} radio checks in a row, and no radio heard`)
      const some = [...new Set([...ways.registered(), ...doubted])]
      const all = some.length > 0 || ways.isUp() ? some : ways.listed()
      if (all.length === 0) return
      const radio = all[turn++ % all.length]!
      asked.add(radio)
      askedAt = now
      inVain++
      ways.ask(radio)
    },
  }
}
