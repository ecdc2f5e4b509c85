import { describe, expect, it } from 'vitest'
import { extensionNotTold as rule } from '../../../server/rules/property/not-told.ts'
import { ofItem, seized } from '../../support/cases.ts'
import { describeLimit } from '../../support/limits.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const extended = (when: string, wasTold: boolean | null, heard?: string): Moment =>
  ofItem('property.period-extended', { rank: 'bureau-chief', endsAt: at('2026-05-02 00:00') })(
    when,
    { told: wasTold },
    heard,
  )
const served = (when: string, about = 'i1'): Moment => [
  when,
  'document.served',
  { document: 'w1', kind: 'seizure-extension', about, case: 'c1', unit: 'station-1', means: 'in-person' },
]

describeLimit('延长扣押期限的，应当及时书面告知当事人（行政案件程序规定第一百一十二条；三日为本地设定）', {
  rule,
  begins: (when, heard) => [extended(when, false, heard)],
  done: (when) => served(when),
  begin: '2026-03-30 09:00',
  last: '2026-04-03 00:00',
  past: '2026-04-03 00:01',
  tooEarly: '2012-12-20 09:00',
  lawBegins: '2013-01-01 00:00',
  lawPast: '2013-01-05 00:01',
  unmoved: [served('2026-03-31 09:00', 'i9')],
})

describe('应当及时书面告知当事人，并说明理由（第一百一十二条）', () => {
  const day = seized('2026-03-02 09:00')
  const judged = (...moments: readonly Moment[]) => given(rule, day, ...moments).until('2031-01-01 00:00')
  it('finds nothing when the record says that the party was told, or a paper was served in time', () => {
    expect(judged(extended('2026-03-30 09:00', true))).toEqual([])
    expect(judged(extended('2026-03-30 09:00', false), served('2026-03-31 09:00'))).toEqual([])
  })
  it('opens when neither happened', () =>
    expect(judged(extended('2026-03-30 09:00', false))).toMatchObject([
      { since: at('2026-04-03 00:00'), facts: { because: 'extension' }, concerns: { officers: ['o1', 'o2'] } },
    ]))
  it('does not judge what the record does not say', () =>
    expect(judged(extended('2026-03-30 09:00', null))).toEqual([]))
  it('appraisal time as well', () =>
    expect(
      judged(
        ofItem('appraisal.begun', { appraisal: 'ap', case: 'c1', kind: 'price', toldInWriting: false })(
          '2026-03-03 09:00',
        ),
      ),
    ).toMatchObject([{ since: at('2026-03-07 00:00'), facts: { because: 'appraisal' } }]))
})
