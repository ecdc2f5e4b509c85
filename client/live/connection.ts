/**
 * none: this role has no live feed · connecting: nothing shown yet · live · stale: connected, but the server has not said a word for
 * `SILENCE_MS` · lost: no connection. Stale and lost look the same to the operator: what is shown is old.
 */
export type Phase = 'none' | 'connecting' | 'live' | 'stale' | 'lost'

export interface Connection {
  readonly phase: Phase
  /** performance.now() of the last word from the server; undefined before the first. */
  readonly heardAtMs: number | undefined
  /** Attempts since the connection was lost. */
  readonly attempts: number
}

/** The server speaks every second unless its store is away, which it knows within one: the screen says so within five (R4). */
export const SILENCE_MS = 3_500

export const start: Connection = { phase: 'none', heardAtMs: undefined, attempts: 0 }

export type Happening = 'opening' | 'heard' | 'lost' | 'attempt' | 'tick'

/** The next state; the same object when nothing changed for a reader. */
export const step = (c: Connection, what: Happening, nowMs: number): Connection => {
  switch (what) {
    case 'opening':
      return { phase: 'connecting', heardAtMs: undefined, attempts: 0 }
    case 'heard':
      return { phase: 'live', heardAtMs: nowMs, attempts: 0 }
    case 'lost':
      return { ...c, phase: c.heardAtMs === undefined ? 'connecting' : 'lost' }
    case 'attempt':
      return { ...c, attempts: c.attempts + 1 }
    case 'tick':
      return c.phase === 'live' && c.heardAtMs !== undefined && nowMs - c.heardAtMs > SILENCE_MS
        ? { ...c, phase: 'stale' }
        : c
  }
}

/** Until when (performance.now()) what is shown is known: without word from the server, until its last word. */
export const knownUntil = ({ phase, heardAtMs }: Connection, nowMs: number): number =>
  phase === 'lost' || phase === 'stale' ? (heardAtMs ?? nowMs) : nowMs
