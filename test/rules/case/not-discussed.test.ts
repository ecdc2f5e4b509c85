import { describe, expect, it } from 'vitest'
import { notDiscussed as rule } from '../../../server/rules/case/not-discussed.ts'
import { decided, inCase } from '../../support/cases.ts'
import { given } from '../../support/timeline.ts'

const discussed = inCase('case.discussed', { decision: 'd1', rank: 'bureau-chief' })

describe('公安机关负责人应当集体讨论决定（第一百一十三条）', () => {
  it('opens without', () =>
    expect(given(rule, decided('2026-03-02 09:00', { situations: ['grave'] })).until('2031-01-01 00:00')).toHaveLength(
      1,
    ))
  it('finds nothing when the chiefs discussed it before', () =>
    expect(
      given(rule, discussed('2026-03-01 09:00'), decided('2026-03-02 09:00', { situations: ['grave'] })).until(
        '2031-01-01 00:00',
      ),
    ).toEqual([]))
  it('not when it was a station chief, or afterwards', () =>
    expect(
      given(
        rule,
        discussed('2026-03-01 09:00', { rank: 'station-chief' }),
        decided('2026-03-02 09:00', { situations: ['grave'] }),
        discussed('2026-03-03 09:00'),
      ).until('2031-01-01 00:00'),
    ).toHaveLength(1))
})
