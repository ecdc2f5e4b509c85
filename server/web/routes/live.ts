import { randomUUID } from 'node:crypto'
import type { DtlsParameters, RtpCapabilities } from 'mediasoup/types'
import { bodies } from '../../contract/http.ts'
import type { PictureView } from '../../contract/video.ts'
import { sees, sightOf } from '../../supervision/access.ts'
import type { Context } from '../context.ts'
import { badRequest, cannotRecord, noMedia, notFound } from '../refusals.ts'
import { type Asked, done, route, userOf } from '../route.ts'

/** Live pictures: a connection of the session, and what it receives. Nothing flows before the journal has who looks at what and why. */
export const liveRoutes = ({ video, journal, houseClock }: Context) => {
  const sessionOf = ({ session }: Asked<unknown, unknown>): string => session!.id
  return [
    route({
      method: 'POST',
      path: '/api/live/connections',
      needs: 'video.live',
      handle: async (asked) => {
        if (!video) return notFound('live video')
        const capabilities = video.viewers.capabilities()
        const transport = capabilities && (await video.viewers.open(sessionOf(asked)))
        if (!transport) return noMedia
        const { id, iceParameters, iceCandidates, dtlsParameters } = transport
        return done({ id, capabilities, iceParameters, iceCandidates, dtlsParameters })
      },
    }),
    route({
      method: 'POST',
      path: '/api/live/connections/:id/connect',
      needs: 'video.live',
      body: bodies.connectLive,
      handle: async (asked) => {
        const id = asked.params.id!
        const parameters = asked.body.dtlsParameters as unknown as DtlsParameters
        try {
          const found = await video?.viewers.connect(sessionOf(asked), id, parameters)
          return found ? done({}) : notFound(id)
        } catch (error) {
          return badRequest([{ at: 'dtlsParameters', problem: (error as Error).message }])
        }
      },
    }),
    route({
      method: 'POST',
      path: '/api/live/connections/:id/watch',
      needs: 'video.live',
      body: bodies.watch,
      handle: async (asked) => {
        const id = asked.params.id!
        const user = userOf(asked)
        const sight = sightOf(user)
        const { pictures, purpose } = asked.body
        if (!video) return noMedia
        const allowed = pictures.filter(({ camera }) => {
          const view = video.camera(camera)
          return view !== undefined && sees(sight, view.unit)
        })
        const drafts = [...new Set(allowed.map(({ camera }) => camera))].map((camera) => {
          const data = { by: user.name, what: 'camera', subject: camera, purpose } as const
          return {
            source: 'console',
            key: randomUUID(),
            observation: { kind: 'view.opened', observedAt: houseClock(), data } as const,
          }
        })
        try {
          if (drafts.length > 0) await journal.append(drafts)
        } catch {
          // No durable record, no picture.
          return cannotRecord
        }
        const capabilities = asked.body.rtpCapabilities as unknown as RtpCapabilities
        const watched: PictureView[] = []
        for (const { camera, stream } of allowed) {
          const found = await video.viewers.watch(sessionOf(asked), id, camera, stream, capabilities)
          if (!found) continue
          const { id: consumer, producerId, rtpParameters } = found.consumer
          watched.push({ camera, stream, id: consumer, producerId, rtpParameters })
        }
        const there = new Set(watched.map(({ camera }) => camera))
        return done({ pictures: watched, missing: pictures.map((p) => p.camera).filter((c) => !there.has(c)) })
      },
    }),
    route({
      method: 'POST',
      path: '/api/live/connections/:id/pictures',
      needs: 'video.live',
      body: bodies.setPictures,
      handle: async (asked) => {
        const id = asked.params.id!
        const found = await video?.viewers.set(sessionOf(asked), id, asked.body.ids, asked.body.to)
        return found ? done({}) : notFound(id)
      },
    }),
    route({
      method: 'DELETE',
      path: '/api/live/connections/:id',
      needs: 'video.live',
      handle: (asked) => {
        video?.viewers.close(sessionOf(asked), asked.params.id!)
        return done({})
      },
    }),
  ]
}
