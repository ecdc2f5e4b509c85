import { describe, expect, it } from 'vitest'
import { rulebook } from '../../server/rules/index.ts'
import { given, type Moment } from '../support/timeline.ts'

const judged = (id: string, kind: string, answers: readonly string[], facilityKind?: string) => {
  const one = { application: 'x1', person: 'p1', unit: 'station-1' }
  const answered = answers.map(
    (result, i): Moment => [`2026-03-02 1${i + 1}:00`, 'application.answered', { ...one, result }],
  )
  return given(
    rulebook.find((r) => r.id === id)!,
    ['2026-03-02 10:00', 'application.made', { ...one, kind, facilityKind }],
    ...answered,
  ).until('2026-05-01 00:00')
}

describe('应当安排、转交、转送、通知、指定: a refusal does none of it', () => {
  it.each([
    ['coercive-measure.lawyer-visit', 'lawyer-visit'],
    ['coercive-measure.legal-aid', 'legal-aid'],
    ['coercive-measure.duty-lawyer', 'duty-lawyer'],
    ['coercive-measure.bail-supervision', 'bail-supervision'],
    ['detention.complaint-forwarded', 'complaint', 'lockup'],
    ['release.complaint-forwarded', 'complaint', 'detention-house'],
  ])('%s', (id, kind, facilityKind?: string) => {
    expect(judged(id, kind, ['refused'], facilityKind)).toHaveLength(1)
    expect(judged(id, kind, ['refused', 'forwarded'], facilityKind)).toEqual([])
  })
})

describe('应当作出决定、答复: passing it on decides nothing, a refusal does', () => {
  it.each([
    ['coercive-measure.change-of-measure', 'change-of-measure'],
    ['coercive-measure.lawyer-permission', 'lawyer-permission'],
    ['coercive-measure.release-suggestion', 'release-suggestion'],
    ['coercive-measure.procuratorate-decision', 'arrest-approval'],
    ['coercive-measure.deposit-review', 'deposit-review'],
    ['detention.leave-decision', 'detention-leave'],
    ['detention.suspend-decision', 'suspend-detention'],
    ['detention.wrong-detention', 'wrong-detention'],
    ['release.recall-decision', 'recall'],
  ])('%s', (id, kind) => {
    expect(judged(id, kind, ['forwarded'])).toHaveLength(1)
    expect(judged(id, kind, ['forwarded', 'refused'])).toEqual([])
  })
})
