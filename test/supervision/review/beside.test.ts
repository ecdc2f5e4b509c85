import { expect, it } from 'vitest'
import type { Observation } from '../../../server/domain/observation/index.ts'
import { createRegister } from '../../../server/domain/register.ts'
import { readBeside } from '../../../server/supervision/review/beside.ts'
import type { Supervision } from '../../../server/supervision/supervision.ts'
import { memoryJournal } from '../../support/memory-journal.ts'
import { caseRoom, county } from '../../web/house.ts'

it('events.csv of an archive runs in the order in which things happened, not in which they were told', async () => {
  let now = 0
  const journal = memoryJournal(() => now)
  const register = createRegister()
  const tell = async (at: number, told: number, observation: object) => {
    now = told
    const whole = { ...observation, observedAt: at } as Observation
    const draft = { source: 'test', key: `${told}`, observation: whole }
    for (const { seq } of await journal.append([draft])) register.apply({ seq, recordedAt: told, observation: whole })
  }
  for (const observation of county(0)) register.apply({ seq: 0, recordedAt: 0, observation })
  await tell(0, 0, { kind: 'room.registered', data: caseRoom('s1') })
  const door = (state: string) => ({ kind: 'door.changed', data: { door: 'd', room: 'r-s1', state } })
  await tell(60_000, 61_000, door('open'))
  await tell(180_000, 181_000, door('open'))
  // The reader had kept this for itself while its line was down.
  await tell(90_000, 240_000, door('closed'))
  const supervision = {
    ...{ journal, register, custody: { memory: { persons: {} } }, written: async () => undefined },
    database: { query: async () => [] },
  } as unknown as Supervision
  const { events } = await readBeside(
    {
      ...{ from: 0, to: 300_000, rooms: ['r-s1'], cameras: [], carriers: [], units: [], places: [] },
      ...{ radiusM: 0, finding: null },
    },
    { is: 'all' },
    supervision,
  )
  expect(events.map((e) => e.at)).toEqual([60_000, 90_000, 180_000])
})
