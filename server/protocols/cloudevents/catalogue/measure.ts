import { type EventType, plain } from '../event-type.ts'

const of = {
  measure: 'M-2026-0113',
  kind: 'continued-questioning',
  person: 'P-3391',
  stay: 'S-20260105-0007',
  case: null,
  unit: 'wangyuan',
}
const arrest = { measure: 'M-2026-0090', kind: 'arrest', person: 'P-2207', case: 'X-2026-014', unit: 'crime' }

export const measureEvents: readonly EventType[] = [
  plain('measure.started', '采取措施', 'A measure begins', {
    ...of,
    officers: ['023', '031'],
    grounds: ['caught-in-act'],
    onScene: true,
  }),
  plain('measure.decided', '审批措施', 'A measure is approved or refused', {
    ...of,
    decision: 'approved',
    by: '011',
    rank: 'station-chief',
    document: '继盘〔2026〕7号',
    grounds: ['caught-in-act'],
  }),
  plain('measure.extension-requested', '提请延长', 'Extension requested of the procuratorate', {
    ...arrest,
    total: { amount: 3, unit: 'month' },
    rank: 'bureau-chief',
  }),
  plain('measure.extended', '批准延长', 'Extension approved', {
    ...of,
    total: { amount: 24, unit: 'hour' },
    grounds: ['suspicion-unresolved'],
    by: '004',
    rank: 'duty-chief',
    document: '延盘〔2026〕2号',
  }),
  plain('measure.clock-stopped', '期限停止计算', 'The clock of a measure lawfully stops', {
    ...arrest,
    reason: 'psychiatric-appraisal',
    rank: 'bureau-chief',
  }),
  plain('measure.clock-restarted', '期限恢复计算', 'The clock runs again', arrest),
  plain('measure.recalculated', '重新计算侦查羁押期限', 'Period of custody counted anew', {
    ...arrest,
    discoveredAt: '2026-03-02T10:00:00+08:00',
    rank: 'bureau-chief',
  }),
  plain('measure.ended', '措施结束', 'A measure ends', { ...of, how: 'released', reason: 'cleared' }),
  plain('measure.must-end', '应当立即终止', 'Something obliges the unit to end it at once', {
    ...of,
    reason: 'cleared',
  }),
]
