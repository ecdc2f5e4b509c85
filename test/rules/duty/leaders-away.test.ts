import { describe, expect, it } from 'vitest'
import { leadersAway as rule } from '../../../server/rules/duty/leaders-away.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const leads = (officer: string, office: string, more: object = {}): Moment => [
  '2021-06-01 00:00',
  'leader.appointed',
  { appointment: office, officer, unit: 'station-1', office, startsAt: at('2021-06-01 00:00'), ...more },
]
const away = (officer: string, from: string, to: string, more: object = {}, heard?: string): Moment => [
  '2021-12-01 09:00',
  'leave.approved',
  { leave: `l-${officer}`, officer, kind: 'annual', startsAt: at(from), endsAt: at(to), outOfArea: true, ...more },
  heard,
]
const both = [leads('o1', 'chief'), leads('o2', 'daily')] as const
const far = '2026-04-01 00:00'

describe('主要领导与主持日常工作的副职原则上不同时离开本地', () => {
  it('finds nothing when the one comes back as the other leaves', () =>
    expect(
      given(
        rule,
        ...both,
        away('o1', '2026-03-01 00:00', '2026-03-05 00:00'),
        away('o2', '2026-03-05 00:00', '2026-03-09 00:00'),
      ).until(far),
    ).toEqual([]))
  it('opens a moment after both are away, with nobody reporting, and ends when one is back', () => {
    const days = [
      away('o1', '2026-03-01 00:00', '2026-03-05 00:00'),
      away('o2', '2026-03-04 00:00', '2026-03-09 00:00'),
    ] as const
    expect(given(rule, ...both, ...days).until('2026-03-04 00:00')).toEqual([])
    const events = given(rule, ...both, ...days).events(far)
    expect(events).toMatchObject([
      {
        is: 'opened',
        finding: {
          since: at('2026-03-04 00:00'),
          facts: { chief: 'o1', daily: 'o2' },
          concerns: { unit: 'station-1' },
        },
      },
      { is: 'continued' },
      { is: 'ended', at: at('2026-03-05 00:01') },
    ])
  })
  it('a leave that is cut short is over then', () =>
    expect(
      given(
        rule,
        ...both,
        away('o1', '2026-03-01 00:00', '2026-03-05 00:00'),
        ['2026-03-03 08:00', 'leave.withdrawn', { leave: 'l-o1', officer: 'o1' }],
        away('o2', '2026-03-04 00:00', '2026-03-09 00:00'),
      ).until(far),
    ).toEqual([]))
  it('staying in the county, another deputy, or an office that ended is nothing', () => {
    const o1 = away('o1', '2026-03-01 00:00', '2026-03-05 00:00')
    expect(
      given(rule, ...both, o1, away('o2', '2026-03-04 00:00', '2026-03-09 00:00', { outOfArea: false })).until(far),
    ).toEqual([])
    expect(
      given(
        rule,
        leads('o1', 'chief'),
        leads('o2', 'deputy'),
        o1,
        away('o2', '2026-03-04 00:00', '2026-03-09 00:00'),
      ).until(far),
    ).toEqual([])
    const left = leads('o2', 'daily', { endsAt: at('2026-03-01 00:00') })
    expect(
      given(rule, leads('o1', 'chief'), left, o1, away('o2', '2026-03-04 00:00', '2026-03-09 00:00')).until(far),
    ).toEqual([])
  })
  it('says nothing when it is not stated that they leave the area', () =>
    expect(
      given(
        rule,
        ...both,
        away('o1', '2026-03-01 00:00', '2026-03-05 00:00', { outOfArea: null }),
        away('o2', '2026-03-04 00:00', '2026-03-09 00:00'),
      ).until(far),
    ).toEqual([]))
  it('judges from 28 December 2021, and dates truly what is told late', () => {
    const old = [away('o1', '2021-12-20 00:00', '2021-12-26 00:00'), away('o2', '2021-12-20 00:00', '2021-12-26 00:00')]
    expect(given(rule, ...both, ...old).until(far)).toEqual([])
    expect(rule.params[0]!.from).toBe('2021-12-28')
    const late = [
      away('o1', '2026-03-01 00:00', '2026-03-05 00:00'),
      away('o2', '2026-03-02 00:00', '2026-03-04 00:00', {}, '2026-03-06 09:00'),
    ]
    expect(given(rule, ...both, ...late).until(far)).toMatchObject([
      { since: at('2026-03-02 00:00'), openedAt: at('2026-03-06 09:00') },
    ])
  })
})

describe('who is away with whom, and what is not known', () => {
  const [from, to] = ['2026-03-01 00:00', '2026-03-05 00:00']
  const together = [...both, away('o1', from, to), away('o2', from, to, { kind: 'official-trip' })] as const

  it('tells both officers, both leaves and the entries that show it', () =>
    expect(given(rule, ...together).until(far)).toMatchObject([
      {
        grade: 'B',
        since: at(from),
        openedAt: at(from) + 1,
        evidence: [0, 1, 2, 3],
        facts: { chief: 'o1', daily: 'o2', leave: 'annual', leaveOfDeputy: 'official-trip' },
        concerns: { unit: 'station-1', carrier: null, officers: ['o1', 'o2'], place: null },
      },
    ]))
  it('learns of it from the appointment that came last', () => {
    const [chief, daily] = both
    const late: Moment = [daily[0], daily[1], daily[2] ?? {}, '2026-03-02 08:00']
    expect(given(rule, chief, away('o1', from, to), away('o2', from, to), late).until(far)).toMatchObject([
      { since: at(from), openedAt: at('2026-03-02 08:00') },
    ])
  })
  it('finds the earlier of two times together that were approved in the other order', () =>
    expect(
      given(
        rule,
        ...both,
        away('o1', '2026-03-20 00:00', '2026-03-22 00:00', { leave: 'x1' }),
        away('o2', '2026-03-20 00:00', '2026-03-22 00:00', { leave: 'x2' }),
        away('o1', from, to),
        away('o2', from, to),
      ).until(far),
    ).toMatchObject([
      { since: at(from), openedAt: at(from) + 1 },
      { since: at('2026-03-20 00:00'), openedAt: at('2026-03-20 00:00') + 1 },
    ]))
  it('counts from when the second of them was appointed, not from when the leave began', () => {
    const late = leads('o2', 'daily', { startsAt: at('2026-03-03 00:00') })
    expect(given(rule, both[0], late, ...together.slice(2)).until(far)).toMatchObject([
      { since: at('2026-03-03 00:00') },
    ])
  })
  it('a leave that is withdrawn after its end was over at its end', () =>
    expect(
      given(
        rule,
        ...both,
        away('o1', from, to),
        ['2026-03-07 08:00', 'leave.withdrawn', { leave: 'l-o1', officer: 'o1' }],
        away('o2', to, '2026-03-09 00:00', {}, '2026-03-07 09:00'),
      ).until(far),
    ).toEqual([]))
  it('is nothing when one officer holds both offices', () =>
    expect(given(rule, leads('o1', 'chief'), leads('o1', 'daily'), away('o1', from, to)).until(far)).toEqual([]))
  it('is nothing between leaders of two units', () =>
    expect(
      given(rule, leads('o1', 'chief'), leads('o2', 'daily', { unit: 'station-2' }), ...together.slice(2)).until(far),
    ).toEqual([]))

  /** What it says once the time together is over, when both are on a further leave. */
  const afterwards = (chief: boolean | null, daily: boolean | null, begins = to, ends = '2026-03-08 00:00') =>
    given(
      rule,
      ...together,
      away('o1', begins, ends, { leave: 'n1', outOfArea: chief }),
      away('o2', begins, ends, { leave: 'n2', outOfArea: daily }),
    )
      .events(far)
      .flatMap((e) => (e.is === 'ended' ? [e.because] : []))
  it.each([
    [null, null, 'unknown'],
    [null, true, 'unknown'],
    [true, null, 'unknown'],
    [null, false, 'clear'],
    [false, null, 'clear'],
    [false, true, 'clear'],
    [false, false, 'clear'],
  ] as const)('chief out of the area %s, deputy %s: %s', (chief, daily, because) =>
    expect(afterwards(chief, daily)).toEqual([because]),
  )
  it.each([
    ['2026-03-05 00:01', '2026-03-08 00:00', 'unknown'],
    ['2026-03-05 00:02', '2026-03-08 00:00', 'clear'],
    [to, '2026-03-05 00:02', 'unknown'],
    [to, '2026-03-05 00:01', 'clear'],
  ] as const)('what was not stated from %s to %s leaves it %s', (begins, ends, because) =>
    expect(afterwards(null, null, begins, ends)).toEqual([because]),
  )
})
