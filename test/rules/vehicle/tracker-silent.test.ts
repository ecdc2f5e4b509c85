import { describe, expect, it } from 'vitest'
import { trackerSilent as rule } from '../../../server/rules/vehicle/tracker-silent.ts'
import { fix, fixes, inside, roster, shift } from '../../support/patrol.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const day = '2026-03-02'
const reports = (from: string, to: string, more: object = {}): Moment[] =>
  fixes(`${day} ${from}`, `${day} ${to}`, () => inside, more, 60)
const heartbeat = (when: string): Moment => [
  `${day} ${when}`,
  'device.heartbeat',
  { device: 'jt808:1', carrier: 'vehicle/v1' },
]

describe('组织管理和警务保障的情况（公安机关督察条例第四条第九项）— a silent tracker is a hole in supervision', () => {
  it('says nothing at the limit exactly', () => {
    expect(given(rule, ...roster, ...reports('08:00', '10:00')).until(`${day} 10:10`)).toEqual([])
  })
  it('opens just past it, with nobody reporting, on the owner of the equipment and not on the crew', () => {
    expect(given(rule, ...roster, ...reports('08:00', '10:00')).until(`${day} 10:11`)).toMatchObject([
      {
        since: at(`${day} 10:00`),
        openedAt: at(`${day} 10:10`) + 1,
        facts: { device: 'jt808:1', neverHeard: false, silentMinutes: 10 },
        concerns: { unit: 'tech', carrier: 'vehicle/v1', officers: [], place: inside },
      },
    ])
  })
  it('counts a tracker that never spoke from the beginning of the shift', () => {
    expect(given(rule, ...roster).until(`${day} 08:11`)).toMatchObject([
      {
        since: at(`${day} 08:00`),
        evidence: [],
        facts: { neverHeard: true, lastHeardAt: null },
        concerns: { unit: 'tech' },
      },
    ])
  })
  it('does not count silence before the shift', () => {
    expect(given(rule, ...roster, ...reports('06:00', '06:30')).until(`${day} 08:10`)).toEqual([])
  })
  it('takes a heartbeat and a report without a position as signs of life', () => {
    const alive = [fix(`${day} 08:05`, null), ...['08:14', '08:23', '08:32'].map(heartbeat)]
    expect(given(rule, ...roster, ...alive).until(`${day} 08:42`)).toEqual([])
  })
  it('measures silence by our clock: buffered reports show that it lives now', () => {
    const buffered = fix(`${day} 08:01`, inside, { delivery: 'backfill' }, `${day} 08:09`)
    expect(given(rule, ...roster, buffered).until(`${day} 08:19`)).toEqual([])
    expect(given(rule, ...roster, buffered).until(`${day} 08:20`)).toHaveLength(1)
  })
  describe('while this system itself could not record, nobody could have been heard', () => {
    const back = (from: string, to: string): Moment => [
      `${day} ${to}`,
      'journal.resumed',
      { awayFrom: at(`${day} ${from}`) },
    ]
    const until0900 = [...roster, ...reports('08:00', '09:00')]
    it('so silence begins anew when it can again, and lasts its whole time', () => {
      const events = given(rule, ...until0900, back('09:02', '09:40'))
      expect(events.until(`${day} 09:50`)).toEqual([])
      expect(events.until(`${day} 09:51`)).toMatchObject([
        { since: at(`${day} 09:40`), openedAt: at(`${day} 09:50`) + 1, facts: { lastHeardAt: at(`${day} 09:00`) } },
      ])
    })
    it('one that speaks again before that was never silent', () => {
      const heard = given(rule, ...until0900, back('09:02', '09:40'), heartbeat('09:42'))
      expect(heard.until(`${day} 09:52`)).toEqual([])
    })
    it('two outages that follow each other are no silence either', () => {
      const twice = given(rule, ...until0900, back('09:02', '09:20'), back('09:25', '09:40'))
      expect(twice.until(`${day} 09:50`)).toEqual([])
      expect(twice.until(`${day} 09:51`)).toMatchObject([{ since: at(`${day} 09:40`) }])
    })
    it('a silence that had lasted its time before goes on as it was', () => {
      const events = given(rule, ...until0900, back('09:11', '09:40')).events(`${day} 09:45`)
      expect(events).toMatchObject([{ is: 'opened', finding: { since: at(`${day} 09:00`) } }])
    })
    it('and what had not quite lasted so long does not', () => {
      expect(given(rule, ...until0900, back('09:10', '09:40')).until(`${day} 09:50`)).toEqual([])
    })
  })
  it('ends when it is heard again', () => {
    const events = given(rule, ...roster, ...reports('08:00', '09:00'), heartbeat('09:30')).events(`${day} 09:31`)
    expect(events.map((e) => e.is)).toEqual(['opened', 'ended'])
  })
  it('ends with the shift, follows its extension and its cancellation', () => {
    const ended = given(rule, ...roster, ...reports('08:00', '15:00')).events(`${day} 20:00`)
    expect(ended.at(-1)).toMatchObject({ is: 'ended', at: at(`${day} 16:00`) + 1 })
    const longer = shift(`${day} 08:00`, `${day} 20:00`)
    expect(given(rule, ...roster, longer, ...reports('08:00', '17:00')).until(`${day} 18:00`)).toMatchObject([
      { since: at(`${day} 17:00`) },
    ])
    const cancelled: Moment = [
      '2026-03-01 09:00',
      'shift.cancelled',
      { shift: 'day', carrier: 'vehicle/v1', reason: 'x' },
    ]
    expect(given(rule, ...roster, cancelled).until(`${day} 20:00`)).toEqual([])
  })
  it('says nothing of a car that no tracker is bound to', () => {
    const [vehicle, , beat, duty] = roster
    expect(given(rule, vehicle!, beat!, duty!).until(`${day} 20:00`)).toEqual([])
  })
  it('judges by the regulation in force from October 2011, not before', () => {
    expect(rule.params.map((p) => p.from)).toEqual(['2011-10-01'])
  })
})
