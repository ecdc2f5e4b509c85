import { randomUUID } from 'node:crypto'
import { bodies } from '../../contract/http.ts'
import type { Observation } from '../../domain/observation/index.ts'
import { seesZone, sightOf } from '../../supervision/access.ts'
import { zonesAt, zoneVersions } from '../../supervision/zones.ts'
import type { Context } from '../context.ts'
import { geometryProblem } from '../geometry.ts'
import { badRequest, invalidGeometry, notFound } from '../refusals.ts'
import { done, route, userOf } from '../route.ts'

/** Zones in force, their history, and the editor: a change is a new version, nothing is overwritten. */
export const zoneRoutes = ({ journal, supervision, houseClock }: Context) => {
  const { register } = supervision

  const record = async (observation: Observation): Promise<void> => {
    const [receipt] = await journal.append([{ source: 'console', key: randomUUID(), observation }])
    await supervision.reached(receipt!.seq)
  }

  return [
    route({
      method: 'GET',
      path: '/api/zones',
      needs: 'situation.view',
      handle: (asked) => {
        const sight = sightOf(userOf(asked))
        return done({ zones: zonesAt(register, supervision.now()).filter((z) => seesZone(sight, z)) })
      },
    }),
    route({
      method: 'GET',
      path: '/api/zones/:id/history',
      needs: 'situation.view',
      handle: (asked) => {
        const sight = sightOf(userOf(asked))
        const versions = zoneVersions(register, asked.params.id!)
        // Who sees the newest version sees where it came from, except versions of another unit.
        const seen = versions.filter((z) => seesZone(sight, z))
        return seen.length > 0 ? done({ versions: seen }) : notFound(asked.params.id!)
      },
    }),
    route({
      method: 'PUT',
      path: '/api/zones/:id',
      needs: 'zones.edit',
      body: bodies.zone,
      handle: async (asked) => {
        const { body, params } = asked
        const zone = params.id!
        if (!/^[\w.-]{1,64}$/.test(zone))
          return badRequest([{ at: 'id', problem: 'letters, digits, dot, dash and underscore, at most 64' }])
        const problem = geometryProblem(body.polygon)
        if (problem) return invalidGeometry(problem.en, problem.zh)
        const fixed = zoneVersions(register, zone).at(-1)
        // The county's own areas come from its register; the editor draws what the bureau decides.
        if (fixed && !bodies.zone.shape.kind.options.some((kind) => kind === fixed.kind))
          return badRequest([{ at: 'id', problem: `${zone} is a ${fixed.kind} of the register and not drawn here` }])
        const now = houseClock()
        const data = { ...body, zone, validFrom: now, by: userOf(asked).name }
        await record({ kind: 'zone.drawn', observedAt: now, data })
        return done({ zone: zoneVersions(register, zone).at(-1)! })
      },
    }),
    route({
      method: 'DELETE',
      path: '/api/zones/:id',
      needs: 'zones.edit',
      body: bodies.withdrawZone,
      handle: async (asked) => {
        const zone = asked.params.id!
        const now = houseClock()
        const last = zoneVersions(register, zone).at(-1)
        if (!last || last.validUntil !== null) return notFound(zone)
        const data = { zone, validUntil: now, by: userOf(asked).name, reason: asked.body.reason }
        await record({ kind: 'zone.withdrawn', observedAt: now, data })
        return done({})
      },
    }),
  ]
}
