import { describe, expect, it } from 'vitest'
import { onSpotRecord as rule } from '../../../server/rules/supervision/on-spot-record.ts'
import { told } from '../../support/cases.ts'
import { at, given } from '../../support/timeline.ts'

const taken = told('on-site.measure-taken', {
  deed: 'c1',
  inspectors: ['d1', 'd2'],
  officer: 'o1',
  unit: 'station-1',
  measure: 'vehicle-held',
  ground: 'misuse',
  identified: true,
  record: 'r1',
  receipt: 'q1',
})
const found = (more: object, when = '2026-03-02 09:00') => given(rule, taken(when, more)).until('2031-01-01 00:00')

describe('当场处置应当有书面记录，扣留物品应当开具凭证（实施办法第三十二条至第三十七条）', () => {
  it('a record and a receipt', () => expect(found({})).toEqual([]))
  it('what is held nowhere needs no receipt', () => expect(found({ measure: 'removed', receipt: null })).toEqual([]))
  it('no record', () =>
    expect(found({ record: null })).toMatchObject([
      { since: at('2026-03-02 09:00'), facts: { why: 'no-record' }, concerns: { officers: ['d1', 'd2'], unit: null } },
    ]))
  it('held without a receipt', () => expect(found({ receipt: null })).toMatchObject([{ facts: { why: 'no-receipt' } }]))
})
