import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { en } from '../../../client/i18n/en.ts'
import { kindOf } from '../../../client/i18n/kind-of.ts'
import { valuesZh } from '../../../client/i18n/values.ts'
import { zh } from '../../../client/i18n/zh.ts'
import { actKinds } from '../../../server/domain/observation/act.ts'
import { observationSchemas } from '../../../server/domain/observation/index.ts'
import { measureKinds } from '../../../server/domain/observation/measure.ts'

interface Schema {
  readonly enum?: readonly string[]
  readonly anyOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
}
const wordsOf = (schema: Schema | undefined): readonly string[] =>
  schema?.enum ?? schema?.anyOf?.flatMap((one) => wordsOf(one)) ?? []

/** Kinds that stand on somebody's line: they name a person, a stay or an act. */
const lined = Object.entries(observationSchemas).flatMap(([kind, schema]) => {
  const { properties = {} } = z.toJSONSchema(schema as z.ZodType, { io: 'input' }) as Schema
  return 'person' in properties || 'stay' in properties || 'act' in properties ? [{ kind, properties }] : []
})

describe('a stay’s page is in the reader’s language', () => {
  it('names every act and every measure', () => {
    for (const { custody } of [zh, en]) {
      expect(actKinds.filter((k) => !(k in custody.acts))).toEqual([])
      expect(measureKinds.filter((k) => !(k in custody.measures))).toEqual([])
    }
  })
  it('names every entry of its line, and every word that stands beside it', () => {
    expect(lined.length).toBeGreaterThan(60)
    expect(lined.filter(({ kind }) => kindOf(zh, kind) === kind || kindOf(en, kind) === kind)).toEqual([])
    const { measures, acts, restraints, ranks, approvals } = zh.custody
    const known = { ...valuesZh, ...measures, ...acts, ...restraints, ...ranks, ...approvals, gate: '', paper: '' }
    const unnamed = lined.flatMap(({ kind, properties }) =>
      ['kind', 'decision', 'rank', 'how', 'care', 'to', 'result', 'source', 'as'].flatMap((field) =>
        wordsOf(properties[field]).flatMap((word) => (word in known ? [] : [`${kind} ${field} ${word}`])),
      ),
    )
    expect(unnamed).toEqual([])
  })
})
