import { describe, expect, it } from 'vitest'
import { continuedQuestioningBackToBack as rule } from '../../../server/rules/continued-questioning/back-to-back.ts'
import { departs, measure } from '../../support/custody.ts'
import { at, given } from '../../support/timeline.ts'

const one = measure('continued-questioning')
const two = measure('continued-questioning', { measure: 'm2', stay: 's2' })
const day = [one.starts('2026-03-02 09:00'), one.ends('2026-03-02 20:00')]

describe('以连续继续盘问的方式变相拘禁他人（规定第十二条第七项）', () => {
  it('opens when the same person is taken again within the local interval', () =>
    expect(given(rule, ...day, two.starts('2026-03-02 22:00')).until('2026-03-03 00:00')).toMatchObject([
      { since: at('2026-03-02 22:00'), facts: { gapMinutes: 120 } },
    ]))
  it('finds nothing at the interval sharp, for another person, or after another measure', () => {
    expect(given(rule, ...day, two.starts('2026-03-03 08:00')).until('2026-03-03 09:00')).toEqual([])
    expect(
      given(
        rule,
        ...day,
        measure('continued-questioning', { measure: 'm2', person: 'p2' }).starts('2026-03-02 22:00'),
      ).until('2026-03-03 00:00'),
    ).toEqual([])
    expect(
      given(rule, ...day, measure('summons-written', { measure: 'm2' }).starts('2026-03-02 22:00')).until(
        '2026-03-03 00:00',
      ),
    ).toEqual([])
  })
  it('counts from the leaving of the premises when no paper says that the first one ended', () =>
    expect(
      given(rule, one.starts('2026-03-02 09:00'), departs('2026-03-02 20:00'), two.starts('2026-03-02 22:00')).until(
        '2026-03-03 00:00',
      ),
    ).toMatchObject([{ since: at('2026-03-02 22:00'), facts: { gapMinutes: 120 } }]))
  it('sees it though the first one is heard of last', () => {
    const late = [
      two.starts('2026-03-02 22:00'),
      one.starts('2026-03-02 09:00', {}, '2026-03-02 23:00'),
      one.ends('2026-03-02 20:00', 'released', {}, '2026-03-02 23:00'),
    ]
    expect(given(rule, ...late).until('2026-03-03 00:00')).toHaveLength(1)
  })
})
