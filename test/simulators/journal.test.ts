import { describe, expect, it } from 'vitest'
import { leftOut, momentsOf, playJournal, readJournal } from '../../simulators/case-system/journal.ts'
import { exampleJournals, foundIn, toldEntries } from '../support/example-journals.ts'

const line = (kind: string, observedAt: unknown, data: object, more: object = {}): string =>
  JSON.stringify({ kind, observedAt, data, ...more })
/** What a journal of these lines tells, one event after the other. */
const told = (lines: readonly string[], { mark = '', shiftMs = 0 } = {}) =>
  momentsOf(readJournal(lines.join('\n')), { mark, shiftMs }).flatMap((moment) => moment.told)

const nine = '2026-03-02T09:00:00+08:00'
const MARCH_2 = Date.parse('2026-03-02T00:00:00+08:00')
const HOUR = 3_600_000

describe('each name of a journal begins with a mark of its own, so that it can be told twice', () => {
  it('of people, cases, rooms and cars; words, values of a list and numbers of the law stay', () => {
    const [measure] = told(
      [
        line('measure.started', nine, {
          ...{ measure: 'm1', kind: 'summons-written', person: 'p1', stay: 'st1', unit: 's1' },
          ...{ officers: ['o1', 'o2'], grounds: ['complex'], document: '传字3号' },
        }),
      ],
      { mark: 'a-' },
    )
    expect(measure!.data).toMatchObject({
      ...{ measure: 'a-m1', kind: 'summons-written', person: 'a-p1', stay: 'a-st1', case: null, unit: 'a-s1' },
      ...{ officers: ['a-o1', 'a-o2'], grounds: ['complex'], document: '传字3号' },
    })
    const query = { query: 'q1', person: 'x1', unit: 's1', by: 'o1', sealed: true, action: 'viewed', purpose: 'other' }
    const [queried] = told([line('case.record-queried', nine, query)], { mark: 'a-' })
    expect(queried!.data).toMatchObject({ query: 'a-q1', person: 'a-x1', by: 'a-o1', purpose: 'other' })
    const [shift] = told(
      [
        line('shift.scheduled', nine, {
          ...{ shift: 'd', carrier: 'vehicle/v1', unit: 's1', beat: null, crew: ['o1'] },
          ...{ startsAt: nine, endsAt: '2026-03-02T17:00:00+08:00' },
        }),
      ],
      { mark: 'a-' },
    )
    expect(shift!.data).toMatchObject({
      carrier: 'vehicle/a-v1',
      crew: ['a-o1'],
      startsAt: '2026-03-02T09:00:00.000+08:00',
    })
  })

  it('of plates, drivers and numbered forms too, also where a ticket says what it said before', () => {
    const of = { ticket: 't1', txId: '1' }
    const fields = { kind: 'simple', serial: 'HX-0003', plate: '宁A12345', driver: 'D1', violationCode: '1345' }
    const [, , changed] = told(
      [
        line('serial.handed-out', nine, { series: 'HX-', from: 1, to: 9, unit: 's1' }),
        line('ticket.changed', nine, { ...of, op: 'issued', fields }),
        line('ticket.changed', nine, {
          ...of,
          op: 'changed',
          fields: { ...fields, driver: 'D2' },
          changes: [
            { field: 'driver', before: 'D1', after: 'D2' },
            { field: 'amountYuan', before: 200, after: 50 },
            { field: 'status', before: 'entered', after: 'cancelled' },
          ],
        }),
      ],
      { mark: 'a-' },
    )
    expect(changed!.data).toMatchObject({
      // One that is not named is a system of the journal's own as well.
      ...{ system: 'a-tickets', ticket: 'a-t1', txId: 'a-1' },
      fields: { serial: 'a-HX-0003', plate: 'a-宁A12345', driver: 'a-D2', violationCode: '1345' },
      changes: [
        { field: 'driver', before: 'a-D1', after: 'a-D2' },
        { field: 'amountYuan', before: 200, after: 50 },
        { field: 'status', before: 'entered', after: 'cancelled' },
      ],
    })
  })

  it('told twice into one house, it gives its findings twice', async () => {
    const one = exampleJournals().find(({ name }) => name === 'tickets/ticket.points-for-four-vehicles')!
    const both = ['a-', 'b-'].flatMap((mark) => toldEntries(one, mark)).sort((a, b) => a.recordedAt - b.recordedAt)
    const found = await foundIn(both.map((entry, i) => ({ ...entry, seq: i + 1 })))
    const alone = await foundIn(one.entries)
    expect(alone).toHaveLength(1)
    expect(found.map(({ finding }) => [finding.rule, finding.since])).toEqual(
      [...alone, ...alone].map(({ finding }) => [finding.rule, finding.since]),
    )
  })
})

describe('each line is told when it became known, and says when it happened', () => {
  const lines = [
    line('case.closed', nine, { case: 'c1', unit: 's1', result: 'decided' }),
    line('case.closed', MARCH_2 + 10 * HOUR, { case: 'c2', unit: 's1', result: 'decided' }),
    // Heard an hour late.
    line('case.closed', nine, { case: 'c3', unit: 's1', result: 'decided' }, { recordedAt: '2026-03-02T11:00+08:00' }),
    line('case.closed', nine, { case: 'c4', unit: 's1', result: 'decided' }),
    '',
    JSON.stringify({
      seq: 9,
      recordedAt: MARCH_2 + 12 * HOUR,
      observation: { kind: 'device.heartbeat', observedAt: nine, data: { device: 'jt808:1' } },
    }),
  ]
  const hours = (shiftMs: number) =>
    momentsOf(readJournal(lines.join('\n')), { mark: '', shiftMs }).map(({ at, told: said }) => [
      (at - MARCH_2) / HOUR,
      said.map((one) => (one.at - MARCH_2) / HOUR),
    ])

  it('on its own dates; what is nobody’s moves time on', () =>
    expect(hours(0)).toEqual([
      [9, [9]],
      [10, [10]],
      [11, [9, 9]],
      [12, []],
    ]))

  it('or moved, with every instant in it; days of the calendar stay', () => {
    expect(hours(24 * HOUR)[2]).toEqual([35, [33, 33]])
    const person = { person: 'p1', birthDate: '1990-05-01', source: 'id-document' }
    const leave = { leave: 'l1', officer: 'o1', kind: 'sick', startsAt: nine, endsAt: '2026-03-03T09:00:00+08:00' }
    const data = told([line('person.described', nine, person), line('leave.approved', nine, leave)], {
      shiftMs: 24 * HOUR,
    })
    expect(data.map((one) => one.data)).toMatchObject([
      { birthDate: '1990-05-01' },
      { startsAt: '2026-03-03T09:00:00.000+08:00', endsAt: '2026-03-04T09:00:00.000+08:00' },
    ])
  })

  it('what became known at one moment in one message', async () => {
    const said: string[] = []
    await playJournal(
      momentsOf(readJournal(lines.join('\n')), { mark: '', shiftMs: 0 }),
      { tellAll: async (events) => void said.push(`told ${events.length}`) },
      async (at) => void said.push(`${(at - MARCH_2) / HOUR}`),
    )
    expect(said).toEqual(['9', 'told 1', '10', 'told 1', '11', 'told 2', '12'])
  })
})

describe('what business systems do not tell is left out, and counted', () => {
  it('by kind', () => {
    const journal = readJournal(
      [
        line('case.closed', nine, { case: 'c1', unit: 's1', result: 'decided' }),
        line('device.heartbeat', nine, { device: 'jt808:1' }),
        line('radio.checked', nine, { radio: 'hytera:10-1' }),
        line('radio.checked', nine, { radio: 'hytera:10-1' }),
      ].join('\n'),
    )
    expect([...leftOut(journal)]).toEqual([
      ['device.heartbeat', 1],
      ['radio.checked', 2],
    ])
  })
})

describe('a line that cannot be told is named before anything is', () => {
  it.each([
    ['{', 'line 1: is not a JSON object'],
    [JSON.stringify({ observedAt: nine }), 'line 1: has no kind'],
    [line('case.closed', '2026-03-02T09:00:00', {}), 'line 1: observedAt should be a time with its zone'],
    [line('case.closed', nine, {}, { recordedAt: 'soon' }), 'line 1: recordedAt should be a time with its zone'],
    [
      `${line('case.closed', nine, {})}\n${line('case.closed', nine, {}, { recordedAt: MARCH_2 })}`,
      'line 2: recordedAt runs back behind the line before',
    ],
    [line('case.closed', nine, { case: 'c1', result: 'decided' }), 'line 1: case.closed: data.unit: '],
    [line('leave.withdrawn', nine, { leave: 7, officer: 'o1' }), 'line 1: leave.withdrawn: data.leave: '],
  ])('%s', (text, problem) => expect(() => told([text])).toThrow(problem))
})
