import { openDeviceBook } from '../../server/gateways/device-book.ts'
import { type HyteraLimits, startHytera } from '../../server/gateways/trunk/hytera.ts'
import { type HyteraConfig, type MotorolaConfig, readTrunkGateways } from '../../server/gateways/trunk/lists.ts'
import { startMotorola } from '../../server/gateways/trunk/motorola.ts'
import { usualSourceLimit } from '../../server/gateways/trunk/sources.ts'
import { createRepeater, type LinkFaults, type RepeaterRadio } from '../../simulators/devices/radio-repeater.ts'
import { memoryJournal } from '../support/memory-journal.ts'
import { silentLog } from './terminal.ts'

export const NOW = Date.parse('2026-03-15T01:30:20Z')
const name = { zh: '县局集群网关', en: 'County trunking gateway' }
export const SITE = '127.0.0.21'

export const configOf = <T>(one: object): T => {
  const read = readTrunkGateways(JSON.stringify([one]))
  if ('problems' in read) throw new Error(read.problems.join('; '))
  return read.gateways[0] as T
}
const quick: HyteraLimits = {
  sources: usualSourceLimit,
  times: { heartbeatMs: 40, missed: 5, ackMs: 60, retries: 3 },
  checks: { everyMs: 5, waitMs: 120, tries: 3, waiting: 500 },
  sweepMs: 15,
}

export const until = async (what: () => boolean | Promise<boolean>, ms = 3_000): Promise<void> => {
  const end = performance.now() + ms
  while (!(await what())) {
    if (performance.now() > end) throw new Error(`never: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

/** A journal in memory with some radios on the list, and gateways over real UDP. */
export const trunkHouse = async (radios: readonly string[]) => {
  const time = { now: NOW }
  const clock = () => time.now
  const journal = memoryJournal(clock)
  await journal.append(
    radios.map((radio) => ({
      source: 'import',
      key: radio,
      observation: {
        kind: 'radio.assigned' as const,
        observedAt: NOW,
        data: {
          radio,
          make: radio.split(':')[0] as 'hytera',
          gateway: 'trunk-1',
          carrier: `officer/${radio.split('-')[1]}`,
          post: null,
          unit: 's1',
          talkgroups: [],
        },
      },
    })),
  )
  const book = await openDeviceBook(journal)
  const counts = new Map<string, number>()
  const metrics = { add: (key: string, by = 1) => void counts.set(key, (counts.get(key) ?? 0) + by) }
  const house = { journal, book, clock, log: silentLog, metrics }
  const closers: (() => Promise<void>)[] = []
  const told = async (kind: string) =>
    (await journal.read({ limit: 10_000 })).filter((e) => e.observation.kind === kind)
  const data = async (kind: string) => (await told(kind)).map((e) => e.observation.data as Record<string, unknown>)

  return {
    journal,
    house,
    time,
    counts,
    told,
    data,
    hytera: async (limits: Partial<HyteraLimits> = {}, more: object = {}) => {
      const config = configOf<HyteraConfig>({
        gateway: 'trunk-1',
        make: 'hytera',
        name,
        owner: 'support',
        ports: { rrs: 0, lp: 0, tmp: 0, rcp: 0 },
        sites: [{ site: 'site-1', address: SITE }],
        ...more,
      })
      const gateway = await startHytera(house, config, { ...quick, ...limits })
      closers.push(gateway.close)
      return gateway
    },
    motorola: async () => {
      const config = configOf<MotorolaConfig>({
        gateway: 'trunk-2',
        make: 'motorola',
        name,
        owner: 'support',
        network: 127,
        ports: { ars: 0, lrrp: 0, tms: 0 },
      })
      const gateway = await startMotorola(house, config, {
        checks: quick.checks,
        sources: usualSourceLimit,
        pulse: { everyMs: 40, missed: 4 },
        sweepMs: 15,
      })
      closers.push(gateway.close)
      return gateway
    },
    repeater: async (
      ports: Readonly<Record<string, number>>,
      handsets: readonly RepeaterRadio[],
      { faults, address = SITE }: { faults?: LinkFaults; address?: string } = {},
    ) => {
      const repeater = await createRepeater({
        address,
        server: { host: '127.0.0.1', rrs: ports.rrs!, lp: ports.lp!, tmp: ports.tmp! },
        deviceId: 99_999,
        radios: handsets,
        clock,
        heartbeatMs: 40,
        ...(faults && { faults }),
      })
      closers.push(repeater.close)
      return repeater
    },
    closing: (close: () => Promise<void>) => void closers.push(close),
    close: async () => {
      for (const close of closers.reverse()) await close()
      book.close()
    },
  }
}
export type TestHouse = Awaited<ReturnType<typeof trunkHouse>>
