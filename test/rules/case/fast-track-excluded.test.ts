import { describe, expect, it } from 'vitest'
import { fastTrackExcluded as rule } from '../../../server/rules/case/fast-track-excluded.ts'
import { decided, inCase } from '../../support/cases.ts'
import { person } from '../../support/custody.ts'
import { given, type Moment } from '../../support/timeline.ts'

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

describe('（一）违法嫌疑人系盲、聋、哑人，未成年人或者疑似精神病人的；（二）依法应当适用听证程序的；（三）依法可能作出十日以上行政拘留处罚的（第四十一条）', () => {
  const found = (...moments: Moment[]) => given(rule, ...moments).until('2031-01-01 00:00')
  const begun = started('2026-03-02 09:01')
  const days = (detentionDays: number) => decided('2026-03-03 09:00', { detentionDays, penalties: ['detention'] })
  it('nine days are below ten, and none are none', () => {
    expect(found(begun, days(9))).toEqual([])
    expect(found(begun, days(10))).toMatchObject([{ evidence: [0, 1], concerns: { unit: 'station-1' } }])
    expect(found(begun)).toEqual([])
  })
  it('a minor until the day before the eighteenth birthday', () => {
    expect(found(person('2026-03-02 09:00', { birthDate: '2008-03-03' }), begun)).toMatchObject([
      { facts: { exclusion: 'minor' } },
    ])
    expect(found(person('2026-03-02 09:00', { birthDate: '2008-03-01' }), begun)).toEqual([])
  })
  it.each(['deaf', 'blind'])('registered as %s', (trait) =>
    expect(found(person('2026-03-02 09:00', { [trait]: true }), begun)).toMatchObject([
      { facts: { exclusion: 'blind-deaf-mute' } },
    ]),
  )
  it('somebody who was told of a hearing', () => {
    const hearing = inCase('hearing.told', { decision: 'd1', person: 'p1' })
    expect(found(begun, hearing('2026-03-02 10:00'))).toMatchObject([{ evidence: [0, 1], facts: { days: 0 } }])
    expect(found(begun, days(5), hearing('2026-03-02 10:00', {}, '2026-03-04 09:00'))).toMatchObject([
      { evidence: [0, 1, 2], facts: { exclusion: 'hearing', days: 5 } },
    ])
  })
  it('what is on paper comes first; a hearing is no evidence of age', () =>
    expect(
      found(
        started('2026-03-02 09:01', { exclusions: ['minor'] }),
        inCase('hearing.told', { decision: 'd1', person: 'p1' })('2026-03-02 10:00'),
      ),
    ).toMatchObject([{ evidence: [0], facts: { exclusion: 'minor' } }]))
  it('from 2019-01-01', () => {
    const paper = { exclusions: ['hearing'] }
    expect(found(started('2018-12-31 23:59', paper))).toEqual([])
    expect(found(started('2019-01-01 00:00', paper))).toHaveLength(1)
  })
})

describe('违法嫌疑人（第四十一条）: each of several persons of a case', () => {
  const found = (...moments: Moment[]) => given(rule, ...moments).until('2031-01-01 00:00')
  const both = [started('2026-03-02 09:01'), started('2026-03-02 09:30', { person: 'p2' })]
  it('the second is a minor', () =>
    expect(found(person('2026-03-02 09:00', { person: 'p2', birthDate: '2009-01-01' }), ...both)).toMatchObject([
      { evidence: [2], facts: { exclusion: 'minor', person: 'p2' } },
    ]))
  it('ten days of the second, a hearing of the second', () => {
    const ten = { decision: 'd2', person: 'p2', detentionDays: 10, penalties: ['detention'] }
    expect(found(...both, decided('2026-03-03 09:00'), decided('2026-03-03 09:00', ten))).toMatchObject([
      { evidence: [1, 3], facts: { person: 'p2', days: 10 } },
    ])
    const hearing = inCase('hearing.told', { decision: 'd2', person: 'p2' })
    expect(found(...both, hearing('2026-03-02 10:00'))).toMatchObject([
      { facts: { exclusion: 'hearing', person: 'p2' } },
    ])
  })
  it('what is decided on somebody whom the fast track does not touch says nothing of who took it', () =>
    expect(
      found(
        started('2026-03-02 09:01'),
        decided('2026-03-03 09:00', { person: 'p3', detentionDays: 15, penalties: ['detention'] }),
      ),
    ).toEqual([]))
})
