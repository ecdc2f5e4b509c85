import { describe, expect, it } from 'vitest'
import { forceUnwarned as rule } from '../../../server/rules/restraint/force-unwarned.ts'
import { given } from '../../support/timeline.ts'

const judged = (kind: string, warned: boolean | null) =>
  given(rule, [
    '2026-03-02 10:00',
    'force.used',
    { use: 'u1', unit: 'station-1', officers: ['o1'], kind, warned },
  ]).until('2026-03-03 00:00')

describe('经警告无效的，可以使用警棍、催泪弹、高压水枪、特种防暴枪（警械条例第七条）', () => {
  it.each(['baton', 'tear-gas', 'water-cannon', 'riot-gun'])('opens for %s without a warning', (kind) =>
    expect(judged(kind, false)).toMatchObject([{ concerns: { officers: ['o1'] } }]),
  )
  it('finds nothing after a warning, and does not judge a report that is silent, nor firearms', () => {
    expect(judged('baton', true)).toEqual([])
    expect(judged('baton', null)).toEqual([])
    expect(judged('firearm', false)).toEqual([])
  })
})
