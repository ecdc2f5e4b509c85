import { describe, expect, it } from 'vitest'
import { arrivalContradicted as rule } from '../../../server/rules/dispatch/arrival-contradicted.ts'
import { told } from '../../support/cases.ts'
import { fix, fixes, inside, metresNorth, order, roster } from '../../support/patrol.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const call = told('call.received', { incident: 'i1', channel: '110', area: 'urban', urgency: 'urgent', place: inside })
const near: [number, number] = [inside[0], inside[1] + 0.0005]
const far: [number, number] = [inside[0], inside[1] + 0.018]
const arrived = told('dispatch.arrived', { order: 'x1', carrier: 'vehicle/v1' })
const base = [...roster, call('2026-03-02 09:59'), order('2026-03-02 10:00')]

const found = (...moments: Moment[]) => given(rule, ...base, ...moments).until('2026-03-02 12:00')

describe('处置公民报警、请求救助（督察条例第四条）', () => {
  it('dispatch says arrived at 10:05 while the car is two kilometres away', () =>
    expect(
      found(...fixes('2026-03-02 10:00', '2026-03-02 10:10', () => far), arrived('2026-03-02 10:05')),
    ).toMatchObject([{ since: at('2026-03-02 10:05'), concerns: { carrier: 'vehicle/v1', officers: ['o1', 'o2'] } }]))
  it('finds nothing when the car is there, or comes within the two minutes', () => {
    expect(found(...fixes('2026-03-02 10:04', '2026-03-02 10:10', () => near), arrived('2026-03-02 10:05'))).toEqual([])
    expect(
      found(
        ...fixes('2026-03-02 10:00', '2026-03-02 10:06', () => far),
        fix('2026-03-02 10:06:40', near),
        arrived('2026-03-02 10:05'),
      ),
    ).toEqual([])
  })
  it('one phone of the crew at the scene is enough', () =>
    expect(
      found(
        ...fixes('2026-03-02 10:00', '2026-03-02 10:10', () => far),
        fix('2026-03-02 10:05', near, { carrier: 'officer/o1', device: 'p' }),
        arrived('2026-03-02 10:05'),
      ),
    ).toEqual([]))
  it('without a position around it, it is unseen and no contradiction', () =>
    expect(found(arrived('2026-03-02 10:05'))).toEqual([]))
  it('positions that come late tell as well', () =>
    expect(
      found(
        ...fixes('2026-03-02 10:00', '2026-03-02 10:10', () => far).map(
          ([when, kind, data = {}]): Moment => [when, kind, data, '2026-03-02 11:00'],
        ),
        arrived('2026-03-02 10:05'),
      ),
    ).toMatchObject([{ since: at('2026-03-02 10:05'), openedAt: at('2026-03-02 11:00') }]))
})

describe('what the finding shows', () => {
  const off = (metres: number): [number, number] => [inside[0], inside[1] + metresNorth(metres)]
  const seq = base.length
  it('is the entry and the closest position within the two minutes, charged to the unit of the car', () => {
    const around = [
      fix('2026-03-02 10:04:30', off(2000)),
      arrived('2026-03-02 10:05'),
      fix('2026-03-02 10:05:30', off(900)),
    ]
    expect(found(...around)).toMatchObject([
      {
        openedAt: at('2026-03-02 10:07') + 1,
        evidence: [seq + 1, seq + 2],
        facts: {
          distanceM: 900,
          seenAt: at('2026-03-02 10:05:30'),
          saidArrivedAt: at('2026-03-02 10:05'),
          arrivedAt: null,
        },
        concerns: { unit: 's1', place: off(900) },
      },
    ])
  })
  it('names the moment at which the car was there, when that was another', () => {
    const came = [fix('2026-03-02 10:01', near), fix('2026-03-02 10:05', far), arrived('2026-03-02 10:05')]
    expect(found(...came)).toMatchObject([
      { evidence: [seq, seq + 1, seq + 2], facts: { arrivedAt: at('2026-03-02 10:01') } },
    ])
  })
  it('a car without a roster and a unit is charged to the unit that ordered, and to no officer', () => {
    const other = { carriers: ['vehicle/v9'], unit: 's7' }
    const ordered = [call('2026-03-02 09:59'), order('2026-03-02 10:00', other)]
    const there = fix('2026-03-02 10:05', far, { carrier: 'vehicle/v9', device: 'jt808:9' })
    const entered = arrived('2026-03-02 10:05', { carrier: 'vehicle/v9' })
    expect(given(rule, ...ordered, there, entered).until('2026-03-02 12:00')).toMatchObject([
      { concerns: { unit: 's7', carrier: 'vehicle/v9', officers: [] } },
    ])
  })
})

describe('what is there and what is elsewhere: distance, error circle and the two minutes', () => {
  const off = (metres: number): [number, number] => [inside[0], inside[1] + metresNorth(metres)]
  const entry = arrived('2026-03-02 10:05')
  const verdict = (...moments: Moment[]) =>
    given(rule, ...base, ...moments).verdict('2026-03-02 12:00', 'x1/vehicle/v1')
  it('a car that came earlier and stayed is there, also when it drives off within the two minutes', () => {
    const stays = fixes('2026-03-02 10:01', '2026-03-02 10:06', () => near)
    expect(verdict(...stays, entry)).toMatchObject({ is: 'clear' })
    expect(verdict(...stays, entry, fix('2026-03-02 10:06:45', far))).toMatchObject({ is: 'clear' })
  })
  it('within the error circle it may be there; within five hundred metres nobody can tell', () => {
    const arrivedEarlier = fix('2026-03-02 10:01', near)
    const maybe = fix('2026-03-02 10:05', off(200), { accuracyM: 100 })
    expect(verdict(arrivedEarlier, maybe, entry)).toMatchObject({ is: 'clear' })
    const open = { is: 'unknown', missing: 'a position that tells here from there' }
    expect(verdict(fix('2026-03-02 10:05', off(400)), entry)).toMatchObject(open)
    expect(verdict(fix('2026-03-02 10:05', off(550), { accuracyM: 100 }), entry)).toMatchObject(open)
    expect(found(fix('2026-03-02 10:05', off(650), { accuracyM: 100 }), entry)).toHaveLength(1)
  })
  it('one that rolls up at the last instant of the two minutes is there, a second later not', () => {
    const away = fix('2026-03-02 10:05', far)
    expect(found(away, entry, fix('2026-03-02 10:07', near))).toEqual([])
    expect(found(away, entry, fix('2026-03-02 10:07:01', near))).toHaveLength(1)
    // Another position at that very instant: it is still waited for.
    expect(found(away, entry, fix('2026-03-02 10:07', far))).toMatchObject([{ openedAt: at('2026-03-02 10:07') + 1 }])
  })
  it('without the place nothing can be held against it', () => {
    const nowhere = [...roster, call('2026-03-02 09:59', { place: null }), order('2026-03-02 10:00')]
    expect(
      given(rule, ...nowhere, fix('2026-03-02 10:05', far), entry).verdict('2026-03-02 12:00', 'x1/vehicle/v1'),
    ).toMatchObject({ is: 'unknown', missing: 'the place of the incident' })
  })
  it('neither before 2013 nor of an order that nobody told', () => {
    const then = [
      call('2012-12-31 09:59'),
      order('2012-12-31 10:00'),
      fix('2012-12-31 10:05', far),
      arrived('2012-12-31 10:05'),
    ]
    expect(given(rule, ...then).until('2012-12-31 12:00')).toEqual([])
    expect(given(rule, ...roster, entry).until('2026-03-02 12:00')).toEqual([])
  })
})
