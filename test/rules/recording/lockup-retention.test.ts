import { describe, expect, it } from 'vitest'
import { lockupRetention as rule } from '../../../server/rules/recording/lockup-retention.ts'
import { describeKeeping } from '../../support/limits-of-keeping.ts'
import { at, given } from '../../support/timeline.ts'

describeKeeping('拘留所监控录像保存不少于三十日', {
  rule,
  area: 'lockup',
  when: '2026-03-31 12:00',
  next: '2026-04-01 00:00',
  whole: '2026-04-03 12:00',
  last: '2026-03-01 12:00',
  past: '2026-03-01 12:01',
  before: ['2012-12-13 23:59', '2012-12-10 00:00'],
  first: ['2012-12-14 00:00', '2012-12-10 00:00'],
})

describe('拘留所监控录像资料保存不少于十五日（2021年12月28日前）', () => {
  const probed = (when: string, oldest: string) =>
    given(rule, [
      when,
      'footage.probed',
      {
        recorder: 'nvr1',
        owner: 'lockup',
        area: 'lockup',
        inServiceSince: at('2010-01-01 00:00'),
        oldestAt: at(oldest),
      },
    ]).until('2022-03-01 00:00')

  it('asks fifteen days until then and thirty from then on', () => {
    expect(probed('2021-12-20 12:00', '2021-12-05 12:00')).toEqual([])
    expect(probed('2021-12-20 12:00', '2021-12-05 12:01')).toHaveLength(1)
    expect(probed('2021-12-30 12:00', '2021-12-05 12:00')).toHaveLength(1)
  })
})
