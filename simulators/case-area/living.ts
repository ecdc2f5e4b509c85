import fs from 'node:fs'
import { parseArgs } from 'node:util'
import { createCaseSystem } from '../case-system/link.ts'
import { pacedClock } from '../clock.ts'
import { LIVING_MS, livingBegins, livingCaseArea } from '../scenarios/custody/living.ts'
import { playCustody } from '../scenarios/custody/play.ts'
import { at, type CustodyScenario } from '../scenarios/custody/scenario.ts'
import { chengdong, staff } from './layout.ts'
import { linkCaseArea } from './link.ts'

/** Where the last run had come, so that nobody stays in the case area for ever because a demonstration was stopped. */
interface Progress {
  /** What the house's clock showed when the scene began, and up to when it was played. */
  readonly begun: number
  readonly until: number
}

/** The simulated case area of a demonstration: real MQTT, real signed events, for as long as the demonstration lasts. */
const main = async (): Promise<void> => {
  const { values: v } = parseArgs({
    options: {
      mqtt: { type: 'string', default: 'mqtt://127.0.0.1:1883' },
      intake: { type: 'string', default: 'http://127.0.0.1:8080/intake/cloudevents' },
      doors: { type: 'string', default: 'data/demo-doors.json' },
      progress: { type: 'string', default: 'data/demo-case-area.json' },
      from: { type: 'string', default: 'now' },
      anchor: { type: 'string', default: 'now' },
      speed: { type: 'string', default: '1' },
    },
  })
  const doors = JSON.parse(fs.readFileSync(v.doors, 'utf8')) as Record<
    'source' | 'secret' | 'client' | 'password',
    string
  >
  const instant = (text: string): number => (text === 'now' ? Date.now() : Date.parse(text))
  const speed = Number(v.speed)
  const clock = pacedClock({ epoch: instant(v.from), anchor: instant(v.anchor), speed })
  const link = await linkCaseArea({
    url: v.mqtt,
    clientId: doors.client,
    password: doors.password,
    prefix: chengdong.prefix,
  })
  const cases = createCaseSystem({ url: v.intake, secret: doors.secret, source: doors.source, clock })
  let stopping = false
  const stop = (): void => {
    stopping = true
    void link.close().finally(() => process.exit(0))
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop)
  process.once('disconnect', stop)

  const play = async (scenario: CustodyScenario, begun: number, toldUntil: number, install: boolean): Promise<void> => {
    let reached = Number.NEGATIVE_INFINITY
    // What the last run had told is played into nothing: the devices remember who is where.
    const quiet = (): boolean => stopping || reached <= toldUntil
    await playCustody(scenario, {
      layout: chengdong,
      staff,
      install,
      shiftMs: begun - livingBegins,
      suffix: `-${begun.toString(36)}`,
      area: { ...link, send: async (messages) => (quiet() ? undefined : link.send(messages)) },
      caseSystem: {
        tell: async (...told) => (quiet() ? undefined : cases.tell(...told)),
        tellAll: (events) => cases.tellAll(events),
      },
      until: async (next) => {
        while (clock() < next && !stopping)
          await new Promise((resolve) => setTimeout(resolve, Math.min(1_000, Math.max(5, (next - clock()) / speed))))
        reached = next
        if (reached > toldUntil && !stopping) fs.writeFileSync(v.progress, JSON.stringify({ begun, until: next }))
      },
    })
  }

  const last = fs.existsSync(v.progress) ? (JSON.parse(fs.readFileSync(v.progress, 'utf8')) as Progress) : undefined
  let [begun, toldUntil] = [clock(), Number.NEGATIVE_INFINITY]
  if (last && clock() - last.begun < LIVING_MS) [begun, toldUntil] = [last.begun, last.until]
  else if (last) await play(ending(last), last.begun, last.until, false)
  for (;;) {
    await play(livingCaseArea, begun, toldUntil, true)
    ;[begun, toldUntil] = [clock(), Number.NEGATIVE_INFINITY]
  }
}

/** What is left of the people who were in the case area when the last run stopped; nobody else comes. */
const ending = ({ begun, until }: Progress): CustodyScenario => {
  const instant = (local: string): number => at(local) - livingBegins + begun
  const gone = new Set(
    livingCaseArea.steps.flatMap((s) => (s.do === 'arrive' && instant(s.at) > until ? [s.person] : [])),
  )
  const keyOf = (data: object): string =>
    `${Object.values(data).find((x) => /^[vqic]\d/.test(`${x}`)) ?? ''}`.split('-')[0]!
  const steps = livingCaseArea.steps.filter((s) =>
    s.do === 'tell' ? !gone.has(keyOf(s.data)) : !('person' in s) || !gone.has(s.person),
  )
  return { ...livingCaseArea, steps, until: '2000-01-01 00:00' }
}

await main()
