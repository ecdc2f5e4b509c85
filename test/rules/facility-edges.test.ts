import { describe, expect, it } from 'vitest'
import { act, arrives, departs, enters, measure, notice, officer, person, room, sensor } from '../support/custody.ts'
import { facilityRule, outing, returned } from '../support/facility-rule.ts'
import { at, given, type Moment } from '../support/timeline.ts'

const early = '2012-01-01 00:00'
const END = '2026-06-01 00:00'
const found = (id: string, ...moments: readonly Moment[]) => given(facilityRule(id), ...moments).until(END)
const events = (id: string, ...moments: readonly Moment[]) =>
  given(facilityRule(id), ...moments)
    .events(END)
    .flatMap((e) => (e.is === 'warned' ? [] : [e.is]))
const lockup = { facility: 'lockup', facilityKind: 'lockup' }
const house = { facility: 'house', facilityKind: 'detention-house' }
const defence = (when: string, state = 'none'): Moment => [
  when,
  'defence.told',
  { person: 'p1', unit: 'station-1', state },
]

describe('back in time to the second is in time; back late was late, and stays so', () => {
  const leave: Moment = [
    '2026-03-02 10:00',
    'custody.taken-out',
    outing('leave', { ...lockup, expectedBackAt: at('2026-03-04 10:00') }),
  ]
  const visit: Moment = ['2026-03-02 10:00', 'custody.taken-out', outing('home-visit', { convict: true })]
  const gun = { issue: 'w1', weapon: 'g1', unit: 'station-1', officer: 'o1' }
  const issued: Moment = ['2026-03-02 08:00', 'weapon.issued', { ...gun, dutyEndsAt: at('2026-03-02 16:00') }]
  const use = { use: 'u1', person: 'p1', unit: 'house' }
  const worn: readonly Moment[] = [
    ['2025-08-01 10:00', 'custody.admitted', { person: 'p1', ...house }],
    ['2026-03-02 10:00', 'restraint.applied', { ...use, kind: 'leg-irons', officers: ['o1'] }],
  ]
  const arrest = measure('arrest').starts('2026-03-02 10:00')
  const cases: readonly (readonly [string, readonly Moment[], (when: string) => Moment, string, string])[] = [
    [
      'detention.leave-overstayed',
      [leave],
      (when) => [when, 'custody.returned', returned(lockup)],
      '2026-03-04 10:00',
      '2026-03-04 10:01',
    ],
    [
      'release.home-visit-length',
      [visit],
      (when) => [when, 'custody.returned', returned()],
      '2026-03-10 10:00',
      '2026-03-10 10:01',
    ],
    [
      'restraint.weapon-not-returned',
      [issued],
      (when) => [when, 'weapon.returned', gun],
      '2026-03-02 17:00',
      '2026-03-02 17:01',
    ],
    [
      'restraint.worn-too-long',
      worn,
      (when) => [when, 'restraint.removed', use],
      '2026-03-18 00:00',
      '2026-03-18 00:01',
    ],
    [
      'coercive-measure.delivery-after-arrest',
      [arrest],
      (when) => [when, 'custody.admitted', { person: 'p1', ...house }],
      '2026-03-03 10:00',
      '2026-03-03 10:01',
    ],
  ]
  it.each(cases)('%s', (id, begun, over, last, past) => {
    expect(found(id, ...begun, over(last))).toEqual([])
    const after = events(id, ...begun, over(past))
    expect(after[0]).toBe('opened')
    expect(after).not.toContain('ended')
  })
})

describe('only what the duty speaks of', () => {
  it.each([
    ['release.family-visit-back', outing('treatment')],
    ['release.home-leave-length', outing('treatment', { convict: true })],
    ['release.home-leave-length', outing('home-leave', { ...lockup, convict: true })],
    ['release.home-visit-length', outing('court', { convict: true })],
    ['release.home-visit-length', outing('home-visit', { ...lockup, convict: true })],
  ])('%s is not asked of another outing', (id, data) =>
    expect(found(id, ['2026-03-02 10:00', 'custody.taken-out', data])).toEqual([]),
  )
  it('restraint.weapon-not-returned: a weapon comes back whose issue nobody recorded', () =>
    expect(
      found('restraint.weapon-not-returned', [
        '2026-03-02 10:00',
        'weapon.returned',
        { issue: 'w1', weapon: 'g1', unit: 'station-1', officer: 'o1' },
      ]),
    ).toEqual([]))
  it('coercive-measure.deputy-reported: of a deputy at county level, only detention on the scene', () =>
    expect(
      found(
        'coercive-measure.deputy-reported',
        person(early, { deputy: 'county-or-higher' }),
        measure('compelled-appearance').starts('2026-03-02 10:00', { onScene: true }),
      ),
    ).toEqual([]))
  it('detention.offset: a decision without the number of its case is not held against other cases', () => {
    const held = measure('criminal-detention', { measure: 'm0', case: null })
    expect(
      found(
        'detention.offset',
        held.starts('2026-03-02 10:00'),
        held.ends('2026-03-05 10:00'),
        measure('administrative-detention', { case: null }).approved('2026-03-10 10:00', 'bureau-chief', {
          days: 5,
          offsetDays: 0,
        }),
      ),
    ).toEqual([])
  })
  it('interrogation.special-unrecorded: not who is eighteen today, nor who was never described', () => {
    const talk = act('interrogation', { caseType: 'criminal', chargeBand: 'ordinary' })
    const held = [sensor(early, ['recording']), talk.starts('2026-03-02 09:00'), talk.signed('2026-03-02 10:00')]
    expect(found('interrogation.special-unrecorded', ...held)).toEqual([])
    const born = (day: string) => found('interrogation.special-unrecorded', person(early, { birthDate: day }), ...held)
    expect(born('2008-03-01')).toEqual([])
    expect(born('2008-03-02')).toHaveLength(1)
  })
})

describe('at the same moment', () => {
  it('case-area.taken-out-unapproved: an approval of that very minute was there', () =>
    expect(
      found(
        'case-area.taken-out-unapproved',
        arrives('2026-03-02 09:00'),
        [
          '2026-03-02 11:00',
          'exit.approved',
          { stay: 's1', person: 'p1', unit: 'station-1', purpose: 'medical', rank: 'department-chief' },
        ],
        departs('2026-03-02 11:00', { how: 'taken-out' }),
      ),
    ).toEqual([]))
  it('continued-questioning.filed-late: filed as it is approved is filed', () =>
    expect(
      found(
        'continued-questioning.filed-late',
        measure('continued-questioning').approved('2026-03-02 10:00', 'station-chief'),
        notice('2026-03-02 10:00', 'm1', 'supervision'),
      ),
    ).toEqual([]))
  it('detention.women-by-men: a woman officer who goes in with him is with him', () =>
    expect(
      found(
        'detention.women-by-men',
        room(early, { kind: 'cell', facility: 'lockup' }),
        officer(early, 'o1'),
        officer(early, 'o2', 'officer', 'female'),
        enters('2026-03-02 08:00', 'p1', 'held', { sex: 'female' }),
        enters('2026-03-02 09:00', 'o2', 'officer'),
        enters('2026-03-02 09:00', 'o1', 'officer'),
      ),
    ).toEqual([]))
  it('coercive-measure.legal-aid-notice: a grave charge told together with the defender’s absence', () =>
    expect(
      found(
        'coercive-measure.legal-aid-notice',
        act('interrogation', { caseType: 'criminal', chargeBand: 'life-or-death' }).starts('2026-03-02 10:00'),
        defence('2026-03-02 10:00'),
      ),
    ).toHaveLength(1))
})

describe('legal aid: each ground by itself, and none of its like', () => {
  it.each([{ blind: true }, { deaf: true }, { limitedCapacity: true }])(
    'coercive-measure.legal-aid-notice: %o',
    (fact) =>
      expect(
        found('coercive-measure.legal-aid-notice', person('2026-03-02 10:00', fact), defence('2026-03-02 11:00')),
      ).toHaveLength(1),
  )
  it('coercive-measure.legal-aid-notice: neither a healthy person nor an ordinary charge', () => {
    expect(
      found(
        'coercive-measure.legal-aid-notice',
        person('2026-03-02 10:00', { blind: false, deaf: false, limitedCapacity: false }),
        act('interrogation', { caseType: 'criminal', chargeBand: 'ordinary' }).starts('2026-03-02 10:00'),
        defence('2026-03-02 11:00'),
      ),
    ).toEqual([])
  })
  it('coercive-measure.legal-aid-minor: counts from when the age was known', () =>
    expect(
      given(
        facilityRule('coercive-measure.legal-aid-minor'),
        defence('2026-03-02 10:00'),
        person('2026-03-10 10:00', { birthDate: '2010-01-01' }),
      ).until('2026-03-14 00:00'),
    ).toEqual([]))
})

describe('what could not be checked ships off', () => {
  it.each(['case-area.left-alone', 'recording.lockup-retention'])('%s', (id) =>
    expect(facilityRule(id).shipsOff?.zh).toContain('未逐字核对'),
  )
})
