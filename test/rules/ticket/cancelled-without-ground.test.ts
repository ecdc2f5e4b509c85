import { describe, expect, it } from 'vitest'
import { cancelledWithoutGround as rule } from '../../../server/rules/ticket/cancelled-without-ground.ts'
import { audited, changes, objection } from '../../support/tickets.ts'
import { given } from '../../support/timeline.ts'

const end = '2026-03-09 00:00'
const cancelled = changes('2026-03-02 09:00', { status: 'cancelled' })
const by = (more: object = {}) => audited('2026-03-02 09:00', { action: 'cancel', ...more })

describe('有下列情形之一并经核实的 … 予以消除（处理程序规定第二十二条）', () => {
  it('opens without a ground, with one that the law does not know, and without any log', () => {
    expect(given(rule, cancelled, by()).until(end)).toMatchObject([
      { facts: { field: 'status', before: 'entered', after: 'cancelled', missing: 'ground' } },
    ])
    expect(given(rule, cancelled, by({ ground: 9 })).until(end)).toHaveLength(1)
    expect(given(rule, cancelled).until(end)).toMatchObject([{ facts: { missing: 'audit' } }])
  })
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('finds nothing with ground %i, in the log or on the row', (ground) => {
    expect(given(rule, cancelled, by({ ground })).until(end)).toEqual([])
    expect(given(rule, changes('2026-03-02 09:00', { status: 'voided', ground })).until(end)).toEqual([])
  })
  it('finds nothing when an objection was upheld', () =>
    expect(given(rule, objection('2026-03-01 09:00'), cancelled, by()).until(end)).toEqual([]))
  it('leaves what was decided to another rule', () =>
    expect(
      given(rule, changes('2026-03-02 09:00', { status: 'cancelled' }, {}, { status: 'decided' })).until(end),
    ).toEqual([]))
})
