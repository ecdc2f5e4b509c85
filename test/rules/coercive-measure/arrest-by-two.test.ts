import { describe, expect, it } from 'vitest'
import { arrestByTwo as rule } from '../../../server/rules/coercive-measure/arrest-by-two.ts'
import { act, officer } from '../../support/custody.ts'
import { given } from '../../support/timeline.ts'

const arrest = (officers: string[]) =>
  act('arrest', { officers, place: 'home', room: null, caseType: 'criminal' }).starts('2026-03-02 09:00')

describe('执行逮捕的侦查人员不得少于二人（程序规定第一百四十三条）', () => {
  it('opens for one, or for one and an auxiliary', () => {
    expect(given(rule, arrest(['o1'])).until('2026-03-02 10:00')).toHaveLength(1)
    expect(
      given(rule, officer('2026-01-01 00:00', 'o2', 'auxiliary'), arrest(['o1', 'o2'])).until('2026-03-02 10:00'),
    ).toHaveLength(1)
  })
  it('finds nothing for two', () => expect(given(rule, arrest(['o1', 'o2'])).until('2026-03-02 10:00')).toEqual([]))
})
