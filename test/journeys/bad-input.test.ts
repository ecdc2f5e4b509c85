import { execFile } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { connectAsync } from 'mqtt'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from '../../server/contract/http.ts'
import type { FindingView } from '../../server/contract/views.ts'
import { TYPESCRIPT } from '../../server/storage/thread.ts'
import type { CaseArea } from '../../simulators/case-area/devices.ts'
import { createCaseArea } from '../../simulators/case-area/devices.ts'
import { staff } from '../../simulators/case-area/layout.ts'
import { linkCaseArea } from '../../simulators/case-area/link.ts'
import { installation } from '../../simulators/scenarios/custody/install.ts'
import { event, json, post as postSigned, stranger } from '../gateways/cloudevents-door.ts'
import { type CustodyStage, setCustodyStage } from './custody-stage.ts'
import { consoleOf, eventually } from './house.ts'

const EPOCH = Date.parse('2026-03-10T10:00:00+08:00')
const HOUR = 3_600_000
const MINUTE = 60_000
const MARK = 'z1z'
const command = promisify(execFile)

/** One house takes all of it, one bad thing after the other; the last test looks into what it left. */
let stage: CustodyStage
let area: CaseArea
let link: Awaited<ReturnType<typeof linkCaseArea>>
let alive: () => Promise<number>
let post: (body: string, sending?: Parameters<typeof postSigned>[2]) => ReturnType<typeof postSigned>

beforeAll(async () => {
  stage = await setCustodyStage([MARK], EPOCH)
  const { secret, source, password } = stage
  const { url, ports } = stage.house
  const layout = stage.layouts.get(MARK)!
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
  post = (body, sending = {}) =>
    postSigned(`${url}/intake/cloudevents`, body, { secret: key, at: stage.clock(), ...sending })
  alive = async () => (await fetch(`${url}/healthz`)).status
  link = await linkCaseArea({
    url: `mqtt://127.0.0.1:${ports.mqtt}`,
    clientId: layout.client,
    password,
    prefix: layout.prefix,
  })
  area = createCaseArea(layout)
  const batch = installation(layout, staff, []).map(([type, data]) =>
    event({ source, type: `custodes.${type}`, time: time(-MINUTE), data }),
  )
  const taken = await post(json(batch), { type: 'application/cloudevents-batch+json' })
  if (taken.status !== 200) throw new Error(json(taken.body))
})
afterAll(async () => {
  await link?.close()
  await stage?.house.stop()
  if (stage) fs.rmSync(stage.house.dataDir, { recursive: true, force: true })
})

/** RFC 3339, so far from the house's clock. */
const time = (offsetMs = 0): string => new Date(stage.clock() + offsetMs).toISOString()
const arrival = (more: object = {}) => event({ source: '/cases', time: time(-MINUTE), ...more })

const findings = async (rule: string): Promise<readonly FindingView[]> => {
  const seat = await consoleOf(stage.house, 'supervisor')
  const ask = () => seat.get<Page<FindingView>>('/api/findings?pageSize=100')
  const has = (page: Page<FindingView>) => page.items.some((view) => view.finding.rule === rule)
  return (await eventually(ask, has, 10_000)).items.filter((view) => view.finding.rule === rule)
}

describe('bad input, one after the other, is answered as docs/intake.md says', () => {
  it.each([
    ['a forged signature', 401, 'forged', () => post(json(arrival()), { secret: stranger })],
    ['a stale timestamp', 401, 'stale', () => post(json(arrival()), { at: stage.clock() - 6 * MINUTE })],
    ['a sender whose clock is an hour ahead', 401, 'stale', () => post(json(arrival()), { at: stage.clock() + HOUR })],
    ['an unknown type', 422, 'unknown-type', () => post(json(arrival({ type: 'custodes.person.vanished' })))],
    [
      'data that do not fit the type',
      422,
      'schema',
      () => post(json(arrival({ data: { stay: 'S9', persona: 'P9' } }))),
    ],
    ['a body over the limit', 413, 'too-large', () => post(json(arrival({ data: { stay: 'x'.repeat(1_000_001) } })))],
    ['no JSON at all', 400, 'unreadable', () => post('{"specversion":')],
  ] as const)('%s', async (_, status, error, send) => {
    const reply = await send()
    expect({ status: reply.status, error: reply.body.error }).toEqual({ status, error })
    expect(reply.body.message.zh.length).toBeGreaterThan(5)
    expect(await alive()).toBe(200)
  })

  it('the same event again: a duplicate, with the number of the first', async () => {
    const body = json(arrival({ data: { stay: 'S1', person: 'P1', unit: 'station-chengdong', how: 'summoned' } }))
    const first = await post(body)
    const second = await post(body)
    expect(first.body).toMatchObject({ recorded: 1, duplicates: 0 })
    expect(second.body).toMatchObject({ recorded: 0, duplicates: 1 })
    expect(second.body.events[0].seq).toBe(first.body.events[0].seq)
  })

  it('the end before the beginning: both are taken, with the times told', async () => {
    const started = {
      act: 'A7',
      kind: 'questioning',
      caseType: 'public-order',
      place: 'standard-case-area',
      room: area.rooms[2]!.room,
      person: 'P1',
      stay: 'S1',
      unit: 'station-chengdong',
      officers: ['P01', 'P02'],
    }
    const ended = await post(json(arrival({ type: 'custodes.act.ended', time: time(-MINUTE), data: { act: 'A7' } })))
    const begun = await post(json(arrival({ type: 'custodes.act.started', time: time(-2 * MINUTE), data: started })))
    expect([ended.status, begun.status, begun.body]).toEqual([200, 200, expect.objectContaining({ recorded: 1 })])
  })

  it('an event dated an hour ahead is taken as told, and flagged', async () => {
    const early = arrival({ time: time(HOUR), data: { stay: 'S2', person: 'P2', unit: 'station-chengdong' } })
    const reply = await post(json(early))
    expect(reply.status).toBe(200)
    expect(Object.values(reply.body.flags)).toEqual(['clock-early'])
  })

  it('a case area whose clock is an hour ahead: a finding on its owner', async () => {
    await link.send(area.press(stage.clock() + HOUR, area.rooms[0]!.room))
    const [drift] = await findings('recording.clock-drift')
    expect(drift?.finding).toMatchObject({ concerns: { unit: 'station-chengdong', officers: [] } })
    expect(Math.abs(Number(drift!.finding.facts.offsetMs) - HOUR)).toBeLessThan(5_000)
  })

  it('a gate and a paper that disagree by more than ten minutes: a finding', async () => {
    const at = stage.clock() - 40 * MINUTE
    await link.send(area.gate(at, 'P3', 'S3', 'In', 'summoned'))
    const written = { stay: 'S3', person: 'P3', unit: 'station-chengdong', arrivedAt: new Date(at + 11 * MINUTE) }
    expect((await post(json(arrival({ type: 'custodes.stay.written', data: written })))).status).toBe(200)
    const [disagree] = await findings('case-area.arrival-times-disagree')
    expect(disagree?.finding.facts).toMatchObject({ differenceMinutes: 11, person: 'P3' })
  })

  it('a batch with one bad event is refused whole, with its place and why', async () => {
    const good = arrival({ data: { stay: 'S5', person: 'P5', unit: 'station-chengdong', how: 'summoned' } })
    const bad = arrival({ data: { stay: 'S6' } })
    const reply = await post(json([good, bad]), { type: 'application/cloudevents-batch+json' })
    expect(reply.status).toBe(422)
    expect(reply.body.detail.events).toMatchObject([{ index: 1 }])
  })

  it('a client on no list, and one with a wrong password, are not let in over MQTT', async () => {
    const url = `mqtt://127.0.0.1:${stage.house.ports.mqtt}`
    for (const [clientId, password] of [
      ['nobody', 'x'],
      [stage.layouts.get(MARK)!.client, 'guessed'],
    ] as const)
      await expect(
        connectAsync(url, { clientId, username: clientId, password, reconnectPeriod: 0 }, false),
      ).rejects.toThrow(/not authori[sz]ed|bad user ?name or password/i)
    expect(await alive()).toBe(200)
  })

  it('MQTT: an unknown topic, an unregistered token, data that do not fit the topic: acknowledged, and journalled as faults', async () => {
    const [, , , counted] = area.walks(stage.clock(), 'P01', area.rooms[0]!.room)
    const text = Buffer.from(counted!.payload).toString()
    const said = (from: string | RegExp, to: string) => ({
      topic: counted!.topic.replace(from, to),
      payload: Buffer.from(text.replace(from, to)),
      retain: false,
    })
    expect(text).toContain('"People":1')
    await link.send([said('Occupancy', 'Weather'), said(/cam-[a-z0-9-]+/g, 'cam-nowhere'), said(':1}', ':"many"}')])
    expect(await alive()).toBe(200)
  })

  it('MQTT: what comes twice is one fact, what comes in another order keeps its own time', async () => {
    const room = area.rooms[1]!.room
    const [later] = area.tour(stage.clock() - 1_000, 'P01', room)
    const [earlier] = area.tour(stage.clock() - 2_000, 'P01', room)
    await link.send([later!, later!, earlier!])
  })

  it('junk over MQTT is acknowledged and journalled, an oversized message too', async () => {
    const topic = `yl/${MARK}/onvif-ej/tns1:Device/Trigger/DigitalInput`
    await link.send([{ topic, payload: '{"UtcTime":', retain: false } as never])
    await link.send([{ topic, payload: 'x'.repeat(65_600), retain: false } as never])
    expect(await alive()).toBe(200)
  })
})

describe('and nothing is lost', () => {
  it('every refusal and every event is in the journal, which is sound', async () => {
    await link.close()
    await stage.house.stop()
    const { dataDir } = stage.house
    const dump = path.join(dataDir, 'journal.jsonl')
    const verify = (...args: string[]) =>
      command(process.execPath, ['--import', TYPESCRIPT, 'server/commands/verify.ts', '--data', dataDir, ...args], {
        maxBuffer: 2 ** 28,
      })
    expect(JSON.parse((await verify('--json')).stdout)).toMatchObject({ sound: true })
    await verify('--write-dump', dump)
    const text = fs.readFileSync(dump, 'utf8')
    const faults = new Set([...text.matchAll(/"?fault"?\\?":\\?"([a-z-]+)/g)].map((match) => match[1]))
    expect([...faults]).toEqual(
      expect.arrayContaining([
        'forged',
        'stale',
        'unknown-type',
        'schema',
        'too-large',
        'unreadable',
        'clock-early',
        'oversize',
        'wrong-password',
        'unknown-topic',
        'unbound',
        'malformed',
        'not-json',
      ]),
    )
    // A row of the dump: seq, recordedAt, observedAt, kind, source, key, observation, raw, hash.
    const rows = text.split('\n').flatMap((line) => (line.startsWith('[') ? [JSON.parse(line) as unknown[]] : []))
    const times = (kind: string): number => rows.filter((row) => row[3] === kind).length
    // S1, S2, and S3 twice: by the gate and by the paper.
    expect(['person.arrived', 'act.ended', 'act.started'].map(times)).toEqual([4, 1, 1])
    const toured = rows.filter((row) => row[3] === 'room.patrolled').map((row) => (row[2] as number) - stage.clock())
    expect(toured).toEqual([-1_000, -2_000])
  })
})
