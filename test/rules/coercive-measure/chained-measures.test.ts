import { describe, expect, it } from 'vitest'
import { chainedMeasures as rule } from '../../../server/rules/coercive-measure/chained-measures.ts'
import { arrives, departs, measure } from '../../support/custody.ts'
import { describeLimit } from '../../support/limits.ts'
import { at, given } from '../../support/timeline.ts'

const cq = measure('continued-questioning')
const summons = measure('summons-written', { measure: 'm2' })
const compelled = measure('compelled-appearance', { measure: 'm3' })

describe('当场盘问 → 继续盘问 → 传唤 → 拘传: each lawful alone, together too long', () => {
  const day = [
    cq.starts('2026-03-02 09:00'),
    cq.ends('2026-03-02 20:00', 'changed'),
    summons.starts('2026-03-02 20:00'),
    summons.ends('2026-03-03 04:00', 'changed'),
  ]
  it('opens at the moment the total passes 24 hours, with nobody reporting', () => {
    const chain = given(rule, ...day, compelled.starts('2026-03-03 04:00'))
    expect(chain.until('2026-03-03 09:00')).toEqual([])
    expect(chain.until('2026-03-03 09:01')).toMatchObject([
      {
        since: at('2026-03-03 09:00'),
        facts: { measures: 'continued-questioning → summons-written → compelled-appearance' },
      },
    ])
  })
  it('does not count the hours between', () =>
    expect(given(rule, ...day, compelled.starts('2026-03-03 10:00')).until('2026-03-03 15:01')).toMatchObject([
      { since: at('2026-03-03 15:00') },
    ]))
  it('takes the leaving of the premises for the end where no paper says that the measure ended', () => {
    const left = [arrives('2026-03-02 08:00'), cq.starts('2026-03-02 09:00'), departs('2026-03-02 20:00')]
    const later = measure('criminal-summons', { measure: 'm2', stay: 's2' })
    expect(given(rule, ...left, later.starts('2026-03-07 09:00')).until('2026-03-07 21:00')).toEqual([])
    expect(given(rule, ...left, later.starts('2026-03-02 22:00')).until('2026-03-03 12:00')).toMatchObject([
      { since: at('2026-03-03 11:00') },
    ])
  })
  it('does not take a visit to the doctor for the end', () =>
    expect(
      given(
        rule,
        cq.starts('2026-03-02 09:00'),
        departs('2026-03-02 12:00', { how: 'hospital' }),
        cq.ends('2026-03-02 20:00', 'changed'),
        summons.starts('2026-03-02 20:00'),
      ).until('2026-03-03 10:00'),
    ).toMatchObject([{ since: at('2026-03-03 09:00') }]))
  it('finds nothing in a single measure, after a long interval, or when detention follows', () => {
    expect(given(rule, cq.starts('2026-03-02 09:00')).until('2026-03-04 09:00')).toEqual([])
    expect(given(rule, ...day, compelled.starts('2026-03-03 17:00')).until('2026-03-04 00:00')).toEqual([])
    expect(
      given(rule, ...day, measure('criminal-detention', { measure: 'm4' }).starts('2026-03-03 04:00')).until(
        '2026-03-10 00:00',
      ),
    ).toEqual([])
  })
})

describeLimit('合计二十四小时（本地设定），六种情形', {
  rule,
  begins: (when, heard) => [
    cq.starts(when, {}, heard),
    cq.ends(when, 'changed', {}, heard),
    summons.starts(when, {}, heard),
  ],
  done: (when) => summons.ends(when),
  begin: '2026-03-02 10:00',
  last: '2026-03-03 10:00',
  past: '2026-03-03 10:01',
  tooEarly: '2012-12-30 10:00',
  lawBegins: '2013-01-01 00:00',
  lawPast: '2013-01-02 00:01',
  unmoved: [summons.extended('2026-03-02 12:00', 24, 'hour', 'bureau-chief')],
})
