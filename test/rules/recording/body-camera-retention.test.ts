import { bodyCameraRetention as rule } from '../../../server/rules/recording/body-camera-retention.ts'
import { describeKeeping } from '../../support/limits-of-keeping.ts'

describeKeeping('视音频资料保存不少于六个月', {
  rule,
  area: 'body-camera',
  when: '2026-03-31 12:00',
  next: '2026-04-01 00:00',
  whole: '2026-04-03 12:00',
  last: '2025-09-30 23:59',
  past: '2025-10-01 00:00',
  before: ['2016-06-30 23:59', '2016-06-01 00:00'],
  first: ['2016-07-01 00:00', '2016-06-01 00:00'],
})
