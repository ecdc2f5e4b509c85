import { describe, expect, it } from 'vitest'
import { readable } from '../../../client/finding/fact.ts'
import { language } from '../../../client/i18n/language.ts'
import { csvOf } from '../../../client/ui/csv.ts'
import { dateTimeOf, durationOf, isoOf, shortOf } from '../../../client/ui/format.ts'
import { nameOf } from '../../../client/ui/keys.ts'
import { formatPlace, parsePlace } from '../../../client/ui/location.ts'
import { parseDay, parseMoment } from '../../../client/ui/typed-time.ts'

const at = Date.UTC(2026, 10, 22, 16, 5, 9)

describe('everything shown is Asia/Shanghai with seconds (invariant I9)', () => {
  it('past midnight there is the next day', () => expect(dateTimeOf(at)).toBe('2026-11-23 00:05:09'))
  it('the same day is shown by its time alone', () => {
    expect(shortOf(at, at + 1_000)).toBe('00:05:09')
    expect(shortOf(at - 600_000, at)).toBe('11-22 23:55:09')
  })
  it('an address and a field read back the same instant', () => {
    expect(Date.parse(isoOf(at))).toBe(at)
    expect(parseMoment(dateTimeOf(at))).toBe(at)
  })
  it('a moment that is none is refused', () => {
    for (const typed of ['', 'now', '2026-13-45 99:99', '22/11/2026 10:00', '2026-02-31 10:00', '2026-11-22'])
      expect(parseMoment(typed), typed).toBeUndefined()
  })
  it('a day is one of the calendar, however its parts are written', () => {
    for (const typed of ['2026-03-02', ' 2026/3/2 ', '2026-3-02']) expect(parseDay(typed)).toBe('2026-03-02')
    expect(parseDay('2028-02-29')).toBe('2028-02-29')
    for (const typed of ['', 'today', '2026-02-29', '2026-04-31', '2026-13-01', '2026-03-00', '2026-03-02T00:00'])
      expect(parseDay(typed), typed).toBeUndefined()
  })
  it('durations have their two largest units', () => {
    language.set('zh')
    expect([0, 59_999, 185_000, 7_620_000, 273_600_000].map(durationOf)).toEqual([
      '0秒',
      '59秒',
      '3分05秒',
      '2小时07分',
      '3天4小时',
    ])
    language.set('en')
    expect([59_999, 185_000, 7_620_000].map(durationOf)).toEqual(['59s', '3m 05s', '2h 07m'])
    language.set('zh')
  })
})

describe('units are in the names of facts', () => {
  it.each([
    ['speedKmh', 41.6, '42 km/h'],
    ['distanceM', 412, '412 m'],
    ['distanceM', 12_400, '12.4 km'],
    ['dwellMs', 540_000, '9分00秒'],
    ['lastSeenAt', at, '2026-11-23 00:05:09'],
    ['headingDeg', 270, '270°'],
    ['mocked', null, '—'],
    ['ignitionOn', false, '否'],
  ])('%s %s', (key, value, shown) => expect(readable(key, value)).toBe(shown))
})

describe('the selection and the time are in the address', () => {
  it("a finding's id survives", () => {
    const place = {
      page: 'findings',
      params: { finding: 'patrol.left-beat/vehicle/7/1700', at: '2026-11-22T13:05:11+08:00' },
    }
    expect(parsePlace(formatPlace(place))).toEqual(place)
  })
  it('an empty address is the first page', () => expect(parsePlace('')).toEqual({ page: '', params: {} }))
})

describe('an exported table', () => {
  it('quotes what needs quoting and marks its encoding', () =>
    expect(csvOf(['a', 'b'], [['x,"y"', 'line\nbreak']])).toBe('\uFEFFa,b\r\n"x,""y""","line\nbreak"\r\n'))
  it('no cell is taken for a formula', () =>
    expect(csvOf(['a'], [['=HYPERLINK("x")'], ['+1'], ['@x']])).toContain(`'+1`))
  it('numbers stay numbers', () => expect(csvOf(['a'], [[-5]])).toContain('\r\n-5\r\n'))
})

describe('keys are named as they are printed', () => {
  it.each([
    ['a', 'A'],
    [' ', 'Space'],
    ['Escape', 'Esc'],
    ['ArrowDown', 'ArrowDown'],
    ['?', '?'],
  ])('%s', (key, name) => expect(nameOf({ key })).toBe(name))
})
