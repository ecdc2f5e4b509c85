import { describe, expect, it } from 'vitest'
import { wornTooLong as rule } from '../../../server/rules/restraint/worn-too-long.ts'
import { describeLimit } from '../../support/limits.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const admitted = (facilityKind = 'detention-house', when = '2026-03-01 00:00', heard?: string): Moment => [
  when,
  'custody.admitted',
  { person: 'p1', facility: 'kss-1', facilityKind },
  heard,
]
const use = { use: 'u1', person: 'p1', unit: 'kss-1' }
const on = (when: string, kind = 'leg-irons', heard?: string): Moment => [
  when,
  'restraint.applied',
  { ...use, kind, officers: ['o1'] },
  heard,
]
const approved = (when: string, rank: string): Moment => [when, 'restraint.approved', { ...use, rank }]

describeLimit('使用手铐、脚镣一般不超过十五日（看守所条例实施办法第二十条，要旨）', {
  rule,
  begins: (when, heard) => [admitted('detention-house', when, heard), on(when, 'leg-irons', heard)],
  done: (when) => [when, 'restraint.removed', use],
  begin: '2026-03-02 10:00',
  last: '2026-03-18 00:00',
  past: '2026-03-18 00:01',
  tooEarly: '1991-09-01 10:00',
  lawBegins: '1991-10-05 00:00',
  lawPast: '1991-10-21 00:01',
  unmoved: [approved('2026-03-02 10:00', 'facility-director')],
})

describe('延长须报主管公安局、处长批准', () => {
  it('is prolonged by the bureau only', () =>
    expect(
      given(rule, admitted(), on('2026-03-02 10:00'), approved('2026-03-10 10:00', 'bureau-chief')).until(
        '2026-05-01 00:00',
      ),
    ).toEqual([]))
  it('means cuffs and leg-irons, in the detention house', () => {
    expect(given(rule, admitted(), on('2026-03-02 10:00', 'restraint-belt')).until('2026-05-01 00:00')).toEqual([])
    expect(given(rule, admitted('lockup'), on('2026-03-02 10:00')).until('2026-05-01 00:00')).toEqual([])
    expect(given(rule, admitted(), on('2026-03-02 10:00', 'handcuffs')).until('2026-05-01 00:00')).toMatchObject([
      { since: at('2026-03-18 00:00') },
    ])
  })
  it('ships off: the text was not checked', () => expect(rule.shipsOff?.zh).toContain('未逐字核对'))
})
