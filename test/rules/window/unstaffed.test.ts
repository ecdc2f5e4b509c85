import { describe, expect, it } from 'vitest'
import { windowUnstaffed as rule } from '../../../server/rules/window/unstaffed.ts'
import { sensor, sensorFails } from '../../support/custody.ts'
import { describeStretch } from '../../support/limits-of-stretches.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

/** A Monday. */
const day = '2026-03-02'
const weekdays = [1, 2, 3, 4, 5].map((d) => ({
  day: d,
  hours: [
    { from: '09:00', to: '12:00' },
    { from: '14:00', to: '17:00' },
  ],
}))
const posted = (more: object = {}, told = '2012-01-01 00:00'): Moment => [
  told,
  'window.hours-posted',
  { window: 'w1', unit: 'station-1', name: { zh: '户政窗口', en: 'Window' }, weekly: weekdays, ...more },
]
const holidays = (year: number, days: readonly string[] = [], workdays: readonly string[] = []): Moment => [
  `${year}-01-01 00:00`,
  'calendar.published',
  { year, holidays: days, workdays, source: 'test' },
]
const staffed = (when: string, heard?: string): Moment => [
  when,
  'window.staffed',
  { window: 'w1', unit: 'station-1', source: 'queue-system' },
  heard,
]
const empty = (when: string, heard?: string): Moment => [
  when,
  'window.unstaffed',
  { window: 'w1', unit: 'station-1', source: 'queue-system' },
  heard,
]
const known = [posted(), holidays(2026)] as const
const then = (d: string, year: number): Moment[] => [
  posted(),
  holidays(year),
  staffed(`${d} 08:55`),
  empty(`${d} 10:00`),
  empty(`${d} 10:20`),
]

describeStretch('窗口在公示的办公时间内应当有人', {
  rule,
  begins: (heard) => [...known, staffed(`${day} 08:55`), empty(`${day} 10:00`, heard)],
  ends: staffed,
  since: `${day} 10:00`,
  last: `${day} 10:10`,
  past: `${day} 10:25`,
  far: `${day} 11:50`,
  paused: [
    posted({ exceptions: [{ day, hours: [{ from: '09:00', to: '10:00' }], reason: '停电' }] }, '2026-03-01 09:00'),
  ],
  before: then('2012-12-31', 2012),
  first: then('2013-01-04', 2013),
  firstPast: '2013-01-04 13:00',
})

describe('the hours posted', () => {
  it('nobody is asked about the lunch break, the evening, or a day off', () => {
    expect(
      given(
        rule,
        ...known,
        staffed(`${day} 08:55`),
        empty(`${day} 12:00`),
        staffed(`${day} 14:00`),
        empty(`${day} 17:00`),
      ).until(`${day} 23:00`),
    ).toEqual([])
    expect(given(rule, ...known, empty('2026-03-07 09:00')).until('2026-03-08 23:00')).toEqual([])
  })
  it('closed on a holiday, open when an exception says so', () => {
    const closed = holidays(2026, [day])
    expect(given(rule, posted(), closed, empty(`${day} 09:00`)).until(`${day} 11:00`)).toEqual([])
    const open = posted({ exceptions: [{ day, hours: [{ from: '09:00', to: '12:00' }] }] })
    expect(given(rule, open, closed, empty(`${day} 09:00`)).until(`${day} 09:20`)).toHaveLength(1)
  })
  it('says nothing without the year’s holidays, unless holidays do not matter', () => {
    expect(given(rule, posted(), empty(`${day} 09:00`)).until(`${day} 11:00`)).toEqual([])
    expect(given(rule, posted({ holidaysClosed: false }), empty(`${day} 09:00`)).until(`${day} 09:20`)).toHaveLength(1)
  })
  it('new hours hold from when they were posted', () => {
    const later = posted({ weekly: [{ day: 1, hours: [{ from: '13:00', to: '17:00' }] }] }, `${day} 08:00`)
    expect(given(rule, ...known, later, empty(`${day} 09:00`)).until(`${day} 12:00`)).toEqual([])
  })
})

describe('who sees the window', () => {
  it('a counter that shows nobody for an hour and then fails: the window is unobservable from then on', () => {
    const counter = sensor('2026-03-01 00:00', ['people-count'], { room: 'w1' })
    const counts = (when: string, people: number): Moment => [when, 'room.counted', { room: 'w1', people }]
    expect(given(rule, ...known, counter, counts(`${day} 09:00`, 0)).until(`${day} 09:30`)).toMatchObject([
      { since: at(`${day} 09:00`), facts: { window: 'w1', sources: 'people-count' }, concerns: { unit: 'station-1' } },
    ])
    const events = given(rule, ...known, counter, counts(`${day} 09:00`, 0), sensorFails(`${day} 09:40`)).events(
      `${day} 11:00`,
    )
    expect(events.at(-1)).toMatchObject({ is: 'ended', because: 'unknown' })
  })
  it('what an undeclared system said is believed for half an hour, and no longer', () =>
    expect(given(rule, ...known, empty(`${day} 09:00`)).events(`${day} 11:00`)).toMatchObject([
      { is: 'opened' },
      { is: 'continued' },
      { is: 'ended', because: 'unknown' },
    ]))
  it('says nothing of a window nobody sees', () => expect(given(rule, ...known).until(`${day} 23:00`)).toEqual([]))
  it('names who was to sit there', () => {
    const duty: Moment = [
      '2026-03-01 00:00',
      'duty.assigned',
      {
        duty: 'd1',
        unit: 'station-1',
        role: 'window',
        officer: 'o1',
        post: 'w1',
        startsAt: at(`${day} 09:00`),
        endsAt: at(`${day} 17:00`),
      },
    ]
    expect(given(rule, ...known, duty, empty(`${day} 09:00`)).until(`${day} 09:20`)).toMatchObject([
      { concerns: { officers: ['o1'] } },
    ])
  })
})

describe('what the finding rests on', () => {
  const duty: Moment = [
    '2026-03-01 00:00',
    'duty.assigned',
    {
      duty: 'd1',
      unit: 'station-1',
      role: 'window',
      officer: 'o1',
      post: 'w1',
      startsAt: at(`${day} 09:00`),
      endsAt: at(`${day} 17:00`),
    },
  ]
  it('the hours posted, who was to sit there, and what was seen until then', () =>
    expect(
      given(rule, ...known, duty, staffed(`${day} 08:55`), empty(`${day} 10:00`)).until(`${day} 10:20`),
    ).toMatchObject([
      { evidence: [0, 2, 3, 4], facts: { assigned: 1, sources: 'queue-system' }, concerns: { unit: 'station-1' } },
    ]))
  it('no more than the last three reports, and none of afterwards', () => {
    const before = ['08:40', '08:45', '08:50', '08:55'].map((time) => staffed(`${day} ${time}`))
    const marks = before.flatMap((one): Moment[] => [one, empty(`${day} ${one[0].slice(11, 15)}7`)])
    const [found] = given(rule, ...known, ...marks, empty(`${day} 09:01`), empty(`${day} 09:20`)).grown(`${day} 09:40`)
    expect(found?.evidence).toHaveLength(4)
    expect(found?.evidence[0]).toBe(0)
  })
})

describe('without the year’s holidays it is unknown, and a table that comes is heard', () => {
  const verdict = (local: string, ...moments: Moment[]) => given(rule, ...moments).verdict(local, 'w1')
  it('in its hours; before and after them nobody needs to know', () => {
    const unknown = { is: 'unknown', missing: 'calendar.published' }
    expect(verdict(`${day} 09:20`, posted(), empty(`${day} 09:00`), empty(`${day} 09:15`))).toMatchObject(unknown)
    expect(verdict(`${day} 13:00`, posted(), empty(`${day} 12:30`))).not.toMatchObject(unknown)
  })
  it('a table told at ten past opens it, for every window', () => {
    const table: Moment = [
      '2026-01-01 00:00',
      'calendar.published',
      { year: 2026, holidays: [], workdays: [], source: 't' },
      `${day} 09:20`,
    ]
    expect(given(rule, posted(), empty(`${day} 09:00`), table).until(`${day} 09:25`)).toMatchObject([
      { since: at(`${day} 09:00`), openedAt: at(`${day} 09:20`) },
    ])
    expect(given(rule, posted(), empty(`${day} 09:00`)).until(`${day} 09:25`)).toEqual([])
  })
  it('new hours are heard at once, and a post that is no window is none', () => {
    const more = posted(
      { holidaysClosed: false, weekly: [{ day: 1, hours: [{ from: '12:00', to: '14:00' }] }] },
      `${day} 12:00`,
    )
    expect(given(rule, ...known, empty(`${day} 12:00`), more).until(`${day} 12:20`)).toMatchObject([
      { since: at(`${day} 12:00`) },
    ])
    const desk: Moment = [`${day} 09:00`, 'window.unstaffed', { window: 'desk', unit: 'station-1', source: 'desk' }]
    expect(given(rule, ...known, desk).verdict(`${day} 10:00`, 'desk')).toBeUndefined()
  })
  it('a window that no source shows in its hours is unobservable then', () => {
    expect(verdict(`${day} 09:20`, ...known, staffed(`${day} 08:55`), staffed(`${day} 09:10`))).not.toMatchObject({
      is: 'unknown',
    })
    expect(verdict(`${day} 10:00`, ...known, empty(`${day} 09:00`))).toMatchObject({
      is: 'unknown',
      missing: 'a queue system, counter or camera at the window',
    })
  })
})
