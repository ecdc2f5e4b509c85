import { days, hours, type Minute, type Told, tell, when } from './scene.ts'

const east = 'station-chengdong'
const west = 'station-chengxi'
const of = (n: number, unit = east) => ({ case: `LA-${n}`, unit })
const person = (n: number): string => `x${n}`
const named = (at: Minute, n: number, name: string): Told => tell(at, 'person.named', { person: person(n), name })

/** Taken in, accepted and filed on one day. */
const opened = (at: Minute, n: number, type: string, unit = east, officers = ['P01', 'P02']): Told[] => [
  tell(at, 'case.reported', { ...of(n, unit), type, by: 'window', receipt: true }),
  tell(at + 30, 'case.accepted', { ...of(n, unit), type, acceptedBy: officers[0], officers }),
  tell(at + 60, 'case.filed', { ...of(n, unit), type, rank: 'station-chief', by: officers[0] }),
]
interface Decided {
  readonly n: number
  readonly at: Minute
  readonly unit?: string
  readonly type?: string
  readonly more: Readonly<Record<string, unknown>>
}
const decided = ({ n, at, unit = east, type = 'public-order', more }: Decided): Told =>
  tell(at, 'decision.made', {
    decision: `JD-${n}`,
    ...of(n, unit),
    type,
    person: person(n),
    penalties: ['fine'],
    fineYuan: 400,
    decidedBy: unit,
    by: 'P25',
    rank: 'station-chief',
    document: `云公行罚决字〔${n}〕号`,
    enactment: '治安管理处罚法',
    article: '第五十一条',
    pattern: 'assault-slight',
    ...more,
  })
const served = (at: Minute, n: number, unit = east): Told =>
  tell(at, 'document.served', {
    ...of(n, unit),
    document: `SD-${n}`,
    kind: 'penalty-decision',
    person: person(n),
    about: `JD-${n}`,
    means: 'in-person',
  })
const closed = (at: Minute, n: number, unit = east): Told =>
  tell(at, 'case.closed', { ...of(n, unit), result: 'decided' })

/** A small case from beginning to end, its penalty inside the band. */
const finished = (
  n: number,
  at: Minute,
  unit: string,
  name: string,
  more: Readonly<Record<string, unknown>>,
): Told[] => [
  ...opened(at, n, 'public-order', unit),
  named(at + 40, n, name),
  decided({ n, at: at + days(3), unit, more }),
  served(at + days(3) + 40, n, unit),
  closed(at + days(3) + 60, n, unit),
]
const theft = { article: '第五十八条', pattern: 'theft-small' }
const damage = { article: '第五十九条', pattern: 'damage-small' }
const bureau = { decidedBy: 'bureau', by: 'P49', rank: 'bureau-chief' }

/** What was decided in the last weeks, for the comparison with the bands; all lawful. */
export const finishedCases: readonly Told[] = [
  ...finished(101, days(-20), east, '赵大海', { fineYuan: 300 }),
  ...finished(102, days(-18), east, '孙小军', { fineYuan: 200 }),
  ...finished(103, days(-17), west, '李文山', { fineYuan: 500 }),
  ...finished(104, days(-15), west, '周立秋', { ...damage, fineYuan: 350 }),
  ...finished(105, days(-14), east, '吴东升', { ...theft, fineYuan: 600 }),
  ...finished(106, days(-12), east, '郑月华', { ...theft, fineYuan: 900 }),
  ...finished(107, days(-11), west, '王建平', { ...damage, fineYuan: 250 }),
  ...finished(108, days(-9), east, '冯晓春', {
    ...bureau,
    penalties: ['detention'],
    fineYuan: null,
    detentionDays: 6,
    ...theft,
  }),
  // Outside its band, and the file says why.
  ...finished(109, days(-8), west, '陈秀兰', {
    fineYuan: 100,
    bandReason: '当事人主动赔偿并取得谅解，参照减轻',
    mitigating: ['forgiven'],
    found: ['forgiven'],
  }),
  ...finished(110, days(-7), east, '褚云飞', { fineYuan: 450 }),
]

/** Cases under way, each as it should be. */
export const openCases: readonly Told[] = [
  // Ten days in, waiting for the hearing that was asked for.
  ...opened(days(-10), 201, 'public-order'),
  named(days(-9), 201, '卫长河'),
  tell(days(-2), 'decision.proposed', {
    decision: 'JD-201',
    ...of(201),
    type: 'public-order',
    person: person(201),
    penalties: ['business-closed'],
    by: 'P01',
  }),
  tell(days(-2) + 30, 'hearing.told', { decision: 'JD-201', ...of(201), person: person(201) }),
  tell(days(-1), 'hearing.requested', { decision: 'JD-201', ...of(201), person: person(201) }),
  // Seven working days ahead where today is a Monday, a Tuesday or a Wednesday; ten days from when it was asked for.
  tell(-90, 'hearing.announced', { decision: 'JD-201', ...of(201), person: person(201), startsAt: when(days(9)) }),
  // Twenty-nine days and almost a day: the superior extends it in time.
  ...opened(days(-30) - 60 + 25, 202, 'public-order', west, ['P03', 'P04']),
  named(days(-29), 202, '蒋成林'),
  tell(12, 'case.period-extended', {
    ...of(202, west),
    endsAt: when(days(30)),
    rank: 'bureau-chief',
    document: '延字7号',
  }),
  // A criminal case with things seized in it.
  ...opened(days(-5), 203, 'criminal', 'patrol-squad', ['P21', 'P22']),
  named(days(-5), 203, '沈国梁'),
  // An injury that is being appraised: the clock of the case stands.
  ...opened(days(-6), 204, 'public-order', west, ['P27', 'P28']),
  named(days(-6), 204, '韩雨生'),
  tell(days(-6) + 90, 'appraisal.required', { ...of(204, west), person: person(204), ground: 'victim-asked' }),
  tell(days(-5), 'appraisal.begun', {
    appraisal: 'JDYJ-204',
    ...of(204, west),
    kind: 'injury',
    person: person(204),
    toldInWriting: true,
  }),
  // Nothing to file; the complainant was told in writing.
  tell(days(-4), 'case.reported', { ...of(205), type: 'criminal', by: 'window', receipt: true }),
  tell(days(-3), 'case.not-filed', {
    ...of(205),
    type: 'criminal',
    reason: '没有犯罪事实',
    rank: 'bureau-chief',
    complainant: person(205),
  }),
  named(days(-4), 205, '杨树森'),
  tell(days(-2), 'document.served', {
    ...of(205),
    document: 'BLA-205',
    kind: 'non-filing-notice',
    person: person(205),
    means: 'in-person',
  }),
]

/** Today's, done as they should be; the same cases gone wrong are `wrongCases`. */
const hearingDue = (n: number, told: boolean): Told[] => [
  ...opened(days(-12), n, 'public-order', west, ['P27', 'P28']),
  named(days(-12), n, '朱海峰'),
  ...(told ? [tell(days(-7), 'hearing.told', { decision: `JD-${n}`, ...of(n, west), person: person(n) })] : []),
  ...(told ? [tell(days(-6), 'hearing.waived', { decision: `JD-${n}`, ...of(n, west), person: person(n) })] : []),
]
const reviewed = (n: number): Told =>
  tell(hours(-30), 'legal-review.done', {
    decision: `JD-${n}`,
    ...of(n, west),
    reviewer: 'P49',
    passed: true,
    firstTime: false,
    qualified: true,
  })
const large = {
  ...bureau,
  article: '第七十一条',
  penalties: ['fine', 'business-closed'],
  fineYuan: 3000,
  situations: ['complex'],
  pattern: null,
}
const discussed = (n: number): Told =>
  tell(hours(-29), 'case.discussed', { decision: `JD-${n}`, ...of(n, west), rank: 'bureau-chief', members: 5 })
const changed = (n: number, at: Minute, lawful: boolean): Told =>
  tell(at, 'case.record-changed', {
    ...of(n),
    record: '处罚审批表',
    field: '罚款金额',
    before: '500',
    after: '200',
    by: 'P25',
    afterApproval: true,
    ground: lawful ? 'returned-for-correction' : null,
    approvedBy: lawful ? 'P49' : null,
  })

const recent = (lawful: boolean): Told[] => [
  // A station decides within its power, or beyond it.
  ...opened(days(-4), 301, 'public-order'),
  named(days(-4), 301, '秦广志'),
  decided({
    n: 301,
    at: hours(-5),
    more: { pattern: null, article: '第五十八条', fineYuan: 1500, ...(lawful ? bureau : {}) },
  }),
  served(hours(-4), 301),
  // Inside the band; or below it without a word.
  ...opened(days(-6), 302, 'public-order'),
  named(days(-6), 302, '许百川'),
  decided({ n: 302, at: hours(-8), more: { fineYuan: lawful ? 300 : 50 } }),
  served(hours(-7), 302),
  // Told of the hearing, reviewed by the legal office; or neither.
  ...hearingDue(303, lawful),
  ...(lawful ? [reviewed(303)] : []),
  discussed(303),
  decided({ n: 303, at: hours(-28), unit: west, more: large }),
  served(hours(-27), 303, west),
  // Changed after approval: sent back by the chief; or just changed.
  ...opened(days(-3), 304, 'public-order'),
  named(days(-3), 304, '何永年'),
  changed(304, 4, lawful),
  // Served in time; or not at all.
  ...opened(days(-9), 305, 'public-order', west, ['P03', 'P04']),
  named(days(-9), 305, '吕青山'),
  decided({ n: 305, at: days(-4), unit: west, more: { fineYuan: 300 } }),
  ...(lawful ? [served(days(-3), 305, west)] : []),
]
export const rightCases = recent(true)
export const wrongCases = recent(false)
