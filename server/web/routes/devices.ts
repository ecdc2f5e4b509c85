import { randomUUID } from 'node:crypto'
import { bodies } from '../../contract/http.ts'
import { may } from '../../contract/roles.ts'
import type { UserView } from '../../contract/views.ts'
import type { Observation } from '../../domain/observation/index.ts'
import { trunksAt } from '../../supervision/radio-view.ts'
import type { Context } from '../context.ts'
import { badRequest, notFound } from '../refusals.ts'
import { done, route, userOf } from '../route.ts'

/** Terminals known and unknown, and who may trust them. */
export const deviceRoutes = ({ journal, supervision, console, houseClock }: Context) => {
  const { register, picture } = supervision

  /** A frame tells where somebody is: only who may see the situation sees it (三员 do not). */
  const seesFrames = (user: UserView): boolean => may(user.role, 'situation.view')

  const record = async (observations: readonly Observation[]): Promise<void> => {
    const drafts = observations.map((observation) => ({ source: 'console', key: randomUUID(), observation }))
    const receipts = await journal.append(drafts)
    await supervision.reached(receipts.at(-1)!.seq)
  }

  const one = async (user: UserView, id: string) => {
    const [device] = await console.devices(seesFrames(user), [id])
    return device ? done({ device }) : notFound(id)
  }

  return [
    route({
      method: 'GET',
      path: '/api/devices',
      needs: 'devices.view',
      viewed: () => ({ what: 'device', subject: 'list' }),
      watched: true,
      handle: async (asked) =>
        done({
          devices: await console.devices(seesFrames(userOf(asked))),
          trunks: trunksAt(register, supervision.now()),
        }),
    }),
    route({
      method: 'POST',
      path: '/api/devices/:id/approve',
      needs: 'devices.approve',
      body: bodies.approveDevice,
      handle: async (asked) => {
        const { carrier, owner } = asked.body
        const device = asked.params.id!
        const user = userOf(asked)
        if (!picture.devices.state[device]) return notFound(device)
        if (!register.unit(owner)) return badRequest([{ at: 'owner', problem: `${owner} is not a unit` }])
        if (carrier !== null && register.unitOf(carrier) === undefined)
          return badRequest([{ at: 'carrier', problem: `${carrier} is neither a vehicle nor an officer we know` }])
        const observedAt = houseClock()
        await record([
          { kind: 'device.bound', observedAt, data: { device, carrier, owner } },
          { kind: 'device.approved', observedAt, data: { device, by: user.name } },
        ])
        return one(user, device)
      },
    }),
    route({
      method: 'POST',
      path: '/api/devices/:id/block',
      needs: 'devices.approve',
      body: bodies.blockDevice,
      handle: async (asked) => {
        const device = asked.params.id!
        const user = userOf(asked)
        if (!picture.devices.state[device]) return notFound(device)
        const data = { device, by: user.name, reason: asked.body.reason }
        await record([{ kind: 'device.blocked', observedAt: houseClock(), data }])
        return one(user, device)
      },
    }),
  ]
}
