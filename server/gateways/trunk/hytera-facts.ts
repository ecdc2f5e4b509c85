import type { Observation } from '../../domain/observation/index.ts'
import type { Draft } from '../../journal/journal.ts'
import { type Hdap, type RadioIp, type Sent, writeFrame } from '../../protocols/hdap/codec.ts'
import { emergencySender, fixOf } from '../../protocols/hdap/observe.ts'
import { radioPosition } from '../../protocols/radio-position.ts'
import type { Checks } from './checks.ts'
import type { TrunkCore } from './core.ts'
import type { HyteraConfig } from './lists.ts'

/** What a frame yields: to be journalled first, then answered. */
export interface HyteraWork {
  readonly drafts: Draft[]
  readonly answers: { readonly service: 'rrs' | 'tmp' | 'lp'; readonly bytes: Buffer }[]
  readonly afterwards: (() => void)[]
}

/** Texts we sent, by the number they carried: who shall hear how they ended. */
export type Texts = Map<number, { readonly to: string; readonly request: string }>

const TEXT_MOST = 2000

/** Turns frames of a repeater into entries and answers. Answers go out after the entries are durable (invariant I1). */
export const hyteraFacts = (core: TrunkCore, config: HyteraConfig, checks: Checks, texts: Texts) => {
  const nameOf = ({ radioId, subnet }: RadioIp): string => core.radio(radioId, subnet)

  return (frame: Hdap, site: string, key: string, from: string): HyteraWork => {
    const work: HyteraWork = { drafts: [], answers: [], afterwards: [] }
    const { body, raw } = frame
    const at = core.clock()
    const { gateway } = core
    let part = 0
    const say = (observation: Observation) => void work.drafts.push(core.draft(`${key}/${part++}`, observation, raw))
    const answer = (service: 'rrs' | 'tmp' | 'lp', sent: Sent) =>
      void work.answers.push({ service, bytes: writeFrame(sent) })
    const admitted = (radio: string): boolean => {
      if (!core.admits(radio, from, raw)) return false
      core.sawAt(radio, site)
      return true
    }
    const positioned = (radio: string, gps: Parameters<typeof fixOf>[0]) =>
      say(radioPosition(fixOf(gps), { device: radio, carrier: core.carrier(radio) }, at))

    switch (body.type) {
      case 'RegistrationRequest': {
        const radio = nameOf(body.radio)
        const known = admitted(radio)
        if (known) {
          say({ kind: 'radio.registered', observedAt: at, data: { radio, gateway, site } })
          work.afterwards.push(() => core.renewed(radio, config.renewSeconds * 1000))
        }
        answer('rrs', {
          body: {
            type: 'RegistrationAnswer',
            radio: body.radio,
            result: known ? 0 : 1,
            renewSeconds: known ? config.renewSeconds : 0,
          },
        })
        break
      }
      case 'GoingOffline': {
        const radio = nameOf(body.radio)
        if (!admitted(radio)) break
        say({ kind: 'radio.left', observedAt: at, data: { radio, gateway, site, why: 'went-off' } })
        work.afterwards.push(() => core.left(radio))
        break
      }
      case 'StatusCheckAnswer': {
        const radio = nameOf(body.radio)
        if (!admitted(radio)) break
        const request = checks.answered(radio)
        say({
          kind: 'radio.checked',
          observedAt: at,
          data: { radio, gateway, site, request, online: body.state === 0 },
        })
        break
      }
      case 'StandardReport':
      case 'StandardReportWithRSSI': {
        const radio = nameOf(body.radio)
        if (!admitted(radio)) break
        const request = checks.answeredBy(body.requestId)
        if (request !== null)
          say({ kind: 'radio.checked', observedAt: at, data: { radio, gateway, site, request, online: true } })
        positioned(radio, body.gps)
        break
      }
      case 'TriggeredReport':
      case 'ConditionReport':
      case 'ConditionReportWithRSSI': {
        const radio = nameOf(body.radio)
        if (admitted(radio)) positioned(radio, body.gps)
        break
      }
      case 'EmergencyReport': {
        const radio = nameOf(body.radio)
        if (!admitted(radio)) break
        const position = radioPosition(fixOf(body.gps), { device: radio, carrier: core.carrier(radio) }, at)
        say({
          kind: 'radio.emergency',
          observedAt: at,
          data: { radio, gateway, site, kind: 'button', place: position.data.position },
        })
        say(position)
        break
      }
      case 'SendPrivateMessage':
      case 'SendGroupMessage': {
        const radio = nameOf(body.source)
        if (!admitted(radio)) break
        const group = body.type === 'SendGroupMessage'
        const { radioId } = body.destination
        const to = group ? core.talkgroup(radioId) : radioId === config.dispatcher ? 'dispatcher' : core.radio(radioId)
        say({
          kind: 'radio.texted',
          observedAt: at,
          data: { radio, gateway, to, text: body.text.slice(0, TEXT_MOST) },
        })
        if (!group && to === 'dispatcher')
          answer('tmp', {
            body: {
              type: 'SendPrivateMessageAck',
              confirmed: body.confirmed,
              hasOption: false,
              requestId: body.requestId,
              destination: body.source,
              source: body.destination,
              result: 0,
            },
          })
        break
      }
      case 'SendPrivateMessageAck':
      case 'SendGroupMessageAck': {
        const text = texts.get(body.requestId)
        if (!text) break
        texts.delete(body.requestId)
        const delivered = body.result === 0
        say({
          kind: 'radio.text-delivered',
          observedAt: at,
          data: {
            to: text.to,
            gateway,
            request: text.request,
            delivered,
            why: delivered ? null : `result ${body.result}`,
          },
        })
        break
      }
      default: {
        const sender = emergencySender(frame)
        if (sender === undefined) break
        const radio = core.radio(sender)
        if (!admitted(radio)) break
        say({ kind: 'radio.emergency', observedAt: at, data: { radio, gateway, site, kind: 'button', place: null } })
      }
    }
    return work
  }
}
