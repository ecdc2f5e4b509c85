import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Cell, type LoadedRule, newCell } from '../../server/engine/cell.ts'
import { createRows } from '../../server/engine/rows.ts'

const ruleNamed = (id: string): LoadedRule =>
  ({ rule: { id, initial: null }, cells: new Set<Cell>(), failure: undefined }) as unknown as LoadedRule

describe('the cells of each subject', () => {
  it('are found under their rule, whatever was added, asked and taken away before', () => {
    const step = fc.record({ rule: fc.nat(4), subject: fc.nat(3), take: fc.boolean() })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
        const rules = ['a', 'b', 'c', 'd', 'e'].map(ruleNamed)
        const rows = createRows()
        const there = new Map<string, Cell>()
        for (const [order, { rule: r, subject: s, take }] of steps.entries()) {
          const [rule, subject] = [rules[r]!, `s${s}`]
          const found = rows.find(rule, subject)
          expect(found).toBe(there.get(`${r}${subject}`))
          if (!found) {
            const cell = newCell(rule, subject, order)
            rows.add(cell)
            there.set(`${r}${subject}`, cell)
          } else if (take) {
            rows.remove(found)
            there.delete(`${r}${subject}`)
          }
          const own = [...there.values()].filter((cell) => cell.subject === subject)
          expect(new Set(rows.of(subject))).toEqual(new Set(own))
          expect(rows.of(subject)).toHaveLength(own.length)
        }
        expect(rules.flatMap((rule) => [...rule.cells]).length).toBe(there.size)
      }),
      { numRuns: 300 },
    )
  })
})
