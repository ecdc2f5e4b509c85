import type { Register } from './domain/register.ts'
import type { Clock } from './domain/time.ts'
import type { Jt808Gateway } from './gateways/jt808-gateway.ts'
import type { Sent, TrunkGateways } from './gateways/trunk/port.ts'
import type { Asked, RollCallChannels } from './supervision/roll-call/channels.ts'

export interface Gateways {
  readonly trunks: Pick<TrunkGateways, 'of'>
  readonly jt808: Pick<Jt808Gateway, 'sessions' | 'locate'>
  /** Whether an officer's own page is open. */
  readonly isOpen: (officer: string) => boolean
  readonly register: Register
  readonly clock: Clock
}

const REASONS: Readonly<Record<string, Asked>> = { down: 'down', closed: 'down', busy: 'busy' }
const askedOf = (sent: Sent | undefined): Asked =>
  sent === undefined ? 'down' : sent.sent ? 'sent' : (REASONS[sent.why] ?? 'cannot')

/** How a roll-call reaches people over the gateways that run here. */
export const rollCallChannels = ({ trunks, jt808, isOpen, register, clock }: Gateways): RollCallChannels => ({
  radio: {
    up: (radio) => trunks.of(radio)?.up(register.radio.siteOf(radio, clock())) ?? false,
    heardAt: (radio) => trunks.of(radio)?.heardAt(register.radio.siteOf(radio, clock())),
    check: async (radio, request) => askedOf(await trunks.of(radio)?.check(radio, request)),
    locate: async (radio, request) => askedOf(await trunks.of(radio)?.locate(radio, request)),
  },
  vehicle: {
    online: (device) => jt808.sessions().some((session) => session.device === device),
    locate: (device) => jt808.locate(device),
  },
  phone: { open: isOpen },
})
