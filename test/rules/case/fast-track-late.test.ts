import { describe, expect, it } from 'vitest'
import { fastTrackLate as rule } from '../../../server/rules/case/fast-track-late.ts'
import { decided, inCase } from '../../support/cases.ts'
import { arrives } from '../../support/custody.ts'
import { describeLimit } from '../../support/limits.ts'
import { at, given } from '../../support/timeline.ts'

const started = inCase('case.fast-track-started', { person: 'p1' })

describeLimit('到案后四十八小时内作出处理决定（第四十七条）', {
  rule,
  begins: (when, heard) => [started(when, {}, heard)],
  done: (when) => decided(when),
  begin: '2026-03-02 09:00',
  last: '2026-03-04 09:00',
  past: '2026-03-04 09:01',
  tooEarly: '2018-12-31 09:00',
  lawBegins: '2019-01-01 09:00',
  lawPast: '2031-01-01 00:00',
})

describe('the clock starts at the arrival, whichever source knew of it first', () =>
  it('takes the earlier of paper and door', () =>
    expect(
      given(
        rule,
        arrives('2026-03-02 07:00'),
        started('2026-03-02 12:00', { stay: 's1', arrivedAt: at('2026-03-02 08:00') }),
      ).until('2026-03-04 07:01'),
    ).toMatchObject([{ since: at('2026-03-04 07:00') }])))
