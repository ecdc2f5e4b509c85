import type { Observation, ObservationOf } from '../../domain/observation/index.ts'
import { gbkBytes } from '../../protocols/bytes.ts'
import {
  type Body,
  HEARTBEAT_INTERVAL,
  MAX_TEXT_BYTES,
  type Message,
  type MessageOf,
  meaning,
  type Parameter,
  textFlags,
} from '../../protocols/jt808/codec.ts'
import { frameTo, type House, type Session, type Work } from './session.ts'

/** Something we asked of a terminal and wait for. */
export interface Command {
  readonly request: 'locate' | 'text' | 'parameters' | 'track'
  /** Real clock, as all bounds. */
  readonly dueAt: number
  readonly bytes: Buffer
  /** How often it was sent, and when it is sent again. */
  sent: number
  againAt: number
  againMs: number
  /** With what came, journalled by then; undefined when nothing came. */
  readonly settle: (answer: Message | undefined, observation: Observation | undefined) => void
}

export type Delivery = 'done' | 'refused' | 'no-answer' | 'offline' | 'too-long'
export type Located = ObservationOf<'position.reported'>

/** What people at the console can ask of a terminal. `device` is `jt808:<phone>`. */
export interface Jt808Commands {
  /** 0x8201, the vehicle's roll-call. Undefined: not connected, or no answer in time. `position` may be null: alive, no fix. */
  locate(device: string): Promise<Located | undefined>
  /** 0x8300: on the terminal's display, and aloud when urgent. */
  sendText(device: string, text: string, options?: { readonly urgent?: boolean }): Promise<Delivery>
  /** 0x8104. Undefined: not connected, or no answer in time. */
  queryParameters(device: string): Promise<readonly Parameter[] | undefined>
  /** 0x8202: report every `intervalS` seconds for `validS` seconds; 0 ends it. */
  track(device: string, intervalS: number, validS: number): Promise<Delivery>
}

export const commandsOf = (house: House): Jt808Commands => {
  const ask = <T>(
    device: string,
    request: Command['request'],
    body: Body | ((session: Session) => Body),
    answered: (message: Message, observation: Observation | undefined) => T,
    otherwise: { readonly offline: T; readonly noAnswer: T },
  ): Promise<T> => {
    const session = house.online.get(device)
    const header = session?.header
    if (!session || !header || session.ended !== undefined) return Promise.resolve(otherwise.offline)
    const { bytes, serial } = frameTo(session, header, typeof body === 'function' ? body(session) : body)
    return new Promise((resolve) => {
      const now = performance.now()
      const againMs = house.limits.commandAgainMs
      session.commands.set(serial, {
        request,
        dueAt: now + house.limits.commandWithinMs,
        bytes,
        sent: 1,
        againAt: now + againMs,
        againMs,
        settle: (message, observation) => resolve(message ? answered(message, observation) : otherwise.noAnswer),
      })
      session.socket.write(bytes)
    })
  }
  const delivered = ({ body }: Message): Delivery =>
    body.type === 'terminal-answer' && body.result === 0 ? 'done' : 'refused'
  const deliveries = { offline: 'offline', noAnswer: 'no-answer' } as const
  const nothing = { offline: undefined, noAnswer: undefined }

  return {
    locate: (device) =>
      ask<Located | undefined>(
        device,
        'locate',
        { type: 'location-query', extra: Buffer.alloc(0) },
        (_, observation) => (observation?.kind === 'position.reported' ? observation : undefined),
        nothing,
      ),
    sendText: async (device, text, { urgent = false } = {}) => {
      if (gbkBytes(text).length > MAX_TEXT_BYTES) return 'too-long'
      const flags = textFlags.display | (urgent ? textFlags.urgent | textFlags.readAloud : 0)
      return ask<Delivery>(device, 'text', { type: 'text', flags, textType: 1, text }, delivered, deliveries)
    },
    queryParameters: (device) =>
      ask<readonly Parameter[] | undefined>(
        device,
        'parameters',
        { type: 'query-parameters', extra: Buffer.alloc(0) },
        ({ body }) => (body.type === 'parameters' ? body.parameters : undefined),
        nothing,
      ),
    track: (device, intervalS, validS) =>
      ask<Delivery>(device, 'track', { type: 'temporary-tracking', intervalS, validS }, delivered, deliveries),
  }
}

/** Finds the command a message answers; settles it once the work is durable. */
export const settleCommand = (
  house: House,
  session: Session,
  message: MessageOf<'terminal-answer'> | MessageOf<'location-answer'> | MessageOf<'parameters'>,
  observation: Observation | undefined,
  work: Work,
): void => {
  const { body } = message
  const serial = matching(session, body)
  const command = serial === undefined ? undefined : session.commands.get(serial)
  if (serial === undefined || !command) return
  session.commands.delete(serial)
  const result = body.type !== 'terminal-answer' || body.result === 0 ? 'done' : `refused (${body.result})`
  const detail = body.type === 'parameters' ? learn(house, session, body.parameters) : {}
  work.drafts.push(answeredDraft(house, session, command, serial, result, detail, message.raw))
  work.afterwards.push(() => command.settle(message, observation))
}

/** By serial. Some terminals do not repeat it in 0x0201: then the only query that is open is meant. */
const matching = (session: Session, body: MessageOf<'terminal-answer' | 'location-answer' | 'parameters'>['body']) => {
  const command = session.commands.get(body.replySerial)
  // Some acknowledge a query first and answer it afterwards.
  const receipt = body.type === 'terminal-answer' && body.result === 0
  if (command && receipt && (command.request === 'locate' || command.request === 'parameters')) return undefined
  if (command) return body.replySerial
  if (body.type !== 'location-answer') return undefined
  const open = [...session.commands].filter(([, { request }]) => request === 'locate')
  return open.length === 1 ? open[0]![0] : undefined
}

/** The heartbeat a terminal keeps decides when its silence means something (3 of them). */
const learn = (house: House, session: Session, parameters: readonly Parameter[]): Record<string, unknown> => {
  const values = parameters.map((p) => ({ id: p.id, ...meaning(p), hex: p.value.toString('hex') }))
  const heartbeat = values.find((v) => v.id === HEARTBEAT_INTERVAL)?.value
  if (typeof heartbeat === 'number' && heartbeat > 0) session.idleMs = Math.max(house.limits.idleMs, heartbeat * 3_000)
  return { parameters: values }
}

/**
 * Sends again what is not answered, at growing distances: T(n+1) = T(n) × (n+1). Commands whose time is over are
 * settled: nobody answered, which is journalled too.
 */
export const pressCommands = (house: House, session: Session, now: number, work: Work): void => {
  for (const [serial, command] of session.commands) {
    if (command.dueAt > now) {
      if (command.againAt > now) continue
      session.socket.write(command.bytes)
      command.sent++
      command.againMs *= command.sent
      command.againAt = now + command.againMs
      continue
    }
    session.commands.delete(serial)
    work.drafts.push(answeredDraft(house, session, command, serial, 'no answer', {}, undefined))
    work.afterwards.push(() => command.settle(undefined, undefined))
  }
}

const answeredDraft = (
  house: House,
  session: Session,
  { request }: Command,
  serial: number,
  result: string,
  detail: Record<string, unknown>,
  raw: Buffer | undefined,
): Work['drafts'][number] => {
  const device = session.device ?? `jt808:${session.header?.phone}`
  return {
    source: 'jt808',
    key: `${device}/answered/${session.id}/${session.epoch}/${serial}/${request}`,
    observation: {
      kind: 'device.answered',
      observedAt: house.clock(),
      data: { device, carrier: house.book.carrier(device), request, result, detail },
    },
    ...(raw && { raw }),
  }
}
