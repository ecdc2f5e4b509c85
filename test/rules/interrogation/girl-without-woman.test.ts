import { describe, expect, it } from 'vitest'
import { girlWithoutWoman as rule } from '../../../server/rules/interrogation/girl-without-woman.ts'
import { act, enters, leaves, officer, person } from '../../support/custody.ts'
import { at, given } from '../../support/timeline.ts'

const girl = person('2026-01-01 00:00', { birthDate: '2010-06-01', sex: 'female' })
const men = [officer('2026-01-01 00:00', 'o1'), officer('2026-01-01 00:00', 'o2')]
const talk = (more: object = {}) => act('interrogation', { caseType: 'criminal', ...more }).starts('2026-03-02 09:00')

describe('讯问女性未成年犯罪嫌疑人，应当有女工作人员在场（刑诉法第二百八十一条）', () => {
  it('opens with two men', () => expect(given(rule, girl, ...men, talk()).until('2026-03-03 00:00')).toHaveLength(1))
  it('finds nothing with a woman officer, a woman of the staff, or one who came in by the door', () => {
    expect(
      given(rule, girl, men[0]!, officer('2026-01-01 00:00', 'o2', 'officer', 'female'), talk()).until(
        '2026-03-03 00:00',
      ),
    ).toEqual([])
    expect(given(rule, girl, ...men, talk({ attendees: [{ as: 'female-staff' }] })).until('2026-03-03 00:00')).toEqual(
      [],
    )
    expect(
      given(rule, girl, ...men, enters('2026-03-02 08:59', 'o9', 'auxiliary', { sex: 'female' }), talk()).until(
        '2026-03-03 00:00',
      ),
    ).toEqual([])
  })
  it('finds nothing for a boy or a woman, and does not judge what is not known', () => {
    expect(
      given(rule, person('2026-01-01 00:00', { birthDate: '2010-06-01', sex: 'male' }), ...men, talk()).until(
        '2026-03-03 00:00',
      ),
    ).toEqual([])
    expect(
      given(rule, person('2026-01-01 00:00', { birthDate: '1990-06-01', sex: 'female' }), ...men, talk()).until(
        '2026-03-03 00:00',
      ),
    ).toEqual([])
    expect(given(rule, girl, talk()).until('2026-03-03 00:00')).toEqual([])
  })
})

describe('应当有女工作人员在场: for the whole of it', () => {
  const session = act('interrogation', { caseType: 'criminal' })
  const woman = officer('2026-01-01 00:00', 'o2', 'officer', 'female')
  const found = (...moments: Parameters<typeof given>[1][]) =>
    given(rule, girl, men[0]!, ...moments, session.ends('2026-03-02 10:00'))
      .until('2026-03-03 00:00')
      .map((f) => f.since)
  it('opens from the moment the only woman leaves, by the record', () => {
    expect(found(woman, session.starts('2026-03-02 09:00'), session.leaves('2026-03-02 09:30', 'o2'))).toEqual([
      at('2026-03-02 09:30'),
    ])
    expect(
      found(
        men[1]!,
        session.starts('2026-03-02 09:00', { attendees: [{ as: 'female-staff' }] }),
        session.isLeft('2026-03-02 09:30', 'female-staff'),
      ),
    ).toEqual([at('2026-03-02 09:30')])
  })
  it('a woman who steps out is missed past the tolerance, and not within it', () => {
    const away = (back: string) =>
      found(
        woman,
        session.starts('2026-03-02 09:00'),
        session.leaves('2026-03-02 09:30', 'o2'),
        session.joins(back, 'o2'),
      )
    expect(away('2026-03-02 09:32')).toEqual([])
    expect(away('2026-03-02 09:32:01')).toEqual([at('2026-03-02 09:30')])
  })
  it('or by the door against the record', () =>
    expect(
      found(
        woman,
        enters('2026-03-02 08:59', 'o2', 'officer'),
        session.starts('2026-03-02 09:00'),
        leaves('2026-03-02 09:30', 'o2', 'officer'),
      ),
    ).toEqual([at('2026-03-02 09:30')]))
  it('finds nothing when another woman takes over', () =>
    expect(
      found(
        woman,
        session.starts('2026-03-02 09:00'),
        session.isJoined('2026-03-02 09:29', 'female-staff'),
        session.leaves('2026-03-02 09:30', 'o2'),
      ),
    ).toEqual([]))
})
