import { describe, expect, it } from 'vitest'
import type { HolidayTable } from '../../../server/domain/calendar.ts'
import { openTimes } from '../../../server/domain/duty/hours.ts'
import { chinaDay, days } from '../../../server/domain/time.ts'
import { at } from '../../support/timeline.ts'

type Versions = Parameters<typeof openTimes>[0]
/** Hours by the day of the week, 1 is Monday: `{ 1: '08:30-12:00 14:00-17:30' }`. */
const hoursOf = (text: string) =>
  text
    .split(' ')
    .filter((part) => part !== '')
    .map((part) => ({ from: part.slice(0, 5), to: part.slice(6) }))
const posted = (week: Readonly<Record<number, string>>, more: object = {}, when = '2026-01-01 00:00') =>
  ({
    at: at(when),
    seq: 1,
    data: {
      ...{ window: 'w1', unit: 's1', name: { zh: '窗口', en: 'Window' }, holidaysClosed: true, exceptions: [] },
      weekly: Object.entries(week).map(([day, text]) => ({ day: Number(day), hours: hoursOf(text) })),
      ...more,
    },
  }) as Versions[number]
const clock = (ms: number): string => new Date(ms + 8 * 3_600_000).toISOString().slice(5, 16).replace('T', ' ')
const table = (holidays: readonly string[] = [], workdays: readonly string[] = []): HolidayTable => ({
  2026: { holidays, workdays },
})
const times = (versions: Versions, from: string, to: string, holidays: HolidayTable = table()) => {
  const { open, untold } = openTimes(versions, at(from), at(to), holidays)
  const said = (spans: typeof open) => spans.map((s) => `${clock(s.from)}–${clock(s.to)}`)
  return { open: said(open), untold: said(untold) }
}
const office = { 1: '08:30-12:00 14:00-17:30', 2: '08:30-12:00' }

describe('the hours posted, written out: 2 March 2026 is a Monday', () => {
  it('to the minute, day by day, a day that is not named closed, Sunday the seventh', () => {
    expect(times([posted(office)], '2026-03-02 00:00', '2026-03-05 00:00').open).toEqual([
      '03-02 08:30–03-02 12:00',
      '03-02 14:00–03-02 17:30',
      '03-03 08:30–03-03 12:00',
    ])
    const sunday = posted({ 7: '09:15-10:45' })
    expect(times([sunday], '2026-03-01 00:00', '2026-03-10 00:00').open).toEqual([
      '03-01 09:15–03-01 10:45',
      '03-08 09:15–03-08 10:45',
    ])
  })
  it('only between the two instants, of which the later is not reached', () => {
    expect(times([posted(office)], '2026-03-02 09:00', '2026-03-02 15:00').open).toEqual([
      '03-02 09:00–03-02 12:00',
      '03-02 14:00–03-02 15:00',
    ])
    expect(times([posted({ 3: '00:00-01:00' })], '2026-03-02 00:00', '2026-03-04 00:00').open).toEqual([])
  })
  it('until 24:00 and on from 00:00 is one stretch', () =>
    expect(
      times([posted({ 1: '22:00-24:00', 2: '00:00-02:00' })], '2026-03-02 00:00', '2026-03-04 00:00').open,
    ).toEqual(['03-02 22:00–03-03 02:00']))
  it('each version from when it was posted until the next, and none before the first', () => {
    const later = posted({ 1: '13:00-16:00' }, {}, '2026-03-02 10:00')
    expect(times([posted(office), later], '2026-03-02 00:00', '2026-03-03 00:00').open).toEqual([
      '03-02 08:30–03-02 10:00',
      '03-02 13:00–03-02 16:00',
    ])
    expect(times([later], '2026-03-01 00:00', '2026-03-03 00:00').open).toEqual(['03-02 13:00–03-02 16:00'])
    expect(times([later], '2026-02-01 00:00', '2026-03-02 10:00')).toEqual({ open: [], untold: [] })
  })
})

describe('holidays and single days', () => {
  const day = (hours: string) => ({ exceptions: [{ day: '2026-03-02', hours: hoursOf(hours), reason: '' }] })
  const on = (more: object, holidays = table(['2026-03-02'])) =>
    times([posted(office, more)], '2026-03-02 00:00', '2026-03-03 00:00', holidays)
  it('closed on a holiday, unless holidays do not matter; an exception is stronger, open or closed', () => {
    expect(on({}).open).toEqual([])
    expect(on({ holidaysClosed: false }).open).toHaveLength(2)
    expect(on(day('10:00-11:00')).open).toEqual(['03-02 10:00–03-02 11:00'])
    expect(on(day(''), table()).open).toEqual([])
    const two = [{ day: '2026-03-03', hours: [], reason: '' }, ...day('10:00-11:00').exceptions]
    expect(on({ exceptions: two }).open).toEqual(['03-02 10:00–03-02 11:00'])
  })
  it('a week-end is open where the week names it, published as a workday or not; one in the midst of holidays is shut', () => {
    const saturday = posted({ 6: '09:00-12:00' })
    const of = (holidays: HolidayTable) => times([saturday], '2026-03-07 00:00', '2026-03-08 00:00', holidays).open
    expect(of(table())).toEqual(['03-07 09:00–03-07 12:00'])
    expect(of(table([], ['2026-03-07']))).toEqual(['03-07 09:00–03-07 12:00'])
    expect(of(table(['2026-03-06', '2026-03-07', '2026-03-08']))).toEqual([])
  })
  it('without the year’s table a named day is untold, a day that is shut anyway or excepted is not', () => {
    expect(on({}, {})).toEqual({
      open: [],
      untold: ['03-02 08:30–03-02 12:00', '03-02 14:00–03-02 17:30'],
    })
    expect(on(day('10:00-11:00'), {})).toEqual({ open: ['03-02 10:00–03-02 11:00'], untold: [] })
    expect(times([posted(office)], '2026-03-04 00:00', '2026-03-06 00:00', {})).toEqual({ open: [], untold: [] })
  })
  it('a day begins at midnight in China', () =>
    expect(
      openTimes([posted({ 1: '00:00-24:00' })], at('2026-03-02 00:00'), at('2026-03-03 00:00'), table()).open,
    ).toEqual([{ from: chinaDay('2026-03-02'), to: chinaDay('2026-03-02') + days(1) }]))
})
