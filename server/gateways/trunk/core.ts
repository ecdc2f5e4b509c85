import type { Observation } from '../../domain/observation/index.ts'
import type { RadioMake } from '../../domain/observation/radio.ts'
import type { Clock, Instant } from '../../domain/time.ts'
import type { Draft, Journal } from '../../journal/journal.ts'
import type { DeviceBook } from '../device-book.ts'
import { faultLimit } from '../fault-limit.ts'
import type { Log, Metrics } from '../telemetry.ts'

export interface TrunkHouse {
  readonly journal: Journal
  readonly book: DeviceBook
  /** The journal's clock; bounds and timers run on the real one. */
  readonly clock: Clock
  readonly log: Log
  readonly metrics: Metrics
}

/** Entries waiting in the journal above which nothing more is taken: whoever sent it sends it again. */
const MOST_BACKLOG = 20_000
const MAX_RAW = 2_200
/** A registration that was not renewed is over after this many times the agreed period. */
const GRACE = 1.5

/** What every trunking gateway does with what its protocol told it: who may speak, what is journalled, what is up. */
export const createTrunkCore = (
  house: TrunkHouse,
  { gateway, make, network }: { readonly gateway: string; readonly make: RadioMake; readonly network: number },
) => {
  const { journal, book, clock, log, metrics } = house
  const source = `trunk/${gateway}`
  /** Apart, so that junk of strangers does not silence what is wrong with our own. */
  const faults = { known: faultLimit({ total: 60 }), strangers: faultLimit({ total: 20 }) }
  const channels = new Map<string | null, boolean>()
  const heard = new Set<(site: string | null, up: boolean) => void>()
  /** Until when a radio is registered, real clock, and over which site it was heard last. */
  const registered = new Map<string, number>()
  const sites = new Map<string, string>()
  const pending = new Set<Promise<unknown>>()
  let notes = 0

  /** Resolves to true once they are durable; false, logged, when the journal did not take them. */
  const append = async (drafts: readonly Draft[]): Promise<boolean> => {
    if (journal.backlog() > MOST_BACKLOG) {
      metrics.add('trunk.journal-behind')
      return false
    }
    const appended = journal.append(drafts)
    pending.add(appended)
    try {
      await appended
      return true
    } catch (err) {
      log.error({ err, gateway }, 'the journal did not take what a trunking gateway had to say')
      return false
    } finally {
      pending.delete(appended)
    }
  }
  const draft = (key: string, observation: Observation, raw?: Uint8Array): Draft => ({
    source,
    key,
    observation,
    ...(raw && { raw: raw.subarray(0, MAX_RAW) }),
  })
  /** A key of our own making, for what cannot come twice. */
  const own = (what: string): string => `${what}/${clock().toString(36)}/${process.pid.toString(36)}-${notes++}`

  const fault = (
    what: { readonly device: string | null; readonly from: string; readonly fault: string; readonly detail: string },
    raw?: Uint8Array,
  ): void => {
    metrics.add(`trunk.fault.${what.fault}`)
    const limit = what.device === null && what.fault === 'stranger' ? faults.strangers : faults.known
    const suppressed = limit.admit(`${what.device ?? what.from}|${what.fault}`, performance.now())
    if (suppressed === undefined) return
    const data = {
      device: what.device,
      carrier: what.device === null ? null : book.carrier(what.device),
      protocol: `${make}/${gateway}`,
      fault: what.fault,
      detail: `${what.detail} (from ${what.from})`.slice(0, 1000),
      suppressed,
    }
    void append([draft(own('fault'), { kind: 'device.faulted', observedAt: clock(), data }, raw)])
  }

  /** Whether a radio may speak. Who is on no list is journalled, listed for approval and not trusted. */
  const admits = (radio: string, from: string, raw?: Uint8Array): boolean => {
    const standing = book.standing(radio)
    if (standing === 'approved') return true
    metrics.add('trunk.refused')
    if (faults.strangers.admit(`${radio}|refused`, performance.now()) !== undefined) {
      const reason = `${standing === 'blocked' ? 'blocked' : 'not on the list'} (${gateway}, from ${from})`
      const data = { device: radio, carrier: book.carrier(radio), protocol: `${make}/${gateway}`, reason }
      void append([draft(own('refused'), { kind: 'device.refused', observedAt: clock(), data }, raw)])
    }
    return false
  }

  const setChannel = async (site: string | null, up: boolean, why: string): Promise<void> => {
    if (channels.get(site) === up) return
    channels.set(site, up)
    metrics.add(up ? 'trunk.restored' : 'trunk.lost')
    log.info({ gateway, site, up, why }, 'trunking channel')
    const observation: Observation = up
      ? { kind: 'trunk.restored', observedAt: clock(), data: { gateway, site } }
      : { kind: 'trunk.lost', observedAt: clock(), data: { gateway, site, why } }
    await append([draft(own(up ? 'restored' : 'lost'), observation)])
    for (const listener of heard) listener(site, up)
  }
  const isUp = (site?: string | null): boolean =>
    site === undefined || site === null ? [...channels.values()].includes(true) : channels.get(site) === true

  return {
    gateway,
    make,
    network,
    source,
    append,
    draft,
    own,
    fault,
    admits,
    setChannel,
    isUp,
    clock,
    log,
    metrics,
    carrier: (radio: string) => book.carrier(radio),
    standing: (radio: string) => book.standing(radio),
    onChange: (listener: (site: string | null, up: boolean) => void) => {
      heard.add(listener)
      return () => heard.delete(listener)
    },
    /** Name of a radio by its number; a subnet of 0 stands for the gateway's own. */
    radio: (number: number, subnet = network): string => `${make}:${subnet === 0 ? network : subnet}-${number}`,
    talkgroup: (number: number): string => `${make}:${network}-g${number}`,
    /** The number in a radio's or a talkgroup's name; undefined when it is none of this gateway's. */
    numberOf: (name: string): { readonly number: number; readonly group: boolean } | undefined => {
      const m = /^([a-z]+):(\d+)-(g?)(\d+)$/.exec(name)
      if (m?.[1] !== make || (make !== 'tetra' && Number(m[2]) !== network)) return undefined
      return { number: Number(m[4]), group: m[3] === 'g' }
    },
    siteOf: (radio: string): string | undefined => sites.get(radio),
    sawAt: (radio: string, site: string | null): void => {
      if (site !== null) sites.set(radio, site)
    },
    renewed: (radio: string, periodMs: number): void =>
      void registered.set(radio, performance.now() + periodMs * GRACE),
    left: (radio: string): void => void registered.delete(radio),
    /** Radios whose registration ran out unrenewed while their channel worked; a lost channel stops the clock. */
    expire: (now: number, sweptMs: number): void => {
      for (const [radio, until] of registered) {
        const site = sites.get(radio) ?? null
        if (!isUp(site)) registered.set(radio, until + sweptMs)
        else if (until < now) {
          registered.delete(radio)
          const data = { radio, gateway, site, why: 'not-renewed' as const }
          void append([draft(own('left'), { kind: 'radio.left', observedAt: clock(), data })])
        }
      }
    },
    registeredRadios: (): readonly string[] => [...registered.keys()],
    /** Radios of this gateway that may speak, whether or not they are registered. */
    listedRadios: (): readonly string[] => book.approved(`${make}:${network}-`),
    /** Resolves when everything said so far was committed or failed. */
    settled: async (): Promise<void> => {
      while (pending.size > 0) await Promise.allSettled(pending)
    },
  }
}
export type TrunkCore = ReturnType<typeof createTrunkCore>

/** A draft of a gateway's being there, once for each way it is configured. */
export const installed = (
  core: TrunkCore,
  { name, owner }: { readonly name: { readonly zh: string; readonly en: string }; readonly owner: string },
  at: Instant,
): Draft => ({
  source: core.source,
  key: `installed/${core.make}/${owner}/${name.zh}/${name.en}`,
  observation: {
    kind: 'trunk.installed',
    observedAt: at,
    data: { gateway: core.gateway, make: core.make, name, owner },
  },
})
