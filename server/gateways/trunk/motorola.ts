import { createHash } from 'node:crypto'
import type { Observation } from '../../domain/observation/index.ts'
import { type Ars, decodeArs, encodeArs } from '../../protocols/ars/codec.ts'
import { decodeLrrp, encodeLrrp, type Lrrp } from '../../protocols/lrrp/codec.ts'
import { fixOf } from '../../protocols/lrrp/observe.ts'
import { radioPosition } from '../../protocols/radio-position.ts'
import { decodeTms, encodeTms } from '../../protocols/tms/codec.ts'
import type { TrunkFault } from '../../protocols/trunk-fault.ts'
import { type CheckLimits, createChecks, usualCheckLimits } from './checks.ts'
import { createTrunkCore, installed, type TrunkHouse } from './core.ts'
import type { MotorolaConfig } from './lists.ts'
import type { Sent } from './port.ts'
import { createPulse, type PulseLimits } from './pulse.ts'
import { createSources, type SourceLimit, usualSourceLimit } from './sources.ts'
import type { StartedGateway } from './start.ts'
import { openUdp, type UdpDoor } from './udp.ts'

type Service = 'ars' | 'lrrp' | 'tms'
const HALF_HOUR_MS = 1_800_000
const TEXT_MOST = 140
/** The same bytes of the same radio within this time are one datagram that came twice. */
const TWICE_MS = 2_000

export interface MotorolaLimits {
  readonly checks: CheckLimits
  readonly pulse: PulseLimits
  readonly sources: SourceLimit
  readonly sweepMs: number
}
const usualLimits = ({ heartbeatSeconds }: MotorolaConfig): MotorolaLimits => ({
  checks: usualCheckLimits,
  pulse: { everyMs: heartbeatSeconds * 1_000, missed: 5 },
  sources: usualSourceLimit,
  sweepMs: 1_000,
})

/** 24-bit number in an address of the radios' network; undefined when it lies outside. */
const numberIn = (address: string, network: number): number | undefined => {
  const [a, b, c, d] = address.split('.').map(Number)
  return a === network ? (b! << 16) | (c! << 8) | d! : undefined
}

/**
 * Motorola radios over ARS, LRRP and TMS. There is no session: a radio's address is its number, the line is up once one of
 * them is heard and lost when several are asked in a row and none is.
 */
export const startMotorola = async (
  house: TrunkHouse,
  config: MotorolaConfig,
  limits: MotorolaLimits = usualLimits(config),
): Promise<StartedGateway> => {
  const core = createTrunkCore(house, config)
  const sources = createSources(limits.sources)
  const doors = new Map<Service, UdpDoor>()
  const seen = new Map<string, number>()
  const texts = new Map<string, { readonly to: string; readonly request: string }>()
  const { gateway } = core
  /** The house's clock; 0 before anything was heard. */
  let heardAt = 0
  let number = 0

  const addressOf = (n: number): string => `${config.network}.${n >> 16}.${(n >> 8) & 255}.${n & 255}`
  const send = (service: Service, bytes: Buffer, n: number): boolean => {
    doors.get(service)!.send(bytes, config.ports[service] || doors.get(service)!.port, addressOf(n))
    return true
  }
  /** Asks a radio for its place; the number its report will bear. */
  const askPlace = (n: number): number => {
    const requestId = Buffer.alloc(4)
    number = (number + 1) & 0x7fffffff || 1
    requestId.writeUInt32BE(number)
    send('lrrp', encodeLrrp('ImmediateLocationRequest', { requestId, retInfo: ['accuracy', 'time'] }), n)
    return number
  }
  const query = (radio: string): number => {
    const n = core.numberOf(radio)!.number
    send('ars', encodeArs({ type: 'query' }), n)
    return n
  }
  const pulse = createPulse(limits.pulse, {
    isUp: () => core.isUp(),
    registered: core.registeredRadios,
    listed: core.listedRadios,
    ask: query,
    lost: (why) => void core.setChannel(null, false, why),
  })
  const checks = createChecks(
    core,
    (radio, _site, last) => {
      const n = query(radio)
      pulse.called(radio)
      // ARS says only who answers, LRRP also what: the one way to see that another radio answers this one's call.
      return { bears: last ? askPlace(n) : null }
    },
    limits.checks,
    // Nobody is silent on a line that nothing was heard over since.
    pulse.since,
  )

  /** True when exactly this came a moment ago: answered again, not counted again. */
  const cameBefore = (address: string, service: Service, bytes: Buffer, now: number): string | undefined => {
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16)
    const key = `${address}/${service}/${hash}`
    const before = seen.get(key)
    if (before !== undefined && now - before < TWICE_MS) return undefined
    if (seen.size > 2_000) for (const [old, at] of seen) if (now - at > TWICE_MS) seen.delete(old)
    seen.set(key, now)
    return core.own(key)
  }

  interface Heard {
    readonly radio: string
    readonly n: number
    readonly bytes: Buffer
    readonly key: string | undefined
  }
  const say = async ({ key, bytes }: Heard, observations: readonly Observation[]): Promise<boolean> =>
    key === undefined ||
    observations.length === 0 ||
    core.append(observations.map((one, i) => core.draft(`${key}/${i}`, one, bytes)))

  const ars = async (heard: Heard, { body }: Ars): Promise<void> => {
    const { radio, n } = heard
    const at = core.clock()
    switch (body.type) {
      case 'register': {
        if (body.device !== '' && body.device !== String(n)) {
          const detail = `registers as ${body.device} from the address of ${n}`
          return core.fault({ device: radio, from: addressOf(n), fault: 'identity-mismatch', detail }, heard.bytes)
        }
        if (!(await say(heard, [{ kind: 'radio.registered', observedAt: at, data: { radio, gateway, site: null } }])))
          return
        core.renewed(radio, config.refresh * HALF_HOUR_MS)
        const answer = {
          type: 'answer',
          success: true,
          refresh: config.refresh,
          reason: null,
          extra: Buffer.alloc(0),
        } as const
        send('ars', encodeArs(answer), n)
        return
      }
      case 'deregister':
        if (
          await say(heard, [
            { kind: 'radio.left', observedAt: at, data: { radio, gateway, site: null, why: 'went-off' } },
          ])
        )
          core.left(radio)
        return
      case 'answer': {
        const pulsed = pulse.wasAsked(radio)
        if (heard.key === undefined) return
        const request = checks.answered(radio)
        // Our own heartbeat: nobody called anybody.
        if (pulsed && request === null) return
        const data = { radio, gateway, site: null, request, online: body.success }
        await say(heard, [{ kind: 'radio.checked', observedAt: at, data }])
      }
    }
  }
  const position = async (heard: Heard, report: Lrrp): Promise<void> => {
    const fix = fixOf(report)
    if (!fix) return
    const at = core.clock()
    const { radio } = heard
    const { requestId } = report.fields
    const request = requestId?.length === 4 ? checks.answeredBy(requestId.readUInt32BE()) : null
    const answer: Observation[] =
      request === null
        ? []
        : [{ kind: 'radio.checked', observedAt: at, data: { radio, gateway, site: null, request, online: true } }]
    await say(heard, [...answer, radioPosition(fix, { device: radio, carrier: core.carrier(radio) }, at)])
  }
  const tms = async (heard: Heard, message: ReturnType<typeof decodeTms>['messages'][number]): Promise<void> => {
    const { radio, n } = heard
    const { body, header } = message
    const at = core.clock()
    if (body.type === 'text') {
      const data = { radio, gateway, to: 'dispatcher' as const, text: body.text.slice(0, 2000) }
      if ((await say(heard, [{ kind: 'radio.texted', observedAt: at, data }])) && header.ack)
        send('tms', encodeTms({ type: 'acknowledgement', sequence: body.sequence }), n)
    }
    if (body.type === 'available') send('tms', encodeTms({ type: 'acknowledgement', sequence: null }), n)
    if (body.type !== 'acknowledgement' || body.sequence === null) return
    const text = texts.get(`${radio}/${body.sequence}`)
    if (!text) return
    texts.delete(`${radio}/${body.sequence}`)
    const data = { ...text, gateway, delivered: true, why: null }
    await say(heard, [{ kind: 'radio.text-delivered', observedAt: at, data }])
  }

  const take = (service: Service, bytes: Buffer, address: string): void => {
    const now = performance.now()
    const n = numberIn(address, config.network)
    if (n === undefined) {
      const detail = `a datagram of ${bytes.length} bytes from outside the radios' network`
      return core.fault({ device: null, from: address, fault: 'stranger', detail }, bytes)
    }
    const radio = core.radio(n)
    if (!sources.take(address, now))
      return core.fault({
        device: radio,
        from: address,
        fault: 'flood',
        detail: `more than ${limits.sources.perSecond} datagrams a second`,
      })
    const wrong = (faults: readonly TrunkFault[]) => {
      for (const { fault, detail } of faults) core.fault({ device: radio, from: address, fault, detail }, bytes)
    }
    if (!core.admits(radio, address, bytes)) {
      if (service === 'ars' && decodeArs(bytes).messages[0]?.body.type === 'register')
        send('ars', encodeArs({ type: 'answer', success: false, refresh: null, reason: 0, extra: Buffer.alloc(0) }), n)
      return
    }
    heardAt = core.clock()
    pulse.heard(now)
    void core.setChannel(null, true, 'a radio was heard')
    const heard = { radio, n, bytes, key: cameBefore(address, service, bytes, now) }
    if (service === 'ars') {
      const { messages, faults } = decodeArs(bytes)
      wrong(faults)
      for (const message of messages) void ars(heard, message)
    } else if (service === 'lrrp') {
      const { messages, faults } = decodeLrrp(bytes)
      wrong(faults)
      for (const message of messages) if (heard.key !== undefined) void position(heard, message)
    } else {
      const { messages, faults } = decodeTms(bytes)
      wrong(faults)
      for (const message of messages) void tms(heard, message)
    }
  }

  for (const service of ['ars', 'lrrp', 'tms'] as const)
    doors.set(
      service,
      await openUdp(
        { host: config.host, port: config.ports[service] },
        (bytes, { address }) => take(service, bytes, address),
        (err) => core.log.warn({ err: err.message, gateway, service }, 'UDP'),
      ),
    )
  await core.append([installed(core, config, core.clock())])
  let sweptAt = performance.now()
  const timer = setInterval(() => {
    const now = performance.now()
    pulse.tick(now)
    core.expire(now, now - sweptAt)
    sweptAt = now
  }, limits.sweepMs)

  const way = (to: string): { readonly n: number } | Sent => {
    const named = core.numberOf(to)
    if (named?.group) return { sent: false, why: 'unsupported' }
    if (!named || core.standing(to) === 'unknown') return { sent: false, why: 'unknown-radio' }
    if (core.standing(to) === 'blocked') return { sent: false, why: 'blocked' }
    return core.isUp() ? { n: named.number } : { sent: false, why: 'down' }
  }

  return {
    gateway,
    ports: Object.fromEntries([...doors].map(([service, door]) => [service, door.port])),
    up: core.isUp,
    heardAt: () => heardAt,
    onChange: core.onChange,
    owns: (name) => core.numberOf(name) !== undefined,
    check: checks.check,
    locate: async (radio) => {
      const to = way(radio)
      if ('sent' in to) return to
      askPlace(to.n)
      return { sent: true }
    },
    text: async (name, text, request) => {
      if (text.length > TEXT_MOST) return { sent: false, why: 'too-long' }
      const to = way(name)
      if ('sent' in to) return to
      const sequence = ++number & 0x7f
      texts.set(`${name}/${sequence}`, { to: name, request })
      send('tms', encodeTms({ type: 'text', sequence, encoding: 4, text }), to.n)
      return { sent: true }
    },
    close: async () => {
      clearInterval(timer)
      checks.close()
      if (core.isUp()) await core.setChannel(null, false, 'gateway stopped')
      await core.settled()
      for (const door of doors.values()) await door.close()
    },
  }
}
