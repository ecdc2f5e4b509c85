import { bodies } from '../../contract/http.ts'
import { may } from '../../contract/roles.ts'
import { type CameraView, videoBodies } from '../../contract/video.ts'
import { sees, sightOf } from '../../supervision/access.ts'
import { readCameras } from '../../supervision/import/camera-table.ts'
import type { Context } from '../context.ts'
import { badRequest, noPicture, notFound, unavailable } from '../refusals.ts'
import { type Asked, done, route, userOf } from '../route.ts'

/** Which cameras there are, and how one comes to us or goes. */
export const cameraRoutes = ({ video, supervision }: Context) => {
  const seen = (asked: Asked<unknown, unknown>, id: string): CameraView | undefined => {
    const camera = video?.camera(id)
    return camera && sees(sightOf(userOf(asked)), camera.unit) ? camera : undefined
  }
  return [
    route({
      method: 'GET',
      path: '/api/cameras',
      needs: 'cameras.view',
      watched: true,
      handle: (asked) => {
        const sight = sightOf(userOf(asked))
        const whole = video?.view() ?? { media: { is: 'off' as const }, epoch: 0, cameras: [] }
        const { register } = supervision
        return done({
          ...whole,
          cameras: whole.cameras.filter(({ unit }) => sees(sight, unit)),
          units: register.units().flatMap(({ unit, name }) => (sees(sight, unit) ? [{ id: unit, name }] : [])),
          rooms: register.custody
            .rooms()
            .flatMap(({ room, name, unit }) => (sees(sight, unit) ? [{ id: room, name, unit }] : [])),
        })
      },
    }),
    route({
      method: 'POST',
      path: '/api/cameras/probe',
      needs: 'cameras.edit',
      body: bodies.probeCamera,
      // A preview is a picture: whoever may not see live pictures is not given one, and the look is journalled.
      viewed: ({ body }) => ({ what: 'camera', subject: `probe ${new URL(body.url).host}` }),
      handle: async (asked) => {
        if (!video) return unavailable
        const { camera, preview, ...reach } = asked.body
        return done(await video.registry.probe(camera, reach, preview && may(userOf(asked).role, 'video.live')))
      },
    }),
    route({
      method: 'PUT',
      path: '/api/cameras/:id',
      needs: 'cameras.edit',
      body: videoBodies.saveCamera,
      handle: async (asked) => {
        if (!video) return unavailable
        const id = asked.params.id!
        const { unit, room } = asked.body
        if (!/^[A-Za-z0-9._-]{1,64}$/.test(id))
          return badRequest([{ at: 'id', problem: 'letters, digits, . _ - and at most 64 of them' }])
        if (!supervision.register.unit(unit)) return badRequest([{ at: 'unit', problem: `${unit} is not a unit` }])
        // What was registered before its room was stays as it is.
        const newRoom = room !== null && room !== video.camera(id)?.room
        if (newRoom && !supervision.register.custody.room(room))
          return badRequest([{ at: 'room', problem: `${room} is not a room that is registered` }])
        if (asked.body.audio && room !== null && supervision.register.custody.room(room)?.kind === 'lawyer-room')
          return badRequest([{ at: 'audio', problem: 'lawyers meet in this room: nothing is heard there' }])
        await video.registry.save(id, asked.body, userOf(asked).name)
        const camera = video.camera(id)
        return camera ? done({ camera }) : notFound(id)
      },
    }),
    route({
      method: 'DELETE',
      path: '/api/cameras/:id',
      needs: 'cameras.edit',
      body: bodies.withdrawCamera,
      handle: async (asked) => {
        const id = asked.params.id!
        if (!video || !seen(asked, id)) return notFound(id)
        await video.registry.withdraw(id, asked.body.reason, userOf(asked).name)
        return done({})
      },
    }),
    route({
      method: 'GET',
      path: '/api/cameras/:id/reach',
      needs: 'cameras.edit',
      handle: async (asked) => {
        const id = asked.params.id!
        return video && seen(asked, id) ? done({ reach: video.registry.reach(id) ?? null }) : notFound(id)
      },
    }),
    route({
      method: 'POST',
      path: '/api/cameras/table',
      needs: 'cameras.edit',
      body: videoBodies.importCameras,
      handle: async (asked) => {
        if (!video) return unavailable
        const { file, content, dryRun } = asked.body
        const { register } = supervision
        const { cameras, problems } = readCameras(file, Buffer.from(content, 'base64'), {
          unit: (id) => register.unit(id) !== undefined,
          room: (id) => register.custody.room(id) !== undefined,
        })
        const dry = dryRun || problems.length > 0
        const plan = await video.registry.takeIn(cameras, dry ? null : userOf(asked).name)
        return done({ problems: problems.map(({ file: _, ...rest }) => rest), ...plan, done: !dry })
      },
    }),
    route({
      method: 'POST',
      path: '/api/cameras/:id/test',
      needs: 'cameras.edit',
      body: bodies.testCamera,
      handle: async (asked) => {
        const id = asked.params.id!
        const reply = seen(asked, id) && (await video?.registry.test(id))
        return reply ? done(reply) : notFound(id)
      },
    }),
    route({
      method: 'POST',
      path: '/api/cameras/:id/snapshot',
      needs: 'video.live',
      body: bodies.snapshot,
      viewed: ({ params }) => ({ what: 'snapshot', subject: params.id! }),
      handle: async (asked) => {
        const id = asked.params.id!
        if (!video || !seen(asked, id)) return notFound(id)
        const snapshot = await video.registry.snapshot(id, asked.body.reason, userOf(asked).name)
        return snapshot ? done({ snapshot }) : noPicture
      },
    }),
  ]
}
