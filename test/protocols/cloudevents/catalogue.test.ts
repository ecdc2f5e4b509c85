import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type ObservationKind, observationSchemas } from '../../../server/domain/observation/index.ts'
import { catalogue } from '../../../server/protocols/cloudevents/catalogue/index.ts'
import { jsonSchemaOf, observe } from '../../../server/protocols/cloudevents/observe.ts'

const at = Date.parse('2026-01-05T12:00:00+08:00')
const event = (type: string, data: unknown) => ({ id: '1', source: '/case', type, time: at, subject: null, data })

describe('every type of event that we take', () => {
  it.each(catalogue.map((one) => [one.type, one] as const))('%s: its example is taken as it says', (_, one) => {
    const observed = observe(event(one.type, one.example))
    if (observed.is === 'fault') expect.fail(observed.detail)
    expect(new Set(observed.observations.map((o) => o.kind))).toEqual(new Set(one.yields))
  })

  it.each(catalogue.map((one) => [one.type, one] as const))(
    '%s: has a JSON Schema that names every field',
    (_, one) => {
      const schema = jsonSchemaOf(one) as { properties: Record<string, unknown>; additionalProperties: boolean }
      expect(Object.keys(schema.properties)).toEqual(expect.arrayContaining(Object.keys(one.example as object)))
      expect(schema.additionalProperties).toBe(false)
    },
  )

  it('is named once', () => {
    const names = catalogue.map((one) => one.type)
    expect(new Set(names).size).toBe(names.length)
  })

  it('covers every kind that only business systems can tell', () => {
    const told = new Set(catalogue.flatMap((one) => one.yields))
    const families =
      /^(person|measure|act|body|lineup|penalty|rights|notice|application|custody|sentence|bail|care|safety|belongings|recording|footage|restraint|force|case|document|leave|dispatch|shift|task|duty|duty-log|post|alcohol|attendance|leader|major-event|conference|window|queue|body-camera|driver|roadside|pursuit|ticket|serial|coercion|blood|performance|video-patrol|dress|death|facility|exit|defence|armoury|weapon)\./
    /** What people do with recordings and with draws of cameras at our own console. */
    const ours =
      /^(footage\.(held|hold-released|deletion-proposed|deletion-refused)|video-patrol\.(seeded|drawn|skipped|ended))$/
    const missing = (Object.keys(observationSchemas) as ObservationKind[]).filter(
      (kind) => families.test(kind) && !ours.test(kind) && !told.has(kind),
    )
    expect(missing).toEqual([])
  })
  it('covers calls, cases and property as well', () => {
    const told = new Set(catalogue.flatMap((one) => one.yields))
    const families =
      /^(call|complaint|incident|report|letter|appraisal|mediation|recusal|hearing|legal-review|decision|fine|property|discretion-band)\./
    const missing = (Object.keys(observationSchemas) as ObservationKind[]).filter(
      (kind) => families.test(kind) && !told.has(kind),
    )
    expect(missing).toEqual([])
  })
})

describe('RFC 3339: a time without a zone is local to nobody', () => {
  it('is refused, with the field named', () => {
    const observed = observe(
      event('custodes.measure.recalculated', {
        measure: 'M1',
        kind: 'arrest',
        person: 'P1',
        unit: 'crime',
        discoveredAt: '2026-03-02T10:00:00',
        rank: 'bureau-chief',
      }),
    )
    expect(observed).toMatchObject({
      is: 'fault',
      problem: 'schema',
      detail: expect.stringContaining('data.discoveredAt'),
    })
  })

  it('becomes an instant when it has one', () => {
    const observed = observe(
      event('custodes.leave.approved', {
        leave: 'L1',
        officer: '1',
        kind: 'sick',
        startsAt: '2026-01-01T00:00:00+08:00',
        endsAt: '2026-01-01T16:00:00Z',
      }),
    )
    expect(observed).toMatchObject({
      observations: [
        { data: { startsAt: Date.parse('2025-12-31T16:00:00Z'), endsAt: Date.parse('2026-01-01T16:00:00Z') } },
      ],
    })
  })
})

describe('what a schema refuses', () => {
  it('a field that nobody named, so that a misspelling is heard of', () =>
    expect(observe(event('custodes.act.ended', { act: 'A1', endedAt: 'x' }))).toMatchObject({ problem: 'schema' }))
  it('a type that is not in the table', () =>
    expect(observe(event('custodes.zone.drawn', {}))).toMatchObject({ problem: 'unknown-type' }))
  it('an inherited name', () => expect(observe(event('__proto__', {}))).toMatchObject({ problem: 'unknown-type' }))
})

describe('到案时间 on paper and at the gate are two facts', () => {
  it('a business system that does not say speaks of the paper', () =>
    expect(observe(event('custodes.person.arrived', { stay: 'S', person: 'P', unit: 'u' }))).toMatchObject({
      observations: [{ kind: 'person.arrived', observedAt: at, data: { source: 'paper' } }],
    }))
  it('a written stay gives both ends at the times written', () =>
    expect(
      observe(
        event('custodes.stay.written', {
          stay: 'S',
          person: 'P',
          unit: 'u',
          arrivedAt: '2025-12-31T23:00:00+08:00',
          departedAt: '2026-01-01T06:59:00+08:00',
        }),
      ),
    ).toMatchObject({
      observations: [
        { kind: 'person.arrived', observedAt: Date.parse('2025-12-31T15:00:00Z'), data: { source: 'paper' } },
        { kind: 'person.departed', observedAt: Date.parse('2025-12-31T22:59:00Z'), data: { source: 'paper' } },
      ],
    }))
})

describe('who left an act is an officer, or one of the others present', () => {
  const left = (data: object) => observe(event('custodes.act.left', { act: 'a', ...data }))
  it('takes either', () => {
    expect(left({ officer: '031' })).toMatchObject({ observations: [{ data: { officer: '031', as: null } }] })
    expect(left({ as: 'interpreter' })).toMatchObject({
      observations: [{ data: { officer: null, as: 'interpreter' } }],
    })
  })
  it('and refuses one that names nobody, with the reason', () =>
    expect(left({ sex: 'female' })).toMatchObject({ is: 'fault', detail: expect.stringContaining('who left') }))
})

describe('the JSON Schema is one that others can read', () => {
  it('writes instants as strings with a zone', () => {
    const leave = catalogue.find((one) => one.type === 'custodes.leave.approved')!
    expect(jsonSchemaOf(leave)).toMatchObject({ properties: { startsAt: { type: 'string', format: 'date-time' } } })
    expect(z.toJSONSchema(leave.schema, { io: 'input' })).toBeTruthy()
  })
})

describe('what cannot be is told to the sender and not taken', () => {
  const detail = (type: string, data: object): string => {
    const observed = observe(event(type, data))
    return observed.is === 'fault' ? observed.detail : observed.is
  }
  const example = (type: string) => catalogue.find((one) => one.type === type)?.example as object
  it('hours of a window that run backwards, a day off of another year, somebody born after the fact', () => {
    const weekly = [{ day: 1, hours: [{ from: '17:30', to: '08:30' }] }]
    const posted = 'custodes.window.hours-posted'
    expect(detail(posted, { ...example(posted), weekly })).toMatch(
      /^data\.weekly\.0\.hours\.0\.to: must lie after from/,
    )
    const calendar = 'custodes.calendar.published'
    expect(detail(calendar, { ...example(calendar), holidays: ['2025-12-31'] })).toMatch(/^data\.holidays: 2025-12-31 /)
    const person = 'custodes.person.described'
    expect(detail(person, { ...example(person), birthDate: '2026-01-06' })).toBe(
      'data.birthDate: lies after observedAt',
    )
  })
})
