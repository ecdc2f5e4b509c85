import fs from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { type SimulatedCamera, startCamera } from './camera.ts'

const usage = `用法 Usage: node --import ./scripts/typescript.mjs simulators/cameras/main.ts --cameras FILE
Plays the cameras that FILE names: a list of { camera, title, port, onvifPort, user, password, clockOffsetMs }.
A demonstration's server writes it to demo-cameras.json in its data folder. One of them is covered for half a minute
and one is pulled for forty seconds, again and again.`

/** After so long something happens to a camera, and again after as long as that. */
const FIRST_MS = 90_000
const EVERY_MS = 300_000
const COVERED_MS = 35_000
const PULLED_MS = 40_000
/** A picture for a demonstration on two cores: each camera draws and encodes its own, twice. */
const MODEST = { size: { width: 480, height: 272 }, framesPerSecond: 8 } as const

interface Listed {
  readonly title: string
  readonly port: number
  readonly onvifPort: number
  readonly user: string
  readonly password: string
  readonly clockOffsetMs: number
}

const main = async (): Promise<void> => {
  const { values } = parseArgs({ options: { cameras: { type: 'string' }, help: { type: 'boolean' } } })
  if (values.help || values.cameras === undefined) {
    console.log(usage)
    process.exit(values.help ? 0 : 2)
  }
  const list = JSON.parse(fs.readFileSync(values.cameras, 'utf8')) as readonly Listed[]
  const cameras: SimulatedCamera[] = []
  const close = (): void => {
    Promise.all(cameras.map((camera) => camera.close())).then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, close)
  process.once('disconnect', close)
  for (const [variety, one] of list.entries()) cameras.push(await startCamera({ ...one, ...MODEST, variety }))
  console.log(`模拟摄像机 ${cameras.length} 路 · ${cameras.length} simulated cameras`)
  const [pulled, covered] = [cameras.at(-2), cameras.at(2)]
  if (!pulled || !covered) return
  await wait(FIRST_MS)
  for (;;) {
    covered.show({ fault: 'covered' })
    await wait(COVERED_MS)
    covered.show({ fault: null })
    await wait(EVERY_MS / 2)
    pulled.pull()
    await wait(PULLED_MS)
    await pulled.plugIn()
    await wait(EVERY_MS / 2)
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
