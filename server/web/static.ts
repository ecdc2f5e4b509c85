import path from 'node:path'
import express, { type Router } from 'express'

/**
 * The built console. Hashed files may be kept for ever; the page that names them never, or an old console would
 * look for files that are gone.
 */
export const staticFiles = (dir: string): Router => {
  const router = express.Router()
  router.use(
    express.static(dir, {
      index: false,
      setHeaders: (res, file) => {
        const hashed = path.relative(dir, file).startsWith(`assets${path.sep}`)
        res.setHeader('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    }),
  )
  // Every other address is one of the console's own: views are sent to colleagues as links.
  router.get('/{*any}', (req, res, next) => {
    // A script that is gone must not be answered with a page.
    if (req.path.startsWith('/assets/')) return next()
    res.setHeader('Cache-Control', 'no-store')
    res.sendFile('index.html', { root: dir, cacheControl: false }, (error) => {
      if (error) next()
    })
  })
  return router
}
