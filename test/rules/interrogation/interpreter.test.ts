import { describe, expect, it } from 'vitest'
import { interrogationInterpreter as rule } from '../../../server/rules/interrogation/interpreter.ts'
import { act, person } from '../../support/custody.ts'
import { at, given } from '../../support/timeline.ts'

const judged = (said: object, more: object = {}) =>
  given(
    rule,
    person('2026-03-01 00:00', said),
    act('interrogation', { caseType: 'criminal', ...more }).starts('2026-03-02 09:00'),
  ).until('2026-03-03 00:00')

describe('讯问聋、哑的犯罪嫌疑人，应当有通晓聋、哑手势的人参加（刑诉法第一百二十一条）', () => {
  it('opens for a deaf suspect and for one of another language, without help', () => {
    expect(judged({ deaf: true })).toHaveLength(1)
    expect(judged({ speaksLocalLanguage: false })).toHaveLength(1)
  })
  it('finds nothing with help, or where none is needed', () => {
    expect(judged({ deaf: true }, { attendees: [{ as: 'sign-language' }] })).toEqual([])
    expect(judged({ speaksLocalLanguage: false }, { attendees: [{ as: 'interpreter' }] })).toEqual([])
    expect(judged({ deaf: false, speaksLocalLanguage: true })).toEqual([])
  })
})

describe('应当有通晓聋、哑手势的人参加: for the whole of it', () => {
  const session = act('interrogation', { caseType: 'criminal', attendees: [{ as: 'sign-language' }] })
  const found = (...moments: Parameters<typeof given>[1][]) =>
    given(
      rule,
      person('2026-03-01 00:00', { deaf: true }),
      session.starts('2026-03-02 09:00'),
      ...moments,
      session.ends('2026-03-02 10:00'),
    )
      .until('2026-03-03 00:00')
      .map((f) => f.since)
  it('opens from the moment the one who signs leaves, whoever else is there', () =>
    expect(
      found(session.isJoined('2026-03-02 09:10', 'interpreter'), session.isLeft('2026-03-02 09:30', 'sign-language')),
    ).toEqual([at('2026-03-02 09:30')]))
  it('finds nothing when another who signs takes over, or when somebody else leaves', () => {
    expect(
      found(session.isJoined('2026-03-02 09:29', 'sign-language'), session.isLeft('2026-03-02 09:30', 'sign-language')),
    ).toEqual([])
    expect(found(session.isLeft('2026-03-02 09:30', 'lawyer'))).toEqual([])
  })
})
