import { describe, expect, it } from 'vitest'
import { sampledTwice as rule } from '../../../server/rules/inspection/sampled-twice.ts'
import { act } from '../../support/custody.ts'
import { given } from '../../support/timeline.ts'

const sampling = (id: string, when: string, more: object = {}) =>
  act('sampling', { act: id, case: 'c1', ...more }).starts(when)

describe('对已经提取、采集的信息或者样本，不得重复提取、采集（第一百零二条）', () => {
  it('opens at the second sampling of one person in one case', () =>
    expect(
      given(rule, sampling('a1', '2026-03-02 09:00'), sampling('a2', '2026-03-02 15:00')).until('2026-03-03 00:00'),
    ).toMatchObject([{ facts: { first: 'a1', second: 'a2' } }]))
  it('finds nothing for another person or case, or the same act told twice', () => {
    expect(
      given(rule, sampling('a1', '2026-03-02 09:00'), sampling('a2', '2026-03-02 15:00', { person: 'p2' })).until(
        '2026-03-03 00:00',
      ),
    ).toEqual([])
    expect(
      given(rule, sampling('a1', '2026-03-02 09:00'), sampling('a2', '2026-03-02 15:00', { case: 'c2' })).until(
        '2026-03-03 00:00',
      ),
    ).toEqual([])
    expect(
      given(rule, sampling('a1', '2026-03-02 09:00'), sampling('a1', '2026-03-02 09:00')).until('2026-03-03 00:00'),
    ).toEqual([])
  })
})
