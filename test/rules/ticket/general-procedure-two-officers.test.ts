import { describe, expect, it } from 'vitest'
import { generalProcedureTwoOfficers as rule } from '../../../server/rules/ticket/general-procedure-two-officers.ts'
import { officer } from '../../support/custody.ts'
import { step } from '../../support/tickets.ts'
import { given } from '../../support/timeline.ts'

const end = '2026-03-09 00:00'
const decided = (officers: string[], kind = 'general') => step('2026-03-02 09:00', 'decided', { kind, officers })

describe('应当由两名以上交通警察（处理程序规定第四十八条）', () => {
  it('opens for one signer, and for one beside an auxiliary', () => {
    expect(given(rule, decided(['J07'])).until(end)).toMatchObject([{ facts: { present: 1, least: 2 } }])
    expect(given(rule, officer('2026-03-01 09:00', 'F1', 'auxiliary'), decided(['J07', 'F1'])).until(end)).toHaveLength(
      1,
    )
  })
  it('counts an officer who is named twice once', () =>
    expect(given(rule, decided(['J07', 'J07'])).until(end)).toMatchObject([{ facts: { present: 1 } }]))
  it('finds nothing for two, nor for the simple procedure, and says nothing without signers', () => {
    expect(given(rule, decided(['J07', 'J09'])).until(end)).toEqual([])
    expect(given(rule, decided(['J07'], 'simple')).until(end)).toEqual([])
    expect(given(rule, decided([])).until(end)).toEqual([])
  })
})
