import { describe, expect, it } from 'vitest'
import { notMoving as rule } from '../../../server/rules/dispatch/not-moving.ts'
import { told } from '../../support/cases.ts'
import { fix, fixes, inside, order, roster } from '../../support/patrol.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const call = told('call.received', { incident: 'i1', channel: '110', area: 'urban', urgency: 'urgent', place: inside })
const near: [number, number] = [inside[0], inside[1] + 0.0005]
const far: [number, number] = [inside[0], inside[1] + 0.018]
const base = [...roster, call('2026-03-02 09:59'), order('2026-03-02 10:00')]

const found = (until: string, ...moments: Moment[]) => given(rule, ...base, ...moments).until(until)
const standing = fixes('2026-03-02 10:00', '2026-03-02 10:20', () => far, { speedKmh: 0 })

describe('接到要求制止违反治安管理行为的报警后，不及时出警的（第一百三十九条）', () => {
  it('a car that stands for three minutes, whatever was entered', () => {
    expect(
      found('2026-03-02 10:03', ...fixes('2026-03-02 10:00', '2026-03-02 10:02', () => far, { speedKmh: 0 })),
    ).toEqual([])
    expect(
      found(
        '2026-03-02 10:21',
        ...standing,
        told('dispatch.departed', { order: 'x1', carrier: 'vehicle/v1' })('2026-03-02 10:01'),
      ),
    ).toMatchObject([{ since: at('2026-03-02 10:03'), facts: { saidDepartedAt: at('2026-03-02 10:01') } }])
  })
  it('finds nothing when it drives off, or stands at the scene already', () => {
    expect(
      found(
        '2026-03-02 12:00',
        fix('2026-03-02 10:00', far, { speedKmh: 0 }),
        fix('2026-03-02 10:02', far, { speedKmh: 40 }),
      ),
    ).toEqual([])
    expect(found('2026-03-02 12:00', fix('2026-03-02 10:01', near, { speedKmh: 0 }))).toEqual([])
  })
  it('without positions and entries nobody can say', () => expect(found('2026-03-02 12:00')).toEqual([]))
  it('a delay told at once is lawful', () =>
    expect(
      found(
        '2026-03-02 12:00',
        ...standing,
        told('dispatch.delayed', { order: 'x1', unit: 's1', reason: 'other-incident' })('2026-03-02 10:01'),
      ),
    ).toEqual([]))
})

describe('three minutes', () => {
  const stands = (from: string, to: string) => fixes(from, to, () => far, { speedKmh: 0 })
  it('are lawful at the limit exactly, wrong a second later with nobody reporting', () => {
    const some = stands('2026-03-02 10:00', '2026-03-02 10:02:30')
    expect(found('2026-03-02 10:03', ...some)).toEqual([])
    expect(found('2026-03-02 10:03:01', ...some)).toMatchObject([
      { since: at('2026-03-02 10:03'), openedAt: at('2026-03-02 10:03') + 1 },
    ])
    const drives = fix('2026-03-02 10:03', far, { speedKmh: 40 })
    expect(found('2026-03-02 12:00', ...some, drives)).toEqual([])
    expect(found('2026-03-02 12:00', ...some, fix('2026-03-02 10:03:01', far, { speedKmh: 40 }))).toHaveLength(1)
  })
  it('date truly when all of it is heard of late', () => {
    const heard = '2026-03-02 13:00'
    const late = stands('2026-03-02 10:00', '2026-03-02 10:20').map(
      ([when, kind, data]): Moment => [when, kind, data!, heard],
    )
    const all = [...roster, call('2026-03-02 09:59'), order('2026-03-02 10:00', {}, heard), ...late]
    expect(given(rule, ...all).until('2026-03-02 14:00')).toMatchObject([{ since: at('2026-03-02 10:03') }])
  })
  it('are counted from 2013 on', () => {
    const then = (day: string) =>
      given(
        rule,
        ...roster,
        call(`${day} 09:59`),
        order(`${day} 10:00`),
        ...stands(`${day} 10:00`, `${day} 10:20`),
      ).until(`${day} 12:00`)
    expect(then('2012-12-31')).toEqual([])
    expect(then('2013-01-01')).toHaveLength(1)
  })
})

describe('a silence in which it may have set out', () => {
  const departed = told('dispatch.departed', { order: 'x1', carrier: 'vehicle/v1' })
  const arrived = told('dispatch.arrived', { order: 'x1', carrier: 'vehicle/v1' })
  const late = fix('2026-03-02 10:07', far, { speedKmh: 40 })
  const stood = fix('2026-03-02 10:01', far, { speedKmh: 0 })
  it('whoever arrived later may have set out in time', () => {
    expect(found('2026-03-02 12:00', arrived('2026-03-02 10:10'))).toEqual([])
    expect(found('2026-03-02 12:00', late)).toEqual([])
    expect(found('2026-03-02 12:00', stood, late)).toEqual([])
  })
  it('nor do positions that begin only later show that it stood before', () => {
    const there = [fix('2026-03-02 10:10', far, { speedKmh: null }), fix('2026-03-02 10:11', far, { speedKmh: 0 })]
    expect(found('2026-03-02 12:00', ...there)).toEqual([])
  })
  it('the entry counts then', () => {
    expect(found('2026-03-02 12:00', departed('2026-03-02 10:02'), late)).toEqual([])
    expect(found('2026-03-02 12:00', departed('2026-03-02 10:05'), late)).toHaveLength(1)
  })
  it('seen standing after it, it had not set out', () =>
    expect(
      found('2026-03-02 12:00', stood, fix('2026-03-02 10:05', far, { speedKmh: 0 }), departed('2026-03-02 10:02')),
    ).toMatchObject([{ since: at('2026-03-02 10:03') }]))
})

describe('what the finding rests on', () => {
  const seq = base.length
  const after = '2026-03-02 12:00'
  const grown = (...moments: Moment[]) => given(rule, ...base, ...moments).grown(after)
  const departed = told('dispatch.departed', { order: 'x1', carrier: 'vehicle/v1' })
  const arrived = told('dispatch.arrived', { order: 'x1', carrier: 'vehicle/v1' })
  const stands = (when: string, place = far) => fix(when, place, { speedKmh: 0 })
  it('the order and the first position that shows it moving, or there', () => {
    const slow = [stands('2026-03-02 10:01'), stands('2026-03-02 10:02:30')]
    expect(grown(...slow, fix('2026-03-02 10:04', far, { speedKmh: 40 }))).toMatchObject([
      { evidence: [seq - 1, seq + 2], facts: { shownBy: 'own-position' } },
    ])
    // A report without speed from the scene, far from where it stood: that is both.
    expect(grown(...slow, fix('2026-03-02 10:04', near, { speedKmh: null }))).toMatchObject([
      { evidence: [seq - 1, seq + 2], facts: { shownBy: 'own-position' } },
    ])
  })
  it('whoever stood at the scene in time needs not move, and drives off later', () =>
    expect(
      grown(stands('2026-03-02 10:01', near), stands('2026-03-02 10:03', near), fix('2026-03-02 10:06', far)),
    ).toEqual([]))
  it('the entry, where positions are silent: of setting out, or of being there in time', () => {
    expect(grown(departed('2026-03-02 10:05'))).toMatchObject([
      { evidence: [seq - 1, seq], facts: { shownBy: 'dispatch-system' } },
    ])
    const verdict = (when: string) => given(rule, ...base, arrived(when)).verdict(after, 'x1')
    expect(verdict('2026-03-02 10:03')).toMatchObject({ is: 'clear' })
    expect(verdict('2026-03-02 10:03:01')).toMatchObject({ is: 'unknown' })
  })
  it('standing is seen from a minute before the time was over, and not from less', () => {
    expect(grown(stands('2026-03-02 10:02'))).toHaveLength(1)
    expect(grown(stands('2026-03-02 10:02:01'))).toEqual([])
    expect(grown(stands('2026-03-02 10:01'), stands('2026-03-02 10:01:59'))).toEqual([])
  })
  it('moving at the last instant is in time', () =>
    expect(
      grown(stands('2026-03-02 10:01'), stands('2026-03-02 10:02:30'), fix('2026-03-02 10:03', far, { speedKmh: 40 })),
    ).toEqual([]))
})
