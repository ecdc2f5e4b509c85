import { describe, expect, it } from 'vitest'
import { propertyLedger as rule } from '../../../server/rules/property/ledger.ts'
import { ofItem } from '../../support/cases.ts'
import { at, given } from '../../support/timeline.ts'

const received = ofItem('property.received', { custodian: 'k1' })
const registered = ofItem('property.registered', {
  number: 'n',
  cause: true,
  origin: true,
  state: true,
  store: true,
  destination: true,
})

describe('逐一编号登记，载明案由、来源、保管状态、场所和去向（第一百八十九条）', () => {
  it('finds nothing when all is entered', () =>
    expect(given(rule, received('2026-03-02 09:00'), registered('2026-03-03 09:00')).until('2031-01-01 00:00')).toEqual(
      [],
    ))
  it('opens when parts are missing', () =>
    expect(
      given(rule, received('2026-03-02 09:00'), registered('2026-03-02 10:00', { number: null, store: false })).until(
        '2031-01-01 00:00',
      ),
    ).toMatchObject([{ facts: { parts: 'number,store' } }]))
})

describe('an item received and never entered', () =>
  it('is wrong a day after', () => {
    expect(given(rule, received('2026-03-02 09:00')).until('2026-03-03 09:00')).toEqual([])
    expect(given(rule, received('2026-03-02 09:00')).until('2026-03-03 09:01')).toMatchObject([
      { since: at('2026-03-03 09:00') },
    ])
  }))

describe('an entry that came too late', () =>
  it('does not undo that there was none until then', () => {
    const late = given(rule, received('2026-03-02 09:00'), registered('2026-03-03 09:01'))
    expect(late.grown('2026-03-05 00:00')).toMatchObject([
      { since: at('2026-03-03 09:00'), evidence: [0, 1], facts: { doneAt: at('2026-03-03 09:01') } },
    ])
    expect(late.events('2026-03-05 00:00').filter((e) => e.is === 'ended')).toEqual([])
  }))
