import { describe, expect, it } from 'vitest'
import { hours, minutes } from '../../server/domain/time.ts'
import { DEMO_HEAD_START_MS, writeOut } from '../../server/supervision/import/roster.ts'

const china = (text: string): number => Date.parse(`${text}+08:00`)
const duty = (id: string, start: number, end: number, weeks: 'odd' | 'even' | 'every' = 'every') => ({
  id,
  carrier: 'vehicle/C1',
  unit: 'suo',
  beat: 'B1',
  weeks,
  start,
  end,
  crew: ['P1'],
})
const [day, night] = [duty('day', 480, 1_200), duty('night', 1_200, 480)]

describe('a repeating roster is written out for the days asked', () => {
  it('day and night, last night’s included while it runs into the first day', () => {
    const shifts = writeOut([day, night], { from: china('2026-03-10T10:00'), days: 2 })
    expect(shifts.map((s) => [s.shift, s.startsAt, s.endsAt])).toEqual([
      ['2026-03-09/night', china('2026-03-09T20:00'), china('2026-03-10T08:00')],
      ['2026-03-10/day', china('2026-03-10T08:00'), china('2026-03-10T20:00')],
      ['2026-03-10/night', china('2026-03-10T20:00'), china('2026-03-11T08:00')],
      ['2026-03-11/day', china('2026-03-11T08:00'), china('2026-03-11T20:00')],
      ['2026-03-11/night', china('2026-03-11T20:00'), china('2026-03-12T08:00')],
    ])
  })
  it('counts days in China, not in Greenwich', () => {
    const [first] = writeOut([day], { from: Date.parse('2026-03-09T23:00:00Z'), days: 1 })
    expect(first!.shift).toBe('2026-03-10/day')
  })
  it('changes with the week, on Monday', () => {
    const weeks = writeOut([duty('odd', 480, 1_200, 'odd'), duty('even', 480, 1_200, 'even')], {
      from: china('2026-03-02T12:00'),
      days: 14,
    })
    const names = weeks.map((s) => s.shift.split('/')[1])
    expect(names.slice(0, 7)).toEqual(Array(7).fill(names[0]))
    expect(names.slice(7)).toEqual(Array(7).fill(names[0] === 'odd' ? 'even' : 'odd'))
  })
})

describe('a demonstration has shifts now, whatever the hour', () => {
  const at = (text: string) =>
    writeOut([day, night], { from: china(text), days: 3, beginAt: china(text) - DEMO_HEAD_START_MS })
  it('the running shift begins with it', () => {
    const [first, second] = at('2026-03-10T10:00')
    expect([first!.shift, first!.startsAt, first!.endsAt]).toEqual([
      '2026-03-10/day',
      china('2026-03-10T09:52'),
      china('2026-03-10T20:00'),
    ])
    expect(second!.startsAt).toBe(china('2026-03-10T20:00'))
  })
  it('with less than two hours left the next one begins instead', () => {
    const [first] = at('2026-03-10T19:00')
    expect([first!.shift, first!.startsAt]).toEqual(['2026-03-10/night', china('2026-03-10T18:52')])
  })
  it.each(Array.from({ length: 48 }, (_, i) => i / 2))(
    'at %f hours there is exactly one shift, with hours ahead of it',
    (hour) => {
      const now = china('2026-03-10T00:00') + hours(hour)
      const running = at(new Date(now + hours(8)).toISOString().slice(0, 16)).filter(
        (s) => s.startsAt <= now && now <= s.endsAt,
      )
      expect(running).toHaveLength(1)
      expect(running[0]!.endsAt - now).toBeGreaterThanOrEqual(minutes(110))
    },
  )
})
