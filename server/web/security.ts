import type { RequestHandler } from 'express'
import helmet from 'helmet'

/** Where map tiles may come from, as an origin; undefined when there are none or they are ours. */
const tileOrigin = (url: string | undefined): string[] =>
  url !== undefined && URL.canParse(url) ? [new URL(url).origin] : []

/**
 * Headers that keep a page of ours a page of ours. Scripts come from us only, never inline, never from strings.
 * Styles may be inline because Ant Design's cssinjs writes its style tags at run time.
 */
export const securityHeaders = (options: {
  readonly tiles: string | undefined
  readonly tls: boolean
}): RequestHandler =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'script-src': ["'self'"],
        'script-src-attr': ["'none'"],
        'style-src': ["'self'", "'unsafe-inline'"],
        'img-src': ["'self'", 'data:', 'blob:', ...tileOrigin(options.tiles)],
        'font-src': ["'self'", 'data:'],
        'connect-src': ["'self'"],
        'media-src': ["'self'", 'blob:'],
        'worker-src': ["'self'", 'blob:'],
        'object-src': ["'none'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"],
      },
    },
    // Over plain HTTP inside a closed network the header would lock people out.
    strictTransportSecurity: options.tls,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
  })
