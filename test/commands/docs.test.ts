import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import { exampleOf } from '../../server/commands/example.ts'
import {
  fieldMeaning,
  type JsonSchema,
  journalFormat,
  jsonSchemaOf,
  meaningOf,
} from '../../server/commands/journal-format.ts'
import { createLineReader } from '../../server/commands/journal-lines.ts'
import { rulesPage } from '../../server/commands/rules-page.ts'
import { type ObservationKind, observationSchemas } from '../../server/domain/observation/index.ts'

const kinds = Object.keys(observationSchemas) as ObservationKind[]

describe('the pages made from code are those in docs; `npm run docs` makes them again', () => {
  it('docs/journal-format.md', () => {
    expect(fs.readFileSync('docs/journal-format.md', 'utf8')).toBe(journalFormat('docs/examples'))
  })
  it('docs/rules.md', () => {
    expect(fs.readFileSync('docs/rules.md', 'utf8')).toBe(rulesPage())
  })
})

describe.each(kinds)('%s can be written from the page alone', (kind) => {
  it('says what it means, and what each field means', () => {
    expect(meaningOf(kind)).toBeDefined()
    const unsaid = (schema: JsonSchema): string[] =>
      Object.entries(schema.properties ?? {}).flatMap(([name, field]) =>
        fieldMeaning(kind, name, field) ? [] : [name],
      )
    expect(unsaid(jsonSchemaOf(kind))).toEqual([])
  })
  it('has an example that is read', () => {
    const line = { kind, observedAt: '2026-03-02T10:00:00+08:00', data: exampleOf(jsonSchemaOf(kind), kind) }
    expect(createLineReader()(JSON.stringify(line))).toMatchObject({ is: 'entry', notes: [] })
  })
})

describe('what somebody who has only the page would guess wrongly is said', () => {
  const said = (kind: ObservationKind, name: string): string =>
    fieldMeaning(kind, name, jsonSchemaOf(kind).properties![name]!) ?? ''
  it('what each value of a list means', () => {
    expect(said('measure.started', 'grounds')).toContain('carrying-loot 赃物')
    expect(said('measure.extended', 'grounds')).toContain('especially-grave 案情特别重大、复杂')
  })
  it('that 拒不提供家属联系方式 is no 无法通知, whoever is named counts as present, and how many a line-up needs', () => {
    expect(said('notice.excused', 'reason')).toContain('refuses-contact 拒不提供家属联系方式 is no 无法通知')
    expect(said('act.started', 'person')).toContain('null at a search whose person was absent')
    expect(said('lineup.held', 'of')).toContain('persons 7 · person-photos 10 · objects 5')
  })
  it('which day an end at 00:00 closes', () =>
    expect(journalFormat('docs/examples')).toContain(
      'a period whose last day is 31 March ends `2026-04-01T00:00:00+08:00`',
    ))
})
