import { describe, expect, it } from 'vitest'
import type { Observation } from '../../../server/domain/observation/index.ts'
import { keepsBytes, maskedData, maskedFacts, maskedMark, scrubbed } from '../../../server/supervision/tickets/mask.ts'

const PLATE = '宁A12345'
const DRIVER = '640121199001011234'

describe('what points at a person by a ticket', () => {
  it('keeps enough to tell two apart, too little to look somebody up', () => {
    expect(maskedMark(PLATE)).toBe('宁A***45')
    expect(maskedMark(DRIVER)).toBe('6401***34')
    expect(maskedMark('D1')).toBe('D***')
    expect(maskedMark('')).toBe('***')
  })

  it('facts: plate, driver, who gains; before and after only where they are such', () => {
    expect(maskedFacts({ ticket: 't1', plate: PLATE, benefits: DRIVER, officer: 'J07' })).toEqual({
      ...{ ticket: 't1', plate: '宁A***45', benefits: '6401***34', officer: 'J07' },
    })
    expect(maskedFacts({ field: 'driver', before: DRIVER, after: null })).toMatchObject({
      before: '6401***34',
      after: null,
    })
    expect(maskedFacts({ field: 'amountYuan', before: 200, after: 50 })).toEqual({
      field: 'amountYuan',
      before: 200,
      after: 50,
    })
    expect(
      maskedFacts({
        field: 'amountYuan,plate,driver',
        before: `200 | ${PLATE} | ∅`,
        after: `50 | 宁A00000 | ${DRIVER}`,
      }),
    ).toEqual({
      ...{ field: 'amountYuan,plate,driver', before: '200 | 宁A***45 | ∅', after: '50 | 宁A***00 | 6401***34' },
    })
  })

  it('two whose masks are alike are told apart on one card, in the order in which they appear', () => {
    const other = '640199198001015634'
    expect(maskedMark(other)).toBe(maskedMark(DRIVER))
    expect(maskedFacts({ field: 'driver', before: DRIVER, after: other, benefits: other })).toEqual({
      ...{ field: 'driver', before: '6401***34①', after: '6401***34②', benefits: '6401***34②' },
    })
    expect(maskedFacts({ field: 'person', before: 'd1', after: 'd2' })).toMatchObject({
      before: 'd***①',
      after: 'd***②',
    })
    expect(
      maskedFacts({ field: 'plate,driver', before: `宁A11145 | ${DRIVER}`, after: `宁A22245 | ${DRIVER}` }),
    ).toEqual({
      ...{ field: 'plate,driver', before: '宁A***45① | 6401***34', after: '宁A***45② | 6401***34' },
    })
    const data = {
      fields: { driver: other },
      changes: [{ field: 'driver', before: DRIVER, after: other }],
    }
    expect(maskedData({ kind: 'ticket.changed', observedAt: 0, data } as unknown as Observation)).toEqual({
      fields: { driver: '6401***34②' },
      changes: [{ field: 'driver', before: '6401***34①', after: '6401***34②' }],
    })
  })

  it('facts of other families stay the very same', () => {
    const facts = { room: 'r1', before: 'x' }
    expect(maskedFacts(facts)).toBe(facts)
  })

  it('entries: fields, changes, sentences; a raw row shows which columns there are and no value', () => {
    const changed = {
      kind: 'ticket.changed',
      observedAt: 0,
      data: {
        ticket: 't1',
        fields: { plate: PLATE, driver: DRIVER, points: 3 },
        changes: [
          { field: 'driver', before: DRIVER, after: 'D2' },
          { field: 'points', before: 3, after: 0 },
        ],
      },
    }
    expect(maskedData(changed as unknown as Observation)).toMatchObject({
      fields: { plate: '宁A***45', driver: '6401***34', points: 3 },
      changes: [
        { field: 'driver', before: '6401***34', after: 'D***' },
        { field: 'points', before: 3, after: 0 },
      ],
    })
    const audited = { kind: 'ticket.audited', observedAt: 0, data: { reason: `${PLATE}车主${DRIVER}来电13900001111` } }
    expect(JSON.stringify(maskedData(audited as unknown as Observation))).not.toMatch(/12345|19900101|0000111/)
    const row = {
      kind: 'row.changed',
      observedAt: 0,
      data: { table: 't', before: { hphm: PLATE, tel: 13900001111, je: null }, after: null },
    }
    expect(maskedData(row as unknown as Observation)).toEqual({
      table: 't',
      before: { hphm: '***', tel: '***', je: null },
      after: null,
    })
    expect(scrubbed('第13号，共200元')).toBe('第13号，共200元')
  })

  it('bytes that hold a whole delivery are not served', () => {
    expect(
      ['intake.delivered', 'row.changed', 'ticket.audited', 'roadside.warned'].every((k) => keepsBytes(k as never)),
    ).toBe(true)
    expect(keepsBytes('position.reported')).toBe(false)
  })
})
