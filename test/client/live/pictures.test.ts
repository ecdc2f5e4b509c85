import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { applyVideo } from '../../../client/live/cameras.ts'
import { createPictures } from '../../../client/live/pictures.ts'

/** What goes to the server, and its answers, which a test holds back. */
const { request, asked } = vi.hoisted(() => {
  const asked: { readonly cameras: readonly string[]; readonly answer: () => void }[] = []
  const request = async (route: string, call: { readonly body?: unknown } = {}): Promise<unknown> => {
    if (route === 'POST /api/live/connections') return { id: 'c1', capabilities: {} }
    if (!route.endsWith('/watch')) return {}
    const { pictures } = call.body as { readonly pictures: readonly { readonly camera: string }[] }
    return new Promise((resolve) =>
      asked.push({
        cameras: pictures.map((p) => p.camera),
        answer: () =>
          resolve({
            pictures: pictures.map((p) => ({ ...p, id: `of-${p.camera}`, producerId: 'p', rtpParameters: {} })),
          }),
      }),
    )
  }
  return { request, asked }
})
vi.mock('../../../client/live/request.ts', () => ({ request }))
vi.mock('mediasoup-client', () => ({
  Device: class {
    load = async () => undefined
    recvRtpCapabilities = {}
    createRecvTransport = () => ({
      on: () => undefined,
      close: () => undefined,
      consume: async ({ id }: { readonly id: string }) => ({ id, track: id, close: () => undefined }),
    })
  },
}))

beforeEach(() => {
  vi.useFakeTimers()
  asked.length = 0
  const camera = (id: string) => ({ id, state: 'live' })
  applyVideo({ media: { is: 'ready' }, epoch: 0, cameras: [camera('a'), camera('b')] } as never)
})
afterEach(() => vi.useRealTimers())

it('a picture that is being asked for is not asked for again with the next one, so that nobody is sent it twice', async () => {
  const pictures = createPictures(() => 'wall')
  const shown: unknown[] = []
  pictures.want('a', 'side', (track) => shown.push(track))
  await vi.advanceTimersByTimeAsync(100)
  expect(asked.map((one) => one.cameras)).toEqual([['a']])
  // The server is slow, and meanwhile a second tile opens.
  pictures.want('b', 'side', (track) => shown.push(track))
  await vi.advanceTimersByTimeAsync(1_000)
  expect(asked.map((one) => one.cameras)).toEqual([['a']])
  asked[0]!.answer()
  await vi.advanceTimersByTimeAsync(100)
  asked[1]!.answer()
  await vi.advanceTimersByTimeAsync(100)
  expect(asked.map((one) => one.cameras)).toEqual([['a'], ['b']])
  expect(shown).toEqual(['of-a', 'of-b'])
  pictures.close()
})

it('what two tiles ask for at once is one question', async () => {
  const pictures = createPictures(() => 'wall')
  pictures.want('a', 'side', () => undefined)
  pictures.want('b', 'side', () => undefined)
  await vi.advanceTimersByTimeAsync(100)
  expect(asked.map((one) => one.cameras)).toEqual([['a', 'b']])
  pictures.close()
})
