import { describe, expect, it } from 'vitest'
import { conduct as rule } from '../../../server/rules/duty/conduct.ts'
import { corrects, day, looks } from '../../support/looks.ts'
import { at, given } from '../../support/timeline.ts'

const far = '2026-03-09 00:00'

describe('人民警察必须做到……礼貌待人，文明执勤；保持警容严整，举止端庄（人民警察法第二十条、第二十三条）', () => {
  it('finds what a person saw', () => {
    for (const result of ['asleep', 'phone', 'conduct', 'untidy'])
      expect(given(rule, looks(`${day} 10:00`, result)).until(far)).toMatchObject([
        { since: at(`${day} 10:00`), facts: { result, post: 'r1' }, concerns: { officers: ['o1'] } },
      ])
  })
  it('two things in one look are one finding', () =>
    expect(given(rule, looks(`${day} 10:00`, 'phone'), looks(`${day} 10:00`, 'untidy')).until(far)).toMatchObject([{}]))
  it('finds nothing in a good look, nor in what is another duty’s', () => {
    for (const result of ['good', 'cannot-see', 'not-in-uniform', 'absent'])
      expect(given(rule, looks(`${day} 10:00`, result)).until(far)).toEqual([])
  })
  it('ends when it is corrected, not by a correction made before', () => {
    expect(
      given(rule, looks(`${day} 10:00`, 'phone'), corrects(`${day} 10:05`))
        .events(far)
        .at(-1),
    ).toMatchObject({ is: 'ended' })
    expect(given(rule, corrects(`${day} 09:00`), looks(`${day} 10:00`, 'phone')).until(far)).toHaveLength(1)
  })
  it('dates truly one that is told late, and judges from 2013', () => {
    expect(given(rule, looks(`${day} 10:00`, 'phone', {}, `${day} 18:00`)).until(far)).toMatchObject([
      { since: at(`${day} 10:00`), openedAt: at(`${day} 18:00`) },
    ])
    expect(given(rule, looks('2012-12-31 10:00', 'phone')).until(far)).toEqual([])
    expect(given(rule, looks('2013-01-01 10:00', 'phone')).until(far)).toHaveLength(1)
  })
})
