import type { TrunkCore } from './core.ts'
import type { Sent } from './port.ts'

export interface CheckLimits {
  /** Between two calls over one site: 2 a second. */
  readonly everyMs: number
  /** How long a radio has to answer one call. */
  readonly waitMs: number
  readonly tries: number
  /** How many radios may wait for their turn at one site. */
  readonly waiting: number
}
export const usualCheckLimits: CheckLimits = { everyMs: 500, waitMs: 3_000, tries: 3, waiting: 500 }

interface Open {
  readonly radio: string
  readonly request: string
  readonly site: string | null
  tries: number
  /** When the last of its calls went out, real clock. */
  calledAt: number
  /** Numbers that an answer to one of its calls would bear. */
  readonly bears: Set<number>
  timer: NodeJS.Timeout | undefined
  readonly sent: (result: Sent) => void
}

/** A call that is on the wire, and the number its answer will bear; null: the protocol gives it none. */
export interface CallSent {
  readonly bears: number | null
}

/**
 * Radio checks under way: each waits for its turn at its site, is called up to three times, and ends in exactly one entry.
 * `call` puts one call on the wire, or says undefined when it could not. `last` is true for the last of the calls: there a
 * system whose radio check bears no number also asks for the place, by number, so that it is seen when a radio answers
 * under another name than the one it was called by. Where no session tells whether the channel works, `no-answer` waits until
 * it is known to have worked since the last call, or is lost.
 */
export const createChecks = (
  core: TrunkCore,
  call: (radio: string, site: string | null, last: boolean) => CallSent | undefined,
  limits: CheckLimits = usualCheckLimits,
  /** Whether the channel is known to have worked since an instant of the real clock; always, where sessions tell. */
  workedSince: (at: number) => boolean = () => true,
) => {
  const open = new Map<string, Open>()
  const freeAt = new Map<string | null, number>()
  let closed = false

  /** Waits for the site's next place. */
  const turn = (one: Open): void => {
    const now = performance.now()
    const at = Math.max(now, freeAt.get(one.site) ?? 0)
    freeAt.set(one.site, at + limits.everyMs)
    one.timer = setTimeout(() => attempt(one), at - now)
  }
  const attempt = (one: Open): void => {
    const sent = core.isUp(one.site) ? call(one.radio, one.site, one.tries + 1 >= limits.tries) : undefined
    if (!sent) return lost(one)
    if (sent.bears !== null) one.bears.add(sent.bears)
    one.tries++
    one.calledAt = performance.now()
    one.sent({ sent: true })
    one.timer = setTimeout(() => (one.tries < limits.tries ? turn(one) : unanswered(one)), limits.waitMs)
  }
  const isProven = (one: Open): boolean => one.tries >= limits.tries && workedSince(one.calledAt + limits.waitMs)
  const unanswered = (one: Open): void => {
    if (isProven(one)) return giveUp(one, 'no-answer')
    one.timer = setTimeout(() => unanswered(one), limits.waitMs)
  }
  /** Called already: the channel went away meanwhile. Not called yet: it cannot be. */
  const lost = (one: Open): void => {
    if (one.tries > 0) return giveUp(one, 'channel-lost')
    end(one)
    one.sent({ sent: false, why: 'down' })
  }
  const end = (one: Open): void => {
    clearTimeout(one.timer)
    if (open.get(one.radio) === one) open.delete(one.radio)
  }
  const giveUp = (one: Open, why: 'no-answer' | 'channel-lost'): void => {
    end(one)
    const { radio, request, site, tries } = one
    const data = { radio, gateway: core.gateway, site, request, tries, why }
    void core.append([
      core.draft(`unanswered/${request}/${radio}`, { kind: 'radio.check-unanswered', observedAt: core.clock(), data }),
    ])
  }
  const stopListening = core.onChange((site, up) => {
    if (up) return
    for (const one of open.values()) if (one.tries > 0 && (one.site === site || !core.isUp(one.site))) lost(one)
  })

  return {
    check: (radio: string, request: string): Promise<Sent> => {
      const refuse = (why: Exclude<Sent, { sent: true }>['why']): Promise<Sent> => Promise.resolve({ sent: false, why })
      if (closed) return refuse('closed')
      const named = core.numberOf(radio)
      if (!named || named.group || core.standing(radio) === 'unknown') return refuse('unknown-radio')
      if (core.standing(radio) === 'blocked') return refuse('blocked')
      const site = core.siteOf(radio) ?? null
      if (!core.isUp(site)) return refuse('down')
      const before = open.get(radio)
      if (before && isProven(before)) giveUp(before, 'no-answer')
      if (open.has(radio)) return refuse('busy')
      if ([...open.values()].filter((one) => one.site === site).length >= limits.waiting) return refuse('busy')
      return new Promise((sent) => {
        const one: Open = { radio, request, site, tries: 0, calledAt: 0, bears: new Set(), timer: undefined, sent }
        open.set(radio, one)
        turn(one)
      })
    },
    /** The request that an answer of this radio is for; it is settled by that. Null: nobody asked. */
    answered: (radio: string): string | null => {
      const one = open.get(radio)
      if (!one || one.tries === 0) return null
      end(one)
      return one.request
    },
    /** The request that an answer bearing this number is for, whichever radio gave it; it is settled by that. Null: none. */
    answeredBy: (number: number): string | null => {
      const one = [...open.values()].find((o) => o.bears.has(number))
      if (!one) return null
      end(one)
      return one.request
    },
    close: (): void => {
      closed = true
      stopListening()
      for (const one of [...open.values()]) lost(one)
    },
  }
}
export type Checks = ReturnType<typeof createChecks>
