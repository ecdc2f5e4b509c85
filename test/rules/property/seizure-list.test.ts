import { describe, expect, it } from 'vitest'
import { seizureList as rule } from '../../../server/rules/property/seizure-list.ts'
import { seized } from '../../support/cases.ts'
import { given } from '../../support/timeline.ts'

describe('当场开列清单一式二份（第一百零五条）', () => {
  it('finds nothing with a list', () =>
    expect(given(rule, seized('2026-03-02 09:00')).until('2031-01-01 00:00')).toEqual([]))
  it('opens without', () =>
    expect(given(rule, seized('2026-03-02 09:00', { list: null })).until('2031-01-01 00:00')).toMatchObject([
      { facts: { why: 'no-list' } },
    ]))
  it('three copies in criminal cases', () =>
    expect(given(rule, seized('2026-03-02 09:00', { type: 'criminal' })).until('2031-01-01 00:00')).toMatchObject([
      { facts: { least: 3 } },
    ]))
})

describe('清单一式二份；刑事案件一式三份', () => {
  const found = (more: object) => given(rule, seized('2026-03-02 09:00', more)).until('2031-01-01 00:00')
  it('two are enough, one is not; how many nobody wrote is not judged', () => {
    expect(found({ copies: 1 })).toMatchObject([{ evidence: [0], facts: { least: 2 } }])
    expect(found({ copies: null })).toEqual([])
    expect(found({ type: 'criminal', copies: 3 })).toEqual([])
  })
  it.each(['vehicle-held', 'licence-held', 'device-confiscated', 'recovery'])('%s has a paper of its own', (how) =>
    expect(found({ how, list: null })).toEqual([]),
  )
})
