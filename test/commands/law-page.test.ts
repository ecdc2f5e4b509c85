import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import { lawPage } from '../../server/commands/law-page.ts'
import { dutiesOfLaw } from '../../server/commands/law-table.ts'
import { rulebook } from '../../server/rules/index.ts'

const duties = dutiesOfLaw.flatMap((family) => family.duties)
const watching = new Set(duties.flatMap((duty) => duty.rules))

describe('the table of the law', () => {
  it('names no rule that does not exist', () => {
    const known = new Set(rulebook.map((rule) => rule.id))
    expect([...watching].filter((id) => !known.has(id))).toEqual([])
  })
  it('names every rule', () => {
    expect(rulebook.map((rule) => rule.id).filter((id) => !watching.has(id))).toEqual([])
  })
  it('has a rule for every duty, or says why there is none', () => {
    expect(duties.filter((duty) => duty.rules.length === 0 && !duty.open).map((duty) => duty.duty.en)).toEqual([])
  })
  it('says of every duty of a family how its text was read, or of none', () => {
    const said = dutiesOfLaw.map(({ duties: own }) => own.filter(({ reading }) => reading).length / own.length)
    expect(said.filter((share) => share !== 0 && share !== 1)).toEqual([])
  })
  it('is docs/law-coverage.md; `npm run docs` makes it again', () => {
    expect(fs.readFileSync('docs/law-coverage.md', 'utf8')).toBe(lawPage())
  })
})
