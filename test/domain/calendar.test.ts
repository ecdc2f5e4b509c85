import { describe, expect, it } from 'vitest'
import {
  addMonths,
  ageAt,
  endOfDays,
  endOfMonths,
  endOfWorkingDays,
  isWorkday,
  pastHolidays,
} from '../../server/domain/calendar.ts'
import { at } from '../support/timeline.ts'

/** Two weeks around a spring festival of our own making. */
const table = {
  2026: {
    holidays: ['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20'],
    workdays: ['2026-02-14', '2026-02-28'],
  },
}

describe('期间开始之日不计算在内（刑事诉讼法第一百零五条）', () => {
  it('1 March + 3 days ends on 4 March at 24:00', () =>
    expect(endOfDays(at('2026-03-01 10:00'), 3)).toBe(at('2026-03-05 00:00')))
  it('takes the China day, whatever the hour', () => {
    expect(endOfDays(at('2026-03-01 00:00'), 3)).toBe(at('2026-03-05 00:00'))
    expect(endOfDays(at('2026-03-01 23:59'), 3)).toBe(at('2026-03-05 00:00'))
  })
})

describe('months: the same date, or the month’s last day', () => {
  it.each([
    ['2025-12-31 10:00', 2, '2026-02-28 10:00'],
    ['2027-12-31 10:00', 2, '2028-02-29 10:00'],
    ['2026-01-31 10:00', 1, '2026-02-28 10:00'],
    ['2026-01-15 10:00', 12, '2027-01-15 10:00'],
    ['2028-02-29 10:00', 12, '2029-02-28 10:00'],
    ['2026-11-30 10:00', 3, '2027-02-28 10:00'],
  ])('%s + %i = %s', (from, n, to) => expect(addMonths(at(from), n)).toBe(at(to)))
  it('ends at 24:00 of that date', () => expect(endOfMonths(at('2026-03-05 15:00'), 2)).toBe(at('2026-05-06 00:00')))
})

describe('working days and holidays, from a table that is imported each year', () => {
  it('knows week-ends, holidays and week-ends that are worked', () => {
    expect(isWorkday('2026-03-06', table)).toBe(true)
    expect(isWorkday('2026-03-07', table)).toBe(false)
    expect(isWorkday('2026-02-17', table)).toBe(false)
    expect(isWorkday('2026-02-28', table)).toBe(true)
  })
  it('does not know a year without a table', () => {
    expect(isWorkday('2027-03-06', table)).toBeUndefined()
    expect(endOfWorkingDays(at('2026-12-30 10:00'), 5, table)).toBeUndefined()
  })
  it('counts working days after the first, over the holidays', () => {
    expect(endOfWorkingDays(at('2026-03-06 10:00'), 1, table)).toBe(at('2026-03-10 00:00'))
    expect(endOfWorkingDays(at('2026-02-13 10:00'), 2, table)).toBe(at('2026-02-24 00:00'))
  })
  it('moves an end that falls on a day off to the next working day', () => {
    expect(pastHolidays(at('2026-03-07 00:00'), table)).toBe(at('2026-03-07 00:00'))
    expect(pastHolidays(at('2026-03-08 00:00'), table)).toBe(at('2026-03-10 00:00'))
    expect(pastHolidays(at('2026-02-17 00:00'), table)).toBe(at('2026-02-24 00:00'))
    expect(pastHolidays(at('2027-03-08 00:00'), table)).toBeUndefined()
  })
})

describe('周岁 are full from the day after the birthday', () => {
  it.each([
    ['2010-03-02', '2026-03-01 12:00', 15],
    ['2010-03-02', '2026-03-02 12:00', 15],
    ['2010-03-02', '2026-03-03 00:00', 16],
    ['1956-03-02', '2026-03-03 00:00', 70],
    ['2008-02-29', '2026-03-01 00:00', 18],
  ])('born %s, on %s: %i', (born, when, years) => expect(ageAt(born, at(when))).toBe(years))
})
