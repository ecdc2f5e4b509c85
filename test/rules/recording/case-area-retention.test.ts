import { caseAreaRetention as rule } from '../../../server/rules/recording/case-area-retention.ts'
import { describeKeeping } from '../../support/limits-of-keeping.ts'

describeKeeping('办案区声像资料保存不少于九十日', {
  rule,
  area: 'case-area',
  when: '2026-03-31 12:00',
  next: '2026-04-01 00:00',
  whole: '2026-04-03 12:00',
  last: '2025-12-31 12:00',
  past: '2025-12-31 12:01',
  before: ['2021-12-27 23:59', '2021-12-01 00:00'],
  first: ['2021-12-28 00:00', '2021-12-01 00:00'],
})
