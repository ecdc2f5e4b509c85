import fs from 'node:fs'
import { readSources, type Source } from './gateways/cloudevents-sources.ts'
import { type MqttClient, readMqttClients } from './gateways/mqtt-clients.ts'
import { readTrunkGateways, type TrunkConfig } from './gateways/trunk/lists.ts'
import { readMappings, type SystemMapping } from './protocols/debezium/mapping.ts'

/** A list that is not there admits nobody; one that is wrong stops the start, and says where. */
const textOf = (file: string): string => (fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '[]')

/** Business systems that may send events. Throws when the file cannot be understood. */
export const readSourcesFile = (file: string): readonly Source[] => {
  const read = readSources(textOf(file))
  if ('problems' in read) throw new Error(`${file}: ${read.problems.join('; ')}`)
  return read.sources
}

/** Room devices that may connect. Throws when the file cannot be understood. */
export const readMqttClientsFile = (file: string): readonly MqttClient[] => {
  const read = readMqttClients(textOf(file))
  if ('problems' in read) throw new Error(`${file}: ${read.problems.join('; ')}`)
  return read.clients
}

/** Trunking radio gateways. Throws when the file cannot be understood. */
export const readTrunkGatewaysFile = (file: string): readonly TrunkConfig[] => {
  const read = readTrunkGateways(textOf(file))
  if ('problems' in read) throw new Error(`${file}: ${read.problems.join('; ')}`)
  return read.gateways
}

/** How the tables of ticket systems are read. Throws when the file cannot be understood. */
export const readMappingsFile = (file: string): readonly SystemMapping[] => {
  const read = readMappings(textOf(file))
  if ('problems' in read) throw new Error(`${file}: ${read.problems.join('; ')}`)
  return read.mappings
}
