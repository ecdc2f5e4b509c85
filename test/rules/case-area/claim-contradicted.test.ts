import { describe, expect, it } from 'vitest'
import { claimContradicted as rule } from '../../../server/rules/case-area/claim-contradicted.ts'
import { act, enters, leaves, room, sensor, sensorFails } from '../../support/custody.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const own = room('2026-01-01 00:00')
const reader = sensor('2026-01-01 00:00', ['badges', 'people-count'])
const talk = act('questioning', { officers: ['oA', 'oB'], person: null })
const session = [talk.starts('2026-03-02 09:00'), talk.ends('2026-03-02 10:00')]
const there = (who: string): Moment[] => [
  enters('2026-03-02 08:59', who, 'officer'),
  leaves('2026-03-02 10:01', who, 'officer'),
]
const counted = (when: string, people: number): Moment => [when, 'room.counted', { room: 'r1', people }]

describe('督察条例第四条: a record that sensors contradict is a lead for people to verify', () => {
  it('opens once the record has ended, naming what stands against it', () =>
    expect(given(rule, own, reader, ...there('oA'), ...session).until('2026-03-02 12:00')).toMatchObject([
      {
        since: at('2026-03-02 09:00'),
        openedAt: at('2026-03-02 10:00'),
        concerns: { unit: 'station-1', officers: ['oA', 'oB'] },
        facts: { sources: 'door', because: 'absent' },
      },
    ]))
  it('opens when the counter saw fewer for longer than the tolerance', () => {
    const few = [counted('2026-03-02 09:10', 1), counted('2026-03-02 09:20', 2)]
    expect(
      given(rule, own, reader, ...there('oA'), ...there('oB'), ...few, ...session).until('2026-03-02 12:00'),
    ).toMatchObject([{ facts: { sources: 'count', because: 'fewer' } }])
  })
  it('finds nothing where the sensors agree', () =>
    expect(given(rule, own, reader, ...there('oA'), ...there('oB'), ...session).until('2026-03-02 12:00')).toEqual([]))
  it('finds nothing where nothing watched, or the reader was down', () => {
    expect(given(rule, own, ...session).until('2026-03-02 12:00')).toEqual([])
    expect(given(rule, own, reader, sensorFails('2026-03-02 08:00'), ...session).until('2026-03-02 12:00')).toEqual([])
  })
  it('says nothing while the act goes on', () =>
    expect(given(rule, own, reader, session[0]!).until('2026-03-02 23:00')).toEqual([]))
  it('a late word of the door that puts it right ends the finding', () => {
    const late: Moment[] = [
      enters('2026-03-02 08:59', 'oB', 'officer', {}, '2026-03-02 13:00'),
      leaves('2026-03-02 10:01', 'oB', 'officer', {}, '2026-03-02 13:01'),
    ]
    const events = given(rule, own, reader, ...there('oA'), ...session, ...late).events('2026-03-02 14:00')
    expect(events.map((e) => e.is)).toEqual(expect.arrayContaining(['opened', 'ended']))
    expect(events.at(-1)).toMatchObject({ is: 'ended', because: 'clear' })
  })
  /** Forty people a day in and out of the room, for six days after the session. */
  const busy = Array.from({ length: 240 }, (_, i): Moment[] => {
    const when = `2026-03-0${3 + Math.floor(i / 40)} ${String(8 + Math.floor((i % 40) / 10)).padStart(2, '0')}:${(i % 10) * 5 + 10}`
    return [enters(when, `x${i}`, 'other'), leaves(when, `x${i}`, 'other')]
  }).flat()
  it('finds nothing when the record is told after the passages that agree were dropped', () => {
    const told = session.map(([when, kind, data = {}]): Moment => [when, kind, data, '2026-03-09 08:00'])
    expect(
      given(rule, own, reader, ...there('oA'), ...there('oB'), ...busy, ...told).until('2026-03-09 12:00'),
    ).toEqual([])
  })
  it('nor does a finding turn out right when they are: it can no longer be observed', () => {
    const signed: Moment = ['2026-03-02 10:05', 'act.signed', { act: 'a1' }, '2026-03-09 08:00']
    expect(
      given(rule, own, reader, ...there('oA'), ...session, ...busy, signed)
        .events('2026-03-09 12:00')
        .at(-1),
    ).toMatchObject({ is: 'ended', because: 'unknown' })
  })
  it('over a picture link the person is not missed in the room', () => {
    const link = act('questioning', { officers: ['oA', 'oB'], place: 'remote-video' })
    const entry = sensor('2026-01-01 00:00', ['badges', 'entry'])
    const remote = [link.starts('2026-03-02 09:00'), link.ends('2026-03-02 10:00')]
    expect(given(rule, own, entry, ...there('oA'), ...there('oB'), ...remote).until('2026-03-02 12:00')).toEqual([])
  })
  it('ships switched off, because no article makes it a breach', () => expect(rule.shipsOff?.zh).toMatch(/没有条文/))
})
