import { describe, expect, it } from 'vitest'
import { unitNameIn } from '../../../client/ui/unit-name.ts'

describe('a unit stands on the screen', () => {
  const units = new Map([['s1', { id: 's1', name: { zh: '澄东派出所', en: 'Chengdong Station' } }]]) as never
  it('by its name, and by its id only when nobody registered it', () => {
    expect(unitNameIn(units, 's1')).toBe('澄东派出所')
    expect(unitNameIn(units, 's9')).toBe('s9')
  })
  it('before the server’s first word no unit is known: an ellipsis, no code', () =>
    expect(unitNameIn(new Map(), 's1')).toBe('…'))
})
