import fc from 'fast-check'
import type { Entry } from '../../server/domain/entry.ts'
import { parseObservation } from '../../server/domain/observation/index.ts'
import { fix, order, roster, square, task, zone } from './patrol.ts'
import { at, type Moment } from './timeline.ts'

const cars = ['vehicle/v1', 'vehicle/v2'] as const
const start = at('2026-03-02 07:30')

const reports = fc.record({
  kind: fc.constant('fix' as const),
  car: fc.constantFrom(...cars),
  lng: fc.constantFrom(115.97, 115.995, 116.05, 116.0501, 116.12),
  speedKmh: fc.constantFrom(null, 0, 30, 95),
  accuracyM: fc.constantFrom(null, 5, 400),
  delivery: fc.constantFrom('live', 'live', 'live', 'backfill'),
  mocked: fc.constantFrom(null, null, null, true),
  lateMs: fc.constantFrom(0, 0, 0, 20_000, 400_000, 3_600_000, -600_000),
  times: fc.constantFrom(1, 1, 3, 12, 80),
})
const orders = fc.record({
  kind: fc.constant('order' as const),
  car: fc.constantFrom(...cars),
  urgent: fc.boolean(),
  lateMs: fc.constantFrom(0, 600_000),
})
const closes = fc.record({
  kind: fc.constant('close' as const),
  car: fc.constantFrom(...cars),
  lateMs: fc.constantFrom(0, 600_000),
})
const tasks = fc.record({ kind: fc.constant('task' as const), car: fc.constantFrom(...cars), lateMs: fc.constant(0) })
const step = fc.tuple(
  fc.oneof(
    { weight: 12, arbitrary: reports },
    { weight: 1, arbitrary: orders },
    { weight: 1, arbitrary: closes },
    { weight: 1, arbitrary: tasks },
  ),
  fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: 0, max: 90_000 }) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 3_600_000 }) },
  ),
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

const momentOf = ([what, gapMs]: Step): { data: Moment; gapMs: number; lateMs: number } => {
  const base = { gapMs, lateMs: what.lateMs }
  const when = '2026-03-02 00:00'
  switch (what.kind) {
    case 'fix': {
      const { car, lng, speedKmh, accuracyM, delivery, mocked } = what
      return {
        ...base,
        data: fix(when, [lng, 30.05], { device: `jt808:${car}`, carrier: car, speedKmh, accuracyM, delivery, mocked }),
      }
    }
    case 'order':
      return { ...base, data: order(when, { carriers: [what.car], urgent: what.urgent }) }
    case 'close':
      return { ...base, data: [when, 'dispatch.closed', { order: 'x1', carriers: [what.car], result: 'done' }] }
    case 'task':
      return { ...base, data: task('2026-03-02 09:00', '2026-03-02 09:40', 'escort') }
  }
}

const second: Moment = [
  '2026-03-01 00:00',
  'shift.scheduled',
  {
    shift: 'day2',
    carrier: 'vehicle/v2',
    unit: 's1',
    beat: 'b1',
    startsAt: at('2026-03-02 08:00'),
    endsAt: at('2026-03-02 12:00'),
    crew: [],
  },
]
const reference = [...roster, second, zone('county', 'county', square(115.98, 29.9, 116.11, 30.2))]

const entry = (seq: number, recordedAt: number, lateMs: number, [, kind, data]: Moment): Entry => {
  const parsed = parseObservation({ kind, observedAt: recordedAt - lateMs, data })
  if (parsed.is === 'fault') throw new Error(parsed.problem)
  return { seq, recordedAt, observation: parsed.observation }
}

/** Any day of two patrol cars: reports live, late, buffered, made up and out of order; orders and tasks. */
export const anyDay: fc.Arbitrary<Entry[]> = fc.array(step, { maxLength: 40 }).map((steps) => {
  let now = start
  let seq = 0
  const beginning = reference.map((moment) => entry(seq++, start, 0, moment))
  return [
    ...beginning,
    ...steps.flatMap((one) => {
      const { data, gapMs, lateMs } = momentOf(one)
      const times = one[0].kind === 'fix' ? one[0].times : 1
      const from = now + gapMs
      now = from + times * 20_000
      return Array.from({ length: times }, (_, i) => entry(seq++, from + i * 20_000, lateMs, data))
    }),
  ]
})
