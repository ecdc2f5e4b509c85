import { createElement, type ReactNode } from 'react'
import { renderToPipeableStream } from 'react-dom/server'
import { beforeEach, describe, expect, it, vi } from 'vitest'

const Page = () => null
type Module = typeof import('../../../client/ui/later.tsx')
/** A program of its own: what was made before is no part of it. */
let later: Module
beforeEach(async () => {
  vi.resetModules()
  later = await import('../../../client/ui/later.tsx')
})

/** What drawing it comes to: nothing, or the error that is thrown. */
const drawn = (part: React.ComponentType): Promise<Error | undefined> =>
  new Promise((resolve) => {
    const node: ReactNode = createElement(part)
    renderToPipeableStream(node, {
      onAllReady: () => resolve(undefined),
      onShellError: (e) => resolve(e as Error),
      onError: () => {},
    })
  })

describe('a part whose files come when it is shown', () => {
  it('is fetched once, however often it is drawn', async () => {
    const load = vi.fn(async () => Page)
    const part = later.later(load)
    expect(load).not.toHaveBeenCalled()
    expect([await drawn(part), await drawn(part)]).toEqual([undefined, undefined])
    expect(load).toHaveBeenCalledOnce()
  })
  it('could not be had: it is not asked for at every drawing, but again when somebody tries again', async () => {
    const load = vi.fn(async () => Page)
    load.mockRejectedValueOnce(new TypeError('Failed to fetch dynamically imported module: /assets/wall.js'))
    const part = later.later(load)
    expect(await drawn(part)).toBeInstanceOf(later.NotLoaded)
    expect(await drawn(part)).toBeInstanceOf(later.NotLoaded)
    expect(load).toHaveBeenCalledOnce()
    later.forgetFailed()
    expect(await drawn(part)).toBeUndefined()
    expect(load).toHaveBeenCalledTimes(2)
  })
})

describe('parts are fetched ahead, so that they are there when the line is down', () => {
  const ahead = async (run: () => Promise<void>): Promise<void> => {
    vi.useFakeTimers()
    try {
      await run()
    } finally {
      vi.useRealTimers()
    }
  }

  it('one after the other, and not before the first page had its time; also those that another part brings along', () =>
    ahead(async () => {
      const asked: string[] = []
      const part = (name: string, brings?: string) =>
        later.later(async () => {
          asked.push(name)
          if (brings !== undefined) part(brings)
          return Page
        })
      part('page', 'tab')
      part('other')
      later.loadAhead()
      await vi.advanceTimersByTimeAsync(19_999)
      expect(asked).toEqual([])
      await vi.advanceTimersByTimeAsync(1)
      expect(asked).toEqual(['page'])
      await vi.runAllTimersAsync()
      expect(asked).toEqual(['page', 'other', 'tab'])
    }))
  it('stops at the first that cannot be had, which is asked for again when it is shown', () =>
    ahead(async () => {
      const [broken, third] = [vi.fn(async () => Page), vi.fn(async () => Page)]
      broken.mockRejectedValueOnce(new Error('away'))
      const part = later.later(broken)
      later.later(third)
      later.loadAhead()
      await vi.runAllTimersAsync()
      expect([broken, third].map((f) => f.mock.calls.length)).toEqual([1, 0])
      vi.useRealTimers()
      expect(await drawn(part)).toBeUndefined()
    }))
  it('stops when the console is left', () =>
    ahead(async () => {
      const load = vi.fn(async () => Page)
      later.later(load)
      later.loadAhead()()
      await vi.runAllTimersAsync()
      expect(load).not.toHaveBeenCalled()
    }))
})
