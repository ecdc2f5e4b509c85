import type { Entry } from '../../server/domain/entry.ts'
import type { Finding } from '../../server/domain/finding.ts'
import type { Observation } from '../../server/domain/observation/index.ts'
import { createEngine } from '../../server/engine/engine.ts'
import { decode, encode } from '../../server/protocols/jt808/codec.ts'
import { observe } from '../../server/protocols/jt808/observe.ts'
import { rulebook } from '../../server/rules/index.ts'
import { readCounty } from '../../server/supervision/import/read-county.ts'
import { DEMO_HEAD_START_MS } from '../../server/supervision/import/roster.ts'
import type { County } from '../../simulators/county/county.ts'
import { createRandom } from '../../simulators/county/random.ts'
import { createTerminal } from '../../simulators/devices/vehicle-terminal.ts'
import { carDriver, createActor, walker } from '../../simulators/scenarios/actor.ts'
import { referenceFiles } from '../../simulators/scenarios/reference.ts'
import type { Actor, Scenario } from '../../simulators/scenarios/scenario.ts'

export interface Outcome {
  readonly findings: readonly Finding[]
  readonly observations: readonly Observation[]
}
const STEP_MS = 5_000

/**
 * Plays a scenario without sockets and without waiting: terminals speak their bytes to a platform of a few
 * lines, the bytes become observations, and the engine judges them with the whole rulebook.
 */
export const playInVitro = (
  county: County,
  scenario: Scenario,
  startAt: number,
  seed: number,
  minutes = scenario.lasts,
): Outcome => {
  const engine = createEngine(rulebook)
  const findings: Finding[] = []
  const observations: Observation[] = []
  let seq = 0
  const take = (observation: Observation, recordedAt: number): void => {
    observations.push(observation)
    const entry: Entry = { seq: ++seq, recordedAt, observation }
    for (const event of engine.apply(entry)) if (event.is === 'opened') findings.push(event.finding)
  }
  const files = referenceFiles(county, scenario, startAt).map(({ name, text }) => ({ name, bytes: Buffer.from(text) }))
  const reading = readCounty(files, {
    at: startAt,
    by: 'test',
    roster: { from: startAt, days: 2, beginAt: startAt - DEMO_HEAD_START_MS },
  })
  if (reading.problems.length > 0) throw new Error(JSON.stringify(reading.problems))
  for (const draft of reading.drafts) take(draft.observation, startAt)

  const random = createRandom(seed)
  const members = scenario.cast
    .filter((a) => 'car' in a || !a.byRoster)
    .map((actor) =>
      'car' in actor ? car(county, actor, startAt, random, take) : phone(county, actor, startAt, random, take),
    )
  for (let now = startAt; now <= startAt + minutes * 60_000; now += STEP_MS) {
    for (const play of members) play(now)
    for (const event of engine.advance(now)) if (event.is === 'opened') findings.push(event.finding)
  }
  return { findings, observations }
}

type Take = (observation: Observation, recordedAt: number) => void
type Random = ReturnType<typeof createRandom>

const car = (county: County, actor: Extract<Actor, { car: string }>, startAt: number, random: Random, take: Take) => {
  const own = random.fork(actor.car)
  const { terminal: t, plate } = county.cars.find((c) => c.id === actor.car)!
  const terminal = createTerminal({ phone: t.phone, edition: t.edition, terminalId: t.id, plate })
  let covered = true
  let now = startAt
  const deliver = (frames: readonly Buffer[]): void => {
    for (const frame of frames)
      for (const message of decode(frame).messages) {
        for (const o of observe(
          message,
          { device: `jt808:${message.header.phone}`, carrier: `vehicle/${actor.car}` },
          now,
        ))
          take(o, now)
        deliver(terminal.received(answerTo(message), now))
      }
  }
  const line = (has: boolean): void => {
    if (has === covered) return
    covered = has
    if (has) deliver(terminal.connected(now))
    else terminal.disconnected()
  }
  const equipment = {
    coverage: line,
    power: (on: boolean) => {
      if (!on) terminal.powerCut()
      line(on)
    },
    emergency: terminal.pressEmergency,
  }
  const played = createActor(carDriver(county, actor.car, actor.from, own.fork('driver')), own.fork('receiver'), {
    county,
    driftM: 2.5,
    script: actor.script,
    startAt,
    equipment,
  })
  deliver(terminal.connected(now))
  return (at: number): void => {
    now = at
    played.until(at)
    const seen = played.look()
    if (seen)
      deliver(
        terminal.report({ fix: seen.fix, at, engineOn: seen.motion.engineOn, mileageKm: seen.motion.mileageKm }, at),
      )
    if (covered) deliver(terminal.tick(at, at).frames)
  }
}

type Message = ReturnType<typeof decode>['messages'][number]
const answerTo = ({ header, body }: Message): Buffer => {
  const from = { edition: header.edition, phone: header.phoneBcd, serial: 0 }
  if (body.type === 'registration')
    return encode({
      ...from,
      body: { type: 'registration-answer', replySerial: header.serial, result: 0, authCode: 'code' },
    })
  if (body.type === 'terminal-answer') return Buffer.alloc(0)
  const result = body.type === 'location' && (body.alarmBits & 1) === 1 ? 4 : 0
  return encode({ ...from, body: { type: 'platform-answer', replySerial: header.serial, replyId: header.id, result } })
}

/** What the OsmAnd gateway makes of a phone's report, without the HTTP. */
const phone = (
  county: County,
  actor: Extract<Actor, { officer: string }>,
  startAt: number,
  random: Random,
  take: Take,
) => {
  const own = random.fork(actor.officer)
  const played = createActor(walker(county, actor.beat, own.fork('walk')), own.fork('receiver'), {
    county,
    driftM: 6,
    script: actor.script,
    startAt,
    equipment: { coverage: () => {}, power: () => {}, emergency: () => {} },
  })
  return (at: number): void => {
    played.until(at)
    const seen = played.look()
    if (!seen?.fix.position) return
    const { position, accuracyM, speedKmh, headingDeg } = seen.fix
    take(
      {
        kind: 'position.reported',
        observedAt: at,
        data: {
          device: `osmand:${actor.officer}`,
          carrier: `officer/${actor.officer}`,
          position,
          accuracyM,
          speedKmh,
          headingDeg,
          altitudeM: null,
          satellites: null,
          ignitionOn: null,
          delivery: 'live',
          mocked: seen.mocked,
        },
      },
      at,
    )
  }
}
