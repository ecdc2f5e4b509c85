import fs from 'node:fs'
import { parseArgs } from 'node:util'
import { createCaseSystem } from '../case-system/link.ts'
import { pacedClock, waitOn } from '../clock.ts'
import { CYCLE_MINUTES, dutyRoster, dutyScript } from '../scenarios/duty/living.ts'

/** How many events one delivery carries. */
const BATCH = 50

/**
 * The duty, personnel and conference systems of a demonstration: signed events over HTTP for as long as it lasts. The
 * script begins anew every so many minutes, with ids of its own, so that something always is under way.
 */
const main = async (): Promise<void> => {
  const { values: v } = parseArgs({
    options: {
      intake: { type: 'string', default: 'http://127.0.0.1:8080/intake/cloudevents' },
      doors: { type: 'string', default: 'data/demo-doors.json' },
      from: { type: 'string', default: 'now' },
      anchor: { type: 'string', default: 'now' },
      speed: { type: 'string', default: '1' },
    },
  })
  const { source, secret } = JSON.parse(fs.readFileSync(v.doors, 'utf8')) as Record<'source' | 'secret', string>
  const instant = (text: string): number => (text === 'now' ? Date.now() : Date.parse(text))
  const speed = Number(v.speed)
  const clock = pacedClock({ epoch: instant(v.from), anchor: instant(v.anchor), speed })
  const link = createCaseSystem({ url: v.intake, secret, source, clock })
  const stop = (): never => process.exit(0)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop)
  process.once('disconnect', stop)

  const waitFor = waitOn(clock, speed)

  const roster = dutyRoster(clock())
  for (let i = 0; i < roster.length; i += BATCH) await link.tellAll(roster.slice(i, i + BATCH))
  for (;;) {
    const begun = clock()
    for (const [type, at, data] of dutyScript(begun)) {
      await waitFor(at)
      await link.tell(type, at, data)
    }
    await waitFor(begun + CYCLE_MINUTES * 60_000)
  }
}

await main()
