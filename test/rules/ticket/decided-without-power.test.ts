import { describe, expect, it } from 'vitest'
import { decidedWithoutPower as rule } from '../../../server/rules/ticket/decided-without-power.ts'
import { step } from '../../support/tickets.ts'
import { given } from '../../support/timeline.ts'

const end = '2026-03-09 00:00'
const decided = (by: string | null, penalties = ['revocation'], when = '2026-03-02 09:00') =>
  step(when, 'decided', { kind: 'general', by, penalties })

describe('吊销机动车驾驶证 … 由设区的市公安机关交通管理部门作出处罚决定（处理程序规定第六条）', () => {
  it('opens when the county decided', () =>
    expect(given(rule, decided('county')).until(end)).toMatchObject([{ facts: { by: 'county', missing: 'power' } }]))
  it('finds nothing when the city did, nor for what the county may decide, nor before the text', () => {
    expect(given(rule, decided('city')).until(end)).toEqual([])
    expect(given(rule, decided('county', ['fine', 'suspension'])).until(end)).toEqual([])
    expect(given(rule, decided('county', ['revocation'], '2020-04-30 09:00')).until(end)).toEqual([])
  })
  it('says nothing where no level is on record', () => expect(given(rule, decided(null)).until(end)).toEqual([]))
})
