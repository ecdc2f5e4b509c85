import { describe, expect, it } from 'vitest'
import { atLeisurePlace as rule } from '../../../server/rules/vehicle/at-leisure-place.ts'
import { closed, fix, fixes, inside, metresNorth, order, roster, square, task, zone } from '../../support/patrol.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const day = '2026-03-02'
const night = `${day} 23:59`
const resort = zone('z1', 'leisure', square(116.049, 30.049, 116.051, 30.051))
const stands = (from: string, to: string, more: object = {}): Moment[] =>
  fixes(`${day} ${from}`, `${day} ${to}`, () => inside, { speedKmh: 0, ...more })

describe('警车……应当严格按照规定的用途和条件使用（道路交通安全法第十五条）', () => {
  it('finds nothing at ten minutes exactly, and opens just past it', () => {
    expect(
      given(rule, ...roster, resort, ...stands('21:00', '21:09:30'), fix(`${day} 21:10`, [116.06, 30.06])).until(night),
    ).toEqual([])
    expect(given(rule, ...roster, resort, ...stands('21:00', '21:30')).until(night)).toMatchObject([
      {
        grade: 'B',
        since: at(`${day} 21:00`),
        openedAt: at(`${day} 21:10`) + 1,
        facts: { zone: 'z1', onDuty: false },
        concerns: { unit: 's1', carrier: 'vehicle/v1' },
      },
    ])
  })
  it('presumes the deadline when the last report was fresh, and nothing across silence', () => {
    expect(given(rule, ...roster, resort, ...stands('21:00', '21:09:30')).until(night)).toHaveLength(1)
    expect(given(rule, ...roster, resort, ...stands('21:00', '21:05')).until(night)).toEqual([])
  })
  it('on duty it has no business there either; the crew is named', () =>
    expect(given(rule, ...roster, resort, ...stands('10:00', '10:30')).until(night)).toMatchObject([
      { facts: { onDuty: true }, concerns: { officers: ['o1', 'o2'] } },
    ]))
  it('an order, an approved task, an approved trip excuse; a trip nobody approved does not', () => {
    expect(
      given(
        rule,
        ...roster,
        resort,
        order(`${day} 20:55`),
        ...stands('21:00', '21:30'),
        closed(`${day} 21:30`),
        fix(`${day} 21:31`, [116.06, 30.06]),
      ).until(night),
    ).toEqual([])
    expect(
      given(rule, ...roster, resort, task(`${day} 20:00`, `${day} 22:00`, 'other'), ...stands('21:00', '21:30')).until(
        night,
      ),
    ).toEqual([])
    const trip = (approvedBy: string | null): Moment => [
      `${day} 12:00`,
      'vehicle.trip-approved',
      {
        trip: 't',
        vehicle: 'v1',
        unit: 's1',
        purpose: '走访',
        startsAt: at(`${day} 20:00`),
        endsAt: at(`${day} 22:00`),
        approvedBy,
      },
    ]
    expect(given(rule, ...roster, resort, trip('o9'), ...stands('21:00', '21:30')).until(night)).toEqual([])
    expect(given(rule, ...roster, resort, trip(null), ...stands('21:00', '21:30')).until(night)).toHaveLength(1)
  })
  it('beside the place, or with a position that is not good enough, it is not there', () => {
    const beside = fixes(`${day} 21:00`, `${day} 21:30`, () => [116.05, 30.051 + metresNorth(20)], { speedKmh: 0 })
    expect(given(rule, ...roster, resort, ...beside).until(night)).toEqual([])
    expect(given(rule, ...roster, resort, ...stands('21:00', '21:30', { accuracyM: 80 })).until(night)).toEqual([])
    expect(given(rule, ...roster, resort, ...stands('21:00', '21:30', { mocked: true })).until(night)).toEqual([])
  })
  it('buffered reports give a late finding with the true beginning', () => {
    const late = stands('21:00', '21:30', { delivery: 'backfill' }).map(
      ([w, k, d]): Moment => [w, k, d ?? {}, `${day} 22:30`],
    )
    expect(given(rule, ...roster, resort, ...late).until(night)).toMatchObject([
      { subject: 'vehicle/v1/late', since: at(`${day} 21:00`), facts: { late: true } },
    ])
  })
  it('judges from May 2004', () => expect(rule.params.map((p) => p.from)).toEqual(['2004-05-01']))
})
