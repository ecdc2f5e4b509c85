import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import { observationSchemas } from '../../server/domain/observation/index.ts'
import { chinaDate, chinaDay, days } from '../../server/domain/time.ts'
import { type AnyRule, type Citation, lookUp } from '../../server/rules/define-rule.ts'
import { rulebook } from '../../server/rules/index.ts'
import { gradedRules, gradeWritten } from '../support/grades.ts'

const statutes = process.env.STATUTES ?? '../shared/statutes'
const han = /\p{Script=Han}/u

/** Statute files cut into articles and annexes; some are cited by a hundred rules. */
const cut = new Map<string, readonly string[]>()
const articlesOf = (file: string): readonly string[] => {
  const known = cut.get(file)
  if (known) return known
  const text = fs.readFileSync(`${statutes}/${file}.md`, 'utf8')
  const parts = text.split(/(?=^(?:第[〇零一二三四五六七八九十百千]+条|附件\d))/m)
  cut.set(file, parts)
  return parts
}

/** The text of an article in a statute file: from its own line to the next article's. */
const articleOf = (file: string, article: string): string | undefined =>
  articlesOf(file).find(
    (part) => part.startsWith(article) && !/^[〇零一二三四五六七八九十百千之]/.test(part.slice(article.length)),
  )

/** Every day from `first` to the end of 2029 on which `holds` does not, as dates; one list compares faster than each day. */
const daysWithout = (first: number, holds: (day: number) => boolean): string[] => {
  const found: string[] = []
  for (let day = first; day < chinaDay('2030-01-01'); day += days(1)) if (!holds(day)) found.push(chinaDate(day))
  return found
}

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && chinaDate(chinaDay(text)) === text

describe('the rulebook', () => {
  it('names no rule twice', () => {
    const ids = rulebook.map((r) => r.id)
    expect(new Set(ids).size).toBe(ids.length)
  })
  it('grades every rule once, and no rule that is not there', () =>
    expect([...gradedRules].sort()).toEqual(rulebook.map((r) => r.id).sort()))
  it('has the statutes at hand to check its quotations against', () => {
    expect(fs.existsSync(statutes), `STATUTES=${statutes}`).toBe(true)
  })
})

describe.each(rulebook.map((rule): [string, AnyRule] => [rule.id, rule]))('%s', (id, rule) => {
  const file = id.replace('.', '/')

  it('has its own file and its own tests', () => {
    expect(fs.existsSync(`server/rules/${file}.ts`)).toBe(true)
    expect(fs.existsSync(`test/rules/${file}.test.ts`)).toBe(true)
    expect(fs.readFileSync(`test/rules/${file}.test.ts`, 'utf8')).toContain(`server/rules/${file}.ts`)
  })

  it('is as grave as it is written down to be', () => expect(gradeWritten(id)).toBe(rule.grade))

  it('says what is wrong in Chinese and in English, and calls nobody guilty', () => {
    expect(rule.title.zh).toMatch(han)
    expect(rule.title.en).toMatch(/^[A-Z]/)
    expect(rule.title.en).not.toMatch(han)
    expect(rule.title.en).not.toMatch(/guilty|crime|criminal offen[cs]e|illegal/i)
  })

  it('says in both languages what it cannot see', () => {
    expect(rule.limits.zh.length).toBeGreaterThan(10)
    expect(rule.limits.zh).toMatch(han)
    expect(rule.limits.en.length).toBeGreaterThan(20)
    // A legal term may be quoted in Chinese; the sentence is English.
    expect(rule.limits.en.replace(/[^\p{Script=Han}]/gu, '').length).toBeLessThan(rule.limits.en.length / 4)
    if (rule.shipsOff) expect([rule.shipsOff.zh, rule.shipsOff.en].every((t) => t.length > 5)).toBe(true)
  })

  it.each(rule.citations.map((c): [string, Citation] => [`${c.law}${c.article}`, c]))(
    'quotes %s word for word',
    (_, c) => {
      expect(isDay(c.inForce.from)).toBe(true)
      if (c.inForce.until !== undefined) expect(isDay(c.inForce.until) && c.inForce.until > c.inForce.from).toBe(true)
      expect(c.text.trim()).toBe(c.text)
      expect(c.text.length).toBeGreaterThan(3)
      if (c.source === undefined) return expect(rule.shipsOff ?? c.checked, 'read only elsewhere').not.toBe('verified')
      expect(articleOf(c.source, c.article), `${c.article} of ${c.source}`).toContain(c.text)
      expect(c.checked).toBe('verified')
    },
  )

  it('shows nobody a summary as if it were the law, unless the bureau switched it on knowing so', () => {
    if (rule.shipsOff) return
    expect(rule.citations.filter((c) => c.text.includes('要旨'))).toEqual([])
    // What was read elsewhere only may stand beside a sentence that was checked, and never alone.
    expect(rule.citations.some((c) => c.checked === 'verified')).toBe(true)
  })

  it('has exactly one value for every day since it came into force, and none before', () => {
    const from = rule.params.map((p) => p.from)
    expect(from.every(isDay)).toBe(true)
    expect(from).toEqual([...new Set(from)].toSorted())
    const paramsAt = lookUp(rule.params)
    const first = chinaDay(from[0]!)
    expect(paramsAt(first - 1)).toBeUndefined()
    expect(daysWithout(first, (day) => paramsAt(day) !== undefined)).toEqual([])
  })

  it('cites a sentence in force on every day it judges', () => {
    const spans = rule.citations.map(({ inForce: { from, until } }) => ({
      from: chinaDay(from),
      until: until === undefined ? Number.POSITIVE_INFINITY : chinaDay(until),
    }))
    const cited = (at: number): boolean => spans.some(({ from, until }) => from <= at && at < until)
    expect(daysWithout(chinaDay(rule.params[0]!.from), cited)).toEqual([])
  })

  it('has values that its own schema accepts, and a title for each that the bureau may set', () => {
    for (const { value } of rule.params)
      expect(rule.paramSchema.safeParse(value)).toMatchObject({ success: true, data: value })
    for (const setting of rule.localSettings) {
      expect(setting.title.zh).toMatch(han)
      expect(setting.title.en).toMatch(/^[A-Z]/)
      for (const { value } of rule.params) expect(Object.keys(value as object)).toContain(setting.param)
    }
  })

  it('consumes kinds that exist, and begins as plain JSON', () => {
    expect(rule.consumes.length).toBeGreaterThan(0)
    for (const kind of rule.consumes) expect(Object.keys(observationSchemas)).toContain(kind)
    expect(JSON.parse(JSON.stringify(rule.initial))).toEqual(rule.initial)
    expect(['A', 'B', 'C']).toContain(rule.grade)
  })
})
