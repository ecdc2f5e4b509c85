import { describe, expect, it } from 'vitest'
import { interrogationAfterDetention as rule } from '../../../server/rules/coercive-measure/interrogation-after-detention.ts'
import { act, measure } from '../../support/custody.ts'
import { describeLimit } from '../../support/limits.ts'
import { at, given } from '../../support/timeline.ts'

const own = measure('criminal-detention')
const talk = act('interrogation', { caseType: 'criminal' })

describeLimit('对被拘留的人，应当在拘留后的二十四小时以内进行讯问（刑诉法第八十六条）', {
  rule,
  begins: (when, heard) => [own.starts(when, {}, heard)],
  done: (when) => talk.starts(when),
  begin: '2026-03-06 09:00',
  last: '2026-03-07 09:00',
  past: '2026-03-07 09:01',
  tooEarly: '2012-12-31 09:00',
  lawBegins: '2013-01-01 00:00',
  lawPast: '2013-01-02 00:01',
  unmoved: [act('questioning', { act: 'a9' }).starts('2026-03-06 10:00')],
})
describe('讯问, not 询问', () => {
  it('does not count an interrogation held before, or one of another person', () => {
    expect(
      given(rule, talk.starts('2026-03-06 08:00'), own.starts('2026-03-06 09:00')).until('2026-03-07 09:01'),
    ).toHaveLength(1)
    expect(
      given(
        rule,
        own.starts('2026-03-06 09:00'),
        act('interrogation', { person: 'p2' }).starts('2026-03-06 10:00'),
      ).until('2026-03-07 09:01'),
    ).toHaveLength(1)
  })
  it('names no moment of an interrogation that was never held', () =>
    expect(
      given(rule, own.starts('2026-03-06 09:00'), own.ends('2026-03-07 18:00')).grown('2026-03-09 00:00'),
    ).toMatchObject([{ facts: { doneAt: null, fellAwayAt: at('2026-03-07 18:00') } }]))
  it('ends with a release', () =>
    expect(given(rule, own.starts('2026-03-06 09:00'), own.ends('2026-03-06 18:00')).until('2026-03-09 00:00')).toEqual(
      [],
    ))
})
