import type { Draft } from '../../journal/journal.ts'
import type { House, Session, Work } from './session.ts'

/** What is kept of the bytes of a fault. */
const MAX_RAW = 2_200

interface Noted {
  readonly fault: string
  readonly detail: string
  readonly raw?: Buffer
  /** Whose, when the connection has not authenticated and it is known all the same. */
  readonly device?: string | undefined
}

/** Journals a fault of a device, rate-limited, so that junk cannot fill the disk. Strangers share their address's share. */
export const noteFault = (
  house: House,
  session: Session,
  work: Work,
  { fault, detail, raw, device = session.device }: Noted,
): void => {
  house.metrics.add('jt808.faults')
  const key = `${device ?? ''}|${session.remoteAddress}|${fault}`
  const suppressed = (device === undefined ? house.faults.strangers : house.faults.terminals).admit(
    key,
    performance.now(),
  )
  if (suppressed === undefined) return
  work.drafts.push({
    source: 'jt808',
    key: `fault/${session.id}/${session.journalledFaults++}`,
    observation: faulted(house, device ?? null, fault, detail, suppressed),
    ...(raw && { raw: raw.subarray(0, MAX_RAW) }),
  })
}

const faulted = (
  house: House,
  device: string | null,
  fault: string,
  detail: string,
  suppressed: number,
): Draft['observation'] => ({
  kind: 'device.faulted',
  observedAt: house.clock(),
  data: {
    device,
    carrier: device === null ? null : house.book.carrier(device),
    protocol: 'jt808',
    fault,
    detail,
    suppressed,
  },
})

/** What the rate limit left out and nobody has told yet. */
export const settledFaults = (house: House, now: number): Draft[] =>
  [...house.faults.terminals.settle(now), ...house.faults.strangers.settle(now)].map(({ key, suppressed }) => {
    const [device = '', remoteAddress = '', fault = ''] = key.split('|')
    const at = house.clock()
    return {
      source: 'jt808',
      key: `fault/${key}/${at}`,
      observation: faulted(house, device || null, fault, `more of the same from ${remoteAddress}`, suppressed),
    }
  })

/** Counts an unreadable frame against the connection; true when it has had enough of them in a minute. */
export const tooManyFaults = ({ limits }: House, session: Session, now: number, count: number): boolean => {
  if (now - session.faults.since > 60_000) session.faults = { since: now, count: 0 }
  session.faults.count += count
  return session.faults.count > (session.device ? limits.faultsOfTerminal : limits.faultsOfStranger)
}
