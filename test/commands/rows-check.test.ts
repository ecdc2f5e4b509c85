import { describe, expect, it } from 'vitest'
import { checkRows, type Kept } from '../../server/commands/rows-check.ts'
import { linkAfter, noRows, told } from '../../server/gateways/rows/chain.ts'
import { decodeRecord, type RowChange } from '../../server/protocols/debezium/codec.ts'
import { observeRow } from '../../server/protocols/debezium/observe.ts'

const record = (lsn: number, je: number) => ({
  key: { id: 1 },
  value: {
    before: { id: 1, je: 200 },
    after: { id: 1, je },
    op: 'u',
    ts_ms: 5,
    source: { connector: 'postgresql', name: 's', db: 'vio', table: 't', lsn, ts_ms: 5 },
  },
})
const mapping = { system: 'tickets', sender: 's', connector: 'postgresql', db: 'vio', numbered: false, tables: {} }
const kept = (records: readonly object[]): Kept[] => {
  let link = noRows
  return records.map((one) => {
    const { row } = observeRow(decodeRecord(one) as RowChange, mapping, null)
    link = linkAfter(link, told(row))
    return { ...row, late: false, chain: link }
  })
}
const three = [record(1, 100), record(2, 90), record(3, 80)]

describe('the source system’s own history against ours', () => {
  it('is sound when they say the same, in whatever order the export is written', () =>
    expect(checkRows(kept(three), three.toReversed())).toEqual({ sound: true, rows: 3, exported: 3, difference: null }))
  it('names the first change that differs, is missing there, or never came here', () => {
    expect(checkRows(kept(three), [record(1, 100), record(2, 95), record(3, 81)]).difference).toContain(
      'row 2: after is {"id":1,"je":95} in the export',
    )
    expect(checkRows(kept(three), [three[0], three[2]]).difference).toContain('row 2 of ours is not in the export')
    expect(checkRows(kept([three[0]!, three[2]!]), three).difference).toContain('never came to us')
  })
  it('names a link of our own that does not follow', () => {
    const [a, b, c] = kept(three)
    const forged = { ...b!, after: { id: 1, je: 200 } }
    expect(checkRows([a!, forged, c!], three).difference).toContain('our own chain: row 2')
  })
})
