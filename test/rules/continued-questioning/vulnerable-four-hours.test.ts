import { describe, expect, it } from 'vitest'
import { vulnerableFourHours as rule } from '../../../server/rules/continued-questioning/vulnerable-four-hours.ts'
import { arrives, departs, measure, person } from '../../support/custody.ts'
import { at, given } from '../../support/timeline.ts'

const cq = measure('continued-questioning')
const day = [arrives('2026-03-02 09:00'), cq.starts('2026-03-02 09:00')]
const child = person('2026-03-02 09:05', { birthDate: '2011-05-01' })

describe('必须在带至公安机关之时起的四小时以内盘问完毕（继续盘问规定第十条）', () => {
  it('finds nothing when a child of fourteen leaves at four hours sharp', () =>
    expect(given(rule, ...day, child, departs('2026-03-02 13:00')).until('2026-03-03 00:00')).toEqual([]))
  it('opens just past four hours with nobody reporting', () =>
    expect(given(rule, ...day, child).until('2026-03-02 13:01')).toMatchObject([
      { since: at('2026-03-02 13:00'), openedAt: at('2026-03-02 13:00') + 1, evidence: [0, 1, 2] },
    ]))
  it.each([
    ['pregnant', { pregnant: true }],
    ['nursing', { nursing: true }],
    ['seventy', { birthDate: '1956-03-01' }],
  ])('protects a person who is %s', (_, said) =>
    expect(given(rule, ...day, person('2026-03-02 09:05', said)).until('2026-03-02 13:01')).toHaveLength(1),
  )
  it('leaves a person of thirty, and one who is sixteen, to the twelve hours', () => {
    expect(
      given(rule, ...day, person('2026-03-02 09:05', { birthDate: '1996-01-01' })).until('2026-03-03 09:00'),
    ).toEqual([])
    expect(
      given(rule, ...day, person('2026-03-02 09:05', { birthDate: '2010-03-01' })).until('2026-03-03 09:00'),
    ).toEqual([])
  })
  it('still counts a person as fifteen on the sixteenth birthday', () =>
    expect(
      given(rule, ...day, person('2026-03-02 09:05', { birthDate: '2010-03-02' })).until('2026-03-02 13:01'),
    ).toHaveLength(1))
  it('knows no extension: an approval for 24 hours changes nothing', () =>
    expect(
      given(rule, ...day, child, cq.extended('2026-03-02 12:00', 24, 'hour', 'duty-chief')).until('2026-03-02 13:01'),
    ).toHaveLength(1))
  it('never pauses, even for a visit to hospital', () =>
    expect(
      given(rule, ...day, child, departs('2026-03-02 10:00', { how: 'hospital' })).until('2026-03-02 13:01'),
    ).toHaveLength(1))
  it('judges late what is heard late: the birth date comes a day after', () =>
    expect(
      given(
        rule,
        ...day,
        departs('2026-03-02 14:00'),
        person('2026-03-02 09:05', { birthDate: '2011-05-01' }, '2026-03-03 09:00'),
      ).until('2026-03-03 09:01'),
    ).toMatchObject([{ since: at('2026-03-02 13:00'), openedAt: at('2026-03-03 09:00') }]))
  it('does not judge a person whose age nobody told, nor a time before the rule', () => {
    expect(given(rule, ...day).until('2026-03-04 00:00')).toEqual([])
    expect(
      given(
        rule,
        arrives('2004-09-30 09:00'),
        cq.starts('2004-09-30 09:00'),
        person('2004-09-30 09:00', { birthDate: '1995-01-01' }),
      ).until('2004-10-02 00:00'),
    ).toEqual([])
  })
})
