import { randomUUID } from 'node:crypto'
import type { Request, Response } from 'express'
import { z } from 'zod'
import { may } from '../contract/roles.ts'
import type { Observation } from '../domain/observation/index.ts'
import type { Clock } from '../domain/time.ts'
import type { Journal } from '../journal/journal.ts'
import type { Log } from '../storage/log.ts'
import type { Outcome } from '../supervision/acts.ts'
import { isBytes } from '../video/bytes.ts'
import { type CookieOptions, clearedCookie, sessionCookie, tokenIn } from './cookie.ts'
import { type Form, readForm } from './form.ts'
import { createLooks } from './looks.ts'
import { isForeign, type OriginOptions } from './origin.ts'
import { createBuckets } from './rate.ts'
import { readBytes } from './read-bytes.ts'
import * as refusals from './refusals.ts'
import type { AnyRoute, Asked } from './route.ts'
import { sendBytes } from './send-bytes.ts'
import type { Session, Sessions } from './sessions.ts'

export interface DispatchOptions {
  readonly journal: Journal
  readonly sessions: Sessions
  readonly clock: Clock
  readonly houseClock: Clock
  readonly log: Log
  readonly origin: OriginOptions
  readonly cookie: CookieOptions
  readonly rates: { readonly perSecond: number; readonly burst: number }
  readonly answered: (route: AnyRoute, status: number, ms: number) => void
}

/** Refused accesses are journalled, but one person's same refusal at most this often: junk must not fill the disk. */
const REFUSAL_EVERY_MS = 10_000
const purpose = z.string().max(200).default('')

/** Turns a row of the route table into a request handler: the same gates in the same order for every route. */
export const createDispatch = (options: DispatchOptions) => {
  const { journal, sessions, clock, houseClock, log } = options
  const buckets = createBuckets(options.rates, clock)
  const refusedAt = new Map<string, number>()
  const looks = createLooks(clock)

  const record = async (observation: Observation): Promise<void> => {
    await journal.append([{ source: 'console', key: randomUUID(), observation }])
  }

  const recordRefusal = (by: string, what: string, reason: string): void => {
    const key = `${by} ${what}`
    const now = clock()
    if (now - (refusedAt.get(key) ?? 0) < REFUSAL_EVERY_MS) return
    if (refusedAt.size > 10_000) refusedAt.clear()
    refusedAt.set(key, now)
    record({ kind: 'access.refused', observedAt: houseClock(), data: { by, what, reason } }).catch((error) =>
      log.warn({ err: error }, 'a refused access could not be journalled'),
    )
  }

  /** The session of a request, as far as the route needs one. */
  const admit = async (row: AnyRoute, req: Request): Promise<Outcome<Session | undefined>> => {
    if (row.needs === 'nobody') return { is: 'done', value: undefined }
    const token = tokenIn(req.headers.cookie, options.cookie)
    if (token === undefined) return refusals.noSession
    // A page that asks by itself must not keep a workstation open that everybody has left.
    const found = await sessions.find(token, row.watched !== true)
    if (found.is === 'none') return refusals.noSession
    if (found.is === 'ended') return refusals.sessionEnded(found.reason)
    const { session } = found
    if (row.needs !== 'session' && !may(session.user.role, row.needs)) {
      recordRefusal(session.user.name, `${row.method} ${row.path}`, `needs ${row.needs}`)
      return refusals.notPermitted(row.needs)
    }
    return { is: 'done', value: session }
  }

  const answer = async (row: AnyRoute, req: Request, res: Response): Promise<Outcome<unknown>> => {
    const remoteAddress = req.ip ?? 'unknown'
    if (row.method !== 'GET' && isForeign(req.headers, options.origin)) return refusals.wrongOrigin
    const token = tokenIn(req.headers.cookie, options.cookie)
    const payer = token === undefined ? remoteAddress : sessions.idOf(token)
    if (!buckets.take(payer) || (token !== undefined && !buckets.take(`@${remoteAddress}`, 10))) return refusals.tooMany
    const admitted = await admit(row, req)
    if (admitted.is === 'refused') return admitted
    const form = row.formBytes === undefined ? undefined : await formOf(req, row.formBytes)
    if (form?.is === 'refused') return form
    const takesJson = !form && row.takesBytes === undefined
    if (takesJson && row.method !== 'GET' && hasBody(req) && !req.is('json')) return refusals.notJson
    if (row.takesBytes !== undefined && !req.is('application/octet-stream')) return refusals.notBytes
    const bytes = row.takesBytes === undefined ? Buffer.alloc(0) : await readBytes(req, row.takesBytes)
    if (bytes === undefined) return refusals.tooManyBytes(row.takesBytes!)
    const body = row.body?.safeParse(req.body ?? {})
    if (body && !body.success) return refusals.badRequest(issues(body.error))
    const query = row.query?.safeParse(req.query)
    if (query && !query.success) return refusals.badRequest(issues(query.error))
    const asked: Asked<unknown, unknown> = {
      session: admitted.value,
      params: req.params as Record<string, string>,
      body: body?.data,
      query: query?.data,
      form: form?.value,
      bytes,
      remoteAddress,
      range: req.headers.range,
      setToken: (value) => {
        res.append('Set-Cookie', value === null ? clearedCookie(options.cookie) : sessionCookie(value, options.cookie))
      },
    }
    if (row.viewed && admitted.value) {
      const { id, user } = admitted.value
      const viewed = row.viewed(asked)
      const given = purpose.safeParse(req.query.purpose)
      const why = given.success ? given.data : ''
      try {
        if (!(row.watched && looks.goesOn(id, viewed, why))) {
          const data = { ...viewed, by: user.name, purpose: why }
          await record({ kind: 'view.opened', observedAt: houseClock(), data })
          looks.journalled(id, viewed, why)
        }
      } catch (error) {
        log.error({ err: error }, 'a view could not be journalled and was refused')
        return refusals.cannotRecord
      }
    }
    return row.handle(asked)
  }

  const handle =
    (row: AnyRoute) =>
    async (req: Request, res: Response): Promise<void> => {
      const begun = performance.now()
      let outcome: Outcome<unknown>
      try {
        outcome = await answer(row, req, res)
      } catch (error) {
        // The reason stays in the log; the caller learns only that it was not their fault.
        log.error({ err: error, route: `${row.method} ${row.path}` }, 'a request failed')
        outcome = refusals.unavailable
      }
      if (outcome.is === 'done' && isBytes(outcome.value)) await sendBytes(res, outcome.value, log)
      else send(res, outcome)
      options.answered(row, res.statusCode, performance.now() - begun)
    }
  return { handle, recordRefusal }
}

/** Read only once the asker is known and may ask: nobody else can make us hold that much. */
const formOf = async (req: Request, limit: number): Promise<Outcome<Form>> => {
  const read = await readForm(req, limit)
  if (read.is === 'form') return { is: 'done', value: read.form }
  return read.is === 'too-large' ? refusals.formTooLarge(limit) : refusals.notForm
}

const hasBody = ({ headers }: Request): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0

const issues = (error: z.ZodError) => error.issues.map((i) => ({ at: i.path.join('.'), problem: i.message }))

/** The only way out: no caching of anything that needs a session, refusals in one shape. */
export const send = (res: Response, outcome: Outcome<unknown>): void => {
  res.setHeader('Cache-Control', 'no-store')
  if (outcome.is === 'done') {
    res.status(200).json(outcome.value)
    return
  }
  const { detail } = outcome.refusal
  if (outcome.status === 429) {
    const wait = (detail as { retryAfterS?: number } | undefined)?.retryAfterS ?? 1
    res.setHeader('Retry-After', String(Math.ceil(wait)))
  }
  if (outcome.status === 503) res.setHeader('Retry-After', '1')
  res.status(outcome.status).json(outcome.refusal)
}
