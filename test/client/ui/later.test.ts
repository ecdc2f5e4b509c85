import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { forgetFailed, later, loadAhead, NotLoaded } from '../../../client/ui/later.tsx'

const Page = () => null

describe('a part whose files come when it is shown', () => {
  it('is fetched once', async () => {
    const load = vi.fn(async () => Page)
    const part = later(load)
    await Promise.all([part.load(), part.load()])
    await part.load()
    expect(load).toHaveBeenCalledOnce()
  })
  it('could not be had: it is not asked for at every drawing, but again when somebody tries again', async () => {
    const load = vi.fn(async () => Page)
    load.mockRejectedValueOnce(new TypeError('Failed to fetch dynamically imported module: /assets/wall.js'))
    const part = later(load)
    await expect(part.load()).rejects.toBeInstanceOf(NotLoaded)
    await expect(part.load()).rejects.toBeInstanceOf(NotLoaded)
    expect(load).toHaveBeenCalledOnce()
    forgetFailed()
    await expect(part.load()).resolves.toBe(Page)
    expect(load).toHaveBeenCalledTimes(2)
  })
})

describe('parts are fetched ahead, so that they are there when the line is down', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())
  const parts = (...loads: (() => Promise<unknown>)[]) => loads.map((load) => ({ load: vi.fn(load) }))
  const well = async (): Promise<unknown> => Page

  it('one after the other, and not before the first page had its time', async () => {
    const all = parts(well, well, well)
    const counts = (): number[] => all.map(({ load }) => load.mock.calls.length)
    loadAhead(all, 20_000)
    await vi.advanceTimersByTimeAsync(19_999)
    expect(counts()).toEqual([0, 0, 0])
    await vi.advanceTimersByTimeAsync(1)
    expect(counts()).toEqual([1, 0, 0])
    await vi.runAllTimersAsync()
    expect(counts()).toEqual([1, 1, 1])
  })
  it('stops at the first that cannot be had, and when the page is left', async () => {
    const broken = parts(well, () => Promise.reject(new NotLoaded('away')), well)
    loadAhead(broken, 0)
    const left = parts(well, well)
    loadAhead(left, 1)()
    await vi.runAllTimersAsync()
    expect([...broken, ...left].map(({ load }) => load.mock.calls.length)).toEqual([1, 1, 0, 0, 0])
  })
})
