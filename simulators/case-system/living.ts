import fs from 'node:fs'
import { parseArgs } from 'node:util'
import { pacedClock, waitOn } from '../clock.ts'
import { caseworkSceneById } from '../scenarios/casework/index.ts'
import { createCaseSystem } from './link.ts'
import { playCasework } from './play.ts'

/** The second day of a demonstration has other cases; nothing is told twice. */
const DAY_MS = 86_400_000

/** The case and property system of a demonstration: signed events, a day's worth, then the next day's. */
const main = async (): Promise<void> => {
  const { values: v } = parseArgs({
    options: {
      intake: { type: 'string', default: 'http://127.0.0.1:8080/intake/cloudevents' },
      doors: { type: 'string', default: 'data/demo-doors.json' },
      progress: { type: 'string', default: 'data/demo-casework.json' },
      scene: { type: 'string', default: 'casework-wrong' },
      from: { type: 'string', default: 'now' },
      anchor: { type: 'string', default: 'now' },
      speed: { type: 'string', default: '1' },
    },
  })
  const scene = caseworkSceneById(v.scene)
  if (!scene) throw new Error(`no scene ${v.scene}`)
  const { secret, source } = JSON.parse(fs.readFileSync(v.doors, 'utf8')) as Record<'secret' | 'source', string>
  const instant = (text: string): number => (text === 'now' ? Date.now() : Date.parse(text))
  const speed = Number(v.speed)
  const clock = pacedClock({ epoch: instant(v.from), anchor: instant(v.anchor), speed })
  const caseSystem = createCaseSystem({ url: v.intake, secret, source, clock })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(0))
  process.once('disconnect', () => process.exit(0))
  const until = waitOn(clock, speed)
  const last = fs.existsSync(v.progress) ? (JSON.parse(fs.readFileSync(v.progress, 'utf8')) as { begun: number }) : null
  // A demonstration that is started again on the same day has these cases already.
  if (last) await until(last.begun + DAY_MS)
  for (;;) {
    const begins = clock()
    fs.writeFileSync(v.progress, JSON.stringify({ begun: begins }))
    await playCasework(scene, { caseSystem, begins, suffix: `-${begins.toString(36)}`, until })
    await until(begins + DAY_MS)
  }
}

await main()
