import type { Permission } from '../../server/contract/roles.ts'
import type { UserView } from '../../server/contract/views.ts'
import type { EndReason } from '../live/feed.ts'
import { onUnauthorised, RequestError, request } from '../live/request.ts'
import { createValue, useValue } from '../ui/subscribable.ts'

export type Session =
  | { readonly is: 'unknown' }
  | { readonly is: 'out'; readonly reason: EndReason | undefined }
  | { readonly is: 'unreachable'; readonly message: string }
  | { readonly is: 'in'; readonly user: UserView }

export const session = createValue<Session>({ is: 'unknown' })
export const useSession = (): Session => useValue(session)

/** Asks who we are; an unreachable server is not the same as being logged out. */
export const restore = async (): Promise<void> => {
  try {
    session.set({ is: 'in', ...(await request('GET /api/session')) })
  } catch (error) {
    if (error instanceof RequestError && error.status === 401) return leave(undefined)
    // Who is in stays in: the lost feed already says that the server is away, and what is shown stays readable.
    if (session.get().is === 'in') return
    session.set({ is: 'unreachable', message: error instanceof Error ? error.message : String(error) })
  }
}

export const login = async (name: string, password: string, code?: string): Promise<void> =>
  session.set({ is: 'in', ...(await request('POST /api/session', { body: { name, password, code } })) })

/** How often somebody's hand on mouse or keyboard is told to the server, which counts idleness by requests. */
const TOUCH_MS = 60_000

/** Keeps the session of a person who works alive, and only theirs: a console left alone still ends by itself. */
export const keepAwake = (): (() => void) => {
  let lastMs = performance.now()
  const touched = (): void => {
    if (performance.now() - lastMs < TOUCH_MS) return
    lastMs = performance.now()
    request('GET /api/session').catch((error) => {
      if (error instanceof RequestError && error.status === 401) leave('expired')
    })
  }
  const events = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const
  for (const event of events) addEventListener(event, touched, { passive: true })
  return () => {
    for (const event of events) removeEventListener(event, touched)
  }
}

export const logout = async (): Promise<void> => {
  await request('DELETE /api/session')
  leave('logout')
}

/** To the login page, saying why. The first reason stays: what follows it is only its echo. */
export const leave = (reason: EndReason | undefined): void => {
  if (session.get().is !== 'out') session.set({ is: 'out', reason })
}
onUnauthorised.current = () => leave('expired')

/** The user; only for what is shown to someone who is logged in. */
export const useUser = (): UserView => {
  const s = useSession()
  if (s.is !== 'in') throw new Error('shown without a session')
  return s.user
}
export const useMay = (): ((permission: Permission) => boolean) => {
  const { permissions } = useUser()
  return (permission) => permissions.includes(permission)
}
