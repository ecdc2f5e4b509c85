import type { Instant } from '../../domain/time.ts'

/**
 * What the house can ask of a trunking gateway, whatever dispatcher or switch is behind it (docs/protocols.md,
 * "Any other dispatcher"). Radios are named as in the journal (`hytera:10-2308195`), talkgroups likewise with a `g`.
 *
 * Answers arrive only as journal entries, never as a return value: `radio.checked` and `radio.check-unanswered` with the
 * request's id, `position.reported` with the radio as its device, `radio.text-delivered` with the request's id. So a
 * replay sees what we saw.
 */
export interface TrunkGateway {
  /** Its id, as in `trunk.installed`. */
  readonly gateway: string
  /** Whether radios can be called now: the dispatcher answers, and the one site where one is named. */
  up(site?: string | null): boolean
  /**
   * The house's clock when the dispatcher, or the one site, was last heard, a heartbeat included. Silence of a radio
   * proves something only up to then. Undefined where nothing tells: then being `up` has to do.
   */
  heardAt(site?: string | null): Instant | undefined
  /** Called when a channel went down or came back; the journal has it by then. Returns how to stop. */
  onChange(heard: (site: string | null, up: boolean) => void): () => void
  /**
   * Calls a radio (radio check). Waits for its turn, since a site takes only so many calls a second, and resolves once
   * it is on the wire. The gateway calls again by itself where nothing comes, and in the end journals exactly one
   * `radio.checked` or `radio.check-unanswered` with this request's id, but only for a call that was sent.
   */
  check(radio: string, request: string): Promise<Sent>
  /** Asks where it is. */
  locate(radio: string, request: string): Promise<Sent>
  /** Sends a text to a radio or a talkgroup. A text to a group is acknowledged by nobody. */
  text(to: string, text: string, request: string): Promise<Sent>
}

export type Sent = { readonly sent: true } | { readonly sent: false; readonly why: NotSent }

/**
 * down: the dispatcher, or the radio's site, is lost · unknown-radio: not one of this gateway's on the list · blocked: an
 * administrator locked it out · busy: a call to it is under way, or too many wait · unsupported: this system cannot do
 * it · too-long: more text than it carries · closed: the gateway stops.
 */
export type NotSent = 'down' | 'unknown-radio' | 'blocked' | 'busy' | 'unsupported' | 'too-long' | 'closed'

/** The gateway that has a radio, or a talkgroup; undefined when none has. */
export interface TrunkGateways {
  of(radioOrTalkgroup: string): TrunkGateway | undefined
  all(): readonly TrunkGateway[]
}
