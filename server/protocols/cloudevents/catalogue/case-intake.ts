import { type EventType, plain } from '../event-type.ts'

const of = { case: 'X-2026-014', unit: 'wangyuan' }
const report = { report: 'R-2026-0031', unit: 'wangyuan' }
const request = { request: 'Q-2026-007', ...of }

export const caseIntakeEvents: readonly EventType[] = [
  plain('report.made', '群众报案', 'Somebody asks for help', {
    ...report,
    by: 'window',
    urgent: false,
    source: 'queue',
  }),
  plain('report.handled', '紧急处置结束', 'What was urgent is done', report),
  plain('report.explained', '不予登记的解释', 'Why nothing is registered', { ...report, why: 'duplicate' }),
  plain('case.assigned', '指定办案民警', 'Officers are assigned', { ...of, officers: ['023', '031'] }),
  plain('case.jurisdiction-found', '不属于本单位管辖', 'Another authority has jurisdiction', {
    ...of,
    belongsTo: 'helan-bureau',
  }),
  plain('case.review-prolonged', '延长受立案审查期限', 'The review before filing is prolonged', {
    ...of,
    reason: 'clue-check',
    rank: 'department-chief',
    by: '011',
  }),
  plain('case.materials-asked', '通知移送机关补正', 'The agency is asked to complete the papers', {
    ...of,
    from: 'market-office',
  }),
  plain('case.request-made', '申请复议、说明、通知立案等', 'Somebody entitled asks for a decision', {
    ...request,
    kind: 'non-filing-review',
    person: 'P-2207',
  }),
  plain('case.request-prolonged', '延长复议、复核期限', 'The time to answer is prolonged', {
    ...request,
    rank: 'bureau-chief',
    told: true,
  }),
  plain('case.request-answered', '作出答复', 'It is answered', { ...request, result: 'refused', rank: 'bureau-chief' }),
  plain('letter.received', '收到行政执法监督文书', 'A letter of supervision comes in', {
    letter: '督办〔2026〕4号',
    unit: 'wangyuan',
    kind: 'urging',
    from: 'justice-bureau',
    answerBy: '2026-03-20T23:59:59+08:00',
    case: of.case,
  }),
  plain('letter.answered', '报送纠正情况', 'It is answered', { letter: '督办〔2026〕4号', unit: 'wangyuan' }),
]
