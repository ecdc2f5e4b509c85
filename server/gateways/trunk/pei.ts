import net from 'node:net'
import type { Observation } from '../../domain/observation/index.ts'
import { decodeLip, reasons, type Sds } from '../../protocols/lip/codec.ts'
import { fixOf } from '../../protocols/lip/observe.ts'
import { radioPosition } from '../../protocols/radio-position.ts'
import { createTrunkCore, installed, type TrunkHouse } from './core.ts'
import type { TetraConfig } from './lists.ts'
import type { NotSent } from './port.ts'
import type { StartedGateway } from './start.ts'

const AGAIN_MS = 5_000
const ISSI_DIGITS = 8

/** A TETRA radio's interface (PEI) behind a terminal server: location reports come in, nothing is asked over it. */
export const startPei = async (house: TrunkHouse, config: TetraConfig): Promise<StartedGateway> => {
  const core = createTrunkCore(house, config)
  const { gateway } = core
  let closed = false
  let socket: net.Socket | undefined
  let timer: NodeJS.Timeout | undefined
  let pending = ''

  /** `214000806012228`: country 3, network 4, number 8; fewer digits are a number of our own network. */
  const radioOf = (digits: string): string =>
    digits.length > ISSI_DIGITS
      ? `tetra:${Number(digits.slice(0, -ISSI_DIGITS))}-${Number(digits.slice(-ISSI_DIGITS))}`
      : core.radio(Number(digits))

  const take = ({ from, hex, report }: Sds): void => {
    if (from === null || !report) return
    const radio = radioOf(from)
    const raw = Buffer.from(hex, 'latin1')
    if (!core.admits(radio, `${config.peer.address}:${config.peer.port}`, raw)) return
    const at = core.clock()
    const who = { device: radio, carrier: core.carrier(radio) }
    const position = radioPosition(fixOf(report, at), who, at)
    const reason = report.additionalKind === 0 ? report.additional : undefined
    const also: Observation[] =
      reason === reasons.emergency
        ? [
            {
              kind: 'radio.emergency',
              observedAt: at,
              data: { radio, gateway, site: null, kind: 'button', place: position.data.position },
            },
          ]
        : reason === reasons.poweredOn || reason === reasons.enteredService
          ? [{ kind: 'radio.registered', observedAt: at, data: { radio, gateway, site: null } }]
          : reason === reasons.poweredOff
            ? [{ kind: 'radio.left', observedAt: at, data: { radio, gateway, site: null, why: 'went-off' } }]
            : []
    const key = core.own(`${radio}/${hex}`)
    void core.append([...also, position].map((one, i) => core.draft(`${key}/${i}`, one, raw)))
  }

  const connect = (): void => {
    pending = ''
    socket = net.connect(config.peer.port, config.peer.address)
    socket.setEncoding('latin1').setKeepAlive(true, 10_000)
    socket.on('connect', () => void core.setChannel(null, true, 'connected'))
    socket.on('data', (text) => {
      const { messages, faults, rest } = decodeLip(pending + text)
      pending = rest
      for (const { fault, detail, line } of faults)
        core.fault({ device: null, from: config.peer.address, fault, detail }, Buffer.from(line, 'latin1'))
      for (const message of messages) take(message)
    })
    socket.on('error', (err) => core.log.info({ gateway, err: err.message }, 'PEI line'))
    socket.on('close', () => {
      if (closed) return
      void core.setChannel(null, false, 'the line was closed')
      timer = setTimeout(connect, AGAIN_MS)
    })
  }
  await core.append([installed(core, config, core.clock())])
  connect()
  const unsupported = async (): Promise<{ sent: false; why: NotSent }> => ({ sent: false, why: 'unsupported' })
  return {
    gateway,
    ports: {},
    up: core.isUp,
    heardAt: () => undefined,
    onChange: core.onChange,
    owns: (name) => core.numberOf(name) !== undefined,
    check: unsupported,
    locate: unsupported,
    text: unsupported,
    close: async () => {
      closed = true
      clearTimeout(timer)
      socket?.destroy()
      if (core.isUp()) await core.setChannel(null, false, 'gateway stopped')
      await core.settled()
    },
  }
}
