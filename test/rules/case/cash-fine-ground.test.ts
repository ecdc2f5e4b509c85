import { describe, expect, it } from 'vitest'
import { cashFineGround as rule } from '../../../server/rules/case/cash-fine-ground.ts'
import { told } from '../../support/cases.ts'
import { at, given } from '../../support/timeline.ts'

const taken = told('fine.collected', {
  payment: 'f1',
  type: 'public-order',
  unit: 'station-1',
  officer: 'o1',
  yuan: 100,
  fineYuan: 100,
  ground: 'small',
  objection: false,
  receipt: '001',
})

describe('被处二百元以下罚款，被处罚人对罚款无异议的（第一百二十三条）', () => {
  it('200 since 2026 and 50 before', () =>
    expect(
      given(
        rule,
        taken('2026-03-02 09:00', { fineYuan: 200 }),
        taken('2025-12-31 09:00', { payment: 'f2', fineYuan: 50 }),
      ).until('2031-01-01 00:00'),
    ).toEqual([]))
  it('more than that', () =>
    expect(given(rule, taken('2026-03-02 09:00', { fineYuan: 201 })).until('2031-01-01 00:00')).toMatchObject([
      { facts: { why: 'too-high' } },
    ]))
  it('the old limit until the end of 2025', () =>
    expect(given(rule, taken('2025-12-31 09:00', { fineYuan: 51 })).until('2031-01-01 00:00')).toMatchObject([
      { facts: { why: 'too-high' } },
    ]))
  it('with an objection', () =>
    expect(given(rule, taken('2026-03-02 09:00', { objection: true })).until('2031-01-01 00:00')).toMatchObject([
      { facts: { why: 'objection' } },
    ]))
  it('somebody without a home here', () =>
    expect(
      given(rule, taken('2026-03-02 09:00', { fineYuan: 500, ground: 'hard-to-enforce', objection: null })).until(
        '2031-01-01 00:00',
      ),
    ).toEqual([]))
  it('a driver of a motor vehicle never on the spot', () =>
    expect(
      given(rule, taken('2026-03-02 09:00', { type: 'traffic', fineYuan: 20 })).until('2031-01-01 00:00'),
    ).toMatchObject([{ facts: { why: 'not-in-law' } }]))
})

describe('有下列情形之一的，人民警察可以当场收缴罚款（第一百二十三条；行政案件程序规定第二百一十四条）', () => {
  const found = (when: string, more: object) => given(rule, taken(when, more)).until('2031-01-01 00:00')
  it('the new amount from the first moment of 2026, the old one until the last of 2025', () => {
    expect(found('2026-01-01 00:00', { fineYuan: 200 })).toEqual([])
    expect(found('2025-12-31 23:59', { fineYuan: 200 })).toMatchObject([
      { since: at('2025-12-31 23:59'), evidence: [0], concerns: { officers: ['o1'] } },
    ])
  })
  it('in other cases with nobody’s agreement twenty yuan, from 2021-07-15 a hundred (行政处罚法第六十八条); no amount of public order', () => {
    const other = { type: 'administrative', objection: null }
    expect(found('2026-03-02 09:00', { ...other, fineYuan: 100 })).toEqual([])
    expect(found('2026-03-02 09:00', { ...other, fineYuan: 101 })).toMatchObject([
      { facts: { why: 'too-high', mostYuan: 100 } },
    ])
    expect(found('2021-07-15 00:00', { ...other, fineYuan: 100 })).toEqual([])
    expect(found('2021-07-14 23:59', { ...other, fineYuan: 20 })).toEqual([])
    expect(found('2021-07-14 23:59', { ...other, fineYuan: 21 })).toMatchObject([{ facts: { mostYuan: 20 } }])
    expect(found('2025-03-02 09:00', { ...other, fineYuan: 101 })).toHaveLength(1)
    expect(found('2026-03-02 09:00', { ...other, fineYuan: 100, objection: true })).toEqual([])
  })
  it('without a ground it is wrong whatever the amount', () =>
    expect(found('2026-03-02 09:00', { ground: 'none', fineYuan: 5 })).toMatchObject([{ facts: { why: 'no-ground' } }]))
  it.each(['hard-to-pay', 'hard-to-enforce'])('%s knows neither amount nor kind of case', (ground) =>
    expect(found('2026-03-02 09:00', { ground, type: 'traffic', fineYuan: 2000, objection: true })).toEqual([]),
  )
  it('a pedestrian in traffic pays on the spot without objection; “pedestrian” elsewhere is no ground', () => {
    const walker = { ground: 'pedestrian', type: 'traffic', fineYuan: 50 }
    expect(found('2026-03-02 09:00', walker)).toEqual([])
    expect(found('2026-03-02 09:00', { ...walker, objection: true })).toMatchObject([{ facts: { why: 'objection' } }])
    expect(found('2026-03-02 09:00', { ...walker, type: 'public-order' })).toMatchObject([
      { facts: { why: 'not-in-law' } },
    ])
  })
  it('whether there was an objection that nobody wrote down is not judged', () =>
    expect(found('2026-03-02 09:00', { objection: null })).toEqual([]))
})
