import { describe, expect, it } from 'vitest'
import { girlWithoutWoman as rule } from '../../../server/rules/interrogation/girl-without-woman.ts'
import { act, enters, officer, person } from '../../support/custody.ts'
import { given } from '../../support/timeline.ts'

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
