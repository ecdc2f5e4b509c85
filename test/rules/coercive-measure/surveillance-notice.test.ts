import { describe, expect, it } from 'vitest'
import { surveillanceNotice as rule } from '../../../server/rules/coercive-measure/surveillance-notice.ts'
import { excused, measure, notice } from '../../support/custody.ts'
import { describeLimit } from '../../support/limits.ts'
import { given } from '../../support/timeline.ts'

const own = measure('residential-surveillance')
const begins = (when: string, heard?: string) => [own.starts(when, { place: 'designated' }, heard)]

describeLimit('应当在执行监视居住后二十四小时以内，通知被监视居住人的家属（刑诉法第七十五条）', {
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
    expect(judged('impedes-investigation', { grounds: ['terrorism'] })).toHaveLength(1)
  })
})
describe('指定居所', () => {
  it('asks for no notice when it is executed at home', () =>
    expect(given(rule, own.starts('2026-03-06 09:00', { place: 'home' })).until('2026-03-09 00:00')).toEqual([]))
})
