import { describe, expect, it } from 'vitest'
import { beforeImageMissing as rule } from '../../../server/rules/ticket/before-image-missing.ts'
import { changes } from '../../support/tickets.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const declared: Moment = [
  '2026-03-01 00:00',
  'row.mapping-declared',
  { system: 'tickets', owner: 'tech', tables: ['t'], unwatched: [], numbered: true },
]
const blind = (when: string) => changes(when, {}, { beforeMissing: true })

describe('变更前内容缺失是不可观测，不是未变更', () => {
  it('is charged to the owner of the system, and to no officer, after the time to mend it', () => {
    expect(given(rule, declared, blind('2026-03-02 09:00')).until('2026-03-02 10:00')).toEqual([])
    expect(given(rule, declared, blind('2026-03-02 09:00')).until('2026-03-02 10:01')).toMatchObject([
      { since: at('2026-03-02 09:00'), subject: 'tickets', concerns: { unit: 'tech', officers: [] } },
    ])
  })
  it('ends with the first row that is told whole, and finds nothing when it comes in time', () => {
    const mended = changes('2026-03-02 09:30', { status: 'accepted' })
    expect(given(rule, declared, blind('2026-03-02 09:00'), mended).until('2026-03-03 09:00')).toEqual([])
    const late = changes('2026-03-02 11:00', { status: 'accepted' })
    expect(
      given(rule, blind('2026-03-02 09:00'), late)
        .events('2026-03-03 09:00')
        .map((e) => e.is),
    ).toEqual(['warned', 'warned', 'opened', 'ended'])
  })
})
