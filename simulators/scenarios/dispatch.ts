import type { Call, Course } from '../dispatch/call.ts'
import type { Actor, Reference, Scenario } from './scenario.ts'

const cars = ['C01', 'C02', 'C03', 'C04', 'C05', 'C21', 'C22', 'C23'] as const
type Car = (typeof cars)[number]
const beatOf = (car: Car): string => `B${car.slice(1)}`

/** Everybody begins at the beginning of the beat's round. */
const cast: readonly Actor[] = cars.map((car) => ({ car, from: { onBeat: beatOf(car), share: 0 }, script: [] }))
const reference: Reference = {
  shifts: cars.map((car) => ({ carrier: `vehicle/${car}`, beat: beatOf(car), from: -8, to: 240 })),
  tasks: [],
  orders: [],
}

const call = (at: number, car: Car, share: number, course: Course, more: Partial<Call> = {}): Call => ({
  at,
  car,
  place: { onBeat: beatOf(car), share },
  area: 'urban',
  urgent: true,
  category: '打架斗殴',
  sceneMinutes: 4,
  course,
  ...more,
})

/** The same eight calls, gone wrong and gone right. */
const calls = (course: (wrong: Course, right: Course) => Course): readonly Call[] => [
  call(1, 'C01', 0.3, course('nobody-sets-out', 'rightly')),
  call(0.3, 'C23', 0.2, course('arrived-on-paper', 'rightly'), { category: '盗窃', urgent: false, area: 'suburban' }),
  call(1.8, 'C03', 0.12, course('not-acknowledged', 'rightly'), { category: '邻里纠纷', urgent: false }),
  call(2.2, 'C04', 0.1, course('ordered-late', 'late-and-told'), { category: '交通事故', urgent: false }),
  call(2.6, 'C21', 0.1, course('refused', 'rightly'), { category: '噪音扰民', urgent: false }),
  // Test calls and what is settled on the telephone are lawful in both.
  call(3, 'C22', 0.1, 'rightly', { category: '模拟警情', urgent: false, test: true }),
  call(3.4, 'C02', 0.2, 'by-telephone', { category: '咨询', urgent: false }),
  // Out of its beat on orders, which is lawful for as long as the order lasts.
  call(0.1, 'C05', 0, course('left-open', 'rightly'), {
    category: '纠纷',
    urgent: false,
    area: 'rural',
    place: { outsideBeat: 'B05', metres: 500 },
    sceneMinutes: 2,
  }),
]

/** Calls, orders and cars that really drive: done wrong, and the lawful twin. */
export const dispatchScenarios: readonly Scenario[] = [
  {
    id: 'dispatch-wrong',
    title: { zh: '接处警：指令、定位、反馈相矛盾', en: 'Calls and orders that the cars’ own positions contradict' },
    lasts: 24,
    cast,
    reference,
    desk: {
      is: 'scene',
      calls: calls((wrong) => wrong),
      lost: [{ at: 4, waitedSeconds: 41 }],
    },
    // The subject is the order, the call or the line; its first word is enough here.
    expects: [
      { rule: 'dispatch.arrival-contradicted', subject: '110-0310-100000-Z2/vehicle/C23', since: 2, tolerance: 1 },
      { rule: 'dispatch.arrival-late', subject: '110-0310-100000-Z1', since: 6.8, tolerance: 0.1 },
      { rule: 'dispatch.call-unanswered', subject: '110-desk-2', since: 4, tolerance: 0.1 },
      { rule: 'dispatch.not-acknowledged', subject: '110-0310-100000-Z3', since: 3.6, tolerance: 0.1 },
      { rule: 'dispatch.not-moving', subject: '110-0310-100000-Z1', since: 4.8, tolerance: 0.1 },
      { rule: 'dispatch.order-late', subject: '110-0310-100000-J4', since: 5.6, tolerance: 0.1 },
      { rule: 'dispatch.refused', subject: '110-0310-100000-Z5', since: 3.6, tolerance: 0.1 },
      // Ten minutes to come back after the result was entered, whoever left the order open.
      { rule: 'patrol.leaves-beat', subject: 'vehicle/C05', since: 17, tolerance: 3 },
    ],
  },
  {
    id: 'dispatch-right',
    title: { zh: '接处警：依法依规处置', en: 'The same calls, dealt with as they should be' },
    lawfulTwinOf: 'dispatch-wrong',
    lasts: 24,
    cast,
    reference,
    desk: {
      is: 'scene',
      calls: calls((_, right) => right),
      lost: [{ at: 4, waitedSeconds: 9 }],
    },
    expects: [],
  },
]
