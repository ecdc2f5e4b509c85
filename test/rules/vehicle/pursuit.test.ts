import { describe, expect, it } from 'vitest'
import { pursuit as rule } from '../../../server/rules/vehicle/pursuit.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const day = '2026-03-02'
const far = '2026-04-09 00:00'
const of = { pursuit: 'p1', unit: 'traffic', carrier: 'vehicle/v1' }
const starts = (when: string, ground: string | null, more: object = {}, heard?: string): Moment => [
  when,
  'pursuit.started',
  { ...of, officers: ['o1'], traffic: true, ground, ...more },
  heard,
]
const ends = (when: string, outcome = 'given-up'): Moment => [when, 'pursuit.ended', { ...of, outcome }]

describe('除……可能对公共安全和他人生命安全有严重威胁以外，交通警察不得驾驶机动车追缉（规范第七十三条）', () => {
  it('finds a pursuit without such a ground, at once', () =>
    expect(given(rule, starts(`${day} 10:00`, 'none')).until(far)).toMatchObject([
      {
        grade: 'A',
        since: at(`${day} 10:00`),
        openedAt: at(`${day} 10:00`),
        concerns: { unit: 'traffic', officers: ['o1'] },
      },
    ]))
  it('a grave threat, a violent suspect or an order is a ground; other police are not meant', () => {
    for (const ground of ['grave-threat', 'violent-suspect', 'order'])
      expect(given(rule, starts(`${day} 10:00`, ground)).until(far)).toEqual([])
    expect(given(rule, starts(`${day} 10:00`, 'none', { traffic: false })).until(far)).toEqual([])
  })
  it('says nothing while no ground is stated, and judges when it is', () => {
    expect(given(rule, starts(`${day} 10:00`, null), ends(`${day} 10:10`)).until(far)).toEqual([])
    expect(given(rule, starts(`${day} 10:00`, null), starts(`${day} 10:05`, 'none')).until(far)).toMatchObject([
      { since: at(`${day} 10:00`) },
    ])
    expect(
      given(rule, starts(`${day} 10:00`, 'none'), starts(`${day} 10:05`, 'grave-threat'))
        .events(far)
        .map((e) => e.is),
    ).toEqual(['opened', 'ended'])
  })
  it('goes on when it is over, and tells how it ended', () => {
    const events = given(rule, starts(`${day} 10:00`, 'none'), ends(`${day} 10:10`, 'accident')).events(far)
    expect(events.at(-1)).toMatchObject({
      is: 'continued',
      finding: { facts: { outcome: 'accident', until: at(`${day} 10:10`) } },
    })
  })
  it('dates truly what is told late, and judges from 2009', () => {
    expect(given(rule, starts(`${day} 10:00`, 'none', {}, `${day} 18:00`)).until(far)).toMatchObject([
      { since: at(`${day} 10:00`), openedAt: at(`${day} 18:00`) },
    ])
    expect(given(rule, starts('2008-12-31 10:00', 'none')).until(far)).toEqual([])
    expect(given(rule, starts('2009-01-01 10:00', 'none')).until(far)).toHaveLength(1)
  })
})
