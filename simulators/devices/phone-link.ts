import http from 'node:http'
import type { Phone, PhoneRequest } from './phone.ts'

/** Carries a phone's requests to the platform, one at a time and the oldest first. */
export const linkPhone = ({
  phone,
  url,
  agent,
}: {
  readonly phone: Phone
  readonly url: string
  readonly agent: http.Agent
}) => {
  let covered = true
  let closed = false
  let busy: Promise<void> | undefined
  let retryAt = 0
  let refused = 0

  const drain = async (): Promise<void> => {
    for (let request = phone.next(); request && covered && !closed; request = phone.next()) {
      const status = await send(url, request, agent)
      phone.delivered(status)
      if (status !== undefined && status >= 400) refused++
      if (status === undefined || status >= 500 || status === 429) {
        retryAt = performance.now() + 1_000
        return
      }
    }
  }

  return {
    /** Sends what waits, unless it is doing so or has just failed. */
    tick: (): void => {
      if (busy || closed || !covered || performance.now() < retryAt) return
      busy = drain().finally(() => {
        busy = undefined
      })
    },
    coverage: (has: boolean): void => {
      covered = has
    },
    /** How many requests the platform turned down. */
    refused: (): number => refused,
    close: async (): Promise<void> => {
      closed = true
      await busy
    },
  }
}
export type PhoneLink = ReturnType<typeof linkPhone>

/** The status code; undefined when the platform could not be reached or did not answer in ten seconds. */
const send = (
  url: string,
  { method, path, headers, body }: PhoneRequest,
  agent: http.Agent,
): Promise<number | undefined> =>
  new Promise((answer) => {
    const request = http.request(
      new URL(path, url),
      { method, agent, timeout: 10_000, headers: { ...headers, 'content-length': Buffer.byteLength(body) } },
      (response) => {
        response.resume()
        response.on('end', () => answer(response.statusCode))
        response.on('error', () => answer(undefined))
      },
    )
    request.on('timeout', () => request.destroy())
    request.on('error', () => answer(undefined))
    request.end(body)
  })
