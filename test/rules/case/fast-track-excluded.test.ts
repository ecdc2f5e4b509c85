import { describe, expect, it } from 'vitest'
import { fastTrackExcluded as rule } from '../../../server/rules/case/fast-track-excluded.ts'
import { decided, inCase } from '../../support/cases.ts'
import { person } from '../../support/custody.ts'
import { given } from '../../support/timeline.ts'

const started = inCase('case.fast-track-started', { person: 'p1' })

describe('不适用快速办理（第四十一条）', () => {
  it('finds nothing for an adult with a short detention', () =>
    expect(
      given(
        rule,
        started('2026-03-02 09:00'),
        decided('2026-03-03 09:00', { detentionDays: 5, penalties: ['detention'] }),
      ).until('2031-01-01 00:00'),
    ).toEqual([]))
  it('opens for a circumstance on paper', () =>
    expect(
      given(rule, started('2026-03-02 09:00', { exclusions: ['hearing'] })).until('2031-01-01 00:00'),
    ).toMatchObject([{ facts: { exclusion: 'hearing' } }]))
  it('opens for a minor by the birth date', () =>
    expect(
      given(rule, person('2026-03-02 09:00', { birthDate: '2009-01-01' }), started('2026-03-02 09:01')).until(
        '2031-01-01 00:00',
      ),
    ).toMatchObject([{ facts: { exclusion: 'minor' } }]))
  it('ten days or more', () =>
    expect(
      given(
        rule,
        started('2026-03-02 09:00'),
        decided('2026-03-03 09:00', { detentionDays: 10, penalties: ['detention'] }),
      ).until('2031-01-01 00:00'),
    ).toMatchObject([{ facts: { exclusion: 'ten-days-detention' } }]))
})
