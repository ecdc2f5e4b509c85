import type { z } from 'zod'
import type { Permission } from '../contract/roles.ts'
import type { DataOf } from '../domain/observation/index.ts'
import type { Outcome } from '../supervision/acts.ts'
import type { Form } from './form.ts'
import type { Session } from './sessions.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'
/** `nobody`: no session asked for · `session`: anybody who is logged in · else who has the permission. */
export type Needs = 'nobody' | 'session' | Permission

/** What is journalled before a byte is served (invariant I6). */
export type Viewed = Pick<DataOf<'view.opened'>, 'what' | 'subject'>

export interface Asked<B, Q> {
  /** Undefined only where the route needs nobody. */
  readonly session: Session | undefined
  readonly params: Readonly<Record<string, string>>
  readonly body: B
  readonly query: Q
  /** What was sent, on a route that takes a form. */
  readonly form: Form | undefined
  readonly remoteAddress: string
  /** The body of a route that takes bytes; empty on every other. */
  readonly bytes: Buffer
  /** The `Range` header, for answers that are files. */
  readonly range: string | undefined
  /** The session's cookie: set with a new token, cleared with null. */
  readonly setToken: (token: string | null) => void
}

/** One row of the route table: everything about a route that can be checked without calling it. */
export interface Route<B = unknown, Q = unknown> {
  readonly method: Method
  /** Express 5 path, such as `/api/findings/:id`. */
  readonly path: string
  readonly needs: Needs
  readonly body?: z.ZodType<B>
  readonly query?: z.ZodType<Q>
  /** The route takes files as multipart/form-data instead of JSON, at most so many bytes of it. */
  readonly formBytes?: number
  /** The body is not JSON but at most so many bytes (application/octet-stream). */
  readonly takesBytes?: number
  readonly viewed?: (asked: Asked<B, Q>) => Viewed
  /** A page that stays open asks this again by itself: one view (`createLooks`), and no sign that anybody is there. */
  readonly watched?: true
  readonly handle: (asked: Asked<B, Q>) => Promise<Outcome<unknown>> | Outcome<unknown>
}

// biome-ignore lint/suspicious/noExplicitAny: the one place where routes of different bodies stand in one list
export type AnyRoute = Route<any, any>

/** Lets the schemas give `body` and `query` their types. */
export const route = <B = undefined, Q = undefined>(row: Route<B, Q>): AnyRoute => row

export const done = <T>(value: T): Outcome<T> => ({ is: 'done', value })

/** Who is logged in, on a route that asks for it; the dispatcher has made sure. */
export const userOf = ({ session }: Asked<unknown, unknown>): Session['user'] => {
  if (!session) throw new Error('a route that needs a user must not need nobody')
  return session.user
}
