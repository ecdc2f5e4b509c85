import type { Actor, Reference, Scenario, Step } from './scenario.ts'

const two = (n: number): string => String(n).padStart(2, '0')
const cars = Array.from({ length: 24 }, (_, i) => `C${two(i + 1)}`)

/** Cars that things happen to, by what happens; no car is in two lists, so nothing overlaps. */
const pools = {
  hurry: ['C18', 'C17', 'C20', 'C19', 'C24'],
  leave: ['C05', 'C02', 'C21', 'C07', 'C22', 'C13', 'C01'],
  silent: ['C11', 'C14', 'C15', 'C12'],
  stop: ['C10', 'C23', 'C08'],
  abroad: ['C09'],
  blind: ['C16'],
  sos: ['C04'],
  called: ['C03'],
  errand: ['C06'],
} as const
type Happening = keyof typeof pools

/** Two hours of it, by minute. A finding follows a hurry by half a minute, a leave by five, a silence by ten, a stop by twenty. */
const twoHours: readonly (readonly [minute: number, what: Happening])[] = [
  [0.2, 'hurry'],
  [1, 'leave'],
  [2, 'called'],
  [4.5, 'hurry'],
  [6, 'errand'],
  [7, 'silent'],
  [9, 'leave'],
  [14, 'hurry'],
  [18, 'stop'],
  [21, 'leave'],
  [26, 'sos'],
  [29, 'hurry'],
  [33, 'leave'],
  [40, 'abroad'],
  [44, 'hurry'],
  [48, 'blind'],
  [50, 'called'],
  [52, 'leave'],
  [58, 'silent'],
  [61, 'hurry'],
  [67, 'leave'],
  [72, 'stop'],
  [78, 'hurry'],
  [84, 'leave'],
  [86, 'called'],
  [90, 'blind'],
  [92, 'hurry'],
  [97, 'silent'],
  [101, 'leave'],
  [106, 'hurry'],
  [110, 'sos'],
  [113, 'leave'],
]

const minutesOf = (what: Happening): number[] => twoHours.filter(([, one]) => one === what).map(([minute]) => minute)

const stepsFor = (what: Happening, at: number, car: string): Step[] => {
  const back: Step = { at: at + 15, do: 'patrol' }
  switch (what) {
    case 'hurry':
      return [{ at, do: 'hurry', times: 1.5, forMin: 2 }]
    case 'leave':
      return [{ at, do: 'go', to: { outsideBeat: `B${car.slice(1)}`, metres: 800 } }, back]
    // As far outside its beat as one that left it, and for longer: under orders, so nothing is found.
    case 'called':
      return [
        { at, do: 'go', to: { outsideBeat: `B${car.slice(1)}`, metres: 1200 } },
        { at: at + 20, do: 'patrol' },
      ]
    case 'errand':
      return [
        { at, do: 'go', to: { unit: 'bureau' } },
        { at: at + 30, do: 'patrol' },
      ]
    case 'silent':
      return [{ at, do: 'lose-power', forMin: 14 }]
    case 'stop':
      return [
        { at, do: 'stop', engine: 'on' },
        { at: at + 26, do: 'patrol' },
      ]
    case 'abroad':
      return [
        { at, do: 'go', to: { beyond: 'south' } },
        { at: at + 24, do: 'patrol' },
      ]
    case 'blind':
      return [{ at, do: 'lose-coverage', forMin: 6 }]
    case 'sos':
      return [{ at, do: 'press-sos' }]
  }
}

const DAYS = 7

/** What the dispatch room and the unit heads had arranged in these two hours; a car called out may be under way at once. */
const arranged: Reference = {
  shifts: [],
  tasks: minutesOf('errand').map((at) => ({ carrier: 'vehicle/C06', purpose: '护送', from: at - 1, to: at + 40 })),
  orders: minutesOf('called').map((at) => ({
    carriers: ['vehicle/C03'],
    urgent: true,
    from: at - 1,
    to: at + 24,
  })),
}

const scripts = (): Map<string, Step[]> => {
  const byCar = new Map<string, Step[]>(cars.map((car) => [car, []]))
  const turns: Partial<Record<Happening, number>> = {}
  for (let cycle = 0; cycle < DAYS * 12; cycle++)
    for (const [minute, what] of twoHours) {
      const turn = turns[what] ?? 0
      turns[what] = turn + 1
      const car = pools[what][turn % pools[what].length]!
      byCar.get(car)!.push(...stepsFor(what, cycle * 120 + minute, car))
    }
  return byCar
}

const cast = (): Actor[] => {
  const byCar = scripts()
  // The first finding of a demonstration should not wait for a car to get out of town.
  const onTheRoad = { C18: 0.1, C17: 0.1 } as Readonly<Record<string, number>>
  const patrols = cars.map((car): Actor => {
    const share = onTheRoad[car]
    return {
      car,
      script: byCar.get(car)!,
      ...(share === undefined ? {} : { from: { onBeat: `B${car.slice(1)}`, share } }),
    }
  })
  // Both platoons: whoever is on duty by the roster reports from the car, one walks a beat in the county seat.
  const rides = (n: number, car: string): Actor => ({ officer: `P${two(n)}`, in: car, script: [], byRoster: true })
  const riders = [
    ...Array.from({ length: 48 }, (_, i) => rides(i + 1, cars[i % 24]!)),
    ...Array.from({ length: 10 }, (_, i) => rides(i + 51, cars[(i % 5) * 5 + 2]!)),
  ]
  const walkers = ['P49', 'P50'].map(
    (officer): Actor => ({ officer, in: 'on-foot', beat: 'B01', script: [], byRoster: true }),
  )
  return [...patrols, ...riders, ...walkers]
}

/** The living county of the demonstration: everybody on the roads, and something to find every few minutes. */
export const countyDay: Scenario = {
  id: 'county-day',
  title: { zh: '云岭县的一天', en: 'A day in Yunling County' },
  lasts: DAYS * 24 * 60,
  cast: cast(),
  reference: arranged,
  desk: { is: 'living' },
  expects: [
    { rule: 'vehicle.speeding', subject: 'vehicle/C18', since: 1, tolerance: 2 },
    { rule: 'patrol.leaves-beat', subject: 'vehicle/C05', since: 5, tolerance: 4 },
    { rule: 'vehicle.tracker-silent', subject: 'vehicle/C11', since: 7, tolerance: 1 },
  ],
}
