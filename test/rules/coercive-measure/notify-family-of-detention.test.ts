import { describe, expect, it } from 'vitest'
import { notifyFamilyOfDetention as rule } from '../../../server/rules/coercive-measure/notify-family-of-detention.ts'
import { excused, measure, notice } from '../../support/custody.ts'
import { describeLimit } from '../../support/limits.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const own = measure('criminal-detention')
const begins = (when: string, heard?: string) => [own.starts(when, { place: 'designated' }, heard)]

describeLimit('应当在拘留后二十四小时以内，通知被拘留人的家属（刑诉法第八十五条）', {
  rule,
  begins,
  done: (when) => notice(when, 'm1', 'family'),
  begin: '2026-03-06 09:00',
  last: '2026-03-07 09:00',
  past: '2026-03-07 09:01',
  tooEarly: '2012-12-31 09:00',
  lawBegins: '2013-01-01 00:00',
  lawPast: '2013-01-02 00:01',
  unmoved: [notice('2026-03-06 12:00', 'm1', 'procuratorate'), notice('2026-03-06 12:00', 'm9', 'family')],
})
describe('除无法通知的以外', () => {
  const judged = (reason: string, more: object = {}) =>
    given(rule, ...begins('2026-03-06 09:00'), excused('2026-03-06 20:00', 'm1', 'family', reason, more)).until(
      '2026-03-09 00:00',
    )
  it.each(['identity-unknown', 'no-family', 'unreachable', 'force-majeure'])(
    'accepts %s with a note, and not without',
    (reason) => {
      expect(judged(reason)).toEqual([])
      expect(judged(reason, { noted: false })).toHaveLength(1)
    },
  )
  it('knows 有碍侦查 for detention only, in cases of state security and terrorism only', () => {
    expect(judged('impedes-investigation')).toHaveLength(1)
    expect(judged('impedes-investigation', { grounds: ['terrorism'] })).toHaveLength(0)
  })
})

describe('无法通知、有碍侦查的情形消失以后，应当立即通知（程序规定第一百二十七条）', () => {
  const gone = (when: string): Moment => [when, 'notice.excuse-ended', { about: 'm1', person: 'p1', to: 'family' }]
  const hindered = [
    ...begins('2026-03-06 09:00'),
    excused('2026-03-06 20:00', 'm1', 'family', 'impedes-investigation', { grounds: ['terrorism'] }),
  ]
  it('finds nothing when the family is told once the obstacle is gone, days later', () =>
    expect(
      given(rule, ...hindered, gone('2026-03-08 10:00'), notice('2026-03-08 11:00', 'm1', 'family')).until(
        '2026-03-20 00:00',
      ),
    ).toEqual([]))
  it('opens when nobody is told within the same time after it', () =>
    expect(given(rule, ...hindered, gone('2026-03-08 10:00')).until('2026-03-20 00:00')).toMatchObject([
      { since: at('2026-03-09 10:00') },
    ]))
  it('keeps to the twenty-four hours when the obstacle goes within them', () =>
    expect(given(rule, ...hindered, gone('2026-03-06 22:00')).until('2026-03-07 09:01')).toMatchObject([
      { since: at('2026-03-07 09:00') },
    ]))
  it('is not healed by an excuse that came too late', () =>
    expect(
      given(
        rule,
        ...begins('2026-03-06 09:00'),
        excused('2026-03-07 10:00', 'm1', 'family', 'unreachable'),
        gone('2026-03-08 10:00'),
      ).until('2026-03-20 00:00'),
    ).toMatchObject([{ since: at('2026-03-07 09:00') }]))
})
