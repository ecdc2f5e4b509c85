import { describe, expect, it } from 'vitest'
import { restraintStatusMatrix as rule } from '../../../server/rules/restraint/status-matrix.ts'
import { measure } from '../../support/custody.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const used = (kind: string, more: object = {}, when = '2026-03-02 10:00'): Moment => [
  when,
  'restraint.applied',
  { use: 'u1', person: 'p1', unit: 'station-1', kind, ...more },
]
const judged = (status: string | null, kind: string, more: object = {}) =>
  given(rule, ...(status ? [measure(status).starts('2026-03-02 09:00')] : []), used(kind, more)).until(
    '2026-03-03 00:00',
  )

describe('警械按法律地位使用（警械条例第八条、程序规定第五十八条、第六十七条、第一百五十七条）', () => {
  it.each([
    ['protective-restraint', 'police-rope'],
    ['protective-restraint', 'restraint-belt'],
    ['summons-forced', 'handcuffs'],
    ['summons-forced', 'police-rope'],
    ['criminal-detention', 'handcuffs'],
    ['arrest', 'leg-irons'],
    ['compelled-appearance', 'handcuffs'],
  ])('%s: %s is lawful', (status, kind) => expect(judged(status, kind)).toEqual([]))
  it.each([
    ['protective-restraint', 'handcuffs'],
    ['protective-restraint', 'leg-irons'],
    ['continued-questioning', 'handcuffs'],
    ['summons-written', 'handcuffs'],
    ['summons-oral', 'police-rope'],
    ['criminal-summons', 'handcuffs'],
    ['surrender', 'handcuffs'],
  ])('%s: %s is not, without danger', (status, kind) =>
    expect(judged(status, kind)).toMatchObject([{ since: at('2026-03-02 10:00'), facts: { status, kind } }]),
  )
  it('lets danger justify cuffs in continued questioning and a plain summons, never on someone merely drunk', () => {
    expect(judged('continued-questioning', 'handcuffs', { dangers: ['violence'] })).toEqual([])
    expect(judged('summons-written', 'handcuffs', { dangers: ['escape'] })).toEqual([])
    expect(judged('protective-restraint', 'handcuffs', { dangers: ['violence'] })).toHaveLength(1)
  })
  it('judges by the strongest status: who is detained and drunk is detained', () =>
    expect(
      given(
        rule,
        measure('protective-restraint').starts('2026-03-02 08:00'),
        measure('criminal-detention', { measure: 'm2' }).starts('2026-03-02 09:00'),
        used('handcuffs'),
      ).until('2026-03-03 00:00'),
    ).toEqual([]))
  it('judges by the status at that moment, and late when the status is told late', () => {
    const cq = measure('continued-questioning')
    expect(
      given(
        rule,
        cq.starts('2026-03-02 09:00'),
        cq.ends('2026-03-02 09:30'),
        measure('arrest', { measure: 'm2' }).starts('2026-03-02 09:30'),
        used('handcuffs'),
      ).until('2026-03-03 00:00'),
    ).toEqual([])
    expect(
      given(rule, used('handcuffs'), cq.starts('2026-03-02 09:00', {}, '2026-03-02 12:00')).until('2026-03-03 00:00'),
    ).toHaveLength(1)
  })
  it('lets a suspect be cuffed on capture with danger, and does not judge where nothing is known', () => {
    expect(judged(null, 'handcuffs', { task: 'capture', dangers: ['violence'] })).toEqual([])
    expect(judged(null, 'handcuffs')).toEqual([])
  })
  it('lets nobody who is drunk be cuffed for having been summoned by force', () =>
    expect(
      given(
        rule,
        measure('summons-forced').starts('2026-03-02 08:00'),
        measure('protective-restraint', { measure: 'm2' }).starts('2026-03-02 09:00'),
        used('handcuffs'),
      ).until('2026-03-03 00:00'),
    ).toMatchObject([{ facts: { status: 'protective-restraint' } }]))
  it.each(['bail', 'residential-surveillance', 'on-the-spot-check'])('asks for a danger under %s', (status) => {
    expect(judged(status, 'handcuffs')).toHaveLength(1)
    expect(judged(status, 'handcuffs', { dangers: ['escape'] })).toEqual([])
  })
  it('knows no status from a measure against things', () => expect(judged('property-seizure', 'handcuffs')).toEqual([]))
  it('judges each use by itself', () =>
    expect(
      given(
        rule,
        used('handcuffs', { use: 'u0' }, '2026-03-02 08:00'),
        measure('criminal-summons').starts('2026-03-02 09:00'),
        used('handcuffs'),
        used('handcuffs', { use: 'u2', dangers: ['escape'] }, '2026-03-02 11:00'),
        used('leg-irons', { use: 'u3' }, '2026-03-02 12:00'),
      ).until('2026-03-03 00:00'),
    ).toMatchObject([{ subject: 'u1' }, { subject: 'u3', since: at('2026-03-02 12:00') }]))
})
