import { createHash } from 'node:crypto'
import type { DataOf, ObservationKind, ObservationOf } from '../../domain/observation/index.ts'
import type { Instant } from '../../domain/time.ts'
import { chinaDate, chinaDay } from '../../domain/time.ts'
import type { Draft } from '../../journal/journal.ts'
import { addBands } from './band-drafts.ts'
import { addCaseAreas } from './case-area-drafts.ts'
import { toWgs84 } from './datum.ts'
import { addDuties } from './duty-drafts.ts'
import { addRadios } from './radio-drafts.ts'
import type { CountyData } from './read-files.ts'
import { type RosterWindow, writeOut } from './roster.ts'

export interface DraftOptions {
  /** The moment of the import, by the server's clock. */
  readonly at: Instant
  /** The account that imports. */
  readonly by: string
  /** Which days the repeating roster is written out for; fourteen from today unless told. */
  readonly roster?: RosterWindow
}

/** A draft and what it is about: two drafts about the same thing are versions of it. */
export interface Statement extends Draft {
  readonly about: string
  /** Hash of what it says, without who brought it and when. */
  readonly content: string
  /** A shift written out from the repeating roster, not one that somebody put into a table by its date. */
  readonly fromRoster: boolean
}

type Text = { readonly zh: string; readonly en: string }
const text = (name: string, nameEn: string | null | undefined): Text => ({ zh: name, en: nameEn || name })

/** What the folder says, as observations for the journal: units before cars, cars before their shifts. */
export const draftsOf = (data: CountyData, { at, by, roster }: DraftOptions): Statement[] => {
  const drafts: Statement[] = []
  const add = <K extends ObservationKind>(
    kind: K,
    about: string,
    said: DataOf<K>,
    observedAt = at,
    fromRoster = false,
  ): void => {
    const content = fingerprint(kind, said)
    const observation = { kind, observedAt, data: said } as ObservationOf<K>
    drafts.push({
      source: 'import',
      key: `${kind} ${about} ${content}`,
      about: `${kind} ${about}`,
      content,
      observation,
      fromRoster,
    } as Statement)
  }
  const place = (v: {
    longitude: number | null
    latitude: number | null
    datum?: Parameters<typeof toWgs84>[1] | undefined
  }) => (v.longitude === null || v.latitude === null ? null : toWgs84([v.longitude, v.latitude], v.datum ?? 'wgs84'))

  for (const { value: v } of data.units)
    add('unit.registered', v.id, {
      unit: v.id,
      name: text(v.name, v.nameEn),
      kind: v.kind,
      parent: v.parent,
      place: place(v),
    })
  for (const { value: v } of data.vehicles)
    add('vehicle.registered', v.id, { vehicle: v.id, plate: v.plate, unit: v.unit, name: text(v.name, v.nameEn) })
  for (const { value: v } of data.officers)
    add('officer.registered', v.id, {
      officer: v.id,
      name: v.name,
      unit: v.unit,
      kind: v.kind,
      sex: v.sex ?? null,
      rank: v.rank ?? null,
    })
  addCaseAreas(data, add)
  addRadios(data, add)
  addDuties(data, add)
  addBands(data, add)
  for (const { value: v } of data.devices) {
    add('device.bound', v.device, { device: v.device, carrier: v.carrier, owner: v.owner })
    if (v.approved) add('device.approved', v.device, { device: v.device, by })
  }
  for (const zone of zonesOf(data, { at, by })) add('zone.drawn', zone.zone, zone)
  const shifts = data.shifts.map(({ value: { id, ...v } }): DataOf<'shift.scheduled'> => ({ shift: id, ...v }))
  const written = writeOut(
    data.roster.map((l) => l.value),
    roster ?? { from: at, days: 14 },
  )
  for (const shift of written) add('shift.scheduled', `${shift.carrier} ${shift.shift}`, shift, at, true)
  for (const shift of shifts) add('shift.scheduled', `${shift.carrier} ${shift.shift}`, shift)
  for (const {
    value: { id, ...v },
  } of data.tasks)
    add('task.approved', `${v.carrier} ${id}`, { task: id, ...v })
  for (const { value: v } of data.orders) {
    add(
      'dispatch.ordered',
      v.id,
      {
        order: v.id,
        incident: v.incident,
        carriers: v.carriers,
        place: place(v),
        urgent: v.urgent,
        unit: null,
        planned: true,
      },
      v.startsAt,
    )
    if (v.endsAt !== null)
      add('dispatch.closed', v.id, { order: v.id, carriers: v.carriers, result: v.result ?? '' }, v.endsAt)
  }
  return drafts
}

const zonesOf = (data: CountyData, { at, by }: DraftOptions): DataOf<'zone.drawn'>[] => {
  // From the beginning of the day, so that what was reported this morning is judged with the map it happened on.
  const base = {
    validFrom: chinaDay(chinaDate(at)),
    by,
    reason: '数据导入',
    routePoints: [],
    limitKmh: null,
    unit: null,
  }
  const drawn = (
    kind: 'county' | 'township' | 'beat',
    lines: CountyData['boundary'] | CountyData['beats'],
  ): DataOf<'zone.drawn'>[] =>
    lines.flatMap(({ value: { properties: p, geometry } }) =>
      geometry.type === 'Polygon'
        ? [
            {
              ...base,
              zone: p.id,
              kind,
              name: text(p.name, p.nameEn),
              polygon: geometry.coordinates,
              unit: 'unit' in p ? p.unit : null,
            },
          ]
        : [],
    )
  const beats = drawn('beat', data.beats).map((beat) => ({ ...beat, routePoints: routePointsOf(data, beat.zone) }))
  const areas = data.areas.flatMap(({ value: { properties: p, geometry } }) =>
    geometry.type === 'Polygon'
      ? [
          {
            ...base,
            zone: p.id,
            kind: p.kind,
            name: text(p.name, p.nameEn),
            polygon: geometry.coordinates,
            unit: p.unit ?? null,
            limitKmh: p.limitKmh ?? null,
          },
        ]
      : [],
  )
  return [...drawn('county', data.boundary), ...drawn('township', data.townships), ...beats, ...areas]
}

const routePointsOf = (data: CountyData, beat: string) =>
  data['route-points']
    .filter(({ value }) => value.beat === beat)
    .map(({ value: v }) => ({ id: v.id, name: v.name, place: toWgs84([v.longitude, v.latitude], v.datum ?? 'wgs84') }))

/** Said without who, when and why: so that importing the same folder tomorrow says nothing new. */
export const fingerprint = (kind: ObservationKind, data: object): string => {
  const told = Object.entries(data).filter(
    ([key]) => !(['by', 'reason'].includes(key) || (kind === 'zone.drawn' && key === 'validFrom')),
  )
  return createHash('sha256')
    .update(JSON.stringify([kind, sorted(Object.fromEntries(told))]))
    .digest('hex')
    .slice(0, 32)
}

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  )
}
