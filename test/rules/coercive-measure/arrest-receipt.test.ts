import { describe, expect, it } from 'vitest'
import { arrestReceipt as rule } from '../../../server/rules/coercive-measure/arrest-receipt.ts'
import { measure, notice, sensor } from '../../support/custody.ts'
import { describeLimit } from '../../support/limits.ts'
import { given } from '../../support/timeline.ts'

const feed = sensor('2010-01-01 00:00', ['notices'], { room: null })

describeLimit('在执行完毕后三日以内将执行回执送达作出批准逮捕决定的人民检察院（程序规定第一百四十二条）', {
  rule,
  begins: (when, heard) => [feed, measure('arrest').starts(when, {}, heard)],
  done: (when) => notice(when, 'm1', 'procuratorate'),
  begin: '2026-03-02 10:00',
  last: '2026-03-06 00:00',
  past: '2026-03-06 00:01',
  tooEarly: '2012-12-20 10:00',
  lawBegins: '2013-01-01 00:00',
  lawPast: '2013-01-05 00:01',
  unmoved: [notice('2026-03-03 10:00', 'm1', 'family')],
})

describe('执行回执', () => {
  it('is not missed where no source of notices is declared, nor of a detention', () => {
    expect(given(rule, measure('arrest').starts('2026-03-02 10:00')).until('2026-03-20 00:00')).toEqual([])
    expect(
      given(rule, feed, measure('criminal-detention').starts('2026-03-02 10:00')).until('2026-03-20 00:00'),
    ).toEqual([])
  })
})
