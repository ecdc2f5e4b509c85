import { afterEach, describe, expect, inject, it } from 'vitest'
import { type Bus, inProcessBus } from '../../server/storage/bus.ts'
import { openRedisBus } from '../../server/storage/bus-redis.ts'
import { quiet } from '../../server/storage/log.ts'
import { startRedis } from '../support/redis-server.ts'

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 50))

describe.each([
  ['in one process', async (): Promise<Bus> => inProcessBus()],
  ['Redis', (): Promise<Bus> => openRedisBus({ url: inject('redisUrl'), log: quiet })],
])('the contract of a bus: %s', (_, open) => {
  let bus: Bus
  afterEach(() => bus.close())

  it('brings messages to every subscriber of the channel, in order, and to no other', async () => {
    bus = await open()
    const one: string[] = []
    const two: string[] = []
    const other: string[] = []
    await bus.subscribe('a', (m) => one.push(m))
    await bus.subscribe('a', (m) => two.push(m))
    await bus.subscribe('b', (m) => other.push(m))
    const sent = Array.from({ length: 100 }, (_, i) => `第${i}号`)
    for (const message of sent) await bus.publish('a', message)
    await expect.poll(() => two.length).toBe(100)
    expect(one).toEqual(sent)
    expect(two).toEqual(sent)
    expect(other).toEqual([])
  })
  it('calls nobody within publish itself', async () => {
    bus = await open()
    const heard: string[] = []
    await bus.subscribe('a', (m) => heard.push(m))
    const published = bus.publish('a', 'x')
    expect(heard).toEqual([])
    await published
    await expect.poll(() => heard).toEqual(['x'])
  })
  it('ends one subscription and leaves the others, even of the same function', async () => {
    bus = await open()
    const heard: string[] = []
    const hear = (m: string): number => heard.push(m)
    const stop = await bus.subscribe('a', hear)
    await bus.subscribe('a', hear)
    await stop()
    await bus.publish('a', 'x')
    await settle()
    expect(heard).toEqual(['x'])
  })
  it('refuses after close', async () => {
    bus = await open()
    await bus.close()
    await expect(bus.publish('a', 'x')).rejects.toThrow()
  })
})

describe('a Redis that goes away', () => {
  it('is refused with a clear word at the start', async () => {
    await expect(openRedisBus({ url: 'redis://127.0.0.1:1', log: quiet })).rejects.toThrow('Redis cannot be reached')
  })
  it('is found again, subscriptions and all', async () => {
    const first = await startRedis()
    const bus = await openRedisBus({ url: first.url, log: quiet })
    const heard: string[] = []
    await bus.subscribe('a', (m) => heard.push(m))
    await first.stop()
    await expect(bus.publish('a', 'lost')).rejects.toThrow()
    const second = await startRedis(first.port)
    await expect
      .poll(
        async () => {
          await bus.publish('a', 'back').catch(() => undefined)
          return heard.includes('back')
        },
        { timeout: 15_000 },
      )
      .toBe(true)
    expect(heard).not.toContain('lost')
    await bus.close()
    await second.stop()
  })
})
