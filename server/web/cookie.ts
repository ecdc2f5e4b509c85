/** Whether the console is reached over TLS; the cookie then carries the `__Host-` prefix and never travels in clear. */
export interface CookieOptions {
  readonly secure: boolean
}

const nameOf = ({ secure }: CookieOptions): string => (secure ? '__Host-custodes' : 'custodes')
const attributes = ({ secure }: CookieOptions): string => `Path=/; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`

/** A session cookie: gone when the browser closes; the server ends it long before. */
export const sessionCookie = (token: string, options: CookieOptions): string =>
  `${nameOf(options)}=${token}; ${attributes(options)}`

export const clearedCookie = (options: CookieOptions): string =>
  `${nameOf(options)}=; ${attributes(options)}; Max-Age=0`

/** The token in a Cookie header; undefined when there is none or it cannot be one of ours. */
export const tokenIn = (header: string | undefined, options: CookieOptions): string | undefined => {
  for (const part of header?.split(';') ?? []) {
    const at = part.indexOf('=')
    if (part.slice(0, at).trim() !== nameOf(options)) continue
    const token = part.slice(at + 1).trim()
    return /^[A-Za-z0-9_-]{43}$/.test(token) ? token : undefined
  }
  return undefined
}
