import { describe, expect, it } from 'vitest'
import { detentionNotifyFamily as rule } from '../../../server/rules/detention/notify-family.ts'
import { excused, measure, notice, sensor } from '../../support/custody.ts'
import { describeLimit } from '../../support/limits.ts'
import { at, given } from '../../support/timeline.ts'

const feed = sensor('2026-01-01 00:00', ['notices'], { room: null })
const approved = measure('administrative-detention').approved('2026-03-02 09:00', 'bureau-chief', { days: 5 })

describe('决定给予行政拘留处罚的，应当及时通知被处罚人的家属（第一百一十六条）', () => {
  it('opens after the local day, not at it', () => {
    expect(given(rule, feed, approved).until('2026-03-03 09:00')).toEqual([])
    expect(given(rule, feed, approved).until('2026-03-03 09:01')).toMatchObject([{ since: at('2026-03-03 09:00') }])
  })
  it('finds nothing once told, or excused by a refusal that is noted', () => {
    expect(given(rule, feed, approved, notice('2026-03-02 12:00', 'm1', 'family')).until('2026-03-05 00:00')).toEqual(
      [],
    )
    expect(
      given(rule, feed, approved, excused('2026-03-02 12:00', 'm1', 'family', 'refuses-contact')).until(
        '2026-03-05 00:00',
      ),
    ).toEqual([])
  })
  it('does not judge without a declared source', () =>
    expect(given(rule, approved).until('2026-03-05 00:00')).toEqual([]))
})

describeLimit('及时通知（一日为本地设定），六种情形', {
  rule,
  begins: (when, heard) => [
    sensor('1990-01-01 00:00', ['notices'], { room: null }),
    measure('administrative-detention').approved(when, 'bureau-chief', { days: 5 }, heard),
  ],
  done: (when) => notice(when, 'm1', 'family'),
  begin: '2026-03-02 10:00',
  last: '2026-03-03 10:00',
  past: '2026-03-03 10:01',
  tooEarly: '2006-02-28 10:00',
  lawBegins: '2006-03-01 00:00',
  lawPast: '2006-03-02 00:01',
  unmoved: [notice('2026-03-02 11:00', 'm9', 'family')],
})
