import { describe, expect, it } from 'vitest'
import { act, arrives, departs, enters, measure, officer, person, room, sensor } from '../support/custody.ts'
import { facilityRule, outing } from '../support/facility-rule.ts'
import { given, type Moment } from '../support/timeline.ts'

const early = '1985-01-01 00:00'
const lockup = { facility: 'lockup', facilityKind: 'lockup' }
const house = { facility: 'house', facilityKind: 'detention-house' }
const questioned = measure('continued-questioning')
const detention = measure('criminal-detention', { measure: 'm0', case: 'c1' })
const penalty = measure('administrative-detention', { case: 'c1' })
const talk = act('interrogation', { caseType: 'criminal', chargeBand: 'ordinary' })
const later = (when: string): string => when.replace(/..$/, '30')

/** What breaks each duty, at a moment; the day on which its text came into force, and the one before. */
const days: readonly (readonly [
  rule: string,
  last: string,
  first: string,
  breach: (when: string) => readonly Moment[],
])[] = [
  [
    'case-area.taken-out-unapproved',
    '2016-02-29',
    '2016-03-01',
    (when) => [arrives(when), departs(later(when), { how: 'taken-out' })],
  ],
  [
    'coercive-measure.bail-forfeiture-approval',
    '2012-12-31',
    '2013-01-01',
    (when) => [[when, 'bail.forfeited', { forfeiture: 'f1', measure: 'm1', person: 'p1', unit: 'u', yuan: 9 }]],
  ],
  [
    'coercive-measure.legal-aid-minor',
    '2012-12-31',
    '2013-01-01',
    (when) => [
      person(when, { birthDate: '2000-01-01' }),
      [when, 'defence.told', { person: 'p1', unit: 'u', state: 'none' }],
    ],
  ],
  [
    'continued-questioning.no-ground',
    '2004-09-30',
    '2004-10-01',
    (when) => [questioned.starts(when, { grounds: ['complex'] })],
  ],
  [
    'detention.confinement-approval',
    '1990-03-16',
    '1990-03-17',
    (when) => [[when, 'custody.confined', { confinement: 'k1', person: 'p1', ...house }]],
  ],
  [
    'detention.house-staff',
    '1991-10-04',
    '1991-10-05',
    (when) => [[when, 'facility.staffed', { ...house, police: ['o1'] }]],
  ],
  [
    'detention.lockup-staff',
    '2012-12-13',
    '2012-12-14',
    (when) => [[when, 'facility.staffed', { ...lockup, police: ['o1'], leader: 'l1' }]],
  ],
  [
    'detention.offset',
    '2006-02-28',
    '2006-03-01',
    (when) => [
      detention.starts('2006-02-10 10:00'),
      detention.ends('2006-02-13 10:00'),
      penalty.approved(when, 'bureau-chief', { days: 5, offsetDays: 0 }),
    ],
  ],
  [
    'detention.taken-out-by-two',
    '2012-12-13',
    '2012-12-14',
    (when) => [[when, 'custody.taken-out', outing('interrogation', lockup)]],
  ],
  [
    'detention.women-by-men',
    '2012-03-31',
    '2012-04-01',
    (when) => [
      room(early, { kind: 'cell', facility: 'lockup' }),
      officer(early, 'o1'),
      enters(when, 'p1', 'held', { sex: 'female' }),
      enters(later(when), 'o1', 'officer'),
    ],
  ],
  [
    'interrogation.special-unrecorded',
    '2014-12-31',
    '2015-01-01',
    (when) => [
      sensor(early, ['recording']),
      person(early, { deaf: true }),
      talk.starts(when),
      talk.signed(later(when)),
    ],
  ],
  [
    'release.convict-out-approval',
    '2013-11-22',
    '2013-11-23',
    (when) => [[when, 'custody.taken-out', outing('home-visit', { convict: true })]],
  ],
]

describe('judges nothing before its text, and everything from the first day on', () => {
  it.each(days)('%s', (id, last, first, breach) => {
    const judged = (when: string) => given(facilityRule(id), ...breach(when)).until('2017-01-01 00:00')
    expect(judged(`${last} 23:00`)).toEqual([])
    expect(judged(`${first} 00:00`)).toHaveLength(1)
  })
  it('a convict is confined for ten days at most from 2013-11-23 on, for fifteen before', () => {
    const confined = (when: string): Moment => [
      when,
      'custody.confined',
      { confinement: 'k1', person: 'p1', ...house, convict: true, rank: 'facility-director' },
    ]
    const rule = facilityRule('detention.confinement-length')
    expect(given(rule, confined('2013-11-22 23:00')).until('2013-12-08 00:00')).toEqual([])
    expect(given(rule, confined('2013-11-23 00:00')).until('2013-12-04 00:01')).toHaveLength(1)
  })
})
