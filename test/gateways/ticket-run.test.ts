import { describe, expect, it } from 'vitest'
import { memoryJournal } from '../support/memory-journal.ts'
import { runTickets, wayCount } from '../support/ticket-run.ts'

/** A smaller run than `npm run bench -- TICKETS`, which sends 100,000. */
const CHANGES = Number(process.env.TICKET_CHANGES ?? 4_000)

describe(`${CHANGES} ticket changes of which 50 are unlawful in ${wayCount} ways, through the door`, () => {
  it('exactly those are found, in less than real time, each with field, unit and what is missing', async () => {
    expect(wayCount).toBe(20)
    const run = await runTickets(async (clock) => memoryJournal(clock), CHANGES, 50)
    expect(run.expected).toHaveLength(50)
    expect(run.found).toEqual(run.expected)
    expect(run.complete).toBe(true)
    expect(run.tookS).toBeLessThan(run.sourceS)
  })
})
