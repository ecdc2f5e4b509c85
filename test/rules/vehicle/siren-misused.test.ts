import { describe, expect, it } from 'vitest'
import { sirenMisused as rule } from '../../../server/rules/vehicle/siren-misused.ts'
import { describeStretch } from '../../support/limits-of-stretches.ts'
import { order, roster, shift, task } from '../../support/patrol.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const day = '2026-03-02'
const night = `${day} 23:30`
const signals = (when: string, siren: boolean | null, lights: boolean | null = null, heard?: string): Moment => [
  when,
  'vehicle.lights-changed',
  { vehicle: 'v1', siren, lights, device: 'ctl' },
  heard,
]
const ordered = (when: string, more: object = {}, heard?: string): Moment =>
  order(when, { urgent: true, ...more }, heard)
const closed = (when: string): Moment => [
  when,
  'dispatch.closed',
  { order: 'x1', carriers: ['vehicle/v1'], result: '' },
]

describeStretch('警车非执行紧急任务时，不得使用警报器、标志灯具（道路交通安全法第五十三条）', {
  rule,
  begins: (heard) => [...roster, signals(`${day} 10:00`, true, null, heard)],
  ends: (when, heard) => signals(when, false, null, heard),
  since: `${day} 10:00`,
  last: `${day} 10:02`,
  past: `${day} 10:10`,
  far: night,
  paused: [ordered(`${day} 09:55`)],
  before: [signals('2008-12-31 10:00', true), signals('2008-12-31 10:05', false)],
  first: [signals('2009-01-01 10:00', true), signals('2009-01-01 10:05', false)],
  firstPast: '2009-01-01 12:00',
})

describe('what is lawful', () => {
  it('lights on a patrol shift, not the siren; off shift neither', () => {
    expect(given(rule, ...roster, signals(`${day} 10:00`, null, true)).until(night)).toEqual([])
    expect(given(rule, ...roster, signals(`${day} 10:00`, true, true)).until(night)).toMatchObject([
      {
        facts: { used: 'siren', shift: 'day' },
        concerns: { unit: 's1', carrier: 'vehicle/v1', officers: ['o1', 'o2'] },
      },
    ])
    expect(given(rule, ...roster, signals(`${day} 21:00`, false, true)).until(night)).toMatchObject([
      { facts: { used: 'lights', shift: null } },
    ])
  })
  it('an order that is not urgent excuses nobody', () =>
    expect(
      given(rule, ...roster, order(`${day} 09:59`, { urgent: false }), signals(`${day} 10:00`, true)).until(night),
    ).toMatchObject([{ since: at(`${day} 10:00`) }]))
  it('an order, to its end; an escort; a pursuit that was entered', () => {
    expect(
      given(
        rule,
        ...roster,
        ordered(`${day} 09:59`),
        signals(`${day} 10:00`, true),
        closed(`${day} 10:20`),
        signals(`${day} 10:21`, false),
      ).until(night),
    ).toEqual([])
    expect(
      given(rule, ...roster, ordered(`${day} 09:59`), signals(`${day} 10:00`, true), closed(`${day} 10:20`)).until(
        night,
      ),
    ).toMatchObject([{ since: at(`${day} 10:20`) }])
    expect(
      given(
        rule,
        ...roster,
        task(`${day} 09:00`, `${day} 11:00`, 'escort'),
        signals(`${day} 10:00`, true),
        signals(`${day} 11:00`, false),
      ).until(night),
    ).toEqual([])
    expect(
      given(
        rule,
        ...roster,
        task(`${day} 09:00`, `${day} 11:00`, 'meal'),
        signals(`${day} 10:00`, true),
        signals(`${day} 11:00`, false),
      ).until(night),
    ).toHaveLength(1)
    const chase: Moment = [
      `${day} 09:59`,
      'pursuit.started',
      { pursuit: 'p', unit: 's1', carrier: 'vehicle/v1', officers: [], traffic: false, ground: 'order' },
    ]
    expect(
      given(rule, ...roster, chase, signals(`${day} 10:00`, true), signals(`${day} 10:10`, false)).until(night),
    ).toEqual([])
  })
  it('an order that is told late ends the finding', () => {
    const late = ordered(`${day} 09:59`, {}, `${day} 10:10`)
    expect(
      given(rule, ...roster, signals(`${day} 10:00`, true), late)
        .events(night)
        .map((e) => e.is),
    ).toEqual(['opened', 'ended'])
  })
  it('on and off and on again is intermittent use', () => {
    const bursts = Array.from({ length: 6 }, (_, i) => [
      signals(`${day} 10:0${i}`, true),
      signals(`${day} 10:0${i}:40`, false),
    ]).flat()
    expect(given(rule, ...roster, ...bursts).until(night)).toEqual([])
  })
})

describe('a state that nobody repeats', () => {
  it('is believed for half an hour', () =>
    expect(
      given(rule, ...roster, signals(`${day} 10:00`, true))
        .events(night)
        .at(-1),
    ).toMatchObject({ is: 'ended', at: at(`${day} 10:31`) }))
  it('a controller that tells of the lights alone says nothing of the siren', () =>
    expect(
      given(rule, ...roster, signals(`${day} 10:00`, true), signals(`${day} 10:01`, null, true)).until(night),
    ).toHaveLength(1))
  it('another shift at another time changes nothing', () =>
    expect(
      given(
        rule,
        ...roster,
        shift(`${day} 18:00`, `${day} 19:00`, { shift: 'late' }),
        signals(`${day} 21:00`, false, true),
      ).until(night),
    ).toHaveLength(1))
})
