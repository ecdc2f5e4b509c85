import { describe, expect, it } from 'vitest'
import { witnessUnsigned as rule } from '../../../server/rules/inspection/witness-unsigned.ts'
import { act, records, sensor, stopsRecording } from '../../support/custody.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const own = (kind: string, caseType: string, signature: object, day = '2026-03-02', ...more: Moment[]) => {
  const a = act(kind, { caseType, place: 'scene', person: null })
  return given(rule, a.starts(`${day} 09:00`), ...more, a.signed(`${day} 10:00`, signature)).until('2026-06-01 00:00')
}
const alone = { signedBy: ['person'] }

describe.each(['scene-investigation', 'inspection', 'body-check', 'identification', 'seizure'])(
  '应当邀请有关公民作为见证人 … 由侦查人员、见证人签名（程序规定第一百九十四条）: %s',
  (kind) => {
    it('opens when the record says who signed, and no witness did', () =>
      expect(own(kind, 'criminal', alone)).toMatchObject([{ since: at('2026-03-02 10:00'), facts: { kind } }]))
    it('finds nothing with a witness, and does not judge what is not stated', () => {
      expect(own(kind, 'criminal', { signedBy: ['person', 'witness'] })).toEqual([])
      expect(own(kind, 'criminal', {})).toEqual([])
    })
    it('judges criminal cases from 2013 on', () => {
      expect(own(kind, 'criminal', alone, '2012-12-31')).toEqual([])
      expect(own(kind, 'criminal', alone, '2013-01-01')).toHaveLength(1)
    })
  },
)

describe('确因客观原因无法由符合条件的人员担任见证人的，应当 … 进行全程录音录像，并在笔录中注明有关情况', () => {
  const recorder = sensor('2026-01-01 00:00', ['recording'])
  const whole = [records('2026-03-02 09:00'), stopsRecording('2026-03-02 10:00')]
  const note = act('inspection').explained('2026-03-02 09:30')
  const judged = (signature: object, ...more: Moment[]) =>
    own('inspection', 'criminal', signature, '2026-03-02', ...more)
  it('needs both, the note and the recording', () => {
    expect(judged(alone, recorder, ...whole, note)).toEqual([])
    expect(judged({ ...alone, noted: ['witness-refused'] }, recorder, ...whole)).toEqual([])
    expect(judged(alone, recorder, ...whole)).toHaveLength(1)
    expect(judged(alone, recorder, records('2026-03-02 09:00'), stopsRecording('2026-03-02 09:40'), note)).toHaveLength(
      1,
    )
  })
  it('does not judge with a note when the recording cannot be seen', () => expect(judged(alone, note)).toEqual([]))
})

describe('由检查人、被检查人和见证人签名（治安管理处罚法第一百零四条、旧第八十八条），扣押清单同（一百零五、旧八十九）', () => {
  it.each(['inspection', 'body-check', 'seizure'])('%s, before and since 2026', (kind) => {
    expect(own(kind, 'public-order', alone)).toHaveLength(1)
    expect(own(kind, 'public-order', alone, '2025-12-31')).toHaveLength(1)
    expect(own(kind, 'public-order', alone, '2006-02-28')).toEqual([])
    expect(own(kind, 'public-order', { signedBy: ['person', 'witness'] })).toEqual([])
  })
  it('a note that the witness refused is enough', () =>
    expect(own('inspection', 'public-order', { ...alone, noted: ['witness-refused'] })).toEqual([]))
  it('asks for none at a scene or an identification, nor in other administrative cases, nor of a search', () => {
    expect(own('identification', 'public-order', alone)).toEqual([])
    expect(own('scene-investigation', 'public-order', alone)).toEqual([])
    expect(own('inspection', 'administrative', alone)).toEqual([])
    expect(own('search', 'criminal', alone)).toEqual([])
  })
})
