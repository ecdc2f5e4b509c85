import { describe, expect, it } from 'vitest'
import { facilityApproval as rule } from '../../../server/rules/restraint/facility-approval.ts'
import { describeLimit } from '../../support/limits.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const inside = (facilityKind: string): Moment => [
  '2026-03-01 12:00',
  'custody.admitted',
  { person: 'p1', facility: 'kss-1', facilityKind },
]
const used = (more: object = {}): Moment => [
  '2026-03-02 10:00',
  'restraint.applied',
  { use: 'u1', person: 'p1', unit: 'kss-1', kind: 'leg-irons', ...more },
]
const approved = (when: string, rank = 'facility-director'): Moment => [
  when,
  'restraint.approved',
  { use: 'u1', person: 'p1', unit: 'kss-1', rank },
]
const judged = (...moments: Moment[]) => given(rule, ...moments).until('2026-03-03 00:00')

describe('经看守所所长批准，可以使用械具（看守所条例第十七条、拘留所条例第二十三条）', () => {
  it.each(['detention-house', 'lockup'])('opens in the %s without the director, and finds nothing with', (kind) => {
    expect(judged(inside(kind), used())).toMatchObject([{ concerns: { unit: 'kss-1' } }])
    expect(judged(inside(kind), approved('2026-03-02 10:00'), used())).toEqual([])
    expect(judged(inside(kind), approved('2026-03-02 10:00', 'officer'), used())).toHaveLength(1)
  })
  it('lets an urgent use be reported within the local hour, in detention houses only', () => {
    expect(judged(inside('detention-house'), used({ urgent: true }), approved('2026-03-02 11:00'))).toEqual([])
    expect(judged(inside('detention-house'), used({ urgent: true }))).toMatchObject([{ since: at('2026-03-02 11:00') }])
    expect(judged(inside('lockup'), used({ urgent: true }), approved('2026-03-02 10:30'))).toHaveLength(1)
  })
  it('is about people inside, and not about those taken out for a time', () => {
    const outing = { person: 'p1', facility: 'kss-1', facilityKind: 'detention-house', outing: 'x' }
    const out: Moment = ['2026-03-02 09:00', 'custody.taken-out', { ...outing, purpose: 'court' }]
    const back: Moment = ['2026-03-02 09:30', 'custody.returned', outing]
    expect(judged(used())).toEqual([])
    expect(judged(inside('detention-house'), out, used({ kind: 'handcuffs', task: 'escort' }))).toEqual([])
    expect(judged(inside('detention-house'), out, back, used())).toHaveLength(1)
  })
  it('judges each use by itself, and takes the approval of the bureau above the director', () =>
    expect(
      judged(inside('detention-house'), used({ use: 'u0' }), approved('2026-03-02 09:00', 'bureau-chief'), used(), [
        '2026-03-02 15:00',
        'restraint.applied',
        { use: 'u2', person: 'p1', unit: 'kss-1', kind: 'handcuffs' },
      ]).map((f) => f.subject),
    ).toEqual(['u0', 'u2']))
})

describeLimit('紧急使用后报告（一小时为本地设定），六种情形', {
  rule,
  begins: (when, heard) => [
    [when, 'custody.admitted', { person: 'p1', facility: 'kss-1', facilityKind: 'detention-house' }, heard],
    [when, 'restraint.applied', { use: 'u1', person: 'p1', unit: 'kss-1', kind: 'leg-irons', urgent: true }, heard],
  ],
  done: (when) => approved(when),
  begin: '2026-03-02 10:00',
  last: '2026-03-02 11:00',
  past: '2026-03-02 11:01',
  tooEarly: '1990-03-16 10:00',
  lawBegins: '1990-03-17 00:00',
  lawPast: '1990-03-17 01:01',
  unmoved: [approved('2026-03-02 10:30', 'officer')],
})
