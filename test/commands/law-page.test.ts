import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import { lawPage } from '../../server/commands/law-page.ts'
import { dutiesOfCustody } from '../../server/commands/law-table.ts'
import { rulebook } from '../../server/rules/index.ts'

const duties = dutiesOfCustody.flatMap((family) => family.duties)
const watching = new Set(duties.flatMap((duty) => duty.rules))
const families =
  /^(continued-questioning|questioning|inspection|coercive-measure|interrogation|recording|case-area|restraint|detention|release)\./

describe('the table of the law of questioning and custody', () => {
  it('names no rule that does not exist', () => {
    const known = new Set(rulebook.map((rule) => rule.id))
    expect([...watching].filter((id) => !known.has(id))).toEqual([])
  })
  it('names every rule of its families', () => {
    expect(rulebook.map((rule) => rule.id).filter((id) => families.test(id) && !watching.has(id))).toEqual([])
  })
  it('has a rule for every duty', () => {
    expect(duties.filter((duty) => duty.rules.length === 0)).toEqual([])
  })
  it('is docs/law-coverage.md; `npm run docs` makes it again', () => {
    expect(fs.readFileSync('docs/law-coverage.md', 'utf8')).toBe(lawPage())
  })
})
