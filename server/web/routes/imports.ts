import { IMPORT_LIMITS, importFields } from '../../contract/imports.ts'
import { may } from '../../contract/roles.ts'
import { createImports, importReply } from '../../supervision/import/imports.ts'
import { importKindList, needsFor } from '../../supervision/import/kinds.ts'
import type { Context } from '../context.ts'
import {
  badRequest,
  importCancelled,
  importChanged,
  importOfAnother,
  importRunning,
  notPermitted,
} from '../refusals.ts'
import { done, route, userOf } from '../route.ts'

const known = new Map(importKindList.map((kind) => [kind.is, kind]))

/** Reference data from files: what would change, then, on the same word, done; and who did it before. */
export const importRoutes = ({ journal, database, houseClock, refusedTo }: Context) => {
  const imports = createImports({ journal, database, clock: houseClock })
  return [
    route({
      method: 'GET',
      path: '/api/imports/kinds',
      needs: 'imports.run',
      handle: () => done({ kinds: importKindList }),
    }),
    route({
      method: 'GET',
      path: '/api/imports',
      needs: 'imports.run',
      handle: async () => done({ receipts: await imports.receipts(), running: imports.running() }),
    }),
    route({
      method: 'POST',
      path: '/api/imports/cancel',
      needs: 'imports.run',
      handle: (asked) => {
        const what = imports.cancel(userOf(asked).name)
        return what === 'others' ? importOfAnother : done({ cancelled: what === 'cancelled' })
      },
    }),
    route({
      method: 'POST',
      path: '/api/imports',
      needs: 'imports.run',
      // The files, and as much again as the seams between them could ever need.
      formBytes: IMPORT_LIMITS.bytes + 64_000,
      handle: async (asked) => {
        const { files, fields } = asked.form!
        const told = importFields.safeParse(fields)
        if (!told.success)
          return badRequest(told.error.issues.map((i) => ({ at: i.path.join('.'), problem: i.message })))
        if (files.length === 0 || files.length > IMPORT_LIMITS.files)
          return badRequest([{ at: 'files', problem: `1 to ${IMPORT_LIMITS.files} files` }])
        const stranger = files.find(({ field }) => !known.has(field))
        if (stranger) return badRequest([{ at: stranger.field.slice(0, 64), problem: 'no such kind of file' }])
        const user = userOf(asked)
        const missing = needsFor(files.map(({ field }) => field)).find((permission) => !may(user.role, permission))
        if (missing !== undefined) {
          refusedTo(user.name, 'POST /api/imports', `needs ${missing}`)
          return notPermitted(missing)
        }
        const { digest, rosterDays } = told.data
        const result = await imports.take({
          files: files.map(({ field, name, bytes }) => ({ is: field, name: name.slice(0, 200) || field, bytes })),
          by: user.name,
          digest: digest === '' ? null : digest,
          rosterDays,
        })
        if (result.is === 'busy') return importRunning
        if (result.is === 'cancelled') return importCancelled
        if (result.is === 'changed-since') return importChanged
        return done(importReply(result, result.is === 'imported' ? await imports.receipts() : []))
      },
    }),
  ]
}
