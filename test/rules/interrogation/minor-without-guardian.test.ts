import { describe, expect, it } from 'vitest'
import { interrogationMinorWithoutGuardian as rule } from '../../../server/rules/interrogation/minor-without-guardian.ts'
import { act, person } from '../../support/custody.ts'
import { given } from '../../support/timeline.ts'

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
