import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import { intakePage } from '../../../server/commands/intake-page.ts'
import { topicWords } from '../../../server/commands/intake-topics.ts'
import { catalogue } from '../../../server/protocols/cloudevents/catalogue/index.ts'
import { decode } from '../../../server/protocols/onvif-ej/codec.ts'
import { topics } from '../../../server/protocols/onvif-ej/observe.ts'

describe('docs/intake.md is what the code does', () => {
  const page = fs.readFileSync('docs/intake.md', 'utf8')
  it('is made by npm run docs', () => expect(page).toBe(intakePage()))
  it('names every topic of the table, and no other', () =>
    expect(topicWords.map((one) => one.topic).sort()).toEqual([...topics].sort()))
  it('shows an example of every topic that can be read', () => {
    const shown = [...page.matchAll(/`(yl\/chengdong\/onvif-ej\/[^`]*)`<br>`(\{[^`]*\})`/g)]
    expect(shown).toHaveLength(topics.length)
    for (const [, topic, payload] of shown) expect(decode(topic!, new TextEncoder().encode(payload)).faults).toEqual([])
  })
  it('has a section for every type of event', () => {
    for (const { type } of catalogue) expect(page).toContain(`#### ${type}\n`)
  })
})
