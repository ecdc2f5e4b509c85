import type { Now } from './clock.ts'
import type { County } from './county/county.ts'
import { distance, type Point, toLngLat, toPoint } from './county/plane.ts'
import type { RadioSite } from './county/radio.ts'
import type { Random } from './county/random.ts'
import { createMotorolaRadio, type MotorolaRadio } from './devices/radio-motorola.ts'
import { createRepeater, type Repeater } from './devices/radio-repeater.ts'

/** Where the radio systems of the platform listen, by gateway and service. */
export type TrunkPorts = Readonly<Record<string, Readonly<Record<string, number>>>>

export interface RadioDayOptions {
  readonly county: County
  readonly ports: TrunkPorts
  readonly host: string
  readonly clock: Now
  readonly random: Random
  /** Where somebody is, `[longitude, latitude]`; undefined while they are off duty or nothing is known. */
  readonly whereIs: (carrier: string) => readonly [number, number] | undefined
}

const MINUTE = 60_000
/** Officers' radios tell their place every two minutes; all radios renew their registration every twenty. */
const REPORT_MS = 2 * MINUTE
const RENEW_MS = 20 * MINUTE

/** What goes wrong with radios in a demonstration, so that a roll-call has something to find; all others do well. */
const script: Readonly<Record<string, 'lies-unheard' | { readonly strayedM: Point } | { readonly carriedBy: string }>> =
  {
    // 无人应答: nobody sits in the duty room of Chengxi; the radio hears and nobody answers.
    'hytera:10-1004': 'lies-unheard',
    // 错位应答: Shuangqiao's duty-room radio was taken home.
    'hytera:10-1007': { strayedM: [2_100, 1_600] },
    // 代答: whoever should walk the county seat gave the radio to the patrol squad's car, which answers for two.
    'hytera:10-3049': { carriedBy: 'vehicle/C21' },
    'hytera:10-3050': { carriedBy: 'vehicle/C21' },
  }

/**
 * The radios of the county over its repeaters, and a few of another make. A radio speaks over the nearest site that it is
 * within reach of.
 */
export const startRadioDay = async (options: RadioDayOptions) => {
  const { county, ports, host, clock, random, whereIs } = options
  const { sites, radios } = county.radio
  const units = new Map(county.units.map((u) => [u.id, toLngLat(u.at)]))
  const hytera = radios.filter((r) => r.gateway === 'trunk-hytera')
  const server = ports['trunk-hytera']

  const placeOf = ({ id, carrier, post }: (typeof radios)[number]): readonly [number, number] | undefined => {
    const wrong = script[id]
    // Off duty, it is nowhere, whoever carries it.
    const own = carrier !== null ? whereIs(carrier) : units.get((post ?? '').replace(/^duty-/, ''))
    if (own === undefined || wrong === undefined || wrong === 'lies-unheard') return own
    if ('carriedBy' in wrong) return whereIs(wrong.carriedBy) ?? own
    const [x, y] = toPoint(own)
    return toLngLat([x + wrong.strayedM[0], y + wrong.strayedM[1]])
  }
  const siteOf = (place: readonly [number, number] | undefined): RadioSite | undefined => {
    if (!place) return undefined
    const near = sites.map((site) => ({ site, m: distance(site.at, toPoint(place)) })).sort((a, b) => a.m - b.m)[0]
    return near && near.m <= near.site.radiusM ? near.site : undefined
  }
  const repeaters = new Map<string, Repeater>()
  if (server)
    for (const [i, site] of sites.entries())
      repeaters.set(
        site.id,
        await createRepeater({
          address: site.address,
          server: { host, rrs: server.rrs!, lp: server.lp!, tmp: server.tmp! },
          deviceId: 640_001 + i,
          radios: hytera.map((radio) => ({
            number: radio.number,
            place: () => placeOf(radio) ?? null,
            mood: () =>
              siteOf(placeOf(radio))?.id !== site.id
                ? 'out-of-coverage'
                : script[radio.id] === 'lies-unheard'
                  ? 'silent'
                  : 'well',
          })),
          clock,
        }),
      )
  const other = ports['trunk-motorola']
  const reserve: MotorolaRadio[] = []
  if (other)
    for (const radio of radios.filter((r) => r.gateway === 'trunk-motorola')) {
      const doors = { ars: other.ars!, lrrp: other.lrrp!, tms: other.tms! }
      const place = units.get('support')
      const options = { number: radio.number, network: 127, server: { host, ...doors }, ports: doors, clock }
      reserve.push(await createMotorolaRadio({ ...options, ...(place && { place: () => place }) }))
    }

  const due = new Map<string, { renewAt: number; reportAt: number; site: string | undefined }>()
  let reserveAt = 0
  return {
    play: (now: number): void => {
      for (const radio of hytera) {
        const place = placeOf(radio)
        const site = siteOf(place)
        const before = due.get(radio.id)
        const state = before ?? { renewAt: 0, reportAt: now + random.next() * REPORT_MS, site: undefined }
        const repeater = site && repeaters.get(site.id)
        if (before && !site && before.site && !place) repeaters.get(before.site)?.goOff(radio.number)
        if (repeater && (state.site !== site.id || now >= state.renewAt)) {
          repeater.register(radio.number)
          state.renewAt = now + RENEW_MS * (0.9 + random.next() * 0.2)
        }
        // Cars have a terminal of their own for where they are.
        if (repeater && radio.carrier?.startsWith('officer/') && now >= state.reportAt) {
          repeater.report(radio.number)
          state.reportAt = now + REPORT_MS
        }
        state.site = site?.id
        due.set(radio.id, state)
      }
      if (now >= reserveAt) {
        for (const radio of reserve) radio.register()
        reserveAt = now + RENEW_MS
      }
    },
    registered: (): number =>
      [...repeaters.values()].reduce((n, r) => n + r.counts.registrations, 0) +
      reserve.reduce((n, r) => n + r.counts.registered, 0),
    close: async (): Promise<void> => {
      await Promise.all([...repeaters.values(), ...reserve].map((one) => one.close()))
    },
  }
}
export type RadioDay = Awaited<ReturnType<typeof startRadioDay>>
