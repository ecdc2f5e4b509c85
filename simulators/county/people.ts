import { givenFemale, givenMale, ranks, surnames } from './names-data.ts'
import type { Random } from './random.ts'
import { beatPlans, unitPlans } from './units-data.ts'

export interface Car {
  readonly id: string
  readonly plate: string
  readonly unit: string
  readonly zh: string
  readonly en: string
  readonly beat: string
  /** JT/T 808 terminal: phone digits as the frames carry them, edition it speaks. */
  readonly terminal: { readonly phone: string; readonly edition: '2011' | '2013' | '2019'; readonly id: string }
}
export interface Officer {
  readonly id: string
  readonly name: string
  readonly unit: string
  readonly kind: 'officer' | 'auxiliary'
  readonly sex: 'male' | 'female'
  readonly rank: string | null
  /** OsmAnd identifier of the phone. */
  readonly phone: string
}
/** Who does what in a week of one parity; repeated for ever. */
export interface Duty {
  readonly id: string
  readonly carrier: string
  readonly unit: string
  readonly beat: string | null
  readonly weeks: 'odd' | 'even'
  /** `HH:MM` in China; an end not after the start lies on the next day. */
  readonly start: string
  readonly end: string
  readonly crew: readonly string[]
}

/** In the county seat: streets from one corner to the next. */
const FOOT_BEAT = 'B01'

const two = (n: number): string => String(n).padStart(2, '0')

/** Plates begin with 云Y, which is issued nowhere, and end with 警 as police plates do. */
export const makeCars = (): Car[] =>
  beatPlans.map((beat, i) => {
    const unit = unitPlans.find((u) => u.id === beat.unit)!
    const edition = i % 8 === 7 ? '2011' : i % 4 === 1 ? '2019' : '2013'
    return {
      id: `C${two(i + 1)}`,
      plate: `云Y${two(40 + i)}${two((i * 17 + 5) % 100)}警`,
      unit: beat.unit,
      zh: `${unit.short}${two(i + 1)}号车`,
      en: `${unit.en.split(' ')[0]} car ${i + 1}`,
      beat: beat.id,
      terminal: { phone: `1640128001${two(i + 1)}`, edition, id: `YL8${two(i + 1)}A` },
    }
  })

/**
 * Sixty: fifty police officers (one in six a woman) and ten auxiliaries, spread over the units. One more works on cases at
 * Chengdong only, and is never on patrol.
 */
export const makeOfficers = (cars: readonly Car[], random: Random): Officer[] => {
  const names = new Set<string>()
  const nameFor = (sex: Officer['sex']): string => {
    for (;;) {
      const name = random.pick(surnames) + random.pick(sex === 'male' ? givenMale : givenFemale)
      if (names.has(name)) continue
      names.add(name)
      return name
    }
  }
  return Array.from({ length: 61 }, (_, i): Officer => {
    const auxiliary = i >= 50 && i < 60
    const sex = i % 6 === 4 || i === 60 ? 'female' : 'male'
    const unit =
      i === 60
        ? 'station-chengdong'
        : i < 48
          ? cars[i % 24]!.unit
          : i < 50
            ? 'patrol-squad'
            : cars[((i - 50) * 5) % 24]!.unit
    const rank = auxiliary ? null : ranks[Math.min(ranks.length - 1, Math.floor(Math.abs(random.gauss()) * 2.2) + 1)]!
    return {
      id: `P${two(i + 1)}`,
      name: nameFor(sex),
      unit,
      kind: auxiliary ? 'auxiliary' : 'officer',
      sex,
      rank,
      phone: `yl-p${two(i + 1)}`,
    }
  })
}

/**
 * Two platoons change between day and night every week. Each car has one police officer, some an auxiliary
 * beside; an auxiliary never goes alone. Officers have a duty of their own, without a beat, which is the car's; one of the
 * patrol squad walks a beat in the county seat.
 */
export const makeDuties = (cars: readonly Car[], officers: readonly Officer[]): Duty[] =>
  (['odd', 'even'] as const).flatMap((weeks) =>
    (['day', 'night'] as const).flatMap((time) => {
      const platoon = (weeks === 'odd') === (time === 'day') ? 0 : 1
      const [start, end] = time === 'day' ? ['08:00', '20:00'] : ['20:00', '08:00']
      const base = { weeks, start: start!, end: end! }
      const crewOf = (i: number): string[] => {
        const helper = i % 5 === 2 ? [officers[50 + platoon * 5 + Math.floor(i / 5)]!.id] : []
        return [officers[platoon * 24 + i]!.id, ...helper]
      }
      const byCar = cars.map(
        (car, i): Duty => ({
          ...base,
          id: `${car.id}-${time}`,
          carrier: `vehicle/${car.id}`,
          unit: car.unit,
          beat: car.beat,
          crew: crewOf(i),
        }),
      )
      const walks = officers[48 + platoon]!.id
      const people = [...cars.flatMap((_, i) => crewOf(i)), walks]
      const byOfficer = people.map(
        (id): Duty => ({
          ...base,
          id: `${id}-${time}`,
          carrier: `officer/${id}`,
          unit: officers.find((o) => o.id === id)!.unit,
          beat: id === walks ? FOOT_BEAT : null,
          crew: [id],
        }),
      )
      return [...byCar, ...byOfficer]
    }),
  )
