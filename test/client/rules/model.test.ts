import { describe, expect, it } from 'vitest'
import { tableOf } from '../../../client/claim/matrix.ts'
import {
  backtestSpec,
  bars,
  currentValues,
  inForceOn,
  isDay,
  matching,
  typedNumber,
  valueTable,
} from '../../../client/features/rules/model.ts'
import type { MatrixCell } from '../../../server/contract/claims.ts'
import type { RuleState } from '../../../server/contract/rulebook.ts'
import type { RuleView } from '../../../server/contract/views.ts'

const citation = {
  law: '治安管理处罚法',
  article: '第九十七条',
  text: '文',
  from: '2026-01-01',
  until: null,
  checked: 'verified' as const,
}
const rule = (id: string, more: Partial<RuleView> = {}): RuleView => ({
  id,
  title: { zh: '超时', en: 'Too long' },
  grade: 'A',
  citations: [citation],
  limits: { zh: '看不到', en: 'cannot see' },
  params: [],
  localSettings: [{ param: 'dwell', title: { zh: '持续', en: 'Dwell' }, unit: 'minute' }],
  shipsOff: null,
  healthy: true,
  ...more,
})
const state = (rule: string, more: Partial<RuleState> = {}): RuleState => ({
  rule,
  on: true,
  waiting: 0,
  set: 0,
  ...more,
})

describe('the list finds a rule by every word typed', () => {
  const rules = [
    rule('questioning.time-limit'),
    rule('patrol.leaves-beat', { title: { zh: '离开巡区', en: 'Left its beat' }, citations: [] }),
  ]
  const states = new Map([
    ['questioning.time-limit', state('questioning.time-limit', { waiting: 1 })],
    ['patrol.leaves-beat', state('patrol.leaves-beat', { on: false })],
  ])
  const found = (search: string, show: 'all' | 'off' | 'waiting' = 'all') =>
    matching(rules, (id) => states.get(id), search, show).map((r) => r.id)
  it('in the id, both titles and the law', () => {
    expect(found('LIMIT')).toEqual(['questioning.time-limit'])
    expect(found('处罚法第九十七条 超时')).toEqual(['questioning.time-limit'])
    expect(found('left beat')).toEqual(['patrol.leaves-beat'])
    expect(found('处罚法 beat')).toEqual([])
    expect(found('  ')).toHaveLength(2)
  })
  it('and can show only those off, or those that wait for the second person', () => {
    expect([found('', 'off'), found('', 'waiting')]).toEqual([['patrol.leaves-beat'], ['questioning.time-limit']])
  })
})

describe('values over time', () => {
  const values = [
    { from: 100, value: { law: 8, dwell: 3 } },
    { from: 200, value: { law: 8, dwell: 5 } },
    { from: 300, value: { law: 12, dwell: 5 } },
  ]
  it('marks what was, is and will be, and what changed, with what the bureau may change first', () => {
    const table = valueTable({ rule: rule('x'), values }, 250)
    expect(table.columns.map((c) => c.is)).toEqual(['past', 'now', 'ahead'])
    expect(table.rows.map((r) => [r.param, r.values.map((v) => v.changed)])).toEqual([
      ['dwell', [false, true, false]],
      ['law', [false, false, true]],
    ])
    expect(currentValues({ values }, 250)).toEqual({ law: 8, dwell: 5 })
  })
  it('a sentence holds from its first day to the day before its last', () => {
    const c = { ...citation, from: '2013-01-01', until: '2026-01-01' }
    expect(['2012-12-31', '2013-01-01', '2025-12-31', '2026-01-01'].map((d) => inForceOn(c, d))).toEqual([
      false,
      true,
      true,
      false,
    ])
  })
})

describe('a day is typed as it is written everywhere', () =>
  it('and only a day of the calendar counts', () =>
    expect(['2026-01-31', '2026-02-30', '2026-1-1', '01/31/2026', ''].map(isDay)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ])))

describe('what a back-test is asked', () => {
  it('only what differs from what holds, and whether the rule is tried on', () => {
    expect(backtestSpec('r', { dwell: '5', law: '8', other: 'x' }, { dwell: 3, law: 8 }, true)).toEqual({
      r: { dwell: 5, enabled: true },
    })
    expect(backtestSpec('r', {}, {}, false)).toEqual({ r: {} })
  })
  it('a number is a number or nothing', () =>
    expect(['3.5', '', ' ', '1e', '0'].map(typedNumber)).toEqual([3.5, undefined, undefined, undefined, 0]))
})

describe('bars', () => {
  it('fill the box by the highest; nothing has no height, and one of a thousand is seen', () => {
    const [none, one, all] = bars([0, 1, 1000], 1000, { width: 300, height: 100 })
    expect([none!.height, one!.height, all!.height]).toEqual([0, 2, 100])
    expect([one!.y, all!.y]).toEqual([98, 0])
  })
  it('two series stand side by side', () => {
    const box = { width: 100, height: 10 }
    const [[a], [b]] = [bars([1], 1, box, 0, 2), bars([1], 1, box, 1, 2)]
    expect(a!.x + a!.width).toBeLessThanOrEqual(b!.x)
  })
})

describe('the matrix of a claim', () => {
  const cell = (source: MatrixCell['source'], about: string, says: MatrixCell['says']): MatrixCell => ({
    source,
    about,
    says,
    because: 'present',
    facts: {},
    seqs: [],
  })
  it('has a row for each source and a square for each part; the gravest word comes first', () => {
    const cells = [
      cell('door', 'officer/a', 'supports'),
      cell('door', 'officer/a', 'contradicts'),
      cell('count', 'count', 'down'),
    ]
    const table = tableOf({ abouts: ['officer/a', 'count'], cells })
    expect(table.map((r) => [r.source, r.squares.map((s) => s?.says)])).toEqual([
      ['door', ['contradicts', undefined]],
      ['count', [undefined, 'down']],
    ])
  })
})
