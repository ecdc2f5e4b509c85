import { describe, expect, it } from 'vitest'
import { whatIf } from '../../server/engine/what-if.ts'
import { rulebook } from '../../server/rules/index.ts'

const book = rulebook.filter((r) => ['patrol.leaves-beat', 'vehicle.speeding'].includes(r.id))
const leaves = book.find((r) => r.id === 'patrol.leaves-beat')!
const tried = (asked: unknown) => {
  const result = whatIf(book, asked)
  if (result.is === 'problems') throw new Error(result.problems.join('; '))
  return { ...result, rule: result.rules.find((r) => r.id === 'patrol.leaves-beat') }
}
const problems = (asked: unknown): readonly string[] => {
  const result = whatIf(book, asked)
  return result.is === 'problems' ? result.problems : []
}

describe('what-if: a rulebook with other values', () => {
  it('takes the values named and leaves the others as they are', () => {
    const { rule } = tried({ 'patrol.leaves-beat': { dwellMinutes: 1 } })
    expect(rule!.params).toEqual(
      leaves.params.map(({ from, value }) => ({ from, value: { ...(value as object), dwellMinutes: 1 } })),
    )
    expect(rule!.localSettings.map((s) => s.param)).not.toContain('dwellMinutes')
    expect(rule!.localSettings).toHaveLength(leaves.localSettings.length - 1)
  })
  it('takes a list by day of the law', () => {
    const { rule } = tried({ 'patrol.leaves-beat': [{ from: '2026-02-01', value: { dwellMinutes: 9 } }] })
    expect(rule!.params).toMatchObject([{ from: '2026-02-01', value: { dwellMinutes: 9 } }])
  })
  it('leaves a rule out, or runs it from the start', () => {
    expect(tried({ 'patrol.leaves-beat': { enabled: false } }).rule).toBeUndefined()
    const on = tried({ 'patrol.leaves-beat': { enabled: true } })
    expect([on.rule!.params, [...on.alwaysOn], [...on.changed]]).toEqual([
      leaves.params,
      ['patrol.leaves-beat'],
      ['patrol.leaves-beat'],
    ])
  })
  it.each([
    ['no object', [], /must be an object/],
    ['an unknown rule', { 'patrol.flies': {} }, /patrol\.flies: is not a rule/],
    ['an unknown parameter', { 'patrol.leaves-beat': { dwelMinutes: 1 } }, /dwelMinutes: is not one of .*dwellMinutes/],
    ['a value the schema refuses', { 'patrol.leaves-beat': { bufferMetres: -1 } }, /bufferMetres/],
    ['a day that is none', { 'patrol.leaves-beat': [{ from: '2026-02-30', value: {} }] }, /YYYY-MM-DD/],
    [
      'days out of order',
      {
        'patrol.leaves-beat': [
          { from: '2026-02-02', value: {} },
          { from: '2026-02-01', value: {} },
        ],
      },
      /must lie after 2026-02-02/,
    ],
    ['a switch that is neither', { 'patrol.leaves-beat': { enabled: 'yes' } }, /enabled: must be true or false/],
    ['a bare number', { 'patrol.leaves-beat': 3 }, /must be an object of values/],
  ])('names %s', (_, asked, words) => expect(problems(asked).join('\n')).toMatch(words))
})
