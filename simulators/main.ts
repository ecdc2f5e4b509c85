import fs from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { runScene, type SceneDoors } from './case-area/run-scene.ts'
import { readJournal } from './case-system/journal.ts'
import { runJournal } from './case-system/run-journal.ts'
import { growCounty } from './county/county.ts'
import type { DispatchDoor } from './dispatch/link.ts'
import type { TrunkPorts } from './radio-day.ts'
import { runScenario } from './run-scenario.ts'
import { custodyScenarioById, custodyScenarios } from './scenarios/custody/index.ts'
import { scenarioById, scenarios } from './scenarios/index.ts'
import { referenceFiles } from './scenarios/reference.ts'
import { DEFAULT_START } from './scenarios/scenario.ts'

interface Titled {
  readonly id: string
  readonly title: { readonly zh: string; readonly en: string }
}
const listed = (all: readonly Titled[], width: number): string =>
  all.map((s) => `  ${s.id.padEnd(width)} ${s.title.zh}  ${s.title.en}`).join('\n')

const usage = `npm run simulate -- SCENARIO [options]
npm run simulate -- --journal FILE [options]

  --speed N          how many seconds pass in one (default 1)
  --from TIME        what the simulated clock shows at the start: ISO 8601, "now" (default),
                     or "default": 2026-03-10 10:00 in China
  --anchor TIME      the real instant at which it shows that (default: now); the server's CLOCK_ANCHOR
  --host H --port N  JT/T 808 gateway (127.0.0.1:8808)
  --http URL         OsmAnd gateway (http://127.0.0.1:5055); "none" keeps the phones silent
  --tokens FILE      JSON object: credential by device, such as {"osmand:yl-p01":"…"}
  --trunk JSON       ports of the radio systems, such as {"trunk-hytera":{"rrs":30001,"lp":30003,"tmp":30007}}
  --dispatch FILE    JSON object with dispatch: { secret, desk, cameras }, as a demonstration leaves it;
                     without it the 110 desk stays silent (--intake says where to)
  --seed N           another seed, other errors and pauses (1)
  --reference DIR    write what the bureau must import before the scenario, and stop

A scene of the case area goes through two other doors, and lasts hours: give it a speed, and the server the same.

  --doors FILE       JSON object with password, secret and source, as a demonstration leaves it (data/demo-doors.json)
  --mqtt URL         broker of the rooms (mqtt://127.0.0.1:1883)
  --intake URL       http://127.0.0.1:8080/intake/cloudevents
  --as-dated         on its own dates instead of from now on; the server's clock must show them
  --repeat           when it is over it begins again, with other people

A journal (docs/journal-format.md; docs/examples) is told by business systems through the same signed door, each line when
it became known. It goes by --doors, --intake, --as-dated, --speed, --from and --anchor as well. Lines of other doors
(devices, radios, rows, the console) are left out, and it says how many. Each name begins with a mark of the run, so that
the same journal can be told again.

  --journal FILE     JSON lines

Scenarios:
${listed(scenarios, 30)}

Scenes of the case area:
${listed(custodyScenarios, 50)}
`

const fail = (problem: string): never => {
  console.error(`${problem}\n\n${usage}`)
  process.exit(2)
}

const doorsIn = (file: string): SceneDoors => {
  if (!fs.existsSync(file)) return fail(`--doors ${file}: no such file`)
  return JSON.parse(fs.readFileSync(file, 'utf8')) as SceneDoors
}

const journalIn = (file: string): ReturnType<typeof readJournal> => {
  if (!fs.existsSync(file)) return fail(`--journal ${file}: no such file`)
  try {
    return readJournal(fs.readFileSync(file, 'utf8'))
  } catch (error) {
    return fail(`--journal ${file}: ${(error as Error).message}`)
  }
}

const dispatchDoor = (file: string): Omit<DispatchDoor, 'url'> => {
  if (!fs.existsSync(file)) return fail(`--dispatch ${file}: no such file`)
  const { dispatch } = JSON.parse(fs.readFileSync(file, 'utf8')) as { dispatch?: Omit<DispatchDoor, 'url'> }
  return dispatch ?? fail(`--dispatch ${file}: has no dispatch`)
}

const main = async (): Promise<void> => {
  const { values: v, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      speed: { type: 'string', default: '1' },
      from: { type: 'string', default: 'now' },
      anchor: { type: 'string', default: 'now' },
      host: { type: 'string', default: '127.0.0.1' },
      port: { type: 'string', default: '8808' },
      http: { type: 'string', default: 'http://127.0.0.1:5055' },
      tokens: { type: 'string' },
      trunk: { type: 'string' },
      dispatch: { type: 'string' },
      seed: { type: 'string', default: '1' },
      reference: { type: 'string' },
      journal: { type: 'string' },
      doors: { type: 'string', default: 'data/demo-doors.json' },
      mqtt: { type: 'string', default: 'mqtt://127.0.0.1:1883' },
      intake: { type: 'string', default: 'http://127.0.0.1:8080/intake/cloudevents' },
      'as-dated': { type: 'boolean', default: false },
      repeat: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  const [name] = positionals
  if (v.help) return console.log(usage)
  if (name !== undefined && v.journal !== undefined) return fail('name a scenario or a journal, not both')
  const instant = (text: string, field: string): number => {
    const at = text === 'now' ? Date.now() : text === 'default' ? DEFAULT_START : Date.parse(text)
    return Number.isNaN(at) ? fail(`--${field} ${text}: should be ISO 8601 such as 2026-03-10T10:00:00+08:00`) : at
  }
  const number = (text: string, field: string, from: number, to: number): number => {
    const n = Number(text)
    return n >= from && n <= to ? n : fail(`--${field} ${text}: should be a number from ${from} to ${to}`)
  }
  const [startAt, anchor] = [instant(v.from, 'from'), instant(v.anchor, 'anchor')]
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort())
  // A parent that dies takes the simulated county with it, instead of leaving cars without a county.
  process.once('disconnect', () => stop.abort())
  const speed = number(v.speed, 'speed', 0.1, 3_600)
  const pace = { epoch: startAt, anchor, speed }
  if (v.journal !== undefined) {
    const { journal: file, intake, 'as-dated': asDated } = v
    const journal = journalIn(file)
    const run = { journal, intake, doors: doorsIn(v.doors), pace, asDated, signal: stop.signal, log: console.log }
    return runJournal(run).catch((error: Error) => {
      console.error(`${file}: ${error.message}`)
      process.exitCode = 1
    })
  }
  if (name === undefined) return console.log(usage)
  const scene = custodyScenarioById(name)
  if (scene) {
    console.log(`${scene.title.zh}  ${scene.title.en}`)
    const off = scene.switchedOn ?? []
    if (off.length > 0) console.log(`先由两人启用规则 · two persons must first switch on: ${off.join(', ')}`)
    const { mqtt, intake, 'as-dated': asDated, repeat } = v
    return runScene({
      scenario: scene,
      mqtt,
      intake,
      doors: doorsIn(v.doors),
      pace,
      asDated,
      repeat,
      signal: stop.signal,
    })
  }
  const scenario = scenarioById(name) ?? fail(`no scenario "${name}"`)
  const county = growCounty()
  if (v.reference !== undefined) {
    fs.mkdirSync(v.reference, { recursive: true })
    for (const file of referenceFiles(county, scenario, startAt))
      fs.writeFileSync(path.join(v.reference, file.name), file.text)
    return console.log(`${v.reference}: npm run import -- ${v.reference}`)
  }
  const result = await runScenario({
    scenario,
    county,
    host: v.host,
    port: number(v.port, 'port', 1, 65_535),
    http: v.http === 'none' ? undefined : v.http,
    startAt,
    pace,
    seed: number(v.seed, 'seed', 0, 2 ** 32),
    ...(v.tokens === undefined
      ? {}
      : { tokens: JSON.parse(fs.readFileSync(v.tokens, 'utf8')) as Record<string, string> }),
    ...(v.dispatch === undefined ? {} : { dispatch: { url: v.intake, ...dispatchDoor(v.dispatch) } }),
    ...(v.trunk === undefined ? {} : { trunk: JSON.parse(v.trunk) as TrunkPorts }),
    signal: stop.signal,
    log: (line) => console.log(line),
  })
  for (const why of result.unheard) console.error(`110: ${why}`)
  console.log(
    `${result.measured} positions; ${result.online} terminals online at the end; ${result.refused} phone requests turned down`,
  )
}

await main()
