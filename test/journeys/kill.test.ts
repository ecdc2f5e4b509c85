import { execFile } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, describe, expect, inject, it } from 'vitest'
import type { Page } from '../../server/contract/http.ts'
import type { FindingView } from '../../server/contract/views.ts'
import { TYPESCRIPT } from '../../server/storage/thread.ts'
import { freshPostgresqlUrl } from '../support/database.ts'
import { openFleet } from '../support/fleet.ts'
import { consoleOf, type House, newFolder, startHouse } from './house.ts'

/** How often the server is killed; the goal of a hundred is for KILLS=100, a suite that everybody runs cannot wait so long. */
const KILLS = Number(process.env.KILLS ?? 5)
/** Frames a terminal keeps under way. */
const WINDOW = 8
const SPEED = 60
const EPOCH = Date.parse('2026-03-10T10:00:00+08:00')
const command = promisify(execFile)
const phones = ['01', '02', '03', '05', '07', '09', '11', '13', '17', '18'].map((n) => `1640128001${n}`)
/** On the spot: while the server is gone time runs on, and the cars' silence is what must be found. */
const place = (): readonly [number, number] => [106.31, 38.3]

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) fs.rmSync(folder, { recursive: true, force: true })
})

/** Keeps every terminal's window full until the server is gone; tells what was acknowledged. */
const load = async (house: House, serials: Map<string, number>, clock: () => number): Promise<string[]> => {
  const frames: string[] = []
  const fleet = await openFleet({
    port: house.ports.jt808,
    phones,
    clock,
    place,
    firstSerial: (phone) => serials.get(phone) ?? 0,
    acknowledged: ({ phone, serial, frame }) => {
      frames.push(frame.toString('hex'))
      serials.set(phone, Math.max(serials.get(phone) ?? 0, serial + 1))
    },
  })
  const killAt = Date.now() + 300 + Math.random() * 900
  let killed: Promise<void> | undefined
  while (killed === undefined) {
    for (let n = 0; n < fleet.size; n++) while (fleet.waiting(n) < WINDOW) fleet.send(n)
    await new Promise((resolve) => setTimeout(resolve, 2))
    if (Date.now() >= killAt) killed = house.kill()
  }
  await killed
  fleet.close()
  // Serials that were sent and not answered are not used again: they may have been recorded.
  for (const [phone, serial] of serials) serials.set(phone, (serial + WINDOW * 2) & 0xffff)
  return frames
}

describe.each(['embedded', 'postgresql'] as const)('SIGKILL under load, on the %s store', (kind) => {
  it(`${KILLS} times: no acknowledged frame lost, none doubled, the journal sound, findings equal to a replay`, async () => {
    const dataDir = newFolder()
    folders.push(dataDir)
    const databaseUrl = kind === 'postgresql' ? await freshPostgresqlUrl(inject('postgresqlUrl')) : undefined
    const anchor = Date.now()
    const env = {
      CLOCK_EPOCH: new Date(EPOCH).toISOString(),
      CLOCK_ANCHOR: new Date(anchor).toISOString(),
      CLOCK_SPEED: String(SPEED),
      ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
    }
    const clock = (): number => EPOCH + (Date.now() - anchor) * SPEED
    const serials = new Map<string, number>()
    const acknowledged: string[] = []
    for (let kill = 0; kill < KILLS; kill++)
      acknowledged.push(...(await load(await startHouse({ dataDir, env }), serials, clock)))
    expect(acknowledged.length).toBeGreaterThan(KILLS * phones.length)

    const house = await startHouse({ dataDir, env })
    const seat = await consoleOf(house, 'supervisor')
    const items: FindingView[] = []
    for (let page = 1, total = 1; items.length < total; page++) {
      const found = await seat.get<Page<FindingView>>(`/api/findings?pageSize=100&page=${page}`)
      items.push(...found.items)
      total = found.items.length === 0 ? 0 : found.total
    }
    await house.stop()

    const at = databaseUrl ? ['--database', databaseUrl] : ['--data', dataDir]
    const run = (script: string, ...args: string[]) =>
      command(process.execPath, ['--import', TYPESCRIPT, `server/commands/${script}.ts`, ...args], {
        maxBuffer: 2 ** 30,
      })
    const key = path.join(dataDir, 'signing-key.pub')
    const verified = await run('verify', ...at, '--public-key', key, '--json')
    expect(JSON.parse(verified.stdout)).toMatchObject({ sound: true })

    const dump = path.join(dataDir, 'journal.jsonl')
    await run('verify', ...at, '--write-dump', dump)
    const timesByFrame = countFrames(dump)
    const wrong = acknowledged.filter((frame) => timesByFrame.get(frame) !== 1)
    expect(wrong, `${wrong.length} of ${acknowledged.length} acknowledged frames are not there exactly once`).toEqual(
      [],
    )

    const replayed = (await run('replay', ...at)).stdout.split('\n').filter(Boolean)
    const ids = replayed.map((line) => (JSON.parse(line) as { id: string }).id)
    expect(ids.length).toBeGreaterThan(0)
    expect(items.map((v) => v.finding.id).toSorted()).toEqual(ids.toSorted())
  }, 900_000)
})

/** How often each frame stands in a dump of the journal, whose entries are arrays with the frame in eighth place. */
const countFrames = (file: string): Map<string, number> => {
  const times = new Map<string, number>()
  for (const line of fs.readFileSync(file, 'utf8').split('\n')) {
    const entry: unknown = line === '' ? undefined : JSON.parse(line)
    const raw: unknown = Array.isArray(entry) ? entry[7] : undefined
    if (typeof raw === 'string') times.set(raw, (times.get(raw) ?? 0) + 1)
  }
  return times
}
