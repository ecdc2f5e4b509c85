import { type EventType, plain } from '../event-type.ts'

/** Benchmarks of discretion. They can be imported as a CSV as well (docs/county.md). */
export const discretionEvents: readonly EventType[] = [
  plain('discretion-band.published', '发布裁量基准', 'A band of discretion is published', {
    band: 'B-51-1',
    authority: '示例省公安厅',
    enactment: '治安管理处罚法',
    edition: '2025',
    article: '第五十一条',
    pattern: 'hit-slight',
    facts: '殴打他人，未造成伤情',
    fineFromYuan: 500,
    fineToYuan: 1000,
    detentionFromDays: 5,
    detentionToDays: 7,
    validFrom: '2026-01-01T00:00:00+08:00',
  }),
  plain('discretion-band.withdrawn', '废止裁量基准', 'It no longer holds', {
    band: 'B-51-1',
    validUntil: '2026-07-01T00:00:00+08:00',
    reason: '新基准发布',
  }),
]
