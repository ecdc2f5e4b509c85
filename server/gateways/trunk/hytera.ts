import { decode, type KnownBody, writeFrame } from '../../protocols/hdap/codec.ts'
import { type CheckLimits, createChecks, usualCheckLimits } from './checks.ts'
import { createTrunkCore, installed, type TrunkHouse } from './core.ts'
import { createHstrpSession, type HstrpSession, type HstrpTimes, usualTimes } from './hstrp-session.ts'
import { hyteraFacts, type Texts } from './hytera-facts.ts'
import type { HyteraConfig } from './lists.ts'
import type { Sent } from './port.ts'
import { createSources, type SourceLimit, usualSourceLimit } from './sources.ts'
import type { StartedGateway } from './start.ts'
import { openUdp, type UdpDoor } from './udp.ts'

type ServiceDoor = 'rrs' | 'lp' | 'tmp' | 'rcp'
const services: readonly ServiceDoor[] = ['rrs', 'lp', 'tmp', 'rcp']

export interface HyteraLimits {
  readonly times: HstrpTimes
  readonly checks: CheckLimits
  readonly sources: SourceLimit
  readonly sweepMs: number
}
const usualLimits = ({ heartbeatSeconds }: HyteraConfig): HyteraLimits => ({
  times: { ...usualTimes, heartbeatMs: heartbeatSeconds * 1_000 },
  checks: usualCheckLimits,
  sources: usualSourceLimit,
  sweepMs: 1_000,
})
/** Texts that wait for an acknowledgement; older ones are forgotten. */
const TEXTS = 500
/** Longest text TMP takes, characters. */
const TEXT_MOST = 400

/** Hytera repeaters over HSTRP: each site's repeater connects to our ports, one a service; registration decides whether it is up. */
export const startHytera = async (
  house: TrunkHouse,
  config: HyteraConfig,
  limits: HyteraLimits = usualLimits(config),
): Promise<StartedGateway> => {
  const core = createTrunkCore(house, config)
  const sources = createSources(limits.sources)
  const siteByAddress = new Map(config.sites.map(({ site, address }) => [address, site]))
  const doors = new Map<ServiceDoor, UdpDoor>()
  const sessions = new Map<string, HstrpSession>()
  const texts: Texts = new Map()
  let number = 0
  const nextNumber = (): number => {
    number = (number + 1) & 0x7fffffff || 1
    return number
  }

  const sendTo = (site: string, service: ServiceDoor, frame: Buffer): boolean => {
    const now = performance.now()
    const own = sessions.get(`${site}/${service}`)
    // A repeater that opened one port only takes every service there: the frame says which it is.
    return own?.isOpen() ? own.send(frame, now) : (sessions.get(`${site}/rrs`)?.send(frame, now) ?? false)
  }
  /** To the radio's site, or to every site that is up while that is not known. */
  const sendOver = (site: string | null, service: ServiceDoor, body: KnownBody): boolean => {
    const frame = writeFrame({ body })
    const over = site === null ? config.sites.map((one) => one.site) : [site]
    return over.map((one) => sendTo(one, service, frame)).includes(true)
  }
  const radioIp = (radioId: number) => ({ subnet: config.network, radioId })

  const checks = createChecks(
    core,
    (name, site, last) => {
      const radio = radioIp(core.numberOf(name)!.number)
      if (!sendOver(site, 'rrs', { type: 'StatusCheckRequest', radio })) return undefined
      if (!last) return { bears: null }
      // RRS says only who answers, LP also what: the one way to see that another radio answers this one's call.
      const requestId = nextNumber()
      return { bears: sendOver(site, 'lp', { type: 'StandardRequest', requestId, radio }) ? requestId : null }
    },
    limits.checks,
  )
  const facts = hyteraFacts(core, config, checks, texts)

  const sessionFor = (site: string, address: string, service: ServiceDoor): HstrpSession => {
    const key = `${site}/${service}`
    const known = sessions.get(key)
    if (known) return known
    const fresh = createHstrpSession(
      {
        times: limits.times,
        send: (bytes, port) => doors.get(service)?.send(bytes, port, address),
        connected: () => {
          if (service === 'rrs') void core.setChannel(site, true, 'connected')
        },
        closed: (why) => {
          if (service === 'rrs') void core.setChannel(site, false, why)
        },
        frames: async (frames, datagram, raw) => {
          const works = frames.map((frame, i) => facts(frame, site, `${datagram}/${i}`, address))
          const drafts = works.flatMap((work) => work.drafts)
          if (drafts.length > 0 && !(await core.append(drafts))) return false
          for (const work of works) {
            for (const done of work.afterwards) done()
            for (const { service: by, bytes } of work.answers) sendTo(site, by, bytes)
          }
          core.metrics.add('trunk.frames', raw.length > 0 ? frames.length : 0)
          return true
        },
        unacknowledged: () => core.metrics.add('trunk.unacknowledged'),
      },
      key,
      performance.now(),
    )
    sessions.set(key, fresh)
    return fresh
  }

  let closing = false
  const take = (service: ServiceDoor, bytes: Buffer, address: string, port: number): void => {
    if (closing) return
    const now = performance.now()
    const site = siteByAddress.get(address)
    const from = `${address}:${port}`
    if (site === undefined) {
      const detail = `a datagram of ${bytes.length} bytes from an address that is no repeater of ours`
      return core.fault({ device: null, from: address, fault: 'stranger', detail }, bytes)
    }
    if (!sources.take(address, now))
      return core.fault({
        device: null,
        from: address,
        fault: 'flood',
        detail: `more than ${limits.sources.perSecond} datagrams a second`,
      })
    const { messages, faults } = decode(bytes, config.checksums, 64)
    for (const { fault, detail } of faults) core.fault({ device: null, from, fault, detail }, bytes)
    for (const message of messages) {
      if (message.transport === 'hstrp') sessionFor(site, address, service).heard(message, port, now, core.clock())
      else
        core.fault({ device: null, from, fault: 'not-hstrp', detail: `${message.transport} on an HSTRP port` }, bytes)
    }
  }

  for (const service of services)
    doors.set(
      service,
      await openUdp(
        { host: config.host, port: config.ports[service] },
        (bytes, { address, port }) => take(service, bytes, address, port),
        (err) => core.log.warn({ err: err.message, gateway: core.gateway, service }, 'UDP'),
      ),
    )
  await core.append([installed(core, config, core.clock())])
  let sweptAt = performance.now()
  const startedAt = sweptAt
  const timer = setInterval(() => {
    const now = performance.now()
    for (const session of sessions.values()) session.tick(now)
    // One that has not come by now is as lost as one that went: the journal may still say that it is there.
    if (now - startedAt > limits.times.heartbeatMs * limits.times.missed)
      for (const { site } of config.sites)
        if (!sessions.get(`${site}/rrs`)?.isOpen()) void core.setChannel(site, false, 'does not connect')
    core.expire(now, now - sweptAt)
    sweptAt = now
  }, limits.sweepMs)

  /** What is the same for every request: may this radio be asked now, and over which site. */
  const way = (
    to: string,
  ): { readonly site: string | null; readonly number: number; readonly group: boolean } | Sent => {
    const named = core.numberOf(to)
    if (!named || (!named.group && core.standing(to) === 'unknown')) return { sent: false, why: 'unknown-radio' }
    if (!named.group && core.standing(to) === 'blocked') return { sent: false, why: 'blocked' }
    const site = named.group ? null : (core.siteOf(to) ?? null)
    return core.isUp(site) ? { site, ...named } : { sent: false, why: 'down' }
  }

  return {
    gateway: core.gateway,
    ports: Object.fromEntries([...doors].map(([service, door]) => [service, door.port])),
    up: core.isUp,
    // While the site of a radio is not known, whichever was heard last: it may have been called over any.
    heardAt: (site) => {
      const over = site == null ? config.sites.map((one) => one.site) : [site]
      const heard = over.flatMap((one) => sessions.get(`${one}/rrs`)?.heardAt() ?? [])
      return heard.length === 0 ? 0 : Math.max(...heard)
    },
    onChange: core.onChange,
    owns: (name) => core.numberOf(name) !== undefined,
    check: checks.check,
    locate: async (radio) => {
      const to = way(radio)
      if ('sent' in to) return to
      const body = { type: 'StandardRequest', requestId: nextNumber(), radio: radioIp(to.number) } as const
      return sendOver(to.site, 'lp', body) ? { sent: true } : { sent: false, why: 'down' }
    },
    text: async (name, text, request) => {
      if (text.length > TEXT_MOST) return { sent: false, why: 'too-long' }
      const to = way(name)
      if ('sent' in to) return to
      const requestId = nextNumber()
      const sent = sendOver(to.site, 'tmp', {
        type: to.group ? 'SendGroupMessage' : 'SendPrivateMessage',
        confirmed: !to.group,
        hasOption: false,
        requestId,
        destination: radioIp(to.number),
        source: radioIp(config.dispatcher),
        text,
      })
      if (!sent) return { sent: false, why: 'down' }
      if (texts.size >= TEXTS) texts.delete(texts.keys().next().value!)
      if (!to.group) texts.set(requestId, { to: name, request })
      return { sent: true }
    },
    close: async () => {
      closing = true
      clearInterval(timer)
      checks.close()
      for (const session of sessions.values()) session.close()
      for (const { site } of config.sites) if (core.isUp(site)) await core.setChannel(site, false, 'gateway stopped')
      await core.settled()
      for (const door of doors.values()) await door.close()
    },
  }
}
