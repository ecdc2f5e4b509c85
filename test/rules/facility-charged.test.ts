import { describe, expect, it } from 'vitest'
import { arrives, enters, measure, notice, officer, person, room, sensor } from '../support/custody.ts'
import { facilityRule, outing } from '../support/facility-rule.ts'
import { given, type Moment } from '../support/timeline.ts'

const early = '2012-01-01 00:00'
const ten = '2026-03-02 10:00'
const questioned = measure('continued-questioning')
const bail = measure('bail')
const arrest = measure('arrest')
const two = { officers: ['o1', 'o2'] }
const shot = { use: 'w1', unit: 'station-1', officers: ['o1'], kind: 'firearm', warned: true, casualties: true }
const forfeited = (rank: string): Moment => [
  ten,
  'bail.forfeited',
  { forfeiture: 'f1', measure: 'm1', person: 'p1', unit: 'bureau', yuan: 100, rank },
]
const house = { facility: 'house', facilityKind: 'detention-house' }
const lockup = { facility: 'lockup', facilityKind: 'lockup' }
const convict = { convict: true }

/** A breach of each duty, and who answers for it: the unit, and the officers whom the record names. */
const charged: readonly (readonly [
  rule: string,
  unit: string,
  officers: readonly string[],
  moments: readonly Moment[],
])[] = [
  [
    'continued-questioning.no-ground',
    'station-1',
    ['o1', 'o2'],
    [questioned.starts(ten, { ...two, grounds: ['complex'] })],
  ],
  [
    'continued-questioning.incident-unreported',
    'station-2',
    [],
    [
      questioned.starts(ten),
      [ten, 'custody.incident', { incident: 'i1', person: 'p1', unit: 'station-2', of: 'escape' }],
    ],
  ],
  [
    'continued-questioning.death-appraisal',
    'station-2',
    [],
    [
      questioned.starts(ten),
      [ten, 'custody.incident', { incident: 'i1', person: 'p1', unit: 'station-2', of: 'death' }],
      notice('2026-03-02 10:05', 'i1', 'supervision'),
    ],
  ],
  [
    'continued-questioning.death-conclusion',
    'bureau',
    [],
    [[ten, 'death.appraisal', { incident: 'i1', person: 'p1', unit: 'bureau', step: 'concluded' }]],
  ],
  ['continued-questioning.filed-late', 'station-1', [], [questioned.approved(ten, 'station-chief')]],
  [
    'coercive-measure.arrest-receipt',
    'station-1',
    ['o1', 'o2'],
    [sensor(early, ['notices'], { room: null }), arrest.starts(ten, two)],
  ],
  [
    'coercive-measure.delivery-after-arrest',
    'station-1',
    ['o1', 'o2'],
    [arrest.starts(ten, two), ['2026-03-04 10:00', 'custody.admitted', { person: 'p1', ...house }]],
  ],
  [
    'coercive-measure.deputy-reported',
    'station-1',
    ['o1', 'o2'],
    [person(early, { deputy: 'township' }), bail.starts(ten, two)],
  ],
  ['coercive-measure.bail-forfeiture-approval', 'bureau', [], [forfeited('station-chief')]],
  ['coercive-measure.bail-forfeiture-read', 'bureau', [], [forfeited('bureau-chief')]],
  ['case-area.direct-entry', 'station-1', [], [room(early, { area: 'z1' }), arrives(ten, { how: 'brought' })]],
  [
    'restraint.armoury-by-two',
    'station-1',
    ['o1'],
    [[ten, 'armoury.opened', { opening: 'q1', armoury: 'a1', unit: 'station-1', officers: ['o1'] }]],
  ],
  [
    'restraint.casualties-not-told',
    'bureau',
    [],
    [
      [ten, 'force.used', shot],
      [ten, 'force.reported', { use: 'w1', unit: 'bureau', written: true }],
    ],
  ],
  ['restraint.casualties-unreported', 'station-1', ['o1'], [[ten, 'force.used', shot]]],
  [
    'restraint.weapon-not-returned',
    'station-1',
    ['o1'],
    [
      [
        ten,
        'weapon.issued',
        {
          issue: 'i1',
          weapon: 'g1',
          unit: 'station-1',
          officer: 'o1',
          dutyEndsAt: Date.parse('2026-03-02T12:00+08:00'),
        },
      ],
    ],
  ],
  [
    'restraint.worn-too-long',
    'house',
    ['o1'],
    [
      ['2026-03-01 10:00', 'custody.admitted', { person: 'p1', ...house }],
      [ten, 'restraint.applied', { use: 'u1', person: 'p1', unit: 'station-1', kind: 'leg-irons', officers: ['o1'] }],
    ],
  ],
  [
    'detention.confinement-length',
    'house',
    [],
    [[ten, 'custody.confined', { confinement: 'k1', person: 'p1', ...house, rank: 'facility-director' }]],
  ],
  [
    'detention.leave-overstayed',
    'lockup',
    [],
    [[ten, 'custody.taken-out', outing('leave', { ...lockup, expectedBackAt: Date.parse('2026-03-03T10:00+08:00') })]],
  ],
  ['detention.lockup-check', 'lockup', [], [[ten, 'facility.checked', { ...lockup, kind: 'cells' }]]],
  [
    'detention.taken-out-by-two',
    'lockup',
    ['o1'],
    [[ten, 'custody.taken-out', outing('interrogation', { ...lockup, rank: 'bureau-chief', officers: ['o1'] })]],
  ],
  [
    'detention.women-by-men',
    'lockup',
    ['o1'],
    [
      room(early, { kind: 'cell', facility: 'lockup', unit: 'lockup' }),
      officer(early, 'o1'),
      enters(ten, 'p1', 'held', { sex: 'female' }),
      enters('2026-03-02 10:01', 'o1', 'officer'),
    ],
  ],
  [
    'release.convict-out-approval',
    'house',
    ['o1'],
    [[ten, 'custody.taken-out', outing('home-visit', { ...convict, officers: ['o1'] })]],
  ],
  ['release.home-leave-length', 'house', [], [[ten, 'custody.taken-out', outing('home-leave', convict)]]],
  ['release.home-visit-length', 'house', [], [[ten, 'custody.taken-out', outing('home-visit', convict)]]],
]

describe('who answers: the unit that held, and the officers whom the record names', () => {
  it.each(charged)('%s', (id, unit, officers, moments) =>
    expect(given(facilityRule(id), ...moments).until('2026-06-01 00:00')).toMatchObject([
      { concerns: { unit, officers } },
    ]),
  )
})
