import { type EventType, plain } from '../event-type.ts'

const of = { decision: 'D-2026-0061', case: 'X-2026-014', unit: 'wangyuan' }
const person = 'P-3391'
const penalty = { type: 'public-order', person, penalties: ['fine'], fineYuan: 4000 }
const payment = { payment: 'F-2026-0412' }

export const decisionEvents: readonly EventType[] = [
  plain('decision.proposed', '拟作出决定', 'A decision is proposed', { ...of, ...penalty, by: '023' }),
  plain('hearing.told', '听证告知', 'The right to a hearing is told', { ...of, person }),
  plain('hearing.requested', '要求听证', 'A hearing is requested', { ...of, person }),
  plain('hearing.waived', '放弃听证', 'It is waived', { ...of, person }),
  plain('hearing.refused', '不予受理听证', 'It is refused', { ...of, person, why: 'too-late' }),
  plain('hearing.announced', '送达举行听证通知书', 'It is announced', {
    ...of,
    person,
    startsAt: '2026-02-12T09:00:00+08:00',
  }),
  plain('hearing.held', '听证结束', 'It is over', { ...of, startedAt: '2026-02-12T09:00:00+08:00' }),
  plain('legal-review.done', '法制审核', 'Legal review', { ...of, reviewer: '007', passed: true, firstTime: false }),
  plain('case.discussed', '集体讨论', 'The chiefs discuss it', { ...of, rank: 'bureau-chief', members: 5 }),
  plain('decision.made', '作出决定', 'A decision is made', {
    ...of,
    ...penalty,
    decidedBy: 'bureau',
    by: '002',
    rank: 'deputy-bureau-chief',
    document: '永公（治）行罚决字〔2026〕61号',
    enactment: '治安管理处罚法',
    article: '第五十一条',
    pattern: 'hit-slight',
    situations: ['after-hearing'],
    victims: ['P-3392'],
    servedOnTheSpot: true,
    offenceEndedAt: '2026-01-04T21:30:00+08:00',
    discoveredAt: '2026-01-04T21:40:00+08:00',
  }),
  plain('decision.revoked', '撤销决定', 'It is revoked', { ...of, rank: 'bureau-chief', document: '撤〔2026〕2号' }),
  plain('fine.collected', '当场收缴罚款', 'A fine is taken in cash', {
    ...payment,
    decision: of.decision,
    type: 'public-order',
    unit: 'wangyuan',
    officer: '023',
    yuan: 200,
    fineYuan: 200,
    ground: 'small',
    objection: false,
    receipt: '6400012345',
  }),
  plain('fine.landed', '抵岸、到站', 'The officers are ashore', payment),
  plain('fine.handed-in', '罚款交所属公安机关', 'It is handed in', { ...payment, unit: 'wangyuan', yuan: 200 }),
  plain('fine.banked', '罚款缴付银行', 'The bank has it', { ...payment, unit: 'wangyuan', yuan: 200 }),
]
