import { type CustodyScenario, at as instantOf, type Local, type Step } from './scenario.ts'
import { rooms, tell, type Who } from './scene.ts'
import { stop } from './stop.ts'
import { summons } from './summons.ts'

const day = '2026-03-10'
/** What the builders' clock shows when the demonstration begins. */
const MINUTE_MS = 60_000
const local = (instant: number): Local => new Date(instant + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')
const times = /^\d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d)?$/

/** Moves steps so that what the builder wrote as `from` happens `minutes` after the beginning. */
const moved = (steps: readonly Step[], from: string, minutes: number): Step[] => {
  const delta = beginning + minutes * MINUTE_MS - instantOf(`${day} ${from}`)
  const shift = (value: unknown): unknown =>
    typeof value === 'string' && times.test(value) ? local(instantOf(value) + delta) : value
  return steps.map((step) => {
    const outer = Object.fromEntries(Object.entries(step).map(([key, value]) => [key, shift(value)]))
    if (step.do !== 'tell') return outer as unknown as Step
    const data = Object.fromEntries(Object.entries(step.data).map(([key, value]) => [key, shift(value)]))
    return { ...outer, data } as unknown as Step
  })
}
const beginning = instantOf(`${day} 12:00`)

const names = ['陈志远', '刘婉清', '欧阳立新', '马德胜', '何秀兰', '罗文斌', '唐国平', '邓晓梅', '许长青', '蒋丽华']
const who = (key: string): Who => ({
  person: `${key}`,
  stay: `${key}-s`,
  measure: `${key}-m`,
  act: `${key}-a`,
  case: `${key}-x`,
})
const named = (key: string, n: number): Step =>
  tell(`${day} 07:59`, 'person.named', { person: key, name: names[n % names.length]! })

/** Came in by a door that tells nothing: only the paper says when, nearly eight hours ago. Over in a quarter of an hour. */
const almostOver = (): Step[] => {
  const one = who('v1')
  const inTheRoom = summons({
    day,
    who: one,
    act: ['16:40', '17:20', '17:25'],
    recorded: ['16:28', '17:40'],
    notifiedAt: '10:00',
    meals: ['12:00', '16:26'],
    depart: '17:40',
  })
  const late = new Set(['walk', 'bring'])
  const steps = inTheRoom.map((step): Step => {
    if (step.do === 'arrive') return { ...step, at: `${day} 16:21`, unseen: true }
    if (late.has(step.do) && step.at < `${day} 17:00`) return { ...step, at: `${day} 16:30` } as Step
    // The other station's files come with the person, and are there first.
    return step.do === 'tell' && step.at < `${day} 16:00` && /^(notice|care|safety|belongings)/.test(step.type)
      ? { ...step, heard: `${day} 08:31` }
      : step
  })
  const paper = { stay: one.stay, person: one.person, unit: 'station-chengdong', how: 'handed-over', source: 'paper' }
  return moved([named('v1', 0), tell(`${day} 09:00`, 'person.arrived', paper), ...steps], '16:46', 0)
}

/** One officer with a recorder that will lose its sound: lawful until it does. */
const soundLost = (): Step[] =>
  moved(
    [
      named('v2', 1),
      ...summons({
        day,
        who: who('v2'),
        room: rooms.otherInterrogation,
        officers: ['P61'],
        person: { sex: 'female', birthDate: '1987-05-02' },
        depart: '11:10',
        plus: [
          { at: `${day} 09:32`, do: 'lose', room: rooms.otherInterrogation, what: 'sound' },
          { at: `${day} 09:36`, do: 'regain', room: rooms.otherInterrogation, what: 'sound' },
          {
            at: `${day} 09:22`,
            do: 'cabinet',
            officer: 'P61',
            item: 'cuffs-07',
            kind: 'handcuffs',
            action: 'Taken',
          },
        ],
      }),
    ],
    '09:24',
    0,
  )

const stopped = (key: string, n: number, minutes: number): Step[] =>
  moved([named(key, n), ...stop({ day, who: { ...who(key), case: null }, depart: '13:00' })], '10:00', minutes)
const summoned = (key: string, n: number, minutes: number, room: string, officers: readonly string[]): Step[] =>
  moved(
    [
      named(key, n),
      ...summons({ day, who: who(key), room, officers, act: ['09:18', '10:20', '10:25'], depart: '11:00' }),
    ],
    '09:00',
    minutes,
  )

/** Nobody looks into the data collection room for a while: it is hatched, not green. */
const blind = (from: number, to: number): Step[] =>
  [`ap-${rooms.check}-in`, `cam-${rooms.check}`, `rec-${rooms.check}`].flatMap((token) => {
    const sensor = `yl/chengdong/${token}`
    return [
      tell(local(beginning + from * MINUTE_MS), 'sensor.failed', { sensor, fault: 'offline' }),
      tell(local(beginning + to * MINUTE_MS), 'sensor.restored', { sensor }),
    ]
  })

/** So long it goes on before it begins anew. */
export const LIVING_MS = 12 * 3_600_000

/**
 * A case area that is never empty, for a demonstration at the world's pace: two people are there at once, the third
 * comes through the gate within a minute, the first one's time is over in a quarter of an hour, and so on for hours.
 */
export const livingCaseArea: CustodyScenario = {
  id: 'case-area-living',
  title: { zh: '办案区（持续演示）', en: 'A case area that goes on' },
  steps: [
    ...almostOver(),
    ...soundLost(),
    ...stopped('v3', 2, 0.4),
    ...blind(0.2, 100),
    ...Array.from({ length: 4 }, (_, i) =>
      summoned(`q${i}`, 3 + i, 75 + i * 150, rooms.questioning, ['P01', 'P02']),
    ).flat(),
    ...Array.from({ length: 4 }, (_, i) =>
      summoned(`i${i}`, 4 + i, 125 + i * 150, rooms.otherInterrogation, ['P61']),
    ).flat(),
    ...Array.from({ length: 3 }, (_, i) => stopped(`c${i}`, 6 + i, 190 + i * 190)).flat(),
  ],
  until: local(beginning + LIVING_MS),
  expects: [],
}

/** When the scene begins, on its own clock. */
export const livingBegins = beginning
