import { describe, expect, it } from 'vitest'
import { houseStaff as rule } from '../../../server/rules/detention/house-staff.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const record = (when: string, police: readonly string[], leader: string | null = 'l1', more: object = {}): Moment => [
  when,
  'facility.staffed',
  { facility: 'f-1', facilityKind: 'detention-house', police, leader, ...more },
]
const judged = (...moments: readonly Moment[]) => given(rule, ...moments).until('2026-04-01 00:00')

describe('每一值班区域每班不少于二名民警（看守所条例实施办法第十六条，要旨）', () => {
  it('ships off: the text was not checked', () => expect(rule.shipsOff?.zh).toContain('未逐字核对'))
  it('finds nothing with two', () => expect(judged(record('2026-03-02 08:00', ['o1', 'o2']))).toEqual([]))
  it('opens with one, dated from the record that began it, and ends when there are two again', () => {
    const short = [record('2026-03-02 08:00', ['o1', 'o2']), record('2026-03-02 20:00', ['o1'])]
    expect(judged(...short, record('2026-03-03 08:00', []))).toMatchObject([
      { since: at('2026-03-02 20:00'), concerns: { unit: 'f-1' } },
    ])
    const events = given(rule, ...short, record('2026-03-03 08:00', ['o1', 'o2'])).events('2026-04-01 00:00')
    expect(events.map((e) => e.is)).toEqual(['opened', 'ended'])
  })
  it('asks for no leader', () => expect(judged(record('2026-03-02 08:00', ['o1', 'o2'], null))).toHaveLength(0))
  it('looks at each zone, at facilities of its kind, and at no day before its text', () => {
    expect(
      judged(
        record('2026-03-02 08:00', ['o1'], 'l1', { zone: 'a' }),
        record('2026-03-02 08:00', ['o1', 'o2'], 'l1', { zone: 'b' }),
      ),
    ).toHaveLength(1)
    expect(judged(record('2026-03-02 08:00', [], null, { facilityKind: 'lockup' }))).toEqual([])
    expect(judged(record('1991-10-04 08:00', []))).toEqual([])
  })
})
