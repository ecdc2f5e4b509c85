import { describe, expect, it } from 'vitest'
import { radioEmergency as rule } from '../../../server/rules/radio/emergency.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const radio = 'hytera:10-100'
const pressed = (when: string, place: readonly number[] | null = [116.05, 30.05], heard?: string): Moment => [
  when,
  'radio.emergency',
  { radio, gateway: 'g1', site: 'a', kind: 'button', place },
  heard,
]
const known: Moment[] = [
  [
    '2026-03-02 08:00',
    'officer.registered',
    { officer: 'o1', name: '甲', unit: 's1', kind: 'officer', sex: null, rank: null },
  ],
  ['2026-03-02 08:00', 'radio.assigned', { radio, make: 'hytera', gateway: 'g1', carrier: 'officer/o1', unit: 'tech' }],
]

describe('治安突发事件的处置情况（第四条）: a call for help is a finding at once', () => {
  it('of the highest grade, with who, where and by which radio', () => {
    expect(given(rule, ...known, pressed('2026-03-02 10:00')).until('2026-03-02 10:00')).toMatchObject([
      {
        grade: 'A',
        since: at('2026-03-02 10:00'),
        evidence: [2],
        facts: { radio, kind: 'button', presses: 1 },
        concerns: { unit: 's1', carrier: 'officer/o1', officers: ['o1'], place: [116.05, 30.05] },
      },
    ])
  })
  it('pressed again within ten minutes is the same one, later another', () => {
    const both = given(rule, ...known, pressed('2026-03-02 10:00'), pressed('2026-03-02 10:10', null))
    expect(both.until('2026-03-02 10:30')).toHaveLength(1)
    // Where it was pressed stays known when the next press has no fix.
    expect(both.events('2026-03-02 10:30').findLast((e) => 'finding' in e)).toMatchObject({
      finding: { facts: { presses: 2 }, concerns: { place: [116.05, 30.05] } },
    })
    const later = given(rule, ...known, pressed('2026-03-02 10:00'), pressed('2026-03-02 10:10:01'))
    expect(later.until('2026-03-02 10:30').map((f) => f.since)).toEqual([
      at('2026-03-02 10:00'),
      at('2026-03-02 10:10:01'),
    ])
  })
  it('ends by itself an hour after the last press; somebody still has to have seen it', () =>
    expect(
      given(rule, ...known, pressed('2026-03-02 10:00'))
        .events('2026-03-02 11:01')
        .map((e) => e.is),
    ).toEqual(['opened', 'ended']))
  it('at the end of the hour itself it is still open, with nobody reporting', () => {
    const at11 = (until: string) =>
      given(rule, ...known, pressed('2026-03-02 10:00'))
        .events(until)
        .map((e) => e.is)
    expect(at11('2026-03-02 11:00')).toEqual(['opened'])
    expect(at11('2026-03-02 11:00:01')).toEqual(['opened', 'ended'])
  })
  it('heard of half an hour late it is dated from the press, and joins the one it belongs to', () => {
    const late = pressed('2026-03-02 10:00', null, '2026-03-02 10:30')
    expect(given(rule, ...known, late).until('2026-03-02 10:31')).toMatchObject([
      { since: at('2026-03-02 10:00'), facts: { presses: 1 } },
    ])
    const both = given(rule, ...known, pressed('2026-03-02 10:05'), late).events('2026-03-02 10:31')
    expect(both.findLast((e) => 'finding' in e)).toMatchObject({ finding: { facts: { presses: 2 } } })
  })
  it('of a radio nobody carries concerns its owner; one nobody knows concerns nobody, and is heard all the same', () => {
    const fixed: Moment = [
      '2026-03-02 08:00',
      'radio.assigned',
      { radio, make: 'hytera', gateway: 'g1', carrier: null, post: 'duty-s1', unit: 'tech' },
    ]
    expect(given(rule, fixed, pressed('2026-03-02 10:00')).until('2026-03-02 10:01')).toMatchObject([
      { concerns: { unit: 'tech', officers: [] }, facts: { post: 'duty-s1' } },
    ])
    expect(given(rule, pressed('2026-03-02 10:00', null)).until('2026-03-02 10:01')).toMatchObject([
      { concerns: { unit: null, place: null } },
    ])
  })
  it('the lawful twin: registering, answering and texting find nothing', () =>
    expect(
      given(rule, ...known, ['2026-03-02 10:00', 'radio.registered', { radio, gateway: 'g1' }]).until(
        '2026-03-02 12:00',
      ),
    ).toEqual([]))
})
