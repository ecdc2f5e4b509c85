import { type EventType, plain } from '../event-type.ts'

const of = { case: 'X-2026-014', unit: 'wangyuan' }

export const caseEvents: readonly EventType[] = [
  plain('case.reported', '接报案登记', 'A report is registered', {
    ...of,
    type: 'public-order',
    by: 'call',
    receipt: true,
  }),
  plain('case.accepted', '受案', 'A case is accepted', { ...of, type: 'public-order', acceptedBy: '023' }),
  plain('case.filed', '立案', 'A case is filed', { ...of, type: 'public-order', rank: 'station-chief', by: '011' }),
  plain('case.not-filed', '不予立案', 'A case is not filed', { ...of, type: 'criminal', reason: '没有犯罪事实' }),
  plain('case.transferred', '移送管辖', 'A case is handed to another authority', { ...of, to: 'helan-bureau' }),
  plain('case.period-extended', '延长办案期限', 'The period of a case is extended', {
    ...of,
    endsAt: '2026-03-06T00:00:00+08:00',
    rank: 'bureau-chief',
    document: '延长〔2026〕3号',
  }),
  plain('case.closed', '结案', 'A case is closed', { ...of, result: 'decided' }),
]
