import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { halfCharacter, isJsonSafe, jsonProblem } from '../../server/journal/json-safe.ts'

describe('what JSON would change in silence is refused', () => {
  it('lets through exactly what comes back as it was', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(isJsonSafe(value)).toBe(true)
        const text = JSON.stringify(value)
        if (!halfCharacter(text)) expect(jsonProblem(value)).toBeUndefined()
        if (jsonProblem(value)) expect(halfCharacter(text)).toBe(true)
      }),
    )
  })
  it('asks the same quickly and slowly', () => {
    const odd = fc.oneof(
      fc.anything({ withDate: true, withMap: true, withBigInt: true, withSparseArray: true, withNullPrototype: true }),
      fc.array(fc.anything()),
    )
    fc.assert(
      fc.property(odd, (value) => {
        const problem = jsonProblem(value)
        if (problem && !problem.includes('surrogate')) expect(isJsonSafe(value)).toBe(false)
        if (!problem) expect(isJsonSafe(value)).toBe(true)
      }),
      { numRuns: 1_000 },
    )
  })
  it.each([
    ['a hole in a list', Object.assign([], { 2: 'third' })],
    ['a value with its own JSON', { a: { toJSON: () => 1 } }],
    ['a class', new (class Fix {})()],
    ['too many levels', JSON.parse('['.repeat(70) + ']'.repeat(70))],
  ])('refuses %s', (_, value) => {
    expect(isJsonSafe(value)).toBe(false)
    expect(jsonProblem(value)).toBeTruthy()
  })
})
