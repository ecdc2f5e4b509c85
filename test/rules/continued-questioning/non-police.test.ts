import { describe, expect, it } from 'vitest'
import { continuedQuestioningNonPolice as rule } from '../../../server/rules/continued-questioning/non-police.ts'
import { act, officer } from '../../support/custody.ts'
import { given } from '../../support/timeline.ts'

const talk = act('continued-questioning')
const auxiliary = officer('2026-01-01 00:00', 'o2', 'auxiliary')

describe('严禁不具有人民警察身份的人员从事有关继续盘问的执法工作（规定第五条）', () => {
  it('opens when an auxiliary is named in the record, joins, or signs', () => {
    expect(given(rule, auxiliary, talk.starts('2026-03-02 09:00')).until('2026-03-02 10:00')).toMatchObject([
      { concerns: { officers: ['o2'] } },
    ])
    const alone = talk.starts('2026-03-02 09:00', { officers: ['o1', 'o3'] })
    expect(given(rule, auxiliary, alone, talk.joins('2026-03-02 09:10', 'o2')).until('2026-03-02 10:00')).toHaveLength(
      1,
    )
    expect(
      given(rule, auxiliary, alone, talk.signed('2026-03-02 09:40', { officers: ['o1', 'o2'] })).until(
        '2026-03-02 10:00',
      ),
    ).toHaveLength(1)
  })
  it('finds nothing with police officers, or people nobody registered', () => {
    expect(
      given(rule, officer('2026-01-01 00:00', 'o2'), talk.starts('2026-03-02 09:00')).until('2026-03-02 10:00'),
    ).toEqual([])
    expect(given(rule, talk.starts('2026-03-02 09:00')).until('2026-03-02 10:00')).toEqual([])
  })
})
