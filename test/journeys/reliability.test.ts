import { execFile, execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, describe, expect, inject, it } from 'vitest'
import { SILENCE_MS } from '../../client/live/connection.ts'
import { TYPESCRIPT } from '../../server/storage/thread.ts'
import { freshPostgresqlUrl, temporaryFolder } from '../support/database.ts'
import { type Fleet, openFleet } from '../support/fleet.ts'
import { startPostgresql } from '../support/postgresql-server.ts'
import { startRedis } from '../support/redis-server.ts'
import { connect } from '../web/socket.ts'
import { consoleOf, eventually, type House, newFolder, startHouse } from './house.ts'

const command = promisify(execFile)
const phones = ['01', '02', '03', '05', '07', '09', '11', '13', '17', '18'].map((n) => `1640128001${n}`)
const WINDOW = 8
const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

const undo: (() => unknown)[] = []
afterAll(async () => {
  for (const one of undo.reverse()) await one()
})

/** Cars that send some 250 reports a second while they are answered, and come again when they are cut off, until told to stop. */
const drive = (house: House) => {
  const acknowledged: { frame: string; at: number }[] = []
  const serials = new Map<string, number>()
  let over = false
  const ride = async (): Promise<void> => {
    while (!over) {
      const fleet = await join().catch(() => sleep(300))
      if (!fleet) continue
      const [from, before] = [Date.now(), acknowledged.length]
      // Frames without an answer for three seconds: on a new connection, as a terminal does.
      for (let last = from, seen = before; !over && Date.now() - last < 3_000; await sleep(40)) {
        for (let n = 0; n < fleet.size; n++) if (fleet.waiting(n) < WINDOW) fleet.send(n)
        if (acknowledged.length > seen) [last, seen] = [Date.now(), acknowledged.length]
      }
      fleet.close()
      for (const [phone, serial] of serials) serials.set(phone, (serial + WINDOW * 2) & 0xffff)
    }
  }
  const join = (): Promise<Fleet> =>
    openFleet({
      port: house.ports.jt808,
      phones,
      clock: Date.now,
      place: () => [106.31, 38.3],
      firstSerial: (phone) => serials.get(phone) ?? 0,
      acknowledged: ({ phone, serial, frame }) => {
        acknowledged.push({ frame: frame.toString('hex'), at: Date.now() })
        serials.set(phone, serial + 1)
      },
    })
  const done = ride()
  return {
    acknowledged,
    since: (at: number): number => acknowledged.filter((a) => a.at >= at).length,
    stop: async (): Promise<void> => {
      over = true
      await done
    },
  }
}

const isReady = async (house: House): Promise<boolean> => (await fetch(`${house.url}/readyz`)).ok
const residentMb = (house: House): number =>
  Number(/VmRSS:\s+(\d+)/.exec(fs.readFileSync(`/proc/${house.process.pid}/status`, 'utf8'))?.[1]) / 1024

/** Milliseconds from `from` until it holds. Fails after `withinMs`: a bound for a busy machine, the goal is tighter. */
const until = async (holds: () => Promise<boolean> | boolean, from: number, withinMs: number): Promise<number> => {
  expect(await eventually(async () => holds(), Boolean, withinMs)).toBe(true)
  return Date.now() - from
}

/** Every acknowledged frame is in the journal exactly once, and the journal is sound. */
const provenBy = async (acknowledged: readonly { frame: string }[], at: readonly string[], dump: string) => {
  const run = (...args: string[]) =>
    command(process.execPath, ['--import', TYPESCRIPT, 'server/commands/verify.ts', ...at, ...args], {
      maxBuffer: 2 ** 30,
    })
  expect(JSON.parse((await run('--json')).stdout)).toMatchObject({ sound: true })
  await run('--write-dump', dump)
  const times = new Map<string, number>()
  for (const line of fs.readFileSync(dump, 'utf8').split('\n')) {
    const raw: unknown = line.startsWith('[') ? JSON.parse(line)[7] : undefined
    if (typeof raw === 'string') times.set(raw, (times.get(raw) ?? 0) + 1)
  }
  expect(acknowledged.filter(({ frame }) => times.get(frame) !== 1)).toEqual([])
}

describe('R4: a store that is away for a while', () => {
  it('nothing is acknowledged meanwhile, everyone is told, and it goes on by itself', {
    timeout: 300_000,
  }, async () => {
    const postgresql = await startPostgresql()
    undo.push(postgresql.stop)
    const databaseUrl = await freshPostgresqlUrl(postgresql.url)
    const dataDir = newFolder()
    undo.push(() => fs.rmSync(dataDir, { recursive: true, force: true }))
    const house = await startHouse({ dataDir, env: { DATABASE_URL: databaseUrl } })
    undo.push(house.kill)
    const seat = await connect(house.url, (await consoleOf(house, 'supervisor')).cookie, { origin: house.url })
    const cars = drive(house)
    await until(() => cars.acknowledged.length > 200, Date.now(), 30_000)
    await until(() => isReady(house), Date.now(), 10_000)
    const memory = residentMb(house)

    await postgresql.crash()
    const gone = Date.now()
    await sleep(100)
    const answered = cars.acknowledged.length
    await until(async () => !(await isReady(house)), gone, 5_000)
    await sleep(2_000)
    const words = seat.heard.status.length
    await sleep(SILENCE_MS + 500)
    expect(seat.heard.status.length, 'a console was told the time of a house that had none').toBe(words)
    expect(cars.acknowledged.length).toBe(answered)
    expect(residentMb(house) - memory).toBeLessThan(150)

    await postgresql.start()
    const back = Date.now()
    await until(() => cars.since(back) > 200, back, 60_000)
    await until(() => isReady(house), back, 60_000)
    await until(() => seat.heard.status.length > words, back, 10_000)
    expect(house.process.exitCode).toBeNull()
    await cars.stop()
    seat.close()
    expect(await house.stop()).toBe(0)
    await provenBy(cars.acknowledged, ['--database', databaseUrl], path.join(dataDir, 'dump.jsonl'))
  })

  it('without Redis a console goes on by itself, and so does its live feed', { timeout: 200_000 }, async () => {
    const redis = await startRedis()
    const databaseUrl = await freshPostgresqlUrl(inject('postgresqlUrl'))
    const house = await startHouse({ env: { DATABASE_URL: databaseUrl, REDIS_URL: redis.url } })
    undo.push(house.kill, () => fs.rmSync(house.dataDir, { recursive: true, force: true }))
    const seat = await connect(house.url, (await consoleOf(house, 'supervisor')).cookie, { origin: house.url })
    const cars = drive(house)
    await until(() => seat.heard.positions.length > 0, Date.now(), 30_000)

    await redis.stop()
    const [gone, seen] = [Date.now(), seat.heard.positions.length]
    await until(() => cars.since(gone) > 100 && seat.heard.positions.length > seen + 3, gone, 20_000)
    // Commands under way fail only after five seconds, and nobody may die of that.
    await sleep(7_000)
    const desk = await consoleOf(house, 'supervisor')
    expect(await desk.get('/api/findings?pageSize=1&page=1')).toHaveProperty('items')
    await until(() => isReady(house), gone, 40_000)

    const again = await startRedis(redis.port)
    undo.push(again.stop)
    const [back, before] = [Date.now(), seat.heard.positions.length]
    await until(() => cars.since(back) > 100 && seat.heard.positions.length > before + 3, back, 20_000)
    await cars.stop()
    seat.close()
    expect(await house.stop()).toBe(0)
  })
})

describe('R6: a disk that is full', () => {
  it('nothing is acknowledged meanwhile, readiness is red, and it goes on by itself', {
    timeout: 300_000,
  }, async () => {
    // A disk of its own, so that it can be filled to the last byte; mounting takes the right to do so.
    const disk = temporaryFolder('small-disk')
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=400m', 'custodes-test', disk])
    undo.push(() => execFileSync('umount', ['-l', disk]))
    const dataDir = path.join(disk, 'data')
    fs.mkdirSync(dataDir)
    const house = await startHouse({ dataDir })
    undo.push(house.kill)
    const cars = drive(house)
    await until(() => cars.acknowledged.length > 200, Date.now(), 60_000)

    const ballast = fs.openSync(path.join(disk, 'ballast'), 'w')
    const full = Date.now()
    const fill = (): void => {
      try {
        for (;;) fs.writeSync(ballast, Buffer.alloc(4096))
      } catch (error) {
        expect((error as NodeJS.ErrnoException).code).toBe('ENOSPC')
      }
    }
    // The store gives back a file now and then, and what it has room for it may take: the disk is kept full.
    const keptFull = setInterval(fill, 20)
    undo.push(() => clearInterval(keptFull))
    await until(async () => !(await isReady(house)) && cars.since(Date.now() - 1_000) === 0, full, 60_000)
    const answered = cars.acknowledged.length
    await sleep(3_000)
    expect(cars.acknowledged.length).toBe(answered)

    clearInterval(keptFull)
    fs.closeSync(ballast)
    fs.rmSync(path.join(disk, 'ballast'))
    const back = Date.now()
    await until(() => cars.since(back) > 100, back, 90_000)
    await until(() => isReady(house), back, 30_000)
    await cars.stop()
    expect(await house.stop()).toBe(0)
    await provenBy(cars.acknowledged, ['--data', dataDir], path.join(temporaryFolder('dump'), 'dump.jsonl'))
  })
})
