import { type EventType, plain } from '../event-type.ts'

const of = { officerMeasure: 'TZ-2026-003', kind: 'duty-suspension', officer: '023', unit: 'wangyuan' }
const appeal = { ...of, appeal: 'SS-2026-001' }
const overruling = 'BG-2026-002'

/** Supervision's own decisions and what it does on the spot. */
export const supervisionDecisionEvents: readonly EventType[] = [
  plain('officer-measure.decided', '决定停止执行职务、禁闭', 'Suspension or confinement is decided', {
    ...of,
    days: 15,
    decidedBy: 'supervision',
  }),
  plain('officer-measure.approved', '督察长批准', 'It is approved', { ...of, as: 'supervision-chief' }),
  plain('officer-measure.started', '开始执行', 'It begins', of),
  plain('officer-measure.ended', '解除', 'It ends', of),
  plain('officer-measure.appealed', '申诉', 'The officer appeals', { ...appeal, to: 'yinchuan-bureau' }),
  plain('officer-measure.appeal-decided', '申诉决定', 'The appeal is decided', { ...appeal, revoked: false }),
  plain('on-site.measure-taken', '当场处置', 'A measure is taken on the spot', {
    deed: 'DC-2026-0044',
    inspectors: ['D01', 'D02'],
    officer: '023',
    unit: 'wangyuan',
    measure: 'vehicle-held',
    ground: 'misuse',
    identified: true,
    record: 'JL-2026-0044',
    receipt: 'SJ-2026-0044',
  }),
  plain('supervision-decision.objected', '对督察决定提出异议', 'A decision of supervision is objected to', {
    objection: 'FH-2026-001',
    unit: 'supervision',
    step: 're-check',
  }),
  plain('supervision-decision.answered', '复核答复', 'The objection is answered', { objection: 'FH-2026-001' }),
  plain('overruling.decided', '决定撤销、变更', 'A decision is overruled', {
    overruling,
    unit: 'wangyuan',
    how: 'annulled',
  }),
  plain('overruling.approved', '行政首长批准', 'The head approves', { overruling, as: 'bureau-head' }),
  plain('overruling.carried-out', '执行撤销、变更', 'It is carried out', { overruling }),
]
