import { describe, expect, it } from 'vitest'
import { publicRetention as rule } from '../../../server/rules/recording/public-retention.ts'
import { probed } from '../../support/cameras.ts'
import { describeKeeping } from '../../support/limits-of-keeping.ts'
import { given } from '../../support/timeline.ts'

describeKeeping('应当保存不少于30日（公共安全视频图像信息系统管理条例第十七条）', {
  rule,
  area: 'public',
  when: '2026-03-31 12:00',
  next: '2026-04-01 00:00',
  whole: '2026-04-03 12:00',
  last: '2026-03-01 12:00',
  past: '2026-03-01 12:01',
  before: ['2025-03-31 23:59', '2025-03-20 00:00'],
  first: ['2025-04-01 00:00', '2025-03-20 00:00'],
})

describe('what was kept', () => {
  it('is told in whole days', () =>
    expect(
      given(rule, probed('2026-03-31 12:00', 'public', '2026-03-01 12:01')).until('2026-06-01 00:00'),
    ).toMatchObject([{ facts: { keptDays: 29, leastDays: 30 } }]))
})
