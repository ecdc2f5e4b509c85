import { describe, expect, it } from 'vitest'
import { questioningAuxiliary as rule } from '../../../server/rules/questioning/auxiliary.ts'
import { act, officer } from '../../support/custody.ts'
import { given } from '../../support/timeline.ts'

const auxiliary = officer('2019-01-01 00:00', 'o2', 'auxiliary')
const judged = (kind: string, when = '2026-03-02 09:00', more: object = {}) =>
  given(rule, auxiliary, act(kind, more).starts(when)).until('2026-03-03 00:00')

describe('询问、辨认、检查、勘验 … 人民警察不得少于二人（程序规定第五十二条）', () => {
  it.each(['questioning', 'inspection', 'seizure', 'forced-summons'])(
    'opens when an auxiliary is recorded at %s',
    (kind) => expect(judged(kind)).toMatchObject([{ concerns: { officers: ['o2'] }, facts: { kind } }]),
  )
  it.each(['report-taking', 'evidence-taking', 'mediation', 'service', 'data-capture'])('finds nothing at %s', (kind) =>
    expect(judged(kind)).toEqual([]),
  )
  it('finds nothing with two police officers, in a criminal case, or before 2019', () => {
    expect(judged('questioning', '2026-03-02 09:00', { officers: ['o1', 'o3'] })).toEqual([])
    expect(judged('questioning', '2026-03-02 09:00', { caseType: 'criminal' })).toEqual([])
    expect(judged('questioning', '2018-12-31 09:00')).toEqual([])
  })
})
