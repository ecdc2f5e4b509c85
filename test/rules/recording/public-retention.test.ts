import { describe, expect, it } from 'vitest'
import { publicRetention as rule } from '../../../server/rules/recording/public-retention.ts'
import { at, given } from '../../support/timeline.ts'

const judged = (oldest: string, more: object = {}, when = '2026-03-31 12:00') =>
  given(rule, [
    when,
    'footage.probed',
    {
      recorder: 'nvr1',
      owner: 'tech-1',
      area: 'public',
      inServiceSince: at('2024-01-01 00:00'),
      oldestAt: at(oldest),
      ...more,
    },
  ]).until('2026-06-01 00:00')

describe('应当保存不少于30日（公共安全视频图像信息系统管理条例第十七条）', () => {
  it('accepts thirty days and opens for a minute less', () => {
    expect(judged('2026-03-01 12:00')).toEqual([])
    expect(judged('2026-03-01 12:01')).toMatchObject([{ concerns: { unit: 'tech-1' }, facts: { keptDays: 29 } }])
  })
  it('does not judge a recorder that is new, or of another area, or before the regulation', () => {
    expect(judged('2026-03-20 00:00', { inServiceSince: at('2026-03-20 00:00') })).toEqual([])
    expect(judged('2026-03-20 00:00', { area: 'case-area' })).toEqual([])
    expect(judged('2025-03-20 00:00', {}, '2025-03-31 23:00')).toEqual([])
  })
})
