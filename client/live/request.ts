import type { Refusal, Replies } from '../../server/contract/http.ts'
import { language, words } from '../i18n/language.ts'

/** Why a request failed, in the language of the person who asked. */
export class RequestError extends Error {
  readonly status: number
  readonly refusal: Refusal | undefined
  constructor(status: number, message: string, refusal?: Refusal) {
    super(message)
    this.name = 'RequestError'
    this.status = status
    this.refusal = refusal
  }
}

interface Options {
  /** For the `:names` in the route. */
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string | number | undefined>>
  readonly body?: unknown
  readonly signal?: AbortSignal
}

/** Called when the server no longer knows this session; set once, by the session. */
export const onUnauthorised: { current: () => void } = { current: () => undefined }

/** `GET /api/findings/:id` and its parameters → what the server answers, or a RequestError. */
export const request = async <K extends keyof Replies>(route: K, options: Options = {}): Promise<Replies[K]> => {
  const [method = 'GET'] = route.split(' ')
  const response = await send(addressOf(route, options), {
    method,
    credentials: 'same-origin',
    headers: options.body === undefined ? {} : { 'content-type': 'application/json' },
    body: options.body === undefined ? null : JSON.stringify(options.body),
    signal: options.signal ?? null,
  })
  const answer: unknown = await response.json().catch(() => undefined)
  if (response.ok && answer !== undefined) return answer as Replies[K]
  if (response.status === 401 && !route.endsWith('/api/session')) onUnauthorised.current()
  throw refused(response.status, answer)
}

/** Some bytes of what a route gave the address of, or a RequestError. */
export const bytesOf = async (address: string, offset: number, length: number): Promise<ArrayBuffer> => {
  const range = `bytes=${offset}-${offset + length - 1}`
  const response = await send(address, { credentials: 'same-origin', headers: { range } })
  if (response.status === 206) return response.arrayBuffer()
  if (response.ok) return (await response.arrayBuffer()).slice(offset, offset + length)
  if (response.status === 401) onUnauthorised.current()
  throw refused(response.status, await response.json().catch(() => undefined))
}

/** The address of a route: names filled in, empty questions left out. */
export const addressOf = (route: string, { params = {}, query = {} }: Options): string => {
  const path = route.slice(route.indexOf(' ') + 1).replace(/:(\w+)/g, (_, name: string) => {
    const value = params[name]
    if (value === undefined) throw new Error(`${route} needs the parameter ${name}`)
    return encodeURIComponent(value)
  })
  const asked = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== '') asked.set(name, `${value}`)
  return asked.size === 0 ? path : `${path}?${asked}`
}

const send = async (address: string, init: RequestInit): Promise<Response> => {
  try {
    return await fetch(address, init)
  } catch (cause) {
    if (init.signal?.aborted) throw cause
    throw new RequestError(0, words().failures.unreachable)
  }
}

/** What a reply that is no success says. */
export const refused = (status: number, answer: unknown): RequestError => {
  const refusal = isRefusal(answer) ? answer : undefined
  const known = words().failures.byStatus as Readonly<Record<number, string>>
  const message = refusal?.message[language.get()] ?? known[status] ?? words().failures.unexpected(status)
  return new RequestError(status, message, refusal)
}

const isRefusal = (x: unknown): x is Refusal =>
  typeof x === 'object' && x !== null && 'message' in x && typeof x.message === 'object' && x.message !== null
