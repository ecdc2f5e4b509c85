import { describe, expect, it } from 'vitest'
import { createLineReader } from '../../server/commands/journal-lines.ts'

const heartbeat = { device: 'jt808:1', carrier: 'vehicle/v1' }
const flat = (more: object = {}): string =>
  JSON.stringify({ kind: 'device.heartbeat', observedAt: '2026-03-02T10:00:00+08:00', data: heartbeat, ...more })
const ten = Date.parse('2026-03-02T02:00:00Z')
const entry = (line: string, read = createLineReader()) => {
  const found = read(line)
  if (found.is !== 'entry') throw new Error(JSON.stringify(found))
  return found.entry
}

describe('a journal line is liberal in form', () => {
  it('takes an instant as milliseconds and as ISO 8601 with any zone', () => {
    for (const observedAt of [
      ten,
      '2026-03-02T10:00:00+08:00',
      '2026-03-02T02:00:00Z',
      '2026-03-02T02:00Z',
      '2026-03-02T10:00:00.000+0800',
    ])
      expect(entry(flat({ observedAt })).observation.observedAt).toBe(ten)
  })
  it('takes the nested and the flat form', () => {
    const nested = JSON.stringify({
      seq: 9,
      recordedAt: ten + 5,
      observation: { kind: 'device.heartbeat', observedAt: ten, data: heartbeat },
    })
    expect(entry(nested)).toEqual({
      seq: 9,
      recordedAt: ten + 5,
      observation: { kind: 'device.heartbeat', observedAt: ten, data: heartbeat },
    })
    expect(entry(flat({ seq: 9, recordedAt: ten + 5 }))).toEqual(entry(nested))
  })
  it('numbers entries by their lines, and goes on after a given number', () => {
    const read = createLineReader()
    expect(entry(flat(), read).seq).toBe(1)
    expect(read('')).toEqual({ is: 'empty' })
    expect(entry(flat(), read).seq).toBe(3)
    expect(entry(flat({ seq: 50 }), read).seq).toBe(50)
    expect(entry(flat(), read).seq).toBe(51)
  })
  it('takes what was not said to be recorded later as recorded when it happened, never before the line above', () => {
    const read = createLineReader()
    expect(entry(flat(), read).recordedAt).toBe(ten)
    expect(entry(flat({ observedAt: ten - 60_000 }), read)).toMatchObject({
      recordedAt: ten,
      observation: { observedAt: ten - 60_000 },
    })
  })
  it('takes instants within the data, and leaves out what may be null', () => {
    const shift = {
      shift: 'day',
      carrier: 'vehicle/v1',
      unit: 's1',
      startsAt: '2026-03-02T08:00:00+08:00',
      endsAt: ten,
      crew: [],
    }
    expect(entry(JSON.stringify({ kind: 'shift.scheduled', observedAt: ten, data: shift })).observation.data).toEqual({
      ...shift,
      startsAt: ten - 2 * 3_600_000,
      beat: null,
    })
  })
  it('notes a field it does not know', () => {
    const line = createLineReader()(flat({ colour: 'red', data: { ...heartbeat, cariier: 'x' } }))
    expect(line).toMatchObject({
      is: 'entry',
      notes: [expect.stringContaining('colour'), expect.stringContaining('data.cariier')],
    })
  })
})

describe('and strict in content: what is wrong is named', () => {
  it.each([
    ['no JSON', '{"kind":', /must be JSON/],
    ['a list', '[]', /must be a JSON object/],
    ['an unknown kind', flat({ kind: 'device.heartbeet' }), /device\.heartbeet is not a known kind/],
    ['no kind', JSON.stringify({ observedAt: ten, data: {} }), /kind/],
    ['an hour without a zone', flat({ observedAt: '2026-03-02T10:00:00' }), /observedAt: must be/],
    ['a day that is none', flat({ observedAt: '2026-02-31T10:00:00+99:00' }), /observedAt: must be/],
    ['a day that the month lacks', flat({ observedAt: '2026-02-30T10:00:00+08:00' }), /observedAt: must be/],
    ['no instant at all', JSON.stringify({ kind: 'device.heartbeat', data: heartbeat }), /observedAt: must be/],
    ['half a millisecond', flat({ observedAt: ten + 0.5 }), /observedAt: must be/],
    ['an instant as a wish', flat({ recordedAt: 'soon' }), /recordedAt: must be/],
    ['seconds for milliseconds', flat({ observedAt: ten / 1000 }), /observedAt: must be whole milliseconds/],
    ['microseconds for milliseconds', flat({ recordedAt: ten * 1000 }), /recordedAt: must be whole milliseconds/],
    [
      'seconds within',
      JSON.stringify({
        kind: 'custody.expiry-set',
        observedAt: ten,
        data: { person: 'p1', facility: 'k', facilityKind: 'detention-house', measure: 'm', expiresAt: ten / 1000 },
      }),
      /data\.expiresAt: must be an instant: whole milliseconds/,
    ],
    ['a number that is none', flat({ seq: -1 }), /seq: must be/],
    ['a carrier without its kind', flat({ data: { ...heartbeat, carrier: 'v1' } }), /data\.carrier: must be vehicle/],
    [
      'a birth date that is none',
      JSON.stringify({
        kind: 'person.described',
        observedAt: ten,
        data: { person: 'p1', birthDate: '2026-13-01', source: 'id-document' },
      }),
      /data\.birthDate: must be a day that there is/,
    ],
    [
      'an instant within, as a wish',
      JSON.stringify({
        kind: 'custody.expiry-set',
        observedAt: ten,
        data: { person: 'p1', facility: 'k', facilityKind: 'detention-house', measure: 'm', expiresAt: 'tomorrow' },
      }),
      /data\.expiresAt: must be an instant/,
    ],
    [
      'a deletion that ends before it begins',
      JSON.stringify({
        kind: 'footage.deleted',
        observedAt: ten,
        data: { recorder: 'r', owner: 'tech', from: ten, to: ten - 1 },
      }),
      /is before the first/,
    ],
    ['an observation that is none', '{"observation":7}', /observation: must be an object/],
  ])('%s', (_, line, problem) => {
    expect(createLineReader()(line)).toEqual({ is: 'fault', problem: expect.stringMatching(problem) })
  })
  it('a number or a recording time that runs backwards', () => {
    const read = createLineReader()
    entry(flat({ seq: 5, recordedAt: ten }), read)
    expect(read(flat({ seq: 5 }))).toMatchObject({ is: 'fault', problem: expect.stringContaining('greater than 5') })
    expect(read(flat({ recordedAt: ten - 1 }))).toMatchObject({
      is: 'fault',
      problem: expect.stringContaining('runs back'),
    })
    expect(entry(flat(), read).seq).toBe(6)
  })
})

describe('a day that there is not is no day', () => {
  const problem = (line: string): string => {
    const found = createLineReader()(line)
    return found.is === 'fault' ? found.problem : ''
  }
  const line = (kind: string, data: object) => JSON.stringify({ kind, observedAt: ten, data })
  it.each(['2026-02-30T10:00:00+08:00', '2026-02-29T10:00:00+08:00', '2026-04-31T10:00Z', '2026-00-10T10:00Z'])(
    'not %s, at either end of an entry',
    (when) => {
      expect(problem(flat({ observedAt: when }))).toMatch(/^observedAt: /)
      expect(problem(flat({ recordedAt: when }))).toMatch(/^recordedAt: /)
    },
  )
  it('29 February of a leap year and 24:00 are', () => {
    for (const observedAt of ['2028-02-29T10:00:00+08:00', '2026-03-01T24:00:00+08:00'])
      expect(problem(flat({ observedAt }))).toBe('')
  })
  it('nor in a calendar, and an instant within says what it wants', () => {
    const published = { year: 2026, holidays: ['2026-02-30'], workdays: [], source: 'x' }
    expect(problem(line('calendar.published', published))).toMatch(/holidays\.0: must be a day that there is/)
    const changed = { ticket: 't', op: 'changed', fields: { occurredAt: '2026-02-30T10:00:00+08:00' } }
    expect(problem(line('ticket.changed', changed))).toMatch(/fields\.occurredAt: must be an instant/)
  })
  it('blanks prove nothing and number no paper', () => {
    const audited = { action: 'cancel', account: 'a', ground: 3, proofs: [' '] }
    expect(problem(line('ticket.audited', audited))).toMatch(/data\.proofs\.0: /)
    const revoked = { ticket: 't', document: ' ', authority: 'same' }
    expect(problem(line('ticket.decision-revoked', revoked))).toMatch(/data\.document: /)
  })
  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])(
    'nor is %s an identifier: things are kept under theirs, and everything bears this name',
    (name) => {
      const line = (data: object) =>
        createLineReader()(JSON.stringify({ kind: 'person.arrived', observedAt: '2026-03-02T10:00:00+08:00', data }))
      for (const data of [
        { stay: name, person: 'p1', unit: 's1' },
        { stay: 'st1', person: name, unit: 's1' },
      ])
        expect(line(data)).toMatchObject({ is: 'fault', problem: expect.stringContaining('must be another name') })
    },
  )
  it('a band or a block of numbers does not end before it begins', () => {
    const block = { series: 'K', from: 9, to: 1, unit: 'u' }
    expect(problem(line('serial.handed-out', block))).toMatch(/data\.to: must not be less than the first number/)
    const band = { band: 'b', authority: 'a', enactment: 'e', edition: '2025', article: 'x', pattern: 'p', facts: 'f' }
    const published = { ...band, fineFromYuan: 500, fineToYuan: 200, validFrom: ten }
    expect(problem(line('discretion-band.published', published))).toMatch(/fineToYuan: must not be less/)
  })
})

describe('a stretch of time that ends before it begins is none', () =>
  it('whatever it is called; one that ends as it begins is', () => {
    const read = (kind: string, data: object) => createLineReader()(JSON.stringify({ kind, observedAt: ten, data }))
    const shift = { shift: 'q', carrier: 'vehicle/v1', unit: 's1', beat: null, crew: [], startsAt: ten }
    expect(read('shift.scheduled', { ...shift, endsAt: ten - 1 })).toEqual({
      is: 'fault',
      problem: 'data.endsAt: lies before startsAt',
    })
    expect(read('shift.scheduled', { ...shift, endsAt: ten })).toMatchObject({ is: 'entry' })
    const explained = { device: 'd', officer: 'o1', unit: 's1', from: ten, to: ten - 1, reason: 'x' }
    expect(read('body-camera.interruption-explained', explained)).toEqual({
      is: 'fault',
      problem: 'data.to: lies before from',
    })
  }))

describe('nobody is born after the fact, or so long before it that no one could be alive', () => {
  const described = (birthDate: string) =>
    createLineReader()(
      JSON.stringify({
        kind: 'person.described',
        observedAt: ten,
        data: { person: 'p1', birthDate, source: 'officer' },
      }),
    )
  it('the day itself and the oldest in any register are taken', () => {
    for (const day of ['2026-03-02', '1875-03-03', '1886-06-25'])
      expect(described(day), day).toMatchObject({ is: 'entry', entry: { observation: { data: { birthDate: day } } } })
  })
  it('and what lies beyond is refused with the reason', () => {
    expect(described('2026-03-03')).toEqual({ is: 'fault', problem: 'data.birthDate: lies after observedAt' })
    expect(described('1800-05-03')).toEqual({
      is: 'fault',
      problem: 'data.birthDate: lies more than 150 years before observedAt',
    })
  })
})

describe('a day of another year belongs in the table of its own year, where it is looked up', () => {
  const published = (more: object) =>
    createLineReader()(
      JSON.stringify({
        kind: 'calendar.published',
        observedAt: ten,
        data: { year: 2019, holidays: ['2019-01-01'], workdays: [], source: 'x', ...more },
      }),
    )
  it('as the end of December that a notice of New Year names', () => {
    expect(published({})).toMatchObject({ is: 'entry' })
    expect(published({ holidays: ['2018-12-31', '2019-01-01'] })).toEqual({
      is: 'fault',
      problem: 'data.holidays: 2018-12-31 does not lie in 2019: it belongs in the table of its own year',
    })
    expect(published({ workdays: ['2018-12-29'] })).toMatchObject({
      is: 'fault',
      problem: expect.stringMatching(/^data\.workdays: 2018-12-29 /),
    })
  })
})

describe('posted hours run forwards, and each day has one set of them', () => {
  const posted = (more: object) => {
    const data = { window: 'w1', unit: 's1', name: { zh: '一号窗口', en: 'Window 1' }, weekly: [], ...more }
    const found = createLineReader()(JSON.stringify({ kind: 'window.hours-posted', observedAt: ten, data }))
    return found.is === 'fault' ? found.problem : found.is
  }
  const on = (day: number | string, from: string, to: string) => ({ day, hours: [{ from, to }] })
  it('until the end of the day', () => {
    const weekly = [on(1, '08:30', '12:00'), on(2, '22:00', '24:00'), on(3, '00:00', '02:00')]
    expect(posted({ weekly, exceptions: [on('2026-03-03', '09:00', '09:01')] })).toBe('entry')
  })
  it('hours that close before they open, or as they open, are refused: on which day it is shut nobody could tell', () => {
    for (const hours of [on(1, '18:00', '08:30'), on(1, '00:00', '00:00')])
      expect(posted({ weekly: [hours] })).toMatch(/^data\.weekly\.0\.hours\.0\.to: must lie after from/)
    expect(posted({ exceptions: [on('2026-03-03', '12:00', '09:00')] })).toMatch(/^data\.exceptions\.0\.hours\.0\.to: /)
  })
  it('a day that is named twice is refused: only one of the two could hold', () => {
    expect(posted({ weekly: [on(1, '08:30', '12:00'), on(1, '14:00', '18:00')] })).toBe(
      'data.weekly: must name each day once, with all its hours',
    )
    const twice = [on('2026-03-03', '08:30', '12:00'), on('2026-03-03', '14:00', '18:00')]
    expect(posted({ exceptions: twice })).toMatch(/^data\.exceptions: must name each day once/)
  })
})
