import { describe, expect, it } from 'vitest'
import type { CoverageSpan } from '../../../server/contract/custody.ts'
import type { Entry } from '../../../server/domain/entry.ts'
import { parseObservation } from '../../../server/domain/observation/index.ts'
import { createRegister } from '../../../server/domain/register.ts'
import { createCustody } from '../../../server/supervision/custody/custody.ts'
import { masked } from '../../../server/supervision/custody/mask.ts'
import {
  arrives,
  enters,
  leaves,
  measure,
  records,
  room,
  sensor,
  sensorFails,
  sensorReturns,
  stopsRecording,
} from '../../support/custody.ts'
import { at, type Moment } from '../../support/timeline.ts'

const word = () => ({ title: { zh: '规则', en: 'Rule' }, grade: 'A' as const })

const entryOf = ([happened, kind, data = {}]: Moment, seq: number): Entry => {
  const parsed = parseObservation({ kind, observedAt: at(happened), data })
  if (parsed.is === 'fault') throw new Error(parsed.problem)
  return { seq, recordedAt: at(happened), observation: parsed.observation }
}

/** The case area after these moments, in the order in which they were heard. */
const told = (...moments: Moment[]) => {
  const register = createRegister()
  const custody = createCustody({ register, ruleWord: word, deadlinesOf: () => [] })
  const entries = moments.map(entryOf)
  for (const entry of entries) {
    register.apply(entry)
    custody.apply(entry)
  }
  const last = entries.at(-1)!
  return { custody, now: last.recordedAt, seq: last.seq, changes: custody.take(last.recordedAt, last.seq) }
}
const spans = (list: readonly CoverageSpan[]): string[] =>
  list.map((s) => `${s.state} ${s.cause ?? ''} ${Math.round(((s.to ?? s.from) - s.from) / 60_000)}`.replace(/ +/g, ' '))

describe('unknown is not off: what nobody could see is said so, with its cause', () => {
  const scene: Moment[] = [
    room('2026-01-05 08:00'),
    sensor('2026-01-05 08:00', ['recording', 'entry']),
    arrives('2026-01-05 09:00'),
    enters('2026-01-05 09:10', 'p1', 'held'),
    records('2026-01-05 09:20'),
    sensorFails('2026-01-05 09:40'),
    sensorReturns('2026-01-05 09:50'),
    stopsRecording('2026-01-05 10:00', { reason: 'power' }),
    leaves('2026-01-05 10:30', 'p1', 'held'),
  ]
  it('recording: off, on, unknown while the sensor was away, on, off by a power cut', () => {
    const { custody, now, seq } = told(...scene)
    expect(spans(custody.detail('s1', now, seq)!.recording)).toEqual([
      'off 10',
      'on 20',
      'unknown offline 10',
      'on 10',
      'off power 30',
    ])
  })
  it('doors: seen, then not, then seen again', () => {
    const { custody, now, seq } = told(...scene)
    expect(spans(custody.detail('s1', now, seq)!.sensing)).toEqual(['on 30', 'unknown offline 10', 'on 40'])
  })
  it('a room that has no sensor is never shown as not recorded', () => {
    const { custody, now } = told(
      room('2026-01-05 08:00'),
      arrives('2026-01-05 09:00'),
      enters('2026-01-05 09:10', 'p1', 'held'),
    )
    const { rooms } = custody.board(now, 9, () => true)
    expect(rooms[0]).toMatchObject({ observable: false, recorder: { state: 'unknown', cause: 'no-sensor' } })
  })
})

describe('到案 by gate and by paper: more than ten minutes apart is flagged', () => {
  it.each([
    ['2026-01-05 09:10', false],
    ['2026-01-05 09:11', true],
  ])('paper %s: %s', (paper, disagree) => {
    const { changes } = told(arrives('2026-01-05 09:00'), arrives(paper, { source: 'paper' }))
    expect(changes[0]).toMatchObject({ is: 'stay', view: { arrival: { disagree } } })
  })
})

describe('one person’s line runs over all measures', () => {
  it('shows who signed what, and the measure in force', () => {
    const first = measure('continued-questioning')
    const then = measure('criminal-summons', { measure: 'm2' })
    const { custody, now, seq } = told(
      arrives('2026-01-05 09:00'),
      first.approved('2026-01-05 09:05', 'station-chief'),
      first.starts('2026-01-05 09:06'),
      first.extended('2026-01-05 15:00', 24, 'hour', 'bureau-chief'),
      first.ends('2026-01-05 16:00', 'changed'),
      then.starts('2026-01-05 16:00'),
    )
    const detail = custody.detail('s1', now, seq)!
    expect(detail.measures.map((m) => m.kind)).toEqual(['continued-questioning', 'criminal-summons'])
    expect(detail.stay.measure).toMatchObject({ kind: 'criminal-summons' })
    expect(detail.approvals.map((a) => [a.what, a.rank, a.total?.amount])).toEqual([
      ['approved', 'station-chief', undefined],
      ['extended', 'bureau-chief', 24],
    ])
  })
})

describe('a name is printed masked', () => {
  it.each([
    ['王明', '王某'],
    ['王小明', '王某某'],
    ['欧阳锋', '欧阳某'],
    ['欧阳慕白', '欧阳某某'],
    ['阿不都·买买提', '阿某'],
    ['John Smith', 'J***'],
    [' ', '***'],
  ])('%s → %s', (name, print) => expect(masked(name)).toBe(print))
  it('and stands on no line', () => {
    const named: Moment = ['2026-01-05 09:01', 'person.named', { person: 'p1', name: '王小明' }]
    const { custody, now, seq } = told(arrives('2026-01-05 09:00'), named)
    expect(JSON.stringify(custody.detail('s1', now, seq))).not.toContain('小明')
    expect(custody.nameIn('s1')).toEqual({ person: 'p1', name: '王小明' })
  })
})
