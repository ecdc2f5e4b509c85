import { describe, expect, it } from 'vitest'
import { propertyMisused as rule } from '../../../server/rules/property/misused.ts'
import { ofItem } from '../../support/cases.ts'
import { given } from '../../support/timeline.ts'

const used = ofItem('property.used', { by: 'o1', purpose: 'other', words: 'drove home' })

describe('不得挪作他用（第一百零五条）', () => {
  it('opens', () => expect(given(rule, used('2026-03-02 09:00')).until('2031-01-01 00:00')).toHaveLength(1))
  it('use for the case is lawful', () =>
    expect(given(rule, used('2026-03-02 09:00', { purpose: 'case' })).until('2031-01-01 00:00')).toEqual([]))
})

describe('what was misused once stays so', () =>
  it('a use for the case afterwards does not end it', () =>
    expect(
      given(rule, used('2026-03-02 09:00'), used('2026-03-04 09:00', { purpose: 'case' }))
        .events('2026-03-05 00:00')
        .map((e) => e.is),
    ).toEqual(['opened'])))
