import type { Installation } from './installations.ts'
import type { Car, Officer } from './people.ts'
import type { Unit } from './places.ts'
import type { Point } from './plane.ts'

/** A base station of the trunking system, and how far it reaches. */
export interface RadioSite {
  readonly id: string
  readonly gateway: string
  readonly zh: string
  readonly en: string
  readonly at: Point
  readonly radiusM: number
  /** The address from which its repeater speaks, on the machine of a demonstration. */
  readonly address: string
}
export interface CountyRadio {
  /** `<make>:<network>-<number>`. */
  readonly id: string
  readonly number: number
  readonly gateway: string
  readonly carrier: string | null
  readonly post: string | null
  readonly talkgroup: string
}
export interface Talkgroup {
  readonly id: string
  readonly gateway: string
  readonly zh: string
  readonly en: string
  readonly unit: string | null
}
export interface RadioSystem {
  readonly sites: readonly RadioSite[]
  readonly talkgroups: readonly Talkgroup[]
  readonly radios: readonly CountyRadio[]
}

const HYTERA = 'trunk-hytera'
const MOTOROLA = 'trunk-motorola'
/** Sites whose repeaters are connected, with their reach in metres; the other two stand on the map only. */
const reach: Readonly<Record<string, number>> = {
  'site-chenglan': 14_000,
  'site-weize': 13_000,
  'site-shuangqu': 15_000,
}
const ALL = 'hytera:10-g10000'
/** Numbers begin with what they are: 1 a post, 2 a car, 3 an officer. */
const number = (kind: 1 | 2 | 3, i: number): number => kind * 1_000 + i + 1

/** A fixed radio in each duty room, one in each car and with each officer, and six of another make in reserve. */
export const makeRadios = (
  units: readonly Unit[],
  cars: readonly Car[],
  officers: readonly Officer[],
  installations: readonly Installation[],
): RadioSystem => {
  const stations = units.filter((u) => u.kind === 'station' || u.kind === 'command-centre' || u.kind === 'traffic')
  const groups = stations.map(
    (u, i): Talkgroup => ({
      id: `hytera:10-g${10_001 + i}`,
      gateway: HYTERA,
      zh: `${u.zh}通话组`,
      en: `${u.en} group`,
      unit: u.id,
    }),
  )
  const groupOf = (unit: string): string => groups.find((g) => g.unit === unit)?.id ?? ALL
  const hytera = (n: number, more: Pick<CountyRadio, 'carrier' | 'post' | 'talkgroup'>): CountyRadio => ({
    id: `hytera:10-${n}`,
    number: n,
    gateway: HYTERA,
    ...more,
  })
  return {
    sites: installations
      .filter((i) => reach[i.id] !== undefined)
      .map((i, n) => ({
        id: i.id,
        gateway: HYTERA,
        zh: i.zh,
        en: i.en,
        at: i.at,
        radiusM: reach[i.id]!,
        address: `127.0.0.${11 + n}`,
      })),
    talkgroups: [{ id: ALL, gateway: HYTERA, zh: '全局通话组', en: 'Bureau group', unit: null }, ...groups],
    radios: [
      ...stations.map((u, i) =>
        hytera(number(1, i), { carrier: null, post: `duty-${u.id}`, talkgroup: groupOf(u.id) }),
      ),
      ...cars.map((c, i) =>
        hytera(number(2, i), { carrier: `vehicle/${c.id}`, post: null, talkgroup: groupOf(c.unit) }),
      ),
      ...officers.map((o, i) =>
        hytera(number(3, i), { carrier: `officer/${o.id}`, post: null, talkgroup: groupOf(o.unit) }),
      ),
      ...Array.from(
        { length: 6 },
        (_, i): CountyRadio => ({
          id: `motorola:127-${131_073 + i}`,
          number: 131_073 + i,
          gateway: MOTOROLA,
          carrier: null,
          post: null,
          talkgroup: '',
        }),
      ),
    ],
  }
}
