import { describe, expect, it } from 'vitest'
import { interrogationMinorWithoutGuardian as rule } from '../../../server/rules/interrogation/minor-without-guardian.ts'
import { act, enters, leaves, person } from '../../support/custody.ts'
import { at, given } from '../../support/timeline.ts'

const born = (birthDate: string) => person('2026-01-01 00:00', { birthDate })
const judged = (birthDate: string, more: object = {}) =>
  given(
    rule,
    born(birthDate),
    act('interrogation', { caseType: 'criminal', ...more }).starts('2026-03-02 09:00'),
  ).until('2026-03-03 00:00')

describe('讯问未成年犯罪嫌疑人，应当通知 … 法定代理人到场（程序规定第三百二十三条）', () => {
  it('opens for seventeen, and for eighteen on the birthday itself', () => {
    expect(judged('2008-06-01')).toHaveLength(1)
    expect(judged('2008-03-02')).toHaveLength(1)
  })
  it('finds nothing for an adult, with a guardian, an appropriate adult, or a note', () => {
    expect(judged('2008-03-01')).toEqual([])
    expect(judged('2008-06-01', { attendees: [{ as: 'guardian' }] })).toEqual([])
    expect(judged('2008-06-01', { attendees: [{ as: 'appropriate-adult' }] })).toEqual([])
    expect(judged('2008-06-01', { guardianUnreachableNoted: true })).toEqual([])
  })
  it('holds for minor victims questioned in criminal cases, and not for administrative questioning', () => {
    expect(
      given(
        rule,
        born('2012-01-01'),
        act('questioning', { caseType: 'criminal', personRole: 'victim' }).starts('2026-03-02 09:00'),
      ).until('2026-03-03 00:00'),
    ).toHaveLength(1)
    expect(
      given(rule, born('2012-01-01'), act('questioning').starts('2026-03-02 09:00')).until('2026-03-03 00:00'),
    ).toEqual([])
  })
})

describe('到场 holds while the minor is interrogated: a guardian who leaves in the middle', () => {
  const guardian = { attendees: [{ as: 'guardian', sex: 'female' }] }
  const session = act('interrogation', { caseType: 'criminal', ...guardian })
  const starts = session.starts('2026-03-02 09:00')
  const ends = session.ends('2026-03-02 10:00')
  const found = (...moments: Parameters<typeof given>[1][]) =>
    given(rule, born('2010-06-01'), ...moments)
      .until('2026-03-03 00:00')
      .map((f) => f.since)

  it('opens from the moment the record has the guardian gone, to the end or the return', () => {
    expect(found(starts, ends)).toEqual([])
    expect(found(starts, session.isLeft('2026-03-02 09:20', 'guardian'), ends)).toEqual([at('2026-03-02 09:20')])
    expect(
      given(
        rule,
        born('2010-06-01'),
        starts,
        session.isLeft('2026-03-02 09:20', 'guardian'),
        session.isJoined('2026-03-02 09:40', 'appropriate-adult'),
        ends,
      ).until('2026-03-03 00:00'),
    ).toMatchObject([{ facts: { shownBy: 'record', until: null } }])
  })
  it('at the end of the session it is chance what is told first; before it, the tolerance holds to the second', () => {
    const left = (when: string) => found(starts, session.isLeft(when, 'guardian'), ends)
    expect(left('2026-03-02 10:00')).toEqual([])
    expect(left('2026-03-02 09:58')).toEqual([])
    expect(left('2026-03-02 09:57:59')).toEqual([at('2026-03-02 09:57:59')])
    const back = (when: string) =>
      found(starts, session.isLeft('2026-03-02 09:20', 'guardian'), session.isJoined(when, 'guardian'), ends)
    expect(back('2026-03-02 09:22')).toEqual([])
    expect(back('2026-03-02 09:22:01')).toEqual([at('2026-03-02 09:20')])
  })
  it('opens with nobody reporting further, once the tolerance has passed', () => {
    const until = (when: string) =>
      given(rule, born('2010-06-01'), starts, session.isLeft('2026-03-02 09:20', 'guardian')).until(when)
    expect(until('2026-03-02 09:22')).toEqual([])
    expect(until('2026-03-02 09:22:01')).toMatchObject([{ since: at('2026-03-02 09:20') }])
  })
  it('finds nothing when another came first, or one of two remains', () => {
    expect(
      found(
        starts,
        session.isJoined('2026-03-02 09:20', 'appropriate-adult'),
        session.isLeft('2026-03-02 09:20', 'guardian'),
        ends,
      ),
    ).toEqual([])
    expect(
      found(
        session.starts('2026-03-02 09:00', { attendees: [{ as: 'guardian' }, { as: 'guardian' }] }),
        session.isLeft('2026-03-02 09:20', 'guardian'),
        ends,
      ),
    ).toEqual([])
  })
  it('does not take the leaving of the lawyer, or of an officer, for that of the guardian', () =>
    expect(
      found(starts, session.isLeft('2026-03-02 09:20', 'lawyer'), session.leaves('2026-03-02 09:30', 'o2'), ends),
    ).toEqual([]))
  it('is judged late when the leaving is told late', () =>
    expect(found(starts, ends, session.isLeft('2026-03-02 09:20', 'guardian', {}, '2026-03-02 18:00'))).toEqual([
      at('2026-03-02 09:20'),
    ]))
  it('opens when the guardian comes later than the tolerance, and not within it', () => {
    const alone = session.starts('2026-03-02 09:00', { attendees: [] })
    const comes = (when: string) =>
      given(rule, born('2010-06-01'), alone, session.isJoined(when, 'guardian'), ends)
        .events('2026-03-03 00:00')
        .filter((e) => e.is === 'opened' || e.is === 'ended')
        .map((e) => (e.is === 'ended' ? `ended ${e.because}` : e.is))
    expect(comes('2026-03-02 09:02')).toEqual([])
    expect(comes('2026-03-02 09:02:01')).toEqual(['opened'])
  })
  it('counts a session shorter than the tolerance in which nobody came', () =>
    expect(found(session.starts('2026-03-02 09:00', { attendees: [] }), session.ends('2026-03-02 09:01'))).toEqual([
      at('2026-03-02 09:00'),
    ]))
  it('is judged late when the age is told after the session', () =>
    expect(
      given(
        rule,
        session.starts('2026-03-02 09:00', { attendees: [] }),
        ends,
        person('2026-03-05 09:00', { birthDate: '2010-06-01' }),
      ).until('2026-03-06 00:00'),
    ).toMatchObject([{ since: at('2026-03-02 09:00') }]))
  it('a door that has the guardian outside speaks against the record, after the tolerance', () => {
    const comes = enters('2026-03-02 08:58', 'g1', 'guardian')
    const out = leaves('2026-03-02 09:20', 'g1', 'guardian')
    expect(found(comes, starts, out, enters('2026-03-02 09:22', 'g1', 'guardian'), ends)).toEqual([])
    expect(found(comes, starts, out, enters('2026-03-02 09:22:01', 'g1', 'guardian'), ends)).toEqual([
      at('2026-03-02 09:20'),
    ])
    expect(found(comes, starts, out)).toEqual([at('2026-03-02 09:20')])
    expect(found(starts, ends)).toEqual([])
  })
})
