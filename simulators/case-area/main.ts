import fs from 'node:fs'
import { parseArgs } from 'node:util'
import { createCaseSystem } from '../case-system/link.ts'
import { pacedClock } from '../clock.ts'
import { custodyScenarioById, custodyScenarios } from '../scenarios/custody/index.ts'
import { playCustody } from '../scenarios/custody/play.ts'
import { at } from '../scenarios/custody/scenario.ts'
import { chengdong, staff } from './layout.ts'
import { linkCaseArea } from './link.ts'

const usage = `npx tsx simulators/case-area/main.ts SCENE [options]

  --mqtt URL       broker of the rooms (mqtt://127.0.0.1:1883)
  --password TEXT  of the client ${chengdong.client}
  --intake URL     http://127.0.0.1:8080/intake/cloudevents
  --secret TEXT    whsec_…, the case system's
  --source TEXT    value of the events' source (/case)
  --doors FILE     secret, password and source in one JSON file, as a demonstration writes it
  --speed N        how many seconds pass in one (60)
  --as-dated       play it on its own dates instead of now; the server's clock must show them
  --anchor TIME    the real instant at which the scene begins (now)
  --repeat         when it is over it begins again, with other people

Scenes:
${custodyScenarios.map((s) => `  ${s.id.padEnd(44)} ${s.title.zh}  ${s.title.en}`).join('\n')}
`

interface Doors {
  readonly secret: string
  readonly password: string
  readonly source: string
}

const main = async (): Promise<void> => {
  const { values: v, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      mqtt: { type: 'string', default: 'mqtt://127.0.0.1:1883' },
      password: { type: 'string', default: '' },
      intake: { type: 'string', default: 'http://127.0.0.1:8080/intake/cloudevents' },
      secret: { type: 'string', default: '' },
      source: { type: 'string' },
      doors: { type: 'string' },
      speed: { type: 'string', default: '60' },
      'as-dated': { type: 'boolean', default: false },
      anchor: { type: 'string', default: 'now' },
      repeat: { type: 'boolean', default: false },
    },
  })
  const scenario = custodyScenarioById(positionals[0] ?? '')
  if (!scenario) {
    console.error(usage)
    process.exit(2)
  }
  const begins = Math.min(...scenario.steps.map((step) => at(step.at))) - 3_600_000
  const anchor = v.anchor === 'now' ? Date.now() : Date.parse(v.anchor)
  const shiftMs = v['as-dated'] ? 0 : anchor - begins
  const clock = pacedClock({ epoch: begins + shiftMs, anchor, speed: Number(v.speed) })
  const { client: clientId, prefix } = chengdong
  const doors = v.doors === undefined ? {} : (JSON.parse(fs.readFileSync(v.doors, 'utf8')) as Partial<Doors>)
  const { password, secret } = { password: v.password, secret: v.secret, ...doors }
  const source = v.source ?? doors.source ?? '/case'
  const area = await linkCaseArea({ url: v.mqtt, clientId, password, prefix })
  const caseSystem = createCaseSystem({ url: v.intake, secret, source, clock })
  const until = async (instant: number): Promise<void> => {
    while (clock() < instant)
      await new Promise((resolve) =>
        setTimeout(resolve, Math.min(1_000, Math.max(5, (instant - clock()) / Number(v.speed)))),
      )
  }
  console.log(`${scenario.title.zh}  ${scenario.title.en}`)
  const stage = { layout: chengdong, staff, area, caseSystem, until }
  const lasts = at(scenario.until) - begins
  for (let turn = 0; turn === 0 || v.repeat; turn++)
    await playCustody(scenario, {
      ...stage,
      shiftMs: shiftMs + turn * lasts,
      suffix: `-${anchor}-${turn}`,
      install: turn === 0,
    })
  await area.close()
}

await main()
