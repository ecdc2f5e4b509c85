import { describe, expect, it } from 'vitest'
import { ticketQuota as rule } from '../../../server/rules/ticket/quota.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const judged = (measures: string, more: object) =>
  given(rule, [
    '2026-03-02 09:00',
    'performance.indicator-set',
    { indicator: 'k1', unit: 'traffic', measures, text: '月度起数', ...more },
  ]).until('2026-03-09 00:00')

describe('不得下达或者变相下达罚款指标（道路交通安全法第八十六条）', () => {
  it('opens for a target of fines and for a ranking by penalties', () => {
    expect(judged('fine-amount', { target: 50000 })).toHaveLength(1)
    expect(judged('penalty-count', { ranks: true })).toMatchObject([{ facts: { ranks: true, text: '月度起数' } }])
  })
  it('leaves a count alone that nobody has to reach, and other measures', () => {
    expect(judged('penalty-count', {})).toEqual([])
    expect(judged('other', { target: 95, ranks: true })).toEqual([])
  })

  const set = (when: string, unit: string, target: number | null): Moment => [
    when,
    'performance.indicator-set',
    { indicator: 'k1', unit, measures: 'fine-amount', text: '罚款额', target },
  ]
  const scene = (...told: Moment[]) => given(rule, ...told)
  it('two units with a field of the same name are two', () =>
    expect(
      scene(set('2026-03-02 09:00', 'traffic', 100), set('2026-03-02 10:00', 'squad-2', 100)).until('2026-03-09 00:00'),
    ).toMatchObject([{ concerns: { unit: 'traffic' } }, { concerns: { unit: 'squad-2' } }]))
  it('a field that was lawful is wrong from when it is given a target, until that is taken back', () => {
    const told = [set('2026-03-02 09:00', 'traffic', null), set('2026-03-03 09:00', 'traffic', 100)]
    expect(scene(...told).until('2026-03-09 00:00')).toMatchObject([{ since: at('2026-03-03 09:00') }])
    const back = [...told, set('2026-03-04 09:00', 'traffic', null), set('2026-03-05 09:00', 'traffic', 300)]
    expect(
      scene(...back)
        .events('2026-03-09 00:00')
        .map((e) => [e.is, e.at]),
    ).toEqual([
      ['opened', at('2026-03-03 09:00')],
      ['ended', at('2026-03-04 09:00')],
      ['opened', at('2026-03-05 09:00')],
    ])
  })
  it('a target that is raised is the same target, at the figure it has now', () =>
    expect(
      scene(set('2026-03-02 09:00', 'traffic', 100), set('2026-03-05 09:00', 'traffic', 300)).grown('2026-03-09 00:00'),
    ).toMatchObject([{ since: at('2026-03-02 09:00'), facts: { target: 300 }, evidence: [0, 1] }]))
})
