import { describe, expect, it } from 'vitest'
import { inspectedAlone as rule } from '../../../server/rules/supervision/inspected-alone.ts'
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

describe('现场督察不少于二人（实施办法第二十二条）', () => {
  it('two', () => expect(found({})).toEqual([]))
  it('nobody is named: not judged', () => expect(found({ inspectors: [] })).toEqual([]))
  it.each([[['d1']], [['d1', 'd1']]])('%j is one', (inspectors) =>
    expect(found({ inspectors })).toMatchObject([
      { since: at('2026-03-02 09:00'), facts: { count: 1 }, concerns: { officers: ['d1'], unit: null } },
    ]),
  )
})
