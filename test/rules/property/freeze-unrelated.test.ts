import { expect, it } from 'vitest'
import { freezeUnrelated as rule } from '../../../server/rules/property/freeze-unrelated.ts'
import { told } from '../../support/cases.ts'
import { describeLimit } from '../../support/limits.ts'
import { given } from '../../support/timeline.ts'

const found = told('property.freeze-unrelated', { account: 'a1', unit: 'station-1' })
const done = told('property.unfrozen', { account: 'a1', unit: 'station-1' })

describeLimit('在三日以内通知解除冻结（第二百四十七条）', {
  rule,
  begins: (when, heard) => [found(when, {}, heard)],
  done: (when) => done(when),
  begin: '2026-03-02 09:00',
  last: '2026-03-06 00:00',
  past: '2026-03-06 00:01',
  tooEarly: '2018-10-25 09:00',
  lawBegins: '2018-10-26 09:00',
  lawPast: '2031-01-01 00:00',
})

it('并通知被冻结财产的所有人：unfrozen without a word to the owner is not done', () => {
  const judged = (told: boolean | null) =>
    given(rule, found('2026-03-02 09:00'), done('2026-03-03 09:00', { told })).until('2026-05-01 00:00')
  expect(judged(false)).toHaveLength(1)
  expect(judged(true)).toEqual([])
  expect(judged(null)).toEqual([])
})
