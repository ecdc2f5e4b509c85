import { describe, expect, it } from 'vitest'
import { notInUniform as rule } from '../../../server/rules/duty/not-in-uniform.ts'
import { corrects, day, looks } from '../../support/looks.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const far = '2026-03-09 00:00'
const exempt = (ground: string, more: object = {}): Moment => [
  '2026-02-01 00:00',
  'dress.exempted',
  { officer: 'o1', unit: 'station-1', ground, startsAt: at('2026-02-01 00:00'), endsAt: at(`${day} 10:00`), ...more },
]

describe('人民警察必须按照规定着装（人民警察法第二十三条）', () => {
  it('finds what a person saw, at once', () => {
    for (const result of ['not-in-uniform', 'mixed-dress'])
      expect(given(rule, looks(`${day} 10:00`, result)).until(far)).toMatchObject([
        {
          grade: 'C',
          since: at(`${day} 10:00`),
          openedAt: at(`${day} 10:00`),
          facts: { result, lookedBy: 'supervisor', recognised: true },
          concerns: { unit: 'station-1', officers: ['o1'] },
        },
      ])
  })
  it('finds nothing in a good look, in one that saw nothing, or in one of something else', () => {
    for (const result of ['good', 'cannot-see', 'absent', 'phone'])
      expect(given(rule, looks(`${day} 10:00`, result)).until(far)).toEqual([])
  })
  it('covert, guard and foreign work, pregnancy: whoever need not wear it is not found, until the last instant', () => {
    for (const ground of ['covert', 'guard', 'foreign-work', 'pregnancy', 'private-matter', 'suspended'])
      expect(given(rule, exempt(ground), looks(`${day} 10:00`, 'not-in-uniform')).until(far)).toEqual([])
    expect(given(rule, exempt('pregnancy'), looks(`${day} 10:00:01`, 'not-in-uniform')).until(far)).toHaveLength(1)
  })
  it('of two who were recognised only the one without a reason is named', () =>
    expect(
      given(rule, exempt('covert'), looks(`${day} 09:00`, 'not-in-uniform', { officers: ['o1', 'o2'] })).until(far),
    ).toMatchObject([{ concerns: { officers: ['o2'] }, facts: { exempted: 1 } }]))
  it('says so when nobody was recognised: the reasons cannot be looked up', () =>
    expect(
      given(rule, exempt('covert'), looks(`${day} 09:00`, 'not-in-uniform', { officers: [] })).until(far),
    ).toMatchObject([{ facts: { recognised: false }, concerns: { officers: [] } }]))
  it('ends when the look is corrected, and dates truly one that is told late', () => {
    expect(
      given(rule, looks(`${day} 09:00`, 'mixed-dress'), corrects(`${day} 09:30`))
        .events(far)
        .map((e) => e.is),
    ).toEqual(['opened', 'ended'])
    expect(given(rule, looks(`${day} 09:00`, 'mixed-dress', {}, `${day} 18:00`)).until(far)).toMatchObject([
      { since: at(`${day} 09:00`), openedAt: at(`${day} 18:00`) },
    ])
  })
  it('judges from 2013', () => {
    expect(given(rule, looks('2012-12-31 10:00', 'mixed-dress')).until(far)).toEqual([])
    expect(given(rule, looks('2013-01-01 10:00', 'mixed-dress')).until(far)).toHaveLength(1)
  })
})
