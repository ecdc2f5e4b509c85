/** Lets the clock move to the next instant that anybody waits for, when everybody waits. */
export const metronome = (players: number, end: number, moveTo: (instant: number) => Promise<void>) => {
  let playing = players
  let now = Number.NEGATIVE_INFINITY
  const waiting = new Map<() => void, number>()
  const next = (): void => {
    if (waiting.size < playing || playing === 0) return
    now = Math.max(now, Math.min(end, ...waiting.values()))
    void moveTo(now).then(() => {
      for (const [go, instant] of [...waiting])
        if (instant <= now) {
          waiting.delete(go)
          go()
        }
    })
  }
  return {
    until: (instant: number): Promise<void> =>
      instant <= now
        ? Promise.resolve()
        : new Promise((go) => {
            waiting.set(go, instant)
            next()
          }),
    leave: (): void => {
      playing--
      next()
    },
  }
}
