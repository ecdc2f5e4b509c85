import { describe, expect, it } from 'vitest'
import { questioningInterpreter as rule } from '../../../server/rules/questioning/interpreter.ts'
import { act, enters, person } from '../../support/custody.ts'
import { given } from '../../support/timeline.ts'

const deaf = person('2026-03-01 00:00', { deaf: true })
const foreign = person('2026-03-01 00:00', { speaksLocalLanguage: false })
const judged = (who: ReturnType<typeof person>, more: object = {}) =>
  given(rule, who, act('questioning', more).starts('2026-03-02 09:00')).until('2026-03-03 00:00')

describe('询问聋哑的 … 应当有通晓手语等交流方式的人提供帮助（第一百零一条）', () => {
  it('opens for a deaf person without anyone who signs, even with a language interpreter', () => {
    expect(judged(deaf)).toMatchObject([{ facts: { needs: 'sign-language' } }])
    expect(judged(deaf, { attendees: [{ as: 'interpreter' }] })).toHaveLength(1)
  })
  it('opens for a person of another language without an interpreter', () =>
    expect(judged(foreign)).toMatchObject([{ facts: { needs: 'interpreter' } }]))
  it('finds nothing with help, seen on the record or at the door', () => {
    expect(judged(deaf, { attendees: [{ as: 'sign-language' }] })).toEqual([])
    expect(judged(foreign, { attendees: [{ as: 'interpreter' }] })).toEqual([])
    expect(
      given(
        rule,
        foreign,
        enters('2026-03-02 08:59', 'i1', 'interpreter'),
        act('questioning').starts('2026-03-02 09:00'),
      ).until('2026-03-02 10:00'),
    ).toEqual([])
  })
  it('does not judge a person of whom nothing is told', () =>
    expect(given(rule, act('questioning').starts('2026-03-02 09:00')).until('2026-03-02 10:00')).toEqual([]))
})
