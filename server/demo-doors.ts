import { createHmac } from 'node:crypto'
import fs from 'node:fs'
import type { placesIn } from './config.ts'
import { passwordSha256 } from './gateways/mqtt-clients.ts'

/** The case area that a demonstration shows, and the case system that tells of it. */
const area = { id: 'area-chengdong', prefix: 'yl/chengdong', owner: 'station-chengdong' }
const system = { name: 'demo-cases', owner: 'bureau', sources: ['/case'], types: ['custodes.*'] }

/**
 * Lets the simulated case area in: lists where none are, and beside them what the simulator must know (mode 0600).
 * A list that somebody has written stays as it is.
 */
export const openDemoDoors = (
  places: Pick<ReturnType<typeof placesIn>, 'intakeSources' | 'mqttClients' | 'demoDoors'>,
  deviceSecret: Uint8Array,
): void => {
  const made = (what: string): Buffer => createHmac('sha256', deviceSecret).update(what).digest()
  const secret = `whsec_${made('demo case system').toString('base64')}`
  const password = made('demo case area').toString('base64url')
  const write = (file: string, value: unknown): void =>
    fs.writeFileSync(file, JSON.stringify(value, null, 2), { mode: 0o600 })
  if (!fs.existsSync(places.intakeSources)) write(places.intakeSources, [{ ...system, secrets: [secret] }])
  if (!fs.existsSync(places.mqttClients))
    write(places.mqttClients, [{ ...area, passwordSha256: passwordSha256(password) }])
  write(places.demoDoors, { source: system.sources[0], secret, client: area.id, password })
}
