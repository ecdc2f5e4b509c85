import { describe, expect, it } from 'vitest'
import { interrogationInterpreter as rule } from '../../../server/rules/interrogation/interpreter.ts'
import { act, person } from '../../support/custody.ts'
import { given } from '../../support/timeline.ts'

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
