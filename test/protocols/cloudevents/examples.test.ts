import { describe, expect, it } from 'vitest'
import { exampleJournals, foundIn, toldEntries } from '../../support/example-journals.ts'

/** Journals that business systems tell alone are told to a running server (test/journeys/example-journals.test.ts). */
const partly = exampleJournals().filter(({ theirs, journal }) => !theirs && journal.some(({ schema }) => schema))

describe('a journal that devices, radios or rows tell in part says the same when business systems tell their part as events', () => {
  it.each(partly.map((one) => [one.name, one] as const))('%s', async (_, example) => {
    const printed = async (entries: typeof example.entries) =>
      (await foundIn(entries)).map(({ finding: f }) => JSON.stringify([f.rule, f.subject, f.since, f.facts]))
    expect(await printed(toldEntries(example, ''))).toEqual(await printed(example.entries))
  })
})
