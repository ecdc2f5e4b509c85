import type { Register } from '../../domain/register.ts'
import type { Row } from '../../domain/roll-call/state.ts'
import type { CallChannel } from '../../domain/roll-call/words.ts'
import type { Instant } from '../../domain/time.ts'

/** What became of asking a channel: sent, or why not. Answers arrive only as journal entries. */
export type Asked = 'sent' | 'down' | 'busy' | 'cannot'

/** How a roll-call reaches people; main.ts wires the gateways to it. */
export interface RollCallChannels {
  readonly radio: {
    /** Whether the gateway of a radio, and the site it was last heard over, can be reached now. */
    up(radio: string): boolean
    /** When the way to a radio was last known to work, by the house's clock; undefined: `up` is all that is known. */
    heardAt(radio: string): Instant | undefined
    /** Resolves once the call is on the wire; a site takes only so many a second. */
    check(radio: string, request: string): Promise<Asked>
    locate(radio: string, request: string): Promise<Asked>
  }
  readonly vehicle: {
    online(device: string): boolean
    /** Resolves when the terminal answered or its time is over. */
    locate(device: string): Promise<unknown>
  }
  readonly phone: {
    /** Whether the officer's own page is open somewhere. */
    open(officer: string): boolean
  }
}

export interface Usable {
  readonly channel: CallChannel
  readonly device: string | null
}

/** The channels by which a row can be called now. */
export const usableFor = (row: Row, channels: RollCallChannels): readonly Usable[] =>
  row.channels.filter(({ channel, device }) => {
    if (channel === 'phone') return row.officers.some((officer) => channels.phone.open(officer))
    if (device === null) return false
    return channel === 'radio' ? channels.radio.up(device) : channels.vehicle.online(device)
  })

/**
 * Where a call queues: one radio site after the other, so that nobody's window runs while the call still waits for its
 * turn on the air. Everything else goes out at once.
 */
export const laneOf = ({ channel, device }: Usable, { radio }: Register): string => {
  if (channel !== 'radio' || device === null) return 'wire'
  const known = radio.radio(device)
  const at = Number.MAX_SAFE_INTEGER
  return `radio ${known?.gateway ?? ''} ${radio.siteOf(device, at) ?? ''}`
}
