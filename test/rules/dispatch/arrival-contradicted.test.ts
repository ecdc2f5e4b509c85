import { describe, expect, it } from 'vitest'
import { arrivalContradicted as rule } from '../../../server/rules/dispatch/arrival-contradicted.ts'
import { told } from '../../support/cases.ts'
import { fix, fixes, inside, order, roster } from '../../support/patrol.ts'
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
