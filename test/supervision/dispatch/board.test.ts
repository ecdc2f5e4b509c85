import { describe, expect, it } from 'vitest'
import type { IncidentView } from '../../../server/contract/dispatch.ts'
import type { FindingView } from '../../../server/contract/views.ts'
import type { LngLat } from '../../../server/domain/geo.ts'
import { parseObservation } from '../../../server/domain/observation/index.ts'
import { createRegister } from '../../../server/domain/register.ts'
import { createDispatchBoard } from '../../../server/supervision/dispatch/board.ts'
import { noDispatch } from '../../../server/supervision/dispatch/memory.ts'
import { dispatchValuesOf } from '../../../server/supervision/dispatch/values.ts'
import { agreementOf } from '../../../server/supervision/dispatch/view.ts'
import { fix as fixAt } from '../../support/patrol.ts'
import { at, type Moment } from '../../support/timeline.ts'

const day = '2026-03-02'
const place: LngLat = [106.3, 38.3]
/** So many metres north of the place. */
const off = (metres: number): LngLat => [place[0], place[1] + metres / 111_195]
const settings = { arriveM: 150, moveM: 60, movingKmh: 8, urbanMinutes: 10, urbanUrgentMinutes: 5 }

const call = (when: string, more: object = {}): Moment => [
  `${day} ${when}`,
  'call.received',
  { incident: 'j1', channel: '110', area: 'urban', urgency: 'urgent', place, unit: 's1', ...more },
]
const ordered = (when: string, more: object = {}, heard?: string): Moment => [
  `${day} ${when}`,
  'dispatch.ordered',
  { order: 'z1', incident: 'j1', carriers: ['vehicle/v1'], place, urgent: true, unit: 's1', ...more },
  heard,
]
const desk = (when: string, kind: string, more: object = {}): Moment => [
  `${day} ${when}`,
  `dispatch.${kind}` as Moment[1],
  { order: 'z1', ...more },
]
const fix = (when: string, position: LngLat | null, more: object = {}): Moment =>
  fixAt(`${day} ${when}`, position as LngLat, { accuracyM: 5, speedKmh: 0, ...more })
const carriers = { carriers: ['vehicle/v1'] }
const fedBack = (when: string): Moment => desk(when, 'fed-back', { incident: 'j1', unit: 's1', outcome: 'handled' })

const told = (...moments: readonly Moment[]) => {
  const register = createRegister()
  const kept: IncidentView[] = []
  const board = createDispatchBoard({
    register,
    memory: undefined,
    values: () => settings as never,
    keep: (v) => kept.push(v),
  })
  moments.forEach(([when, kind, data, heard], seq) => {
    const parsed = parseObservation({ kind, observedAt: at(when), data })
    if (parsed.is === 'fault') throw new Error(`${kind}: ${parsed.problem}`)
    const entry = { seq, recordedAt: at(heard ?? when), observation: parsed.observation }
    register.apply(entry)
    board.apply(entry)
  })
  const all = () => true
  return {
    board,
    kept,
    one: board.view('j1')!,
    order: board.view('j1')?.orders[0],
    shown: (when: string, sees: (unit: string | null) => boolean = all) =>
      board.board(at(`${day} ${when}`), 9, sees).incidents.map((v) => v.id),
  }
}
const whole: readonly Moment[] = [
  call('09:00', { endedAt: at(`${day} 09:00:30`) }),
  ordered('09:01'),
  desk('09:01:20', 'acknowledged', { unit: 's1', carrier: 'vehicle/v1' }),
  fix('09:01:25', off(900)),
  desk('09:01:30', 'departed', { carrier: 'vehicle/v1' }),
  fix('09:01:40', off(800), { speedKmh: 30 }),
  fix('09:04:00', off(20)),
  desk('09:04:05', 'arrived', { carrier: 'vehicle/v1' }),
  [`${day} 09:04:10`, 'body-camera.started', { device: 'b1', officer: 'o1', unit: 's1', recording: 'r1', order: 'z1' }],
  [
    `${day} 09:08:00`,
    'body-camera.stopped',
    { device: 'b1', officer: 'o1', unit: 's1', recording: 'r1', reason: 'ended' },
  ],
  fedBack('09:09'),
  desk('09:10', 'closed', { ...carriers, result: '处置完毕' }),
]

describe('call → order → acknowledgement → moving → arrival → feedback, each from its own source', () => {
  it('keeps what each source said beside the others', () => {
    const { order, one } = told(...whole)
    expect(order).toMatchObject({
      orderedAt: at(`${day} 09:01`),
      acknowledgedAt: at(`${day} 09:01:20`),
      moving: { desk: at(`${day} 09:01:30`), position: at(`${day} 09:01:40`), agreement: 'agree' },
      arrived: { desk: at(`${day} 09:04:05`), position: at(`${day} 09:04:00`), agreement: 'agree' },
      nearestM: 20,
      recordings: [{ from: at(`${day} 09:04:10`), to: at(`${day} 09:08:00`) }],
      fedBack: { at: at(`${day} 09:09`), outcome: 'handled' },
      closedAt: at(`${day} 09:10`),
      promise: { minutes: 5, dueAt: at(`${day} 09:06`) },
    })
    expect(one.overAt).toBe(at(`${day} 09:10`))
  })
  it('the first button counts, a second press does not move it', () => {
    const { order } = told(...whole, desk('09:20', 'arrived', { carrier: 'vehicle/v1' }), fedBack('09:30'))
    expect(order!.arrived.desk).toBe(at(`${day} 09:04:05`))
    expect(order!.fedBack!.at).toBe(at(`${day} 09:09`))
  })
  it('is not over until every order is fed back and closed', () => {
    expect(told(...whole.slice(0, -1)).one.overAt).toBeNull()
    expect(told(...whole.filter(([, kind]) => kind !== 'dispatch.fed-back')).one.overAt).toBeNull()
    expect(told(...whole, ordered('09:05', { order: 'z2' })).one.overAt).toBeNull()
  })
  it('a call settled on the telephone is over by its feedback', () => {
    const { one } = told(call('09:00'), fedBack('09:02'))
    expect(one).toMatchObject({ orders: [], overAt: at(`${day} 09:02`) })
  })
  it('a plan is nobody’s order, and an order without its call is not invented one', () => {
    expect(told(call('09:00'), ordered('09:01', { planned: true })).one.orders).toEqual([])
    expect(told(ordered('09:01')).board.view('j1')).toBeUndefined()
  })
  it('an order told again keeps its number and counts once', () => {
    expect(told(call('09:00'), ordered('09:01'), ordered('09:01')).one.orders).toHaveLength(1)
  })
})

describe('positions decide, and only those that may', () => {
  const start = [call('09:00'), ordered('09:01'), fix('09:01:05', off(900))]
  it.each([
    ['a made-up position', fix('09:03', place, { mocked: true })],
    ['one from before the order', fix('09:00:30', place)],
    ['one whose error circle is too wide', fix('09:03', place, { accuracyM: 400 })],
    ['another car’s', fix('09:03', place, { carrier: 'vehicle/v2' })],
    ['none at all', fix('09:03', null)],
  ])('%s proves no arrival', (_, moment) => {
    expect(told(...start, moment).order!.arrived.position).toBeNull()
  })
  it('one that comes late counts by when it was measured', () => {
    const late: Moment = [...fix('09:03', off(10)).slice(0, 3), `${day} 09:30`] as never
    expect(told(...start, fix('09:20', off(10)), late).order!.arrived.position).toBe(at(`${day} 09:03`))
  })
  it('one from long after the order is no longer about it', () => {
    expect(told(...start, fix('15:11:01', off(10))).order!.arrived.position).toBeNull()
    expect(told(...start, fix('15:10:59', off(10))).order!.arrived.position).not.toBeNull()
  })
})

describe('what sources say together', () => {
  const m = 60_000
  it.each([
    [null, null, true, 'none'],
    [null, m, true, 'unreported'],
    [m, null, true, 'unsupported'],
    [m, null, false, 'unseen'],
    [m, 3 * m, true, 'agree'],
    [m, 3 * m + 1, true, 'apart'],
    [3 * m + 1, m, true, 'apart'],
  ] as const)('desk %s, position %s, heard %s: %s', (button, position, heard, expected) =>
    expect(agreementOf(button, position, heard)).toBe(expected),
  )
})

describe('the promise', () => {
  it.each([
    ['by area and urgency', {}, 5],
    ['ordinary', { urgency: 'ordinary' }, 10],
    ['urgency not told: as the order says', { urgency: null }, 5],
    ['no area, no promise', { area: null }, undefined],
    ['an area nobody promised anything for', { area: 'rural' }, undefined],
    ['a test call is promised nothing', { test: true }, undefined],
  ] as const)('%s', (_, more, minutes) =>
    expect(told(call('09:00', more), ordered('09:01')).order!.promise?.minutes).toBe(minutes),
  )
  it('follows a call that was put right', () => {
    const right: Moment = [`${day} 09:02`, 'incident.reclassified', { incident: 'j1', area: null, urgency: 'ordinary' }]
    const { one, order } = told(call('09:00'), ordered('09:01'), right)
    expect(one).toMatchObject({ area: 'urban', urgency: 'ordinary' })
    expect(order!.promise!.minutes).toBe(10)
  })
  it('that stood when its moment passed is no other afterwards', () => {
    const later: Moment = [`${day} 10:00`, 'incident.reclassified', { incident: 'j1', urgency: 'ordinary' }]
    const { one, order } = told(call('09:00'), ordered('09:01'), later)
    expect(one!.urgency).toBe('ordinary')
    expect(order!.promise).toEqual({ minutes: 5, dueAt: at(`${day} 09:06`) })
  })
  it('without the rule nothing is promised, and a position counts as it does there', () =>
    expect(dispatchValuesOf(undefined, 0)).toEqual({ arriveM: 150, moveM: 60, movingKmh: 8 }))
})

describe('an order called off on the way', () =>
  it('is over with the one report of the call', () => {
    const other = { order: 'z2', carriers: ['vehicle/v2'] }
    const { one } = told(
      call('09:00'),
      ordered('09:01'),
      desk('09:02', 'closed', { ...carriers, result: 'called off' }),
      ordered('09:03', other),
      desk('09:06', 'arrived', { order: 'z2', carrier: 'vehicle/v2' }),
      desk('09:20', 'fed-back', { order: 'z2', incident: 'j1', unit: 's1', outcome: 'handled' }),
      desk('09:21', 'closed', { ...other, result: 'done' }),
    )
    expect(one!.overAt).toBe(at(`${day} 09:21`))
  }))

describe('test calls', () => {
  const approved: Moment = [
    `${day} 08:00`,
    'dispatch.test-approved',
    { incident: 'j1', by: 'o9', as: 'supervision-chief' },
  ]
  const ended: Moment = [`${day} 09:30`, 'dispatch.test-ended', { incident: 'j1', by: 'o9' }]
  it('show who may know: approved before the call, told afterwards', () =>
    expect(told(approved, call('09:00', { test: true }), ended).one).toMatchObject({
      test: true,
      testApprovedAt: at(`${day} 08:00`),
      testEndedAt: at(`${day} 09:30`),
    }))
  it('without approval say so', () =>
    expect(told(call('09:00', { test: true })).one).toMatchObject({ testApprovedAt: null, testEndedAt: null }))
})

describe('the board', () => {
  it('keeps what is over for half an hour, and shows nobody another unit’s calls', () => {
    const { shown } = told(...whole)
    expect(shown('09:39:59')).toEqual(['j1'])
    expect(shown('09:40')).toEqual([])
    expect(shown('09:20', (unit) => unit === 's2')).toEqual([])
  })
  it('tells each change once, and keeps it', () => {
    const { board, kept } = told(...whole)
    expect(board.take().map(({ view, unit }) => [view.id, unit])).toEqual([['j1', 's1']])
    expect(kept).toHaveLength(1)
    expect(board.take()).toEqual([])
  })
  it('a position that tells nothing new is no change', () => {
    const { board } = told(...whole)
    board.take()
    const again = parseObservation({
      kind: 'position.reported',
      observedAt: at(`${day} 09:05`),
      data: fix('09:05', off(20))[2],
    })
    if (again.is === 'fault') throw new Error(again.problem)
    board.apply({ seq: 99, recordedAt: at(`${day} 09:05`), observation: again.observation })
    expect(board.take()).toEqual([])
  })
  it('forgets what nobody spoke of for eight hours; the table has it', () => {
    const { board } = told(...whole, call('17:10:01', { incident: 'j2' }))
    expect(board.view('j1')).toBeUndefined()
    expect(told(...whole, call('17:10', { incident: 'j2' })).board.view('j1')).toBeDefined()
  })

  const finding = (facts: object, more: object = {}): FindingView =>
    ({
      finding: { id: 'f1', rule: 'dispatch.order-late', subject: 'j1', grade: 'C', since: 1, facts },
      title: { zh: '题', en: 'Title' },
      active: true,
      status: 'open',
      ...more,
    }) as never
  it('has a finding at its incident, by incident or by order, until somebody dismisses it', () => {
    const { board } = told(...whole)
    board.found(finding({ incident: 'j1' }))
    expect(board.view('j1')!.findings).toMatchObject([{ id: 'f1', active: true }])
    board.found(finding({ order: 'z1' }, { active: false }))
    expect(board.view('j1')!.findings).toMatchObject([{ id: 'f1', active: false }])
    board.found(finding({ order: 'z1' }, { status: 'dismissed' }))
    expect(board.view('j1')!.findings).toEqual([])
    board.found({ ...finding({}), finding: { ...finding({}).finding, rule: 'patrol.leaves-beat' } } as never)
    expect(board.view('j1')!.findings).toEqual([])
  })
  it('goes on from a memory that was kept', () => {
    const { board } = told(...whole)
    const again = createDispatchBoard({
      register: createRegister(),
      memory: JSON.parse(JSON.stringify(board.memory)),
      values: () => settings as never,
      keep: () => {},
    })
    expect(again.view('j1')).toEqual(board.view('j1'))
    expect(noDispatch()).toEqual({ incidents: {}, incidentByOrder: {}, approvals: {} })
  })
})
