import { describe, expect, it } from 'vitest'
import { searchWithoutWitness as rule } from '../../../server/rules/inspection/search-without-witness.ts'
import { act, records, sensor, stopsRecording } from '../../support/custody.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const search = act('search', { caseType: 'criminal', person: null, place: 'home' })
const found = (more: object, ...moments: Moment[]) =>
  given(rule, search.starts('2026-03-02 09:00', more), search.ends('2026-03-02 10:00'), ...moments)
    .until('2026-06-01 00:00')
    .map((f) => f.since)
const witness = { attendees: [{ as: 'witness' }] }
const began = at('2026-03-02 09:00')

describe('应当有被搜查人或者他的家属，邻居或者其他见证人在场（刑诉法第一百三十九条）', () => {
  it('opens when nobody but the police is on record', () => {
    expect(found({})).toEqual([began])
    expect(found({ attendees: [{ as: 'female-staff' }, { as: 'interpreter' }] })).toEqual([began])
  })
  it('finds nothing with a witness, with the person searched, in other acts and cases', () => {
    expect(found(witness)).toEqual([])
    expect(found({ person: 'p1' })).toEqual([])
    expect(found({ kind: 'inspection' })).toEqual([])
    expect(found({ caseType: 'public-order' })).toEqual([])
  })
  it('knows that a detention house has the person searched, though told late, and who was taken along', () => {
    const custody = (kind: Moment[1], when: string, more: object = {}, heard?: string): Moment => [
      when,
      kind,
      { person: 'p1', facility: 'kss-1', facilityKind: 'detention-house', ...more },
      heard,
    ]
    const admitted = custody('custody.admitted', '2026-03-01 09:00', {}, '2026-03-03 09:00')
    expect(found({ person: 'p1' }, admitted)).toEqual([began])
    expect(found({ person: 'p1', ...witness }, admitted)).toEqual([])
    expect(
      found(
        { person: 'p1' },
        admitted,
        custody('custody.taken-out', '2026-03-02 08:00', { purpose: 'identification', outing: 'x' }),
      ),
    ).toEqual([])
  })
  it('opens from the moment the witness leaves, past the tolerance', () => {
    const away = (back: string) =>
      found(witness, search.isLeft('2026-03-02 09:20', 'witness'), search.isJoined(back, 'witness'))
    expect(away('2026-03-02 09:22')).toEqual([])
    expect(away('2026-03-02 09:22:01')).toEqual([at('2026-03-02 09:20')])
  })
})

describe('应当对有关侦查活动进行全程录音录像，并在笔录中注明有关情况（程序规定第一百九十四条）', () => {
  const recorder = sensor('2026-01-01 00:00', ['recording'])
  const whole = [records('2026-03-02 09:00'), stopsRecording('2026-03-02 10:00')]
  const note = search.explained('2026-03-02 09:30')
  it('needs both, the recording and the note', () => {
    expect(found({}, recorder, ...whole, note)).toEqual([])
    expect(found({}, recorder, ...whole)).toEqual([began])
    expect(found({}, recorder, records('2026-03-02 09:00'), stopsRecording('2026-03-02 09:40'), note)).toEqual([began])
  })
  it('does not judge with a note when the recording cannot be seen', () =>
    expect(found({}, search.explained('2026-03-02 09:01'))).toEqual([]))
})
