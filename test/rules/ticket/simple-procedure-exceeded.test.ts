import { describe, expect, it } from 'vitest'
import { simpleProcedureExceeded as rule } from '../../../server/rules/ticket/simple-procedure-exceeded.ts'
import { step } from '../../support/tickets.ts'
import { given } from '../../support/timeline.ts'

const judged = (more: object) =>
  given(rule, step('2026-03-02 09:00', 'decided', { kind: 'simple', ...more })).until('2026-03-09 00:00')

describe('处以警告或者二百元以下罚款的，可以适用简易程序（处理程序规定第四十三条）', () => {
  it('two hundred yuan are still simple, two hundred and one are not', () => {
    expect(judged({ amountYuan: 200 })).toEqual([])
    expect(judged({ amountYuan: 201 })).toMatchObject([{ facts: { fineYuan: 201, mostYuan: 200 } }])
    expect(judged({ amountYuan: 500, kind: 'general' })).toEqual([])
  })
  it('a licence is never taken by it', () => {
    expect(judged({ penalties: ['suspension'] })).toHaveLength(1)
    expect(judged({ penalties: ['warning'] })).toEqual([])
  })
})
