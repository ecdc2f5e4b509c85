import { createHmac } from 'node:crypto'
import fs from 'node:fs'
import type { placesIn } from './config.ts'
import { passwordSha256 } from './gateways/mqtt-clients.ts'

/** The case area that a demonstration shows, and the case system that tells of it. */
const area = { id: 'area-chengdong', prefix: 'yl/chengdong', owner: 'station-chengdong' }
const system = { name: 'demo-cases', owner: 'bureau', sources: ['/case'], types: ['custodes.*'] }

/** The desk of 110, and the platform of the body cameras beside it. */
const desk = {
  name: 'demo-dispatch',
  owner: 'command-centre',
  sources: ['/110', '/body-cameras'],
  types: ['custodes.call.*', 'custodes.incident.*', 'custodes.dispatch.*', 'custodes.body-camera.*'],
}

/** The radio systems that a demonstration shows: three Hytera repeaters and Motorola radios, all on this machine. */
const trunks = [
  {
    gateway: 'trunk-hytera',
    make: 'hytera',
    name: { zh: '350兆集群（海能达）', en: '350 MHz trunking (Hytera)' },
    owner: 'support',
    ports: { rrs: 0, lp: 0, tmp: 0, rcp: 0 },
    sites: [
      { site: 'site-chenglan', address: '127.0.0.11' },
      { site: 'site-weize', address: '127.0.0.12' },
      { site: 'site-shuangqu', address: '127.0.0.13' },
    ],
  },
  {
    gateway: 'trunk-motorola',
    make: 'motorola',
    name: { zh: '备用电台网（摩托罗拉）', en: 'Reserve radios (Motorola)' },
    owner: 'support',
    network: 127,
    ports: { ars: 0, lrrp: 0, tms: 0 },
  },
]

/** The ticket system that a demonstration shows, whose change stream is read as Debezium tells it. */
const tickets = {
  name: 'demo-tickets',
  owner: 'traffic',
  sources: ['/tickets'],
  types: ['io.debezium.*', 'custodes.ticket.*'],
}
const ticketTables = [
  {
    ...{ system: 'tickets', sender: tickets.name, connector: 'postgresql', db: 'vio' },
    tables: {
      'public.vio_violation': {
        columns: {
          ...{ ticket: 'xh', serial: 'wsbh', unit: 'cljg', officer: 'zqmj', plate: 'hphm', driver: 'jszh' },
          ...{ violationCode: 'wfxw', amountYuan: 'fkje', points: 'wfjfs', ground: 'xcsy', proof: 'xczm' },
          ...{ operator: 'czr', terminal: 'czzd', occurredAt: { column: 'wfsj', as: 'us', local: true } },
          kind: { column: 'lx', values: { 1: 'camera', 2: 'simple', 3: 'general', 5: 'notice' } },
          status: {
            column: 'zt',
            values: {
              0: 'captured',
              1: 'entered',
              2: 'accepted',
              3: 'decided',
              4: 'paid',
              8: 'cancelled',
              9: 'voided',
            },
          },
        },
      },
    },
  },
]

/**
 * Lets the simulated case area in: lists where none are, and beside them what the simulator must know (mode 0600).
 * A list that somebody has written stays as it is.
 */
export const openDemoDoors = (
  places: Pick<
    ReturnType<typeof placesIn>,
    'intakeSources' | 'mqttClients' | 'demoDoors' | 'trunkGateways' | 'rowMappings'
  >,
  deviceSecret: Uint8Array,
): void => {
  const made = (what: string): Buffer => createHmac('sha256', deviceSecret).update(what).digest()
  const secret = `whsec_${made('demo case system').toString('base64')}`
  const deskSecret = `whsec_${made('demo dispatch desk').toString('base64')}`
  const ticketSecret = `whsec_${made('demo ticket system').toString('base64')}`
  const password = made('demo case area').toString('base64url')
  const write = (file: string, value: unknown): void =>
    fs.writeFileSync(file, JSON.stringify(value, null, 2), { mode: 0o600 })
  if (!fs.existsSync(places.intakeSources))
    write(places.intakeSources, [
      { ...system, secrets: [secret] },
      { ...desk, secrets: [deskSecret] },
      { ...tickets, secrets: [ticketSecret] },
    ])
  if (!fs.existsSync(places.mqttClients))
    write(places.mqttClients, [{ ...area, passwordSha256: passwordSha256(password) }])
  if (!fs.existsSync(places.rowMappings)) write(places.rowMappings, ticketTables)
  if (!fs.existsSync(places.trunkGateways)) write(places.trunkGateways, trunks)
  write(places.demoDoors, {
    source: system.sources[0],
    secret,
    client: area.id,
    password,
    dispatch: { secret: deskSecret, desk: desk.sources[0], cameras: desk.sources[1] },
    tickets: { secret: ticketSecret },
  })
}
