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
