import { describe, expect, it } from 'vitest'
import { retentionAreas } from '../../server/domain/footage/retention.ts'
import { inForceOf } from '../../server/engine/in-force.ts'
import { keptLonger } from '../../server/recordings.ts'
import { rulebook } from '../../server/rules/index.ts'
import { at } from '../support/timeline.ts'

const noon = at('2026-03-02 12:00')
/** The rulebook with what two persons agreed on. */
const supervision = (set: Readonly<Record<string, number>>) => ({
  inForce: (id: string) => {
    const rule = rulebook.find((one) => one.id === id)
    const value = set[id]
    const change = { is: 'setting', rule: id, param: 'keepDays', value: value ?? null } as const
    return rule && inForceOf(rule, value === undefined ? [] : [{ change, from: at('2026-03-02 00:00') } as never], true)
  },
})

describe('how long the bureau keeps recordings beyond the law', () => {
  it('is a setting of a rule that exists, for every area', () => {
    const all = Object.fromEntries(rulebook.filter((r) => r.id.endsWith('-retention')).map((r) => [r.id, 200]))
    for (const area of retentionAreas) expect(keptLonger(supervision(all))(area, noon), area).toBe(200)
  })
  it('is nothing before it was set, or without a setting', () => {
    const set = { 'recording.case-area-retention': 180 }
    expect(keptLonger(supervision(set))('case-area', noon)).toBe(180)
    expect(keptLonger(supervision(set))('case-area', at('2026-03-01 23:59'))).toBe(0)
    expect(keptLonger(supervision(set))('public', noon)).toBe(0)
  })
})
