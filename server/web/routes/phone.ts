import type { DtlsParameters, RtpParameters } from 'mediasoup/types'
import type { z } from 'zod'
import { bodies } from '../../contract/http.ts'
import { PIECE_LIMITS, partQuery } from '../../contract/phone.ts'
import type { Phones } from '../../video/phones/phones.ts'
import type { Context } from '../context.ts'
import { badRequest, noMedia, noOfficer, notFound } from '../refusals.ts'
import { type Asked, done, route, userOf } from '../route.ts'

type Said<K extends keyof typeof bodies> = Asked<z.infer<(typeof bodies)[K]>, undefined>

/** An officer's phone as a camera. Whose it is says the account, never the request. */
export const phoneRoutes = ({ phones, video }: Context) => {
  const withPhones =
    <A extends Asked<unknown, unknown>, R>(work: (phones: Phones, officer: string, asked: A) => R) =>
    (asked: A): R | typeof noOfficer => {
      const { officer } = userOf(asked)
      if (officer === null) return noOfficer
      return phones ? work(phones, officer, asked) : notFound('phone camera')
    }

  return [
    route({
      method: 'GET',
      path: '/api/phone/camera',
      needs: 'duty.own',
      handle: withPhones((all, officer) => done(all.view(officer))),
    }),
    route({
      method: 'POST',
      path: '/api/phone/camera/start',
      needs: 'duty.own',
      body: bodies.startPhone,
      handle: withPhones((all, officer, asked) => all.start(officer, userOf(asked).name, asked.session!.id)),
    }),
    route({
      method: 'POST',
      path: '/api/phone/camera/stop',
      needs: 'duty.own',
      body: bodies.stopPhone,
      handle: withPhones((all, officer) => all.stop(officer)),
    }),
    route({
      method: 'POST',
      path: '/api/phone/camera/beat',
      needs: 'duty.own',
      body: bodies.phoneBeat,
      handle: withPhones((all, officer, asked: Said<'phoneBeat'>) => all.beat(officer, asked.session!.id, asked.body)),
    }),
    route({
      method: 'POST',
      path: '/api/phone/connections',
      needs: 'duty.own',
      body: bodies.openPhone,
      handle: withPhones(async (all, officer, asked) => {
        const camera = all.sending(officer, asked.session!.id)
        if (camera.is === 'refused') return camera
        const capabilities = video?.viewers.capabilities()
        const transport = capabilities && (await all.publishers.open(camera.value))
        if (!transport) return noMedia
        const { id, iceParameters, iceCandidates, dtlsParameters } = transport
        return done({ id, capabilities, iceParameters, iceCandidates, dtlsParameters })
      }),
    }),
    route({
      method: 'POST',
      path: '/api/phone/connections/:id/connect',
      needs: 'duty.own',
      body: bodies.connectPhone,
      handle: withPhones(async (all, officer, asked: Said<'connectPhone'>) => {
        const camera = all.sending(officer, asked.session!.id)
        if (camera.is === 'refused') return camera
        try {
          const parameters = asked.body.dtlsParameters as unknown as DtlsParameters
          const found = await all.publishers.connect(camera.value, asked.params.id!, parameters)
          return found ? done({}) : notFound(asked.params.id!)
        } catch (error) {
          return badRequest([{ at: 'dtlsParameters', problem: (error as Error).message }])
        }
      }),
    }),
    route({
      method: 'POST',
      path: '/api/phone/connections/:id/produce',
      needs: 'duty.own',
      body: bodies.producePhone,
      handle: withPhones(async (all, officer, asked: Said<'producePhone'>) => {
        const camera = all.sending(officer, asked.session!.id)
        if (camera.is === 'refused') return camera
        const { kind, rtpParameters } = asked.body
        try {
          const parameters = rtpParameters as unknown as RtpParameters
          const producer = await all.publishers.produce(camera.value, asked.params.id!, kind, parameters)
          return producer ? done({ id: producer.id }) : notFound(asked.params.id!)
        } catch (error) {
          return badRequest([{ at: 'rtpParameters', problem: (error as Error).message }])
        }
      }),
    }),
    route({
      method: 'POST',
      path: '/api/phone/pieces',
      needs: 'duty.own',
      body: bodies.askPieces,
      handle: withPhones((all, officer, asked: Said<'askPieces'>) => all.pieces.ask(officer, asked.body.pieces)),
    }),
    route({
      method: 'PUT',
      path: '/api/phone/pieces/:id',
      needs: 'duty.own',
      takesBytes: PIECE_LIMITS.partBytes,
      query: partQuery,
      handle: withPhones((all, officer, asked: Asked<undefined, z.infer<typeof partQuery>>) =>
        isPiece(asked.params.id!)
          ? all.pieces.put(officer, asked.params.id!, { ...asked.query, bytes: asked.bytes })
          : notFound(asked.params.id!),
      ),
    }),
    route({
      method: 'POST',
      path: '/api/phone/pieces/:id/close',
      needs: 'duty.own',
      body: bodies.closePiece,
      handle: withPhones((all, officer, asked: Said<'closePiece'>) =>
        isPiece(asked.params.id!)
          ? all.pieces.close(officer, userOf(asked).name, asked.params.id!, asked.body)
          : notFound(asked.params.id!),
      ),
    }),
  ]
}

/** A file's name is made of it. */
const isPiece = (id: string): boolean => /^[\w-]{8,64}$/.test(id)
