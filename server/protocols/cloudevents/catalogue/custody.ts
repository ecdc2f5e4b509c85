import { type EventType, plain } from '../event-type.ts'

const house = { person: 'P-2207', facility: 'yn-detention', facilityKind: 'detention-house' }
const lockup = { person: 'P-3391', facility: 'yn-lockup', facilityKind: 'lockup' }
const outing = { ...house, outing: 'O-2026-04' }
const change = {
  ...house,
  change: 'B-2026-02',
  kind: 'temporary-outside',
  medical: true,
  dangerous: false,
  steps: ['committee-minutes', 'designated-hospital', 'guarantor', 'danger-assessment', 'copy-to-procuratorate'],
}

export const custodyEvents: readonly EventType[] = [
  plain('custody.admitted', '收押、收拘', 'Admitted to a detention house or lock-up', {
    ...house,
    measure: 'M-2026-0090',
    papers: true,
    bodyExam: true,
  }),
  plain('custody.released', '释放、解除拘留', 'Released', { ...lockup, measure: 'M-2026-0131' }),
  plain('custody.taken-out', '提出监所', 'Taken out', {
    ...outing,
    purpose: 'identification',
    officers: ['041', '044'],
    rank: 'bureau-chief',
  }),
  plain('custody.returned', '还押', 'Returned', outing),
  plain('custody.visited', '提讯', 'Interrogation visit', {
    ...house,
    visit: 'V-2026-19',
    officers: ['041', '044'],
    permit: true,
  }),
  plain('custody.activity', '室外活动', 'One day of outdoor time', {
    ...lockup,
    day: '2026-01-06',
    outdoorMinutes: 120,
  }),
  plain('custody.expiry-set', '羁押期限', 'Term as the papers say', {
    ...house,
    measure: 'M-2026-0090',
    expiresAt: '2026-03-15T00:00:00+08:00',
  }),
  plain('custody.expiry-warned', '羁押期限即将届满通知', 'Warning of expiry given', {
    ...house,
    measure: 'M-2026-0090',
  }),
  plain('sentence.received', '收到执行通知书', 'A judgment to execute is received', {
    ...house,
    sentence: 'J-2026-07',
    kind: 'criminal-detention',
    endsAt: '2026-05-15T00:00:00+08:00',
  }),
  plain('sentence.delivered', '送交执行', 'Delivered to prison', { ...house, sentence: 'J-2026-07' }),
  plain('sentence.change-proposed', '提请变更刑罚执行', 'A change of sentence is proposed', change),
  plain('sentence.change-decided', '决定变更刑罚执行', 'It is decided', { ...change, rank: 'city-bureau' }),
  plain('sentence.handed-over', '移送社区矫正', 'Handed to community corrections', { ...house, change: 'B-2026-02' }),
  plain('bail.deposit-set', '取保候审保证金', 'Bail money set', {
    measure: 'M-2026-0140',
    person: 'P-2207',
    unit: 'crime',
    yuan: 2000,
    guarantor: false,
    heldBy: 'bank',
  }),
  plain('calendar.published', '节假日安排', 'Holidays of a year', {
    year: 2026,
    holidays: ['2026-01-01', '2026-01-02', '2026-01-03'],
    workdays: ['2026-01-04'],
    source: '国务院办公厅关于2026年部分节假日安排的通知',
  }),
]
